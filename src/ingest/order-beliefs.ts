/**
 * How likely does each line follow each other, when all lines of a page are looked at together?
 *
 * Every line has at most one follower and one predecessor, so the likelihoods of pairs are scaled until they sum up to at most
 * one for each line (Sinkhorn's iteration, with a share for none). What is believed then says which distances are common on
 * this page and which lines are strays among others, and this says more about each pair: a few rounds of it.
 */
import type { Borders } from './order-borders.ts';
import { commonness, Rhythms } from './order-distances.ts';
import { isFar, Offsets } from './order-offsets.ts';

/** Rounds of believing; each learns from the one before. */
const ROUNDS = 4;
/** Times that rows and columns are scaled. */
const SCALINGS = 5;
/** What is believed less is not believed at all. */
const LEAST_BELIEF = 1e-3;
/** So many distances at which lines went astray are looked at for every line. */
const MOST_OFFSETS = 14;
/** How likely a line that came from far away is followed by the line behind its origin, and other ways of strays. */
export const STRAY = Object.freeze({ back: 0.5, out: 0.03, skip: 0.5 });

/** How much is believed of each pair: by pair, and by its two lines. */
export class Beliefs {
  readonly #borders: Borders;
  /** By the number of a pair. */
  readonly #believed: Float64Array;
  /** By line, how likely it was moved here from somewhere else. */
  readonly #strays: Float64Array;
  /** Lines that follow some line other than the one above, and lines that some other than the one below follows. */
  readonly #arrived: Uint8Array;
  readonly #left: Uint8Array;

  constructor(borders: Borders, believed: Float64Array) {
    this.#borders = borders;
    this.#believed = believed.map((share) => (share < LEAST_BELIEF ? 0 : share));
    const [into, out] = [new Float64Array(borders.lines), new Float64Array(borders.lines)];
    [this.#arrived, this.#left] = [new Uint8Array(borders.lines), new Uint8Array(borders.lines)];
    this.forEach((from, to, share) => {
      if (to !== from + 1) this.#arrived[to] = this.#left[from] = 1;
      if (!isFar(from, to)) return;
      into[to] = (into[to] ?? 0) + share;
      out[from] = (out[from] ?? 0) + share;
    });
    this.#strays = into.map((share, at) => Math.min(1, Math.max(share, out[at] ?? 0)));
  }

  /** How likely `to` follows `from`, 0 to 1. */
  of(from: number, to: number): number {
    const at = this.#borders.placeOf(from, to);
    return at < 0 ? 0 : (this.#believed[at] ?? 0);
  }

  /** Calls with each pair that is believed, and how much. */
  forEach(call: (from: number, to: number, share: number) => void): void {
    const { from, to } = this.#borders;
    for (let at = 0; at < this.#believed.length; at++) {
      const share = this.#believed[at] ?? 0;
      if (share > 0) call(from[at] ?? 0, to[at] ?? 0, share);
    }
  }

  /** How likely it is, from what strays do, that `to` follows `from`. */
  strayShare(from: number, to: number): number {
    if (isFar(from, to)) return Math.max(STRAY.back * this.#comesBack(from, to), STRAY.out * this.#leaves(from, to));
    if (to === from + 2) return STRAY.skip * this.#stray(from + 1);
    if (to === from + 3) return STRAY.skip * this.#stray(from + 1) * this.#stray(from + 2);
    return 0;
  }

  #stray(at: number): number {
    return this.#strays[at] ?? 0;
  }

  /** Whether `from` came from right before `to`, alone or as the second of two. */
  #comesBack(from: number, to: number): number {
    if (this.#arrived[from] !== 1 && this.#arrived[from - 1] !== 1) return 0;
    const skipped = this.#stray(to - 1);
    const alone = this.of(to - 1, from) + (skipped > 0 ? skipped * this.of(to - 2, from) : 0);
    const second = this.of(from - 1, from);
    if (second === 0) return Math.min(1, alone);
    return Math.min(1, alone + second * (this.of(to - 1, from - 1) + skipped * this.of(to - 2, from - 1)));
  }

  /** Whether `to` goes back to right behind `from`, alone or as the first of two. */
  #leaves(from: number, to: number): number {
    if (this.#left[to] !== 1 && this.#left[to + 1] !== 1) return 0;
    const skipped = this.#stray(from + 1);
    const alone = this.of(to, from + 1) + (skipped > 0 ? skipped * this.of(to, from + 2) : 0);
    const first = this.of(to, to + 1);
    if (first === 0) return Math.min(1, alone);
    return Math.min(1, alone + first * (this.of(to + 1, from + 1) + skipped * this.of(to + 1, from + 2)));
  }
}

/** Pairs of lines by number, as typed columns. */
interface Columns {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** The sums of likelihoods times the factors of the other side, as factors that bring each line to at most one. */
function factors(likelihoods: Float64Array, own: Int32Array, others: { at: Int32Array; factors: Float64Array }) {
  const sums = new Float64Array(others.factors.length).fill(1);
  for (let at = 0; at < likelihoods.length; at++) {
    const line = own[at] ?? 0;
    sums[line] = (sums[line] ?? 0) + (likelihoods[at] ?? 0) * (others.factors[others.at[at] ?? 0] ?? 0);
  }
  for (let line = 0; line < sums.length; line++) sums[line] = 1 / (sums[line] ?? 1);
  return sums;
}

/** Scales likelihoods until those of each line sum up to at most one. */
function scale({ from, to }: Columns, likelihoods: Float64Array, count: number): Float64Array {
  let [rows, columns] = [new Float64Array(count), new Float64Array(count).fill(1)];
  for (let round = 0; round < SCALINGS; round++) {
    rows = factors(likelihoods, from, { at: to, factors: columns });
    columns = factors(likelihoods, to, { at: from, factors: rows });
  }
  return likelihoods.map((likelihood, at) => likelihood * (rows[from[at] ?? 0] ?? 0) * (columns[to[at] ?? 0] ?? 0));
}

function believe(borders: Borders, weights: Float64Array): Beliefs {
  const columns = { from: Int32Array.from(borders.from), to: Int32Array.from(borders.to) };
  return new Beliefs(borders, scale(columns, weights.map(Math.exp), borders.lines));
}

/** What each pair is worth with all that the page says about it: above zero where it is better than none. */
export interface Weights {
  readonly weights: Float64Array;
  /** What each is worth if nothing is known of lines that went astray together. */
  readonly plain: Float64Array;
}

/** Weighs the pairs of lines of a page, and adds those of lines that are as far apart as others that went astray. */
export function weighBorders(borders: Borders): Weights {
  let weights = Float64Array.from(borders.value, (value, at) => {
    return value + Math.log(commonness((borders.to[at] ?? 0) - (borders.from[at] ?? 0)));
  });
  let plain = weights;
  for (let round = 1; round < ROUNDS; round++) {
    const beliefs = believe(borders, weights);
    const [rhythms, offsets] = [new Rhythms(beliefs, borders.lines), new Offsets(beliefs, borders.lines)];
    borders.addDistances(offsets.common(MOST_OFFSETS));
    const count = borders.value.length;
    [weights, plain] = [new Float64Array(count), new Float64Array(count)];
    for (const [at, value] of borders.value.entries()) {
      const [from = 0, to = 0] = [borders.from[at], borders.to[at]];
      const usual = rhythms.share(from, to) + offsets.share(to - from);
      const strays = beliefs.strayShare(from, to);
      plain[at] = value + Math.log(usual);
      weights[at] = strays > 0 ? value + Math.log(usual + strays) : (plain[at] ?? 0);
    }
  }
  return { weights, plain };
}
