/**
 * Which lines went astray, and how far? Lines that were read in a neighbouring column stand at its height, so their distances
 * are alike: the height of a column.
 */

/** A jump over more lines than this, or back, leads away from the column. */
const NEAR = 12;
/** Distances that differ by so many lines are alike. */
const SPREAD = 3;
/** So many jumps are expected to go anywhere. */
const ANYWHERE = 3;
/** Fewer sightings of a distance and those alike are chance. */
const LEAST_ALIKE = 2;
/** So many times more lines than by chance must have gone equally far. */
const TIMES_CHANCE = 3;
/** A jump that is believed less is none. */
const LEAST_JUMP = 0.05;

/** Whether a jump leads away from the column. */
export function isFar(from: number, to: number): boolean {
  return to < from || to > from + NEAR;
}

/** What is believed of the pairs of a page. */
interface Believed {
  forEach(call: (from: number, to: number, share: number) => void): void;
}

/** How far away lines went astray on a page. */
export class Offsets {
  /** By distance, how many jumps go about as far; in all, {@link SPREAD} + 1 times as many as there are. */
  readonly #alike: Float64Array;
  readonly #jumps: number;
  readonly #count: number;

  constructor(believed: Believed, count: number) {
    this.#count = count;
    this.#alike = new Float64Array(count + SPREAD + 1);
    let jumps = 0;
    believed.forEach((from, to, share) => {
      const distance = Math.abs(to - from);
      if (distance <= NEAR || share < LEAST_JUMP) return;
      jumps += share;
      for (let near = distance - SPREAD; near <= distance + SPREAD; near++) {
        this.#alike[near] =
          (this.#alike[near] ?? 0) + (share * (SPREAD + 1 - Math.abs(near - distance))) / (SPREAD + 1);
      }
    });
    this.#jumps = jumps;
  }

  /** The distances at which more lines went astray than chance would send there, the commonest first. */
  common(most: number): number[] {
    const least = Math.max(LEAST_ALIKE, (TIMES_CHANCE * this.#jumps * (SPREAD + 1)) / this.#count);
    return [...this.#alike.entries()]
      .filter(([distance, alike]) => distance > NEAR && alike >= least)
      .toSorted((a, b) => b[1] - a[1])
      .slice(0, most)
      .map(([distance]) => distance);
  }

  /** How likely a line is followed by the one `distance` lines further down because it went astray; 0 for a near one. */
  share(distance: number): number {
    const length = Math.abs(distance);
    if (length <= NEAR) return 0;
    const alike = (this.#alike[length] ?? 0) / (SPREAD + 1) + ANYWHERE / this.#count;
    return ((this.#jumps / this.#count) * alike) / (this.#jumps + ANYWHERE) / 2;
  }
}
