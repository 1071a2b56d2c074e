import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Places } from '../../src/ingest/order-places.ts';

describe('places of numbers', () => {
  it('are those that a Map would give, however many are added', () => {
    const keys = fc.array(fc.integer({ min: 0, max: 2 ** 31 - 1 }), { maxLength: 400 });
    fc.assert(
      fc.property(keys, keys, (added, others) => {
        const places = new Places();
        const plain = new Map<number, number>();
        for (const key of added) {
          if (!plain.has(key)) plain.set(key, plain.size);
          expect(places.add(key)).toBe(plain.get(key));
        }
        expect(places.size).toBe(plain.size);
        for (const key of [...added, ...others]) expect(places.of(key)).toBe(plain.get(key) ?? -1);
      }),
    );
  });

  it('are kept apart where numbers fall on the same slot', () => {
    const places = new Places();
    const keys = Array.from({ length: 5000 }, (_, at) => at * 2 ** 17);
    for (const key of keys) places.add(key);
    expect(keys.map((key) => places.of(key))).toEqual(keys.map((_, at) => at));
  });
});
