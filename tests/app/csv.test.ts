import { describe, expect, it } from 'vitest';
import { csv } from '../../src/app/csv.ts';

const text = (...rows: (string | number)[][]) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(csv(rows));

describe('csv', () => {
  it('begins with a byte order mark and quotes every cell', () => {
    expect(text(['问题', 3], ['说"好"\n了', -2])).toBe('\uFEFF"问题","3"\r\n"说""好""\n了","-2"\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '  =1', '\t=1', '＝1', '＋1', '－1', '＠a', '|cmd'])(
    'keeps %j from being a formula',
    (cell) => {
      expect(text([cell])).toBe(`\uFEFF"'${cell}"\r\n`);
    },
  );

  it('leaves ordinary text alone', () => {
    expect(text(['大桥-多长=?'])).toBe('\uFEFF"大桥-多长=?"\r\n');
  });
});
