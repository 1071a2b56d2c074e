/** How long the latest questions took. */
import type { Latency } from './vitals.ts';

/** Questions looked back on. */
const KEPT = 1000;

/** Work that is over: what came of it, `undefined` where it failed, and how many milliseconds it took. */
export interface Timed {
  readonly result: unknown;
  readonly took: number;
  readonly about: string;
}

/** Told of all work that is over. */
export type OnTimed = (timed: Timed) => void;

/** A clock that ticks milliseconds from any fixed point, and the times that were measured by it. */
export class Latencies {
  readonly clock: () => number;
  readonly #onTimed: OnTimed;
  readonly #times: number[] = [];
  #next = 0;

  constructor(clock: () => number, onTimed: OnTimed = () => {}) {
    this.clock = clock;
    this.#onTimed = onTimed;
  }

  /** Does the work and notes how long it took, also where it fails; `about` says what it was. */
  async time<Result>(work: () => Promise<Result>, about = ''): Promise<Result> {
    const since = this.clock();
    let result: Result | undefined;
    try {
      result = await work();
      return result;
    } finally {
      const took = this.clock() - since;
      this.#times[this.#next] = took;
      this.#next = (this.#next + 1) % KEPT;
      this.#onTimed({ result, took, about });
    }
  }

  /** What the times amount to, or `null` before the first. */
  get latest(): Latency | null {
    const sorted = this.#times.toSorted((a, b) => a - b);
    if (sorted.length === 0) return null;
    const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
    return { asked: sorted.length, median: at(0.5), p99: at(0.99) };
  }
}
