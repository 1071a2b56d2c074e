import { describe, expect, it } from 'vitest';
import { valuesInContrast } from '../../src/answer/contrast.ts';
import { analyseQuestion } from '../../src/answer/question.ts';
import { statementsOf } from '../../src/answer/statement.ts';

/** The values that a sentence gives two things, as it writes them. */
function values(names: readonly string[], text: string): string[] | undefined {
  const passage = { article: 'a', ordinal: 0, kind: 'text' as const, text, pieces: [], heading: '', block: 0, row: -1 };
  const materials = [{ id: 1, passage, score: 5, date: '2023-06-03' }];
  const statements = statementsOf(analyseQuestion(`${names.join('、')}各是多少？`), materials, () => 5);
  const wanted = { names, attribute: '', unit: '', measure: null };
  return valuesInContrast(wanted, statements)?.map(({ statement, quantity: { span } }) =>
    statement.text.slice(span.start, span.end),
  );
}

describe('valuesInContrast', () => {
  it.each([
    [
      '增收最多的新村',
      '新村的平均增收',
      '半年时间平均每个新村增收92万元，最高的新村增收达410万元。',
      ['410万元', '92万元'],
    ],
    ['园区2025年的收入', '园区建成当年的收入', '园区当年实现收入10亿元，2025年收入达到20亿元。', ['20亿元', '10亿元']],
  ])('tells %s and %s apart', (one, other, text, told) => {
    expect(values([one, other], text)).toEqual(told);
  });

  it.each([
    ['园区2025年的收入', '园区建成当年的收入', '园区收入10亿元，去年收入8亿元。', 'nothing tells them apart'],
    [
      '园区2025年的收入',
      '园区当年的收入',
      '园区当年收入10亿元，2025年收入20亿元，2026年收入30亿元。',
      'there is a third one',
    ],
    ['园区2025年的收入', '园区当年的收入', '桥梁当年施工10次，2025年检修20次。', 'it is about something else'],
  ])('gives %s and %s nothing from %s: %s', (one, other, text, _reason) => {
    expect(values([one, other], text)).toBeUndefined();
  });
});
