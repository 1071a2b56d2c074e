import { describe, expect, it } from 'vitest';
import { consider, textOf } from '../../src/answer/answer.ts';
import { ownItemFirst } from '../../src/answer/parallel-items.ts';
import { analyseQuestion } from '../../src/answer/question.ts';
import { loadModel } from '../../src/answer/score.ts';
import { MODEL } from '../../src/answer/weights.ts';

const model = loadModel(MODEL);

/** The candidates that one article offers to a question. */
function considered(question: string, text: string) {
  const passage = { article: 'a', ordinal: 0, kind: 'text' as const, text, pieces: [], heading: '', block: 0, row: -1 };
  return consider(analyseQuestion(question), {
    materials: [{ id: 1, passage, score: 5, date: '2023-06-03' }],
    weigh: () => 5,
    model,
  });
}

/** Which number comes first if `worst` did before. */
function first(question: string, text: string, worst: string): string | undefined {
  const { ranked, question: asked } = considered(question, text);
  const bad = ranked.filter(({ candidate }) => textOf(candidate) === worst);
  expect(bad).not.toEqual([]);
  const [best] = ownItemFirst(asked, [...bad, ...ranked.filter((one) => !bad.includes(one))]);
  return best && textOf(best.candidate);
}

const HELP = '今年,市工商联将帮扶清溪县企业36家、石门县企业27家,发放贷款4.2亿元。';

describe('of several numbers of one kind', () => {
  it.each([
    ['市工商联帮扶清溪县多少家企业？', HELP, '27家', '36家'],
    ['市工商联帮扶石门县多少家企业？', HELP, '36家', '36家'],
    ['去年工厂招了多少名工人？', '工厂前年招收工人120名,去年招收80名。', '80名', '80名'],
    ['清溪县增加了多少家企业？', '清溪县现有企业36家,增加27家。', '27家', '27家'],
    ['到2025年要有几家中国品牌强企？', '江城要实现世界品牌强企3家,中国品牌强企6家。', '3家', '6家'],
  ])('to %s the one is taken whose item has the name: %s', (question, text, before, after) => {
    expect(first(question, text, before)).toBe(after);
  });
});
