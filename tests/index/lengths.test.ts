import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeLength, encodeLength } from '../../src/index/lengths.ts';

const LENGTHS = Array.from({ length: 5000 }, (_, length) => length);

describe('length codes', () => {
  it('are bytes', () => {
    expect(LENGTHS.map(encodeLength).every((code) => Number.isInteger(code) && code >= 0 && code <= 255)).toBe(true);
  });

  it('are exact up to 64', () => {
    expect(LENGTHS.slice(0, 65).map((length) => decodeLength(encodeLength(length)))).toEqual(LENGTHS.slice(0, 65));
  });

  it('lose less than a thirty-second, and never gain', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4095 }), (length) => {
        const kept = decodeLength(encodeLength(length));
        expect(kept).toBeLessThanOrEqual(length);
        expect(kept).toBeGreaterThan(length - length / 32);
      }),
    );
  });

  it('keep the order, and the longest for everything longer', () => {
    const kept = LENGTHS.map((length) => decodeLength(encodeLength(length)));
    expect(kept).toEqual([...kept].sort((a, b) => a - b));
    expect(encodeLength(1_000_000)).toBe(encodeLength(4095));
  });

  it('come back from what they stand for', () => {
    const codes = [...new Set(LENGTHS.map(encodeLength))];
    expect(codes.map((code) => encodeLength(decodeLength(code)))).toEqual(codes);
  });
});
