/** What can be wrong with stored index bytes. Both are healed by building the index again from the stored pages. */

/** The command that builds every segment anew. */
export const CURE = 'wenbao index --rebuild';

/** What two sides of a mismatch call themselves. */
export interface Mismatch {
  /** What differs: the layout of the bytes, or the rules that made terms of the text. */
  readonly what: 'format' | 'analyzer';
  readonly found: string;
  readonly wanted: string;
}

/** A whole segment that an older or newer program wrote: readable by that one, not by this one. */
export class IndexStaleError extends Error {
  readonly code = 'INDEX_STALE';
  readonly what: Mismatch['what'];
  readonly found: string;
  readonly wanted: string;

  constructor({ what, found, wanted }: Mismatch) {
    super(`The index was built with ${what} ${found}, this program uses ${wanted}. Run \`${CURE}\` to rebuild it.`);
    this.name = 'IndexStaleError';
    this.what = what;
    this.found = found;
    this.wanted = wanted;
  }
}

/** Bytes that are no segment, or not all of one. */
export class IndexDamagedError extends Error {
  readonly code = 'INDEX_DAMAGED';

  constructor(reason: string) {
    super(`The index cannot be read: ${reason}. Run \`${CURE}\` to rebuild it.`);
    this.name = 'IndexDamagedError';
  }
}
