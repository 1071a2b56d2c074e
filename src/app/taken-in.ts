/** What is told of taking pages in, while it goes on and afterwards. */
import type { Remark } from './remarks.ts';

/** Where taking in stands; batches of a large file count as pages, and their number is estimated until it is known. */
export interface TakingProgress {
  readonly done: number;
  readonly total: number;
  /** The file that is under way or was done last. */
  readonly file: string;
}

/** A file or page and what is to be said of it. */
export interface Told {
  readonly file: string;
  readonly remark: Remark;
}

/** What came of taking in; `pages` counts files that were read or are unchanged, the others count articles. */
export interface TakenIn {
  readonly pages: number;
  readonly added: number;
  readonly replaced: number;
  readonly removed: number;
  readonly refused: readonly Told[];
  /** Of pages that were read; of unchanged ones only where `knownWarnings` asks for them. */
  readonly warnings: readonly Told[];
}
