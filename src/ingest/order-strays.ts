/** What is each pair of lines worth once it is known which lines went astray? */
import { STRAY } from './order-beliefs.ts';
import type { Borders } from './order-borders.ts';
import { isFar } from './order-offsets.ts';

/** Lines that went astray together, at most. */
const MOST_TOGETHER = 3;
/** By how much, as a natural logarithm, leaving the column must be better than staying: a wrong move is worse than none. */
const DOUBT = 1;

/** The line before each, -1 for none. */
export function predecessorsOf(successor: Int32Array): Int32Array {
  const predecessor = new Int32Array(successor.length).fill(-1);
  for (const [at, to] of successor.entries()) if (to >= 0) predecessor[to] = at;
  return predecessor;
}

/** Where lines went astray in an order. */
class Ways {
  readonly #successor: Int32Array;
  readonly #predecessor: Int32Array;

  constructor(successor: Int32Array) {
    this.#successor = successor;
    this.#predecessor = predecessorsOf(successor);
  }

  /** Whether `to` stands right behind where the lines that end with `from` were taken from. */
  #comesBack(from: number, to: number): boolean {
    let at = from;
    for (let step = 0; step <= MOST_TOGETHER; step++) {
      const before = this.#predecessor[at] ?? -1;
      if (before < 0) return false;
      if (isFar(before, at)) return before < to && to <= before + MOST_TOGETHER;
      at = before;
    }
    return false;
  }

  #isAstray(at: number): boolean {
    const [before, after] = [this.#predecessor[at] ?? -1, this.#successor[at] ?? -1];
    return (before >= 0 && isFar(before, at)) || (after >= 0 && isFar(at, after));
  }

  /** Whether all lines between the two belong elsewhere. */
  #skips(from: number, to: number): boolean {
    if (to < from + 2 || to > from + MOST_TOGETHER + 1) return false;
    for (let at = from + 1; at < to; at++) if (!this.#isAstray(at)) return false;
    return true;
  }

  /** Whether a line went astray only if `to` follows `from`: the way back, and the way around it. */
  areKnown(from: number, to: number): boolean {
    return isFar(from, to) ? this.#comesBack(from, to) : this.#skips(from, to);
  }
}

/**
 * What each pair is worth if a line that went astray in `successor` costs what it is likely to do once, and a little more: the way
 * back, and the way around it, are nearly free. `plain`: what they are worth by themselves.
 */
export function weighStrays(borders: Borders, plain: Float64Array, successor: Int32Array): Float64Array {
  const ways = new Ways(successor);
  const known = Math.log(STRAY.back);
  return plain.map((usual, at) => {
    const least = (borders.value[at] ?? 0) + known;
    const [from, to] = [borders.from[at] ?? 0, borders.to[at] ?? 0];
    if (least > usual && ways.areKnown(from, to)) return least;
    return isFar(from, to) ? usual - DOUBT : usual;
  });
}
