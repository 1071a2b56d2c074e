import { describe, expect, it } from 'vitest';
import { consider } from '../../src/answer/answer.ts';
import { analyseQuestion } from '../../src/answer/question.ts';
import { loadModel } from '../../src/answer/score.ts';
import { MODEL } from '../../src/answer/weights.ts';
import { wholeSpan } from '../../src/answer/whole-span.ts';

const model = loadModel(MODEL);

/** What is said when a part of a sentence was chosen. */
function whole(question: string, sentence: string, chosen: string): string {
  const analysed = analyseQuestion(question);
  const passage = { article: 'a', ordinal: 0, kind: 'text' as const, text: sentence, pieces: [], heading: '' };
  const materials = [{ id: 1, passage: { ...passage, block: 0, row: -1 }, score: 1, date: null }];
  const [some] = consider(analysed, { materials, weigh: () => 3, model }).ranked;
  if (some === undefined) throw new Error('nothing was considered');
  const { text } = some.candidate.ground.statement;
  const start = text.indexOf(chosen);
  const candidate = { ...some.candidate, span: { start, end: start + chosen.length } };
  const span = wholeSpan(analysed, { ...some, candidate });
  return text.slice(span.start, span.end);
}

describe('wholeSpan', () => {
  it.each([
    ['年会在哪个饭店召开？', '年会昨日在黄河饭店召开。', '黄河', '黄河饭店', 'the noun asked for belongs to the name'],
    ['公司把这里定为第几总部？', '公司把这里定为第二总部。', '第二', '第二总部', 'an ordinal with what it counts'],
    ['旧址在哪条路几号？', '旧址位于江北市中山路8号。', '8号', '中山路8号', 'a house number with its road'],
    ['活动由哪个部门负责？', '活动由市税务局负责。', '税务局', '市税务局', 'an authority with the seat before it'],
    ['项目有多少家企业？', '项目有86家企业。', '86家', '86家', 'a number stays as it is'],
    ['年会在哪个饭店召开？', '年会昨日在黄河饭店召开。', '黄河饭店', '黄河饭店', 'what is whole already'],
  ])('%s | %s | %s becomes %s: %s', (question, sentence, chosen, said) => {
    expect(whole(question, sentence, chosen)).toBe(said);
  });
});
