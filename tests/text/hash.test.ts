import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hash } from '../../src/text/hash.ts';

describe('hash', () => {
  it('is the same in every version, because ids of stored articles hang on it', () => {
    expect(['', 'a', '问报', '问报\n'].map(hash)).toEqual([
      '1aee976dc14d573c',
      '969d29de5fb81a20',
      '40bd20531d72665b',
      'c855da6127b61caa',
    ]);
  });

  it('is sixteen lower-case hexadecimal digits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(hash(text)).toMatch(/^[0-9a-f]{16}$/);
      }),
    );
  });

  it('tells apart texts that differ in one character, its place or its repetition', () => {
    const texts = ['报纸', '纸报', '报报纸', '报纸 ', ' 报纸', '报紙', '', ' ', '\0', '\0\0', 'ab', 'ba', 'aab', 'abb'];
    expect(new Set(texts.map(hash)).size).toBe(texts.length);
  });

  it('has no two names alike among a hundred thousand numbered texts', () => {
    const names = new Set<string>();
    for (let number = 0; number < 100_000; number++) names.add(hash(`第${number}页`));
    expect(names.size).toBe(100_000);
  });

  it('spreads texts evenly over its first digit', () => {
    const counts = new Map<string, number>();
    for (let number = 0; number < 16_000; number++) {
      const digit = hash(String(number)).charAt(0);
      counts.set(digit, (counts.get(digit) ?? 0) + 1);
    }
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(200);
    expect(counts.size).toBe(16);
  });
});
