import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { END, frequencyOf, type PostingArrays, PostingCursor, PostingWriter } from '../../src/index/postings.ts';

interface Posting {
  readonly ordinal: number;
  readonly count: number;
}

/** A list of postings, often longer than a block, with small and large gaps and counts. */
const anyList = fc
  .array(
    fc.tuple(
      fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 100_000 })),
      fc.integer({ min: 1, max: 300 }),
    ),
    {
      minLength: 1,
      maxLength: 500,
      size: 'max',
    },
  )
  .map((steps) => {
    let ordinal = -1;
    return steps.map(([gap, count]): Posting => {
      ordinal += gap;
      return { ordinal, count };
    });
  });

/** From one posting to the next, or over several blocks. */
const anyDistance = fc.oneof(fc.integer({ min: 0, max: 200_000 }), fc.integer({ min: 0, max: 20_000_000 }));

const LENGTHS = new Uint8Array(50_100_000);
const NORMS = new Float64Array(256).fill(0.7);

function written(lists: readonly (readonly Posting[])[]): PostingArrays {
  const writer = new PostingWriter({ lengths: LENGTHS, norms: NORMS });
  for (const list of lists)
    writer.add(Uint32Array.from(list.flatMap(({ ordinal, count }) => [ordinal, count])), 0, list.length);
  return writer.finish();
}

function readAll(cursor: PostingCursor): Posting[] {
  const read: Posting[] = [];
  for (; cursor.ordinal !== END; cursor.next()) read.push({ ordinal: cursor.ordinal, count: cursor.count });
  return read;
}

describe('a posting list', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.array(anyList, { maxLength: 4 }), (lists) => {
        const arrays = written(lists);
        lists.forEach((list, term) => {
          expect(readAll(new PostingCursor(arrays, term))).toEqual(list);
          expect(frequencyOf(arrays, term)).toBe(list.length);
        });
      }),
    );
  });

  it('leads to the first posting that is not before the target, wherever it stands', () => {
    fc.assert(
      fc.property(anyList, fc.array(fc.tuple(fc.boolean(), anyDistance)), (list, moves) => {
        const cursor = new PostingCursor(written([[{ ordinal: 7, count: 1 }], list, list]), 1);
        let rest: readonly Posting[] = list;
        for (const [leap, distance] of moves) {
          const target = cursor.ordinal + distance;
          if (leap) cursor.advance(target);
          else cursor.next();
          rest = leap ? rest.filter(({ ordinal }) => ordinal >= target) : rest.slice(1);
          expect(cursor.ordinal).toBe(rest[0]?.ordinal ?? END);
          if (rest[0] === undefined) break;
          expect(cursor.count).toBe(rest[0].count);
        }
        expect(readAll(cursor)).toEqual(rest);
      }),
    );
  });

  it('promises no less than its best posting, the whole and every block', () => {
    fc.assert(
      fc.property(anyList, (list) => {
        const arrays = written([list]);
        const best = (part: readonly Posting[]): number => Math.max(...part.map(({ count }) => count / (count + 0.7)));
        expect((arrays.bounds[0] ?? 0) / 255).toBeGreaterThanOrEqual(best(list));
        arrays.blockBounds.forEach((bound, block) => {
          const part = list.slice(block * 128, block * 128 + 128);
          expect(bound / 255).toBeGreaterThanOrEqual(best(part));
          expect(arrays.blockLasts[block]).toBe(part.at(-1)?.ordinal);
        });
      }),
    );
  });

  it('adds up windows exactly as reading one by one does', () => {
    fc.assert(
      fc.property(anyList, fc.integer({ min: 0, max: 5000 }), (list, from) => {
        const cursor = new PostingCursor(written([list]), 0);
        cursor.advance(from);
        const window = { from, to: from + 2048, sums: new Float64Array(2048), touched: new Uint32Array(64) };
        cursor.accumulate(window, 3, { lengths: LENGTHS, norms: NORMS });
        const expected = new Float64Array(2048);
        for (const { ordinal, count } of list) {
          if (ordinal >= from && ordinal < window.to) expected[ordinal - from] = 3 * (count / (count + 0.7));
        }
        expect(window.sums).toEqual(expected);
        const flags = Array.from(expected, (_, at) => ((window.touched[at >> 5] ?? 0) >>> (at & 31)) & 1);
        expect(flags).toEqual(Array.from(expected, (sum) => (sum > 0 ? 1 : 0)));
        expect(cursor.ordinal).toBe(list.find(({ ordinal }) => ordinal >= window.to)?.ordinal ?? END);
      }),
    );
  });

  it('keeps counts up to 65,535', () => {
    expect(readAll(new PostingCursor(written([[{ ordinal: 0, count: 70_000 }]]), 0))).toEqual([
      { ordinal: 0, count: 65_535 },
    ]);
  });
});
