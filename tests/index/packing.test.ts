import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BitReader, BitWriter } from '../../src/index/bits.ts';
import { readAscending, readCounts, writePacked } from '../../src/index/packing.ts';

/** Up to 128 numbers, most of them of one size and some far larger. */
const anyNumbers = fc
  .tuple(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 1, max: 128 }))
  .chain(([bits, count]) =>
    fc.array(
      fc.oneof(
        { weight: 9, arbitrary: fc.integer({ min: 0, max: 2 ** bits - 1 }) },
        { weight: 1, arbitrary: fc.integer({ min: 0, max: 65_534 }) },
      ),
      { minLength: count, maxLength: count },
    ),
  );

function readerOf(numbers: readonly number[], shift: number): BitReader {
  const writer = new BitWriter();
  writer.write(0, shift);
  writePacked(writer, numbers, numbers.length);
  writer.gamma(77);
  const reader = new BitReader(writer.finish());
  reader.read(shift);
  return reader;
}

describe('packed numbers', () => {
  it('come back as counts, each one more, and what was written behind them as well', () => {
    fc.assert(
      fc.property(anyNumbers, fc.nat(7), (numbers, shift) => {
        const reader = readerOf(numbers, shift);
        const into = new Uint16Array(numbers.length + 2);
        readCounts(reader, { into, at: 1, count: numbers.length });
        expect([...into]).toEqual([0, ...numbers.map((number) => number + 1), 0]);
        expect(reader.gamma()).toBe(77);
      }),
    );
  });

  it('come back as the distances of ascending ones, with nothing else touched', () => {
    fc.assert(
      fc.property(anyNumbers, fc.nat(7), fc.integer({ min: -1, max: 1000 }), (numbers, shift, before) => {
        const reader = readerOf(numbers, shift);
        const into = new Uint32Array(numbers.length + 2);
        readAscending(reader, before, { into, at: 1, count: numbers.length });
        let last = before;
        expect([...into]).toEqual([0, ...numbers.map((number) => (last += number + 1)), 0]);
        expect(reader.gamma()).toBe(77);
      }),
    );
  });

  it.each([
    { what: 'one number', numbers: [0] },
    { what: 'the largest number', numbers: [2 ** 31 - 2] },
    { what: 'the largest number among small ones', numbers: [1, 2 ** 31 - 200, 3, 0] },
    { what: 'many numbers that are wider than a loop reads', numbers: Array.from({ length: 60 }, () => 2 ** 25) },
  ])('may be $what', ({ numbers }) => {
    const into = new Uint32Array(numbers.length);
    readAscending(readerOf(numbers, 3), -1, { into, at: 0, count: numbers.length });
    let last = -1;
    expect([...into]).toEqual(numbers.map((number) => (last += number + 1)));
  });

  it('take their width and no more: one large number does not make all of them wide', () => {
    const writer = new BitWriter();
    writePacked(writer, [...Array.from({ length: 127 }, () => 3), 4000], 128);
    writer.align();
    expect(writer.length).toBeLessThan((128 * 2) / 8 + 6);
  });
});
