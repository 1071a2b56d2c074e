import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BitReader, BitWriter, lowerBits, widthOf } from '../../src/index/bits.ts';
import { readSubset, writeSubset } from '../../src/index/subsets.ts';

/** A number and one of the ways to write it. */
const anyCode = fc.oneof(
  fc.record({ code: fc.constant('plain' as const), value: fc.nat(0xffffffff), bits: fc.constant(32) }),
  fc.record({ code: fc.constant('plain' as const), value: fc.nat(0x1ffff), bits: fc.integer({ min: 17, max: 32 }) }),
  fc.record({
    code: fc.constant('gamma' as const),
    value: fc.integer({ min: 1, max: 0x7fffffff }),
    bits: fc.constant(0),
  }),
  fc.record({ code: fc.constant('gamma' as const), value: fc.integer({ min: 1, max: 9 }), bits: fc.constant(0) }),
);

/** A universe and some of its numbers: few, many, or all of them. */
const anySubset = fc
  .tuple(fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 0x7fffffff })), fc.boolean())
  .chain(([universe, most]) =>
    fc
      .uniqueArray(fc.integer({ min: 0, max: universe - 1 }), { maxLength: Math.min(universe, 200), size: 'max' })
      .map((chosen) => {
        const numbers = chosen.toSorted((a, b) => a - b);
        const others = new Set(numbers);
        const turned = most && universe <= 300;
        const rest = Array.from({ length: turned ? universe : 0 }, (_, at) => at).filter((at) => !others.has(at));
        return { universe, numbers: turned ? rest : numbers };
      }),
  );

describe('bits', () => {
  it('are read as they were written, wherever they begin', () => {
    fc.assert(
      fc.property(fc.array(anyCode), fc.nat(9), (codes, skipped) => {
        const [writer, part] = [new BitWriter(), new BitWriter()];
        for (let at = 0; at < skipped; at++) writer.write(at, 8);
        for (const { code, value, bits } of codes) code === 'gamma' ? part.gamma(value) : part.write(value, bits);
        writer.append(part);
        const reader = new BitReader(writer.finish());
        reader.seek(skipped);
        const read = codes.map(({ code, bits }) => (code === 'gamma' ? reader.gamma() : reader.read(bits)));
        expect(read).toEqual(codes.map(({ value }) => value));
      }),
    );
  });

  it('say when they are at an end', () => {
    const reader = new BitReader(new BitWriter().finish());
    expect(() => reader.gamma()).toThrow(RangeError);
    expect(() => reader.ascending({ count: 1, lower: 0, first: 0 }, new Uint32Array(1), 0)).toThrow(RangeError);
  });

  it('hold every number below what they are for', () => {
    expect([0, 1, 2, 3, 4, 5, 0x10000, 0x10001].map(widthOf)).toEqual([0, 0, 1, 2, 2, 3, 16, 17]);
    expect(lowerBits(1, 1)).toBe(0);
  });
});

describe('a subset', () => {
  it('comes back, and what was written behind it as well', () => {
    fc.assert(
      fc.property(anySubset, fc.nat(7), fc.nat(1000), ({ universe, numbers }, shift, first) => {
        const size = { universe, members: numbers.length };
        const writer = new BitWriter();
        writer.write(0, shift);
        writeSubset(writer, numbers, size);
        writer.gamma(77);
        const reader = new BitReader(writer.finish());
        reader.read(shift);
        const into = new Uint32Array(numbers.length + 1);
        readSubset(reader, size, { into, at: 1, first });
        expect([...into.subarray(1)]).toEqual(numbers.map((number) => number + first));
        expect(reader.gamma()).toBe(77);
      }),
    );
  });

  it('takes no bits where all are meant', () => {
    const writer = new BitWriter();
    writeSubset(writer, [0, 1, 2], { universe: 3, members: 3 });
    writer.align();
    expect(writer.length).toBe(0);
  });
});
