import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PostingCursor } from '../../src/index/posting-cursor.ts';
import { PostingLists } from '../../src/index/posting-lists.ts';
import { PostingWriter } from '../../src/index/posting-writer.ts';
import { END, normsOf, type PostingArrays, Room } from '../../src/index/postings.ts';

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
const NORMS = normsOf(LENGTHS, new Float64Array(256).fill(0.7));

function arraysOf(lists: readonly (readonly Posting[])[]): PostingArrays {
  const writer = new PostingWriter(NORMS);
  for (const list of lists) {
    const pairs = Uint32Array.from(list.flatMap(({ ordinal, count }) => [ordinal, count]));
    writer.add({ term: '', pairs, from: 0, to: list.length });
  }
  return writer.finish();
}

function written(lists: readonly (readonly Posting[])[]): PostingLists {
  return new PostingLists(arraysOf(lists), { terms: lists.length, passages: LENGTHS.length });
}

function readAll(cursor: PostingCursor): Posting[] {
  const read: Posting[] = [];
  for (; cursor.ordinal !== END; cursor.next()) read.push({ ordinal: cursor.ordinal, count: cursor.count });
  return read;
}

describe('a posting list', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.array(anyList, { maxLength: 20 }), (lists) => {
        const [arrays, room] = [written(lists), new Room()];
        lists.forEach((list, term) => {
          expect(arrays.frequency(term)).toBe(list.length);
          expect(readAll(new PostingCursor(arrays, term, room))).toEqual(list);
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

  it('promises no less than its best posting, and says of every block where it ends', () => {
    fc.assert(
      fc.property(anyList, (list) => {
        const best = Math.max(...list.map(({ count }) => count / (count + 0.7)));
        const cursor = new PostingCursor(written([list]), 0);
        expect(cursor.bound(NORMS, 1)).toBeGreaterThanOrEqual(best);
        expect(cursor.bound(NORMS, 1)).toBeLessThan(best + 1 / 255);
        arraysOf([list]).blockLasts.forEach((last, block) => {
          expect(last).toBe(list.slice(block * 128, block * 128 + 128).at(-1)?.ordinal);
        });
      }),
    );
  });

  it('leaves the postings of other cursors in the same room alone', () => {
    fc.assert(
      fc.property(fc.array(anyList, { minLength: 2, maxLength: 5 }), (lists) => {
        const [read, room] = [written(lists), new Room()];
        const cursors = lists.map((_, term) => new PostingCursor(read, term, room));
        expect(cursors.map((cursor) => readAll(cursor))).toEqual(lists);
      }),
    );
  });

  it('adds up windows exactly as reading one by one does', () => {
    fc.assert(
      fc.property(anyList, fc.integer({ min: 0, max: 5000 }), (list, from) => {
        const cursor = new PostingCursor(written([list]), 0);
        cursor.advance(from);
        const window = { from, to: from + 2048, sums: new Float64Array(2048), touched: new Uint32Array(64) };
        cursor.accumulate(window, { weight: 3, norms: NORMS });
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
