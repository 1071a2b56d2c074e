/** How long the latest questions took. */
import type { Latency } from './vitals.ts';

/** Questions looked back on. */
const KEPT = 1000;

/** A clock that ticks milliseconds from any fixed point, and the times that were measured by it. */
export class Latencies {
  readonly clock: () => number;
  readonly #onTimed: (result: unknown, milliseconds: number) => void;
  readonly #times: number[] = [];
  #next = 0;

  /** `onTimed` is told of every result and how long it took; `undefined` stands for work that failed. */
  constructor(clock: () => number, onTimed: (result: unknown, milliseconds: number) => void = () => {}) {
    this.clock = clock;
    this.#onTimed = onTimed;
  }

  /** Does the work and notes how long it took, also where it fails. */
  async time<Result>(work: () => Promise<Result>): Promise<Result> {
    const since = this.clock();
    let result: Result | undefined;
    try {
      result = await work();
      return result;
    } finally {
      const took = this.clock() - since;
      this.#times[this.#next] = took;
      this.#next = (this.#next + 1) % KEPT;
      this.#onTimed(result, took);
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
