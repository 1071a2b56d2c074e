import { describe, expect, it } from 'vitest';
import { analyseQuestion } from '../../src/answer/question.ts';
import { statementsOf } from '../../src/answer/statement.ts';
import { judge } from '../../src/answer/yesno.ts';
import type { Passage } from '../../src/ingest/model.ts';

const passage = (text: string): Passage => ({
  article: 'a',
  ordinal: 0,
  kind: 'text',
  text,
  pieces: [],
  heading: '',
  block: 0,
  row: -1,
});

function verdict(question: string, sentence: string) {
  const analysed = analyseQuestion(question);
  const materials = [{ id: 1, passage: passage(sentence), score: 1, date: null }];
  return judge(
    analysed,
    statementsOf(analysed, materials, () => 5),
  );
}

describe('judge', () => {
  it.each([
    ['跨江大桥通车了吗？', '跨江大桥昨日正式通车。', true, 'agrees'],
    ['跨江大桥是不是已经通车？', '跨江大桥没有通车。', false, 'negated'],
    ['报名人数是不是超过一万人？', '截至目前报名人数达8564人。', false, 'limit'],
    ['报名人数超过5000人了吗？', '截至目前报名人数达8564人。', true, 'limit'],
    ['是不是只有各县才能推荐候选企业？', '不仅各县可以推荐候选企业，行业协会也有推荐权。', false, 'not-only'],
    ['满意度是不是超过了90分？', '测评结果为“非常高(超过90分)”。', true, 'limit'],
    ['在这个项目之前，园区做过保税加工业务吗？', '这是园区首次开展保税加工业务。', false, 'first-time'],
    ['跨江大桥是不是2021年才开工的？', '跨江大桥2018年开工，今年通车。', false, 'other-year'],
    ['跨江大桥是不是2018年开工的？', '跨江大桥2018年开工，今年通车。', true, 'agrees'],
  ] as const)('decides %s by %s', (question, sentence, yes, rule) => {
    expect(verdict(question, sentence)).toMatchObject({ yes, rule });
  });

  it('has no verdict where nothing was found', () => {
    expect(judge(analyseQuestion('大桥通车了吗？'), [])).toBeUndefined();
  });
});
