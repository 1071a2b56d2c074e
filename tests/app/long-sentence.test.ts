import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Paper, paperOf, said } from '../support/paper.ts';

const WORKS = Array.from(
  { length: 16 },
  (_, i) => `改造${'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳'[i]}字号老旧管网并同步更新沿线照明设施`,
);
const TEXT = `老城区更新全面铺开

□晚报记者 周大成

本报6月3日讯 今年老城区更新工程${WORKS.join('，')}；青石水库扩建工程总投资8500万元，可灌溉农田6万亩。
`;

let paper: Paper;

beforeAll(async () => {
  paper = await paperOf({ '001': { date: '2023-06-03', text: TEXT } });
});
afterAll(async () => {
  await paper.close();
});

it('shows a sentence of a paragraph from the clause on in which the answer is come upon, in its own words', async () => {
  const outcome = await paper.library.ask('青石水库扩建工程总投资多少？');
  const [proof] = outcome.evidence;
  const mark = proof?.marks[0] ?? { start: 0, end: 0 };
  expect(said(outcome)).toBe('8500万元');
  expect(proof?.sentence.slice(mark.start, mark.end)).toBe('8500万元');
  expect(mark.end).toBeLessThanOrEqual(300);
  expect(TEXT).toContain(proof?.sentence);
});
