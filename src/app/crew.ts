/** Work that is done by several at once and comes out in its order. */
import type { Claim } from './ledger.ts';
import type { RawPage } from './reading.ts';
import type { IntakeResult } from './taking.ts';

/** How a page is to be put in the place of its earlier state. */
export interface ReplaceTerms {
  /** What is remembered of what was read. */
  readonly hash: string;
  readonly claim?: Claim | undefined;
}

/** Threads or processes that take pages in as this one would, several at once. */
export interface Crew {
  /** Pages that are worth being in their hands at once. */
  readonly hands: number;
  /**
   * Reads a page and puts it in the place of its earlier state. Pages are numbered and written in the order of the calls,
   * whichever is read first, so that the library is the same as without a crew. Rejects with what taking in rejects with.
   */
  replace(raw: RawPage, terms: ReplaceTerms): Promise<IntakeResult>;
  /** Makes one segment of some; resolves with whether that was possible. */
  merge(group: readonly number[]): Promise<boolean>;
}

/** Something to be done for a page. */
export interface PageWork<Result> {
  readonly page: string;
  begin(): Promise<Result>;
}

/** What came of the work for a page: waiting for it may reject. */
export interface PageOutcome<Result> {
  readonly page: string;
  readonly result: Promise<Result>;
}

/**
 * Begins works in their order, at most `most` of them at once, and gives what came of them in that order. Whoever stops
 * listening waits for those that have begun.
 */
export async function* inTurn<Result>(
  works: AsyncIterable<PageWork<Result>>,
  most: number,
): AsyncGenerator<PageOutcome<Result>, void, void> {
  const begun: PageOutcome<Result>[] = [];
  try {
    for await (const work of works) {
      const result = work.begin();
      // A fault is met when it is its turn, which may be long after it happened.
      result.catch(() => {});
      begun.push({ page: work.page, result });
      if (begun.length >= most) yield* oldestOf(begun);
    }
    while (begun.length > 0) yield* oldestOf(begun);
  } finally {
    await Promise.allSettled(begun.map(({ result }) => result));
  }
}

async function* oldestOf<Result>(begun: PageOutcome<Result>[]): AsyncGenerator<PageOutcome<Result>, void, void> {
  const [oldest] = begun;
  if (oldest === undefined) return;
  await Promise.allSettled([oldest.result]);
  begun.shift();
  yield oldest;
}
