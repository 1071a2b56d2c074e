/** Figures as they go from a measuring process to the table. */

/** Median, 99th percentile and maximum of some milliseconds, and the processor time that one took on average. */
export interface Spread {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
  /** Milliseconds of all threads; `null` where others did the work. */
  readonly cpu: number | null;
}

/** The spread of some values; zeros of none. */
export function spreadOf(values: readonly number[], cpu: number | null = null): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99), max: at(1), cpu: cpu === null ? null : cpu / Math.max(1, values.length) };
}

/** What bare segmentation reaches. */
export interface CutFigures {
  readonly passages: number;
  readonly characters: number;
  readonly wallMs: number;
  readonly cpuMs: number;
}

/** What taking in costs. */
export interface TakeInFigures {
  readonly articles: number;
  readonly passages: number;
  /** Milliseconds without loading the dictionary. */
  readonly wallMs: number;
  /** Of all threads. */
  readonly cpuMs: number;
  /** Resident bytes at the most. */
  readonly peakBytes: number;
}

/** What searching costs. */
export interface SearchFigures {
  /** Milliseconds until a searcher stands on an open store. */
  readonly loadMs: number;
  /** Resident bytes that it added. */
  readonly residentBytes: number;
  /** Resident bytes that threads that search added, if there are any. */
  readonly threadBytes: number;
  readonly segments: number;
  readonly search: Spread;
  /** Search and re-ranking, the texts at hand. */
  readonly ranked: Spread;
}

/** What a running library costs. */
export interface AskFigures {
  /** Milliseconds from the start of the process to the first answer. */
  readonly firstAnswerMs: number;
  /** A search with everything that it reads of the store. */
  readonly search: Spread;
  readonly ask: Spread;
  /** From handing in a page to its being found. */
  readonly added: Spread;
  /** The same, from the moment that its job began. */
  readonly addedSinceStart: Spread;
  /** From taking out a page to its being gone. */
  readonly removed: Spread;
  /** Milliseconds that the event loop stood still at the most: while asked, and while pages come and go. */
  readonly askBlock: number;
  readonly growBlock: number;
}
