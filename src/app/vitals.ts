/** How the program is doing, as whoever runs it and whoever asks may know. */

/** Taking in, as far as it is under way. */
export interface Tasks {
  readonly running: number;
  readonly waiting: number;
  readonly failed: number;
}

/** Times of the questions answered lately, in milliseconds. */
export interface Latency {
  /** How many questions these are of. */
  readonly asked: number;
  readonly median: number;
  readonly p99: number;
}

/** Functions, so that each look is a fresh one. */
export interface Vitals {
  tasks(): Promise<Tasks>;
  /** `null` before the first question. */
  latency(): Latency | null;
}

/** Of a program that does nothing beside answering and keeps no times. */
export const NO_VITALS: Vitals = Object.freeze({
  tasks: async () => ({ running: 0, waiting: 0, failed: 0 }),
  latency: () => null,
});
