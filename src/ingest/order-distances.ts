/**
 * How far away does the next line stand? Columns that were read across are torn at a constant distance, and where they were
 * read by blocks at a constant rhythm: what a first assignment found around a line says what is likely there.
 */

/** Lines on each side whose distances count for a line. */
const REACH = 30;
/** The longest rhythm that is looked for, in lines. */
const LONGEST = 8;
/** Which share of the expectation comes from where; the rest is what is common on all pages. */
const PARTS = { rhythm: 0.45, around: 0.25, page: 0.1, general: 0.2 } as const;
/** So many sightings must a rhythm have to count half. */
const DOUBT = 2;

/** How common it is that the next line stands `distance` lines further down, before anything is known of the page. */
export function commonness(distance: number): number {
  if (distance === 1) return 0.5;
  if (distance >= 2 && distance <= 4) return 0.06;
  if (distance >= 5 && distance <= 12) return 0.012;
  if (distance >= -6 && distance < 0) return 0.004;
  return 0.001;
}

/** The distances of an assignment, and the rhythms in which they come. */
class Rhythms {
  readonly #distances: Int32Array;
  readonly #counts = new Map<number, number>();
  readonly #rhythms = new Map<number, readonly number[]>();

  constructor(successor: Int32Array) {
    this.#distances = successor.map((to, at) => (to < 0 ? 0 : to - at));
    for (const distance of this.#distances) this.#counts.set(distance, (this.#counts.get(distance) ?? 0) + 1);
  }

  /** How sure the rhythm of a distance makes it that it comes again at `from`. */
  share(from: number, distance: number): number {
    let best = 0;
    for (const [at, share] of this.#rhythmOf(distance).entries()) {
      const sightings = this.#has(from - at - 1, distance) + this.#has(from + at + 1, distance);
      best = Math.max(best, (share * sightings) / 2);
    }
    return best;
  }

  /** The share of a distance among the lines around `from`, its own left out. */
  around(from: number, distance: number): number {
    let [found, all] = [0, 0];
    for (let at = Math.max(0, from - REACH); at <= Math.min(this.#distances.length - 1, from + REACH); at++) {
      if (at === from || this.#distances[at] === 0) continue;
      all++;
      found += this.#has(at, distance);
    }
    return all === 0 ? 0 : found / all;
  }

  /** The share of a distance among all lines. */
  onPage(distance: number): number {
    return (this.#counts.get(distance) ?? 0) / this.#distances.length;
  }

  #has(at: number, distance: number): number {
    return this.#distances[at] === distance ? 1 : 0;
  }

  /** The share of the lines with a distance that have it again 1, 2, 3 … lines further down. */
  #rhythmOf(distance: number): readonly number[] {
    const known = this.#rhythms.get(distance);
    if (known !== undefined) return known;
    let all = DOUBT;
    const again = Array<number>(LONGEST).fill(0);
    for (let from = 0; from < this.#distances.length; from++) {
      if (this.#distances[from] !== distance) continue;
      all++;
      for (let at = 0; at < LONGEST; at++) again[at] = (again[at] ?? 0) + this.#has(from + at + 1, distance);
    }
    const shares = again.map((count) => count / all);
    this.#rhythms.set(distance, shares);
    return shares;
  }
}

/** How likely each distance is for the line that follows a line: after an assignment, or before there is any. */
export function distancesOf(successor: Int32Array | undefined): (from: number, distance: number) => number {
  if (successor === undefined) return (_, distance) => commonness(distance);
  const rhythms = new Rhythms(successor);
  return (from, distance) =>
    PARTS.rhythm * rhythms.share(from, distance) +
    PARTS.around * rhythms.around(from, distance) +
    PARTS.page * rhythms.onPage(distance) +
    PARTS.general * commonness(distance);
}
