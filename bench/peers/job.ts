/** What one process is asked to measure, and what it says. */
import type { Quality } from './figures.ts';
import type { GrowthChoice } from './growth.ts';

/** One engine, measured once. */
export interface Job {
  readonly engine: string;
  /** Where the collection was written. */
  readonly source: string;
  /** Of what is made in `source`; `null` for the set that was written there. */
  readonly growth: GrowthChoice | null;
  /** An empty folder of the engine's own. */
  readonly folder: string;
  /** Questions whose time is taken, at most. */
  readonly timed: number;
  /** Seconds of work in which questions are asked for their ranks; 0 for not at all. */
  readonly ranking: number;
  readonly limits: Limits;
}

/** Beyond these an engine has given up. */
export interface Limits {
  /** That processors work for it, from the first unit to the last timed question. */
  readonly seconds: number;
  /** Of the whole process. */
  readonly mebibytes: number;
}

/** The figures of one engine in one run. */
export interface Figures {
  readonly indexSeconds: number;
  /** Seconds that processors worked for it; more than the time it took where several did, less where others were waited for. */
  readonly indexWork: number;
  /** Milliseconds a question. */
  readonly p50: number;
  readonly p99: number;
  /** Milliseconds that processors worked for a question, the mean; what else the machine does is not in it. */
  readonly work: number;
  /** Resident memory that index and questions added, after garbage was collected, in MiB. */
  readonly memory: number;
  /** The most that the whole process held, in MiB. */
  readonly peak: number;
  /** Bytes of the stored index in MiB; `null` for an engine that cannot be stored at this size. */
  readonly disk: number | null;
  /** `null` where ranks were not asked for. */
  readonly quality: Quality | null;
  /** Questions that `quality` is made of: all, or as many as there was time for, spread over all. */
  readonly asked: number;
}

/** What came out: figures, or why there are none. */
export type Outcome =
  | { readonly kind: 'measured'; readonly figures: Figures }
  | { readonly kind: 'gave up'; readonly why: string };
