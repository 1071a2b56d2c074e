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

/** Remarks that are kept of one kind, refusals or warnings: a file of a million broken lines has a million of them. */
export const MOST_TOLD = 10_000;

/** Remarks in the order in which they were made, and from a number on only how many more there are. */
export class ToldList {
  readonly #told: Told[] = [];
  #more = 0;

  add(told: Told): void {
    if (this.#told.length < MOST_TOLD) this.#told.push(told);
    else this.#more += 1;
  }

  get told(): readonly Told[] {
    return this.#told;
  }

  /** How many were added that are not in `told`. */
  get more(): number {
    return this.#more;
  }
}

/** What came of taking in; `pages` counts files that were read or are unchanged, the others count articles. */
export interface TakenIn {
  readonly pages: number;
  readonly added: number;
  readonly replaced: number;
  readonly removed: number;
  /** Pages and lines that could not be read, at most {@link MOST_TOLD}. */
  readonly refused: readonly Told[];
  /** At most {@link MOST_TOLD}: of pages that were read; of unchanged ones only where `knownWarnings` asks for them. */
  readonly warnings: readonly Told[];
  /** How many refusals and warnings there are beyond those that are named. */
  readonly refusedMore: number;
  readonly warningsMore: number;
}
