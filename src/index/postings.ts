/**
 * Lists of which passages hold a term and how often: what they are stored as.
 *
 * Terms stand in groups of {@link GROUP}, and only groups have a place. A group begins with the heads of its lists,
 * each the number of its passages, so that a frequency is found without reading a list. Then follow the lists. A short
 * one tells its passages as a subset of all (`subsets.ts`) and then the counts, of which most are 1: how many are not, which, and
 * what they are. One of more than {@link BLOCK} passages is cut into blocks, which stand elsewhere: a reader can leap over them,
 * since each knows its last passage.
 *
 * Where a word stands, its pairs of characters stand as well, so nearly every list of a word is part of the list of
 * a pair. Then it is told as a subset of that one's postings, with counts where they differ: the word is its *guest*. Words take a
 * quarter of the bytes so.
 */

/** Terms of a group. */
export const GROUP = 8;
/** Postings of a block. */
export const BLOCK = 128;
/** Bits that tell a posting of a block, and how many of them a guest has. */
export const RANK_BITS = 7;
export const MEMBER_BITS = 8;
/** Where a cursor stands after its last posting: beyond every ordinal. */
export const END = 0x7fffffff;
/** Passages of a window, whose scores are summed together: the sums fill half of a first-level cache. */
export const WINDOW = 2048;
/** The largest count that is told apart. */
export const MOST = 0xffff;

/** The arrays that hold all lists of one kind of term. */
export interface PostingArrays {
  /** Per group: where it begins in `lists`. */
  readonly groups: Uint32Array;
  /** The heads of all lists, and the short lists. */
  readonly lists: Uint8Array;
  /** Per block: the ordinal of its last passage. */
  readonly blockLasts: Uint32Array;
  /** Per block: where it begins in `blocks`. */
  readonly blockStarts: Uint32Array;
  /** Per block of a host, for each long list that is its guest: where the guest's part of it begins in `blocks`. */
  readonly guestStarts: Uint32Array;
  readonly blocks: Uint8Array;
}

/** What turns a count into a share of a term's weight. */
export interface Norms {
  /** Per ordinal: the code of its length. */
  readonly lengths: Uint8Array;
  /** Per length code: {@link lengthNorm}. */
  readonly norms: Float64Array;
  /** Per length code: the saturation of a term that occurs once. */
  readonly once: Float64Array;
}

/** Norms by the code of a length. */
export function normsOf(lengths: Uint8Array, norms: Float64Array): Norms {
  return { lengths, norms, once: norms.map((norm) => 1 / (1 + norm)) };
}

/** The saturation of a posting. */
export function saturationOf({ lengths, norms, once }: Norms, ordinal: number, count: number): number {
  const length = lengths[ordinal] ?? 0;
  return count === 1 ? (once[length] ?? 0) : count / (count + (norms[length] ?? 0));
}

/** Room for postings that were read, which cursors share. */
export class Room {
  ordinals = new Uint32Array(BLOCK * 2);
  counts = new Uint16Array(BLOCK * 2);
  /** The first place that nobody uses. */
  used = 0;

  /** Makes sure that a block and one number more fit behind what is used; returns where. */
  open(): number {
    if (this.used + BLOCK < this.ordinals.length) return this.used;
    const [ordinals, counts] = [new Uint32Array(this.ordinals.length * 2), new Uint16Array(this.counts.length * 2)];
    ordinals.set(this.ordinals);
    counts.set(this.counts);
    this.ordinals = ordinals;
    this.counts = counts;
    return this.used;
  }
}
