/**
 * How far away does the next line stand? Columns that were read across are torn at a constant distance, and where they were
 * read by blocks at a constant rhythm: what is believed of the lines around a line says what is likely there.
 */
/** Lines on each side whose distances count for a line. */
const REACH = 30;
/** The longest rhythm that is looked for, in lines. */
const LONGEST = 8;
/** Distances beyond this are no rhythm. */
const WIDEST = 40;
/** How much each expectation counts: the rhythm, the lines around, the page, and what is common on all pages. */
const PARTS = { rhythm: 0.7, around: 0.25, page: 0.1, general: 0.2 } as const;
/** So many sightings must a rhythm have to count half. */
const DOUBT = 2;
/** A distance that is sighted less often on a page is no rhythm of it. */
const LEAST_SIGHTINGS = 0.5;

/** How common it is that the next line stands `distance` lines further down, before anything is known of the page. */
export function commonness(distance: number): number {
  if (distance === 1) return 0.5;
  if (distance >= 2 && distance <= 4) return 0.06;
  if (distance >= 5 && distance <= 12) return 0.012;
  if (distance >= -6 && distance < 0) return 0.004;
  return 0.001;
}

/** What is believed of the pairs of a page. */
interface Believed {
  forEach(call: (from: number, to: number, share: number) => void): void;
}

/** What is believed of one distance: by line, summed up to each line, and again so many lines further down. */
interface Distance {
  readonly at: Float64Array;
  readonly sums: Float64Array;
  readonly again: readonly number[];
}

function distanceOf(at: Float64Array): Distance {
  const sums = new Float64Array(at.length + 1);
  for (const [line, share] of at.entries()) sums[line + 1] = (sums[line] ?? 0) + share;
  const all = DOUBT + (sums.at(-1) ?? 0);
  const again = Array.from({ length: LONGEST }, (_, step) => {
    let found = 0;
    for (let line = 0; line + step + 1 < at.length; line++) found += (at[line] ?? 0) * (at[line + step + 1] ?? 0);
    return found / all;
  });
  return { at, sums, again };
}

/** The distances that are believed on a page, and the rhythms in which they come. */
export class Rhythms {
  /** By distance, {@link WIDEST} added. */
  readonly #distances: (Distance | undefined)[] = [];
  /** What is believed of all near followers, summed up to each line. */
  readonly #all: Float64Array;
  readonly #count: number;

  constructor(believed: Believed, count: number) {
    this.#count = count;
    const byDistance = new Map<number, Float64Array>();
    const all = new Float64Array(count);
    believed.forEach((from, to, share) => {
      all[from] = (all[from] ?? 0) + share;
      if (Math.abs(to - from) > WIDEST) return;
      const at = byDistance.get(to - from) ?? new Float64Array(count);
      at[from] = share;
      byDistance.set(to - from, at);
    });
    this.#all = distanceOf(all).sums;
    for (const [distance, at] of byDistance) {
      const known = distanceOf(at);
      if ((known.sums.at(-1) ?? 0) >= LEAST_SIGHTINGS) this.#distances[distance + WIDEST] = known;
    }
  }

  /** How likely it is from the distances of the page that `to` follows `from`. */
  share(from: number, to: number): number {
    const general = PARTS.general * commonness(to - from);
    const distance = this.#distances[to - from + WIDEST];
    if (distance === undefined) return general;
    const rhythm = PARTS.rhythm * this.#rhythm(distance, from);
    const page = (PARTS.page * (distance.sums.at(-1) ?? 0)) / this.#count;
    return rhythm + PARTS.around * this.#around(distance, from) + page + general;
  }

  /** How sure the rhythm of a distance makes it that it comes again at `from`. */
  #rhythm({ at, again }: Distance, from: number): number {
    let best = 0;
    for (let step = 0; step < LONGEST; step++) {
      const sightings = (at[from - step - 1] ?? 0) + (at[from + step + 1] ?? 0);
      best = Math.max(best, ((again[step] ?? 0) * sightings) / 2);
    }
    return best;
  }

  /** The share of a distance among the lines around `from`, its own left out. */
  #around({ at, sums }: Distance, from: number): number {
    const [first, last] = [Math.max(0, from - REACH), Math.min(this.#count, from + REACH + 1)];
    const own = (this.#all[from + 1] ?? 0) - (this.#all[from] ?? 0);
    const all = (this.#all[last] ?? 0) - (this.#all[first] ?? 0) - own;
    return all < 1 ? 0 : ((sums[last] ?? 0) - (sums[first] ?? 0) - (at[from] ?? 0)) / all;
  }
}
