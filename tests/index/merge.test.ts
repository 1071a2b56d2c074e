import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IndexedPassage } from '../../src/index/builder.ts';
import { mergeSegments, type SegmentPart } from '../../src/index/merge.ts';
import { decodeSegment, encodeSegment } from '../../src/index/segment.ts';
import { anyPassages, manyPassages, passagesOf, segmentOf } from './support.ts';

/** Deals passages out to parts; some of them are then deleted there. */
function deal(
  passages: readonly IndexedPassage[],
  { partOf, deleted }: { partOf: (at: number) => number; deleted: ReadonlySet<number> },
): SegmentPart[] {
  const parts = Array.from({ length: 4 }, (_, part) => passages.filter((_passage, at) => partOf(at) === part));
  return parts.map((own) => ({
    segment: segmentOf(own),
    deleted: new Set(own.map(({ id }) => id).filter((id) => deleted.has(id))),
  }));
}

function alive(passages: readonly IndexedPassage[], deleted: ReadonlySet<number>): IndexedPassage[] {
  return passages.filter(({ id }) => !deleted.has(id));
}

describe('mergeSegments', () => {
  it('makes the very bytes that building from the surviving passages makes', () => {
    fc.assert(
      fc.property(
        anyPassages,
        fc.array(fc.nat(3), { minLength: 40, maxLength: 40 }),
        fc.func(fc.boolean()),
        (passages, parts, gone) => {
          const deleted = new Set(passages.map(({ id }) => id).filter((id) => gone(id)));
          const merged = mergeSegments(deal(passages, { partOf: (at) => parts[at] ?? 0, deleted }));
          expect(encodeSegment(merged)).toEqual(encodeSegment(segmentOf(alive(passages, deleted))));
        },
      ),
    );
  });

  it.each([
    { what: 'one behind the other', partOf: (at: number) => Math.floor(at / 800) },
    { what: 'dealt out like cards', partOf: (at: number) => at % 4 },
  ])('does so for lists of many blocks, $what', ({ partOf }) => {
    const passages = manyPassages(3000);
    const deleted = new Set(passages.map(({ id }) => id).filter((id) => id % 7 === 0));
    const parts = deal(passages, { partOf, deleted }).map(({ segment, deleted: own }) => {
      return { segment: decodeSegment(encodeSegment(segment)), deleted: own };
    });
    expect(encodeSegment(mergeSegments(parts))).toEqual(encodeSegment(segmentOf(alive(passages, deleted))));
  });

  it('makes an empty segment of nothing', () => {
    expect(encodeSegment(mergeSegments([]))).toEqual(encodeSegment(segmentOf([])));
  });

  it('forgets the terms of what was deleted', () => {
    const segment = segmentOf(passagesOf('青岛港口 AI', '济南会议'));
    const merged = mergeSegments([{ segment, deleted: new Set([1]) }]);
    expect([merged.words.dictionary.find('济南'), merged.words.dictionary.find('青岛')]).toEqual([
      -1,
      expect.any(Number),
    ]);
    expect(merged.characters).toEqual(Uint16Array.from('港岛青', (unit) => unit.charCodeAt(0)).sort());
  });

  it('refuses a passage that stands in two parts', () => {
    const part = { segment: segmentOf(passagesOf('青岛')), deleted: new Set<number>() };
    expect(() => mergeSegments([part, part])).toThrow(new RangeError('Passage 0 is in two of the segments.'));
  });
});
