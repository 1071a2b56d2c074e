import { describe, expect, it } from 'vitest';
import { confidenceOf } from '../../src/answer/abstain.ts';
import { consider, textOf } from '../../src/answer/answer.ts';
import { explainAnswer } from '../../src/answer/explain.ts';
import { analyseQuestion } from '../../src/answer/question.ts';
import { loadModel } from '../../src/answer/score.ts';
import { MODEL } from '../../src/answer/weights.ts';
import type { Passage } from '../../src/ingest/model.ts';

const model = loadModel(MODEL);
const passage = (text: string, heading: string): Passage => ({
  article: heading,
  ordinal: 0,
  kind: 'text',
  text,
  pieces: [],
  heading,
  block: 0,
  row: -1,
});

const news = [
  passage(
    '本报6月3日讯 跨江大桥昨日正式通车。大桥全长3.6公里，总投资12.8亿元，由市交通建设集团承建。集团总经理周建国说，工程历时28个月。',
    '跨江大桥通车',
  ),
  passage('今年上半年，全市新建改建农村公路420公里，完成投资7.5亿元。', '农村公路建设提速'),
  passage('昨天，秋季车展在国际会展中心开幕，共有86家企业参展，展出新能源汽车310辆。', '秋季车展开幕'),
];

function ask(text: string) {
  const materials = news.map((each, i) => ({ id: i + 1, passage: each, score: 10 - i, date: '2023-06-03' }));
  return consider(analyseQuestion(text), { materials, weigh: () => 4, model });
}

describe('consider', () => {
  it.each([
    ['跨江大桥全长多少公里？', '3.6公里', 'the number beside the word asked for, in the unit asked for'],
    ['跨江大桥总投资多少钱？', '12.8亿元', 'money, not the length before it'],
    ['有多少家企业参加秋季车展？', '86家', 'the unit 家, not the 310 cars'],
    ['跨江大桥工程历时多久？', '28个月', 'a length of time, not the day of the report'],
    ['交通建设集团的总经理是谁？', '周建国', 'the name behind the office'],
    ['上半年农村公路完成投资多少？', '7.5亿元', 'the investment of the road, not of the bridge'],
  ])('answers %s with %s: %s', (question, answer) => {
    const best = ask(question).ranked[0];
    expect(best === undefined ? undefined : textOf(best.candidate)).toBe(answer);
  });

  it('ranks nothing where nothing was found', () => {
    const considered = consider(analyseQuestion('大桥多长？'), { materials: [], weigh: () => 1, model });
    expect(considered.ranked).toEqual([]);
    expect(confidenceOf(considered, MODEL)).toBe(0);
  });

  it('is surer of what its sentences speak of than of another year or another place', () => {
    const sure = confidenceOf(ask('跨江大桥全长多少公里？'), MODEL);
    expect(sure).toBeGreaterThan(confidenceOf(ask('2019年跨海隧道全长多少公里？'), MODEL));
  });

  it('keeps the qualifier that makes a number true', () => {
    const materials = [{ id: 1, passage: passage('目前已有近5800家企业报名。', '报名'), score: 1, date: null }];
    const best = consider(analyseQuestion('有多少家企业报名？'), { materials, weigh: () => 4, model }).ranked[0];
    expect(best === undefined ? undefined : textOf(best.candidate)).toBe('近5800家');
  });
});

describe('explainAnswer', () => {
  it('shows the score of the best candidate as the sum of its weighted features', () => {
    const considered = ask('跨江大桥全长多少公里？');
    const [, candidate] = explainAnswer(considered, model).parts;
    const sum = candidate?.parts.reduce((total, part) => total + part.value, 0);
    expect(sum).toBeCloseTo(considered.ranked[0]?.score ?? Number.NaN, 9);
  });
});

describe('loadModel', () => {
  it('refuses a weight for something that is no feature', () => {
    expect(() => loadModel({ ...MODEL, shared: { nonsense: 1 } })).toThrow(/nonsense/u);
  });
});
