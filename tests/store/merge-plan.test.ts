import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DELETED_SHARE,
  MERGE_CEILING,
  MERGE_FACTOR,
  planMerges,
  type SegmentSize,
} from '../../src/store/merge-plan.ts';

function sizes(...passages: readonly number[]): SegmentSize[] {
  return passages.map((count, i) => ({ id: i + 1, passages: count, deleted: 0 }));
}

/** Merges as planned until there is nothing to do; counts how many passages were written. */
function settle(segments: readonly SegmentSize[]): { left: SegmentSize[]; written: number } {
  let left = [...segments];
  let written = 0;
  let next = Math.max(0, ...left.map(({ id }) => id)) + 1;
  for (let groups = planMerges(left); groups.length > 0; groups = planMerges(left)) {
    for (const group of groups) {
      const size = left
        .filter(({ id }) => group.includes(id))
        .reduce((sum, { passages, deleted }) => sum + passages - deleted, 0);
      left = [...left.filter(({ id }) => !group.includes(id)), { id: next, passages: size, deleted: 0 }];
      next += 1;
      written += size;
    }
  }
  return { left, written };
}

describe('planMerges', () => {
  it.each([
    { what: 'nothing', segments: [], groups: [] },
    { what: 'one segment short of a tier', segments: sizes(...Array(7).fill(50)), groups: [] },
    { what: 'a whole tier', segments: sizes(...Array(8).fill(50)), groups: [[1, 2, 3, 4, 5, 6, 7, 8]] },
    { what: 'a tier and a bit', segments: sizes(...Array(10).fill(50)), groups: [[1, 2, 3, 4, 5, 6, 7, 8]] },
    { what: 'segments of eight tiers', segments: sizes(1, 8, 64, 512, 4096, 32768, 9, 65), groups: [] },
    { what: 'segments too large to merge', segments: sizes(...Array(8).fill(MERGE_CEILING)), groups: [] },
  ])('leaves or groups $what', ({ segments, groups }) => {
    expect(planMerges(segments)).toEqual(groups);
  });

  it('rewrites a segment alone once it has lost too much', () => {
    const worn = (deleted: number) => [{ id: 1, passages: 100, deleted }];
    expect(planMerges(worn(DELETED_SHARE * 100))).toEqual([]);
    expect(planMerges(worn(DELETED_SHARE * 100 + 1))).toEqual([[1]]);
  });

  it('names no segment twice, keeps below the ceiling, and comes to an end', () => {
    const segment = fc.record({
      passages: fc.integer({ min: 1, max: 100_000 }),
      lost: fc.double({ min: 0, max: 0.99, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 60 }), (given) => {
        const segments = given.map(({ passages, lost }, id) => ({
          id,
          passages,
          deleted: Math.floor(passages * lost),
        }));
        const named = planMerges(segments).flat();
        expect(new Set(named).size).toBe(named.length);
        const { left } = settle(segments);
        const live = (all: readonly SegmentSize[]) =>
          all.reduce((sum, { passages, deleted }) => sum + passages - deleted, 0);
        expect(live(left)).toBe(live(segments));
        for (const { passages } of left) expect(passages).toBeLessThanOrEqual(Math.max(MERGE_CEILING, 100_000));
      }),
      { numRuns: 200 },
    );
  });

  it('keeps a growing library in a few dozen segments, each passage rewritten a few times', () => {
    let segments: SegmentSize[] = [];
    let written = 0;
    for (let id = 1; id <= 2000; id += 1) {
      const settled = settle([...segments, { id: id * 1_000_000, passages: 500, deleted: 0 }]);
      segments = settled.left;
      written += settled.written;
    }
    expect(segments.length).toBeLessThanOrEqual(7 * MERGE_FACTOR);
    expect(written / (2000 * 500)).toBeLessThan(4);
  });
});
