/**
 * Decides which index segments are worth merging.
 *
 * Segments of about the same size are merged eight at a time, so that a passage is rewritten once for each tier it
 * climbs (four times on the way to a hundred thousand) and a library of a million passages is searched in some
 * dozens of segments. Where there are sixty-four at once, as while a large file is taken in, they climb two tiers
 * in one merge. A segment that has lost much is rewritten alone.
 */

/** How many segments of a tier make one of the next; 8 keeps both rewriting and the number of segments low. */
export const MERGE_FACTOR = 8;

/** How many of a tier are merged at once where there are so many. */
export const LARGE_MERGE = MERGE_FACTOR ** 2;

/** A merge makes no segment of more passages than this (some 160 MB): it must fit in memory twice. */
export const MERGE_CEILING = 262_144;

/** From this share of lost passages on a segment is rewritten without them. */
export const DELETED_SHARE = 0.3;

/** What the plan needs to know of a segment. */
export interface SegmentSize {
  readonly id: number;
  /** Passages that were put in, and those of them that no longer count. */
  readonly passages: number;
  readonly deleted: number;
}

function tierOf({ passages, deleted }: SegmentSize): number {
  return Math.floor(Math.log(Math.max(1, passages - deleted)) / Math.log(MERGE_FACTOR) + 1e-9);
}

function groupsOf(tier: readonly SegmentSize[], patient: boolean): number[][] {
  const groups: number[][] = [];
  const least = patient ? LARGE_MERGE : MERGE_FACTOR;
  for (let from = 0; from + least <= tier.length; ) {
    const size =
      from + LARGE_MERGE <= tier.length && fits(tier.slice(from, from + LARGE_MERGE)) ? LARGE_MERGE : MERGE_FACTOR;
    groups.push(tier.slice(from, from + size).map(({ id }) => id));
    from += size;
  }
  return groups;
}

/** Whether so many make no segment that is too large. */
function fits(segments: readonly SegmentSize[]): boolean {
  return segments.reduce((sum, { passages, deleted }) => sum + passages - deleted, 0) <= MERGE_CEILING;
}

/**
 * Groups of segment ids, each to become one segment: small tiers first, then single segments that have lost much. Who is
 * `patient` gets only groups of {@link LARGE_MERGE} and those single ones.
 */
export function planMerges(segments: readonly SegmentSize[], patient = false): number[][] {
  const tiers = new Map<number, SegmentSize[]>();
  for (const segment of [...segments].sort((a, b) => a.id - b.id)) {
    if (segment.passages - segment.deleted > MERGE_CEILING / MERGE_FACTOR) continue;
    const tier = tierOf(segment);
    tiers.set(tier, [...(tiers.get(tier) ?? []), segment]);
  }
  const groups = [...tiers].sort(([a], [b]) => a - b).flatMap(([, tier]) => groupsOf(tier, patient));
  const grouped = new Set(groups.flat());
  const worn = segments.filter(({ id, passages, deleted }) => !grouped.has(id) && deleted > passages * DELETED_SHARE);
  return [...groups, ...worn.map(({ id }) => [id])];
}
