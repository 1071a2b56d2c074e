import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Candidates } from '../../src/index/candidates.ts';
import { PostingCursor } from '../../src/index/posting-cursor.ts';
import { PostingLists } from '../../src/index/posting-lists.ts';
import { PostingWriter } from '../../src/index/posting-writer.ts';
import { normsOf } from '../../src/index/postings.ts';

const LENGTHS = new Uint8Array(60_000);
const NORMS = normsOf(LENGTHS, new Float64Array(256).fill(0.7));

function scored(candidates: Candidates): [number, number][] {
  return Array.from(candidates.ordinals.subarray(0, candidates.size), (ordinal, at) => [
    ordinal,
    candidates.scores[at] ?? 0,
  ]);
}

/** Candidates of a window with these sums, taken without any limit. */
function candidatesOf(from: number, sums: ReadonlyMap<number, number>): Candidates {
  const window = { from, to: from + 2048, sums: new Float64Array(2048), touched: new Uint32Array(64) };
  for (const [place, sum] of sums) {
    window.sums[place] = sum;
    window.touched[place >>> 5] = (window.touched[place >>> 5] ?? 0) | (1 << (place & 31));
  }
  const candidates = new Candidates();
  candidates.take(window, 0, 0);
  return candidates;
}

const anySums = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 2047 }), fc.integer({ min: 1, max: 50 })), { maxLength: 300, size: 'max' })
  .map((entries) => new Map(entries));

/** Ordinals of a list, often of several blocks. */
const anyOrdinals = fc
  .array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 700, size: 'max' })
  .map((gaps) => {
    let ordinal = -1;
    return gaps.map((gap) => (ordinal += gap));
  });

describe('candidates', () => {
  it('are those of a window that can still come in, and leave the window empty', () => {
    fc.assert(
      fc.property(
        anySums,
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 0, max: 60 }),
        (sums, rest, threshold) => {
          const window = { from: 4096, to: 6144, sums: new Float64Array(2048), touched: new Uint32Array(64) };
          for (const [place, sum] of sums) {
            window.sums[place] = sum;
            window.touched[place >>> 5] = (window.touched[place >>> 5] ?? 0) | (1 << (place & 31));
          }
          const candidates = new Candidates();
          candidates.take(window, rest, threshold);
          const expected = [...sums].filter(([, sum]) => sum + rest >= threshold).sort(([a], [b]) => a - b);
          expect(scored(candidates)).toEqual(expected.map(([place, sum]) => [place + 4096, sum]));
          expect([window.sums.some((sum) => sum !== 0), window.touched.some((bits) => bits !== 0)]).toEqual([
            false,
            false,
          ]);
          candidates.keep(1, threshold);
          const kept = expected.filter(([, sum]) => sum + 1 >= threshold);
          expect(scored(candidates)).toEqual(kept.map(([place, sum]) => [place + 4096, sum]));
        },
      ),
    );
  });

  it('are given what a list adds to them, window after window, wherever its blocks end', () => {
    fc.assert(
      fc.property(anyOrdinals, fc.array(anySums, { maxLength: 12 }), (ordinals, windows) => {
        const writer = new PostingWriter(NORMS);
        const pairs = Uint32Array.from(ordinals.flatMap((ordinal) => [ordinal, 1 + (ordinal % 3)]));
        writer.add({ term: '', pairs, from: 0, to: ordinals.length });
        const cursor = new PostingCursor(new PostingLists(writer.finish(), { terms: 1, passages: LENGTHS.length }), 0);
        const held = new Set(ordinals);
        windows.forEach((sums, number) => {
          const candidates = candidatesOf(number * 2048, sums);
          const before = scored(candidates);
          cursor.complete(candidates, { weight: 3, norms: NORMS });
          const gain = (ordinal: number): number => {
            const count = 1 + (ordinal % 3);
            return held.has(ordinal) ? 3 * (count / (count + 0.7)) : 0;
          };
          expect(scored(candidates)).toEqual(before.map(([ordinal, score]) => [ordinal, score + gain(ordinal)]));
        });
      }),
    );
  });
});
