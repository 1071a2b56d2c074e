/**
 * Lists of which passages hold a term and how often.
 *
 * A list begins with the number of its passages; one of more than {@link BLOCK} passages names its first block next.
 * Then follow the passages, each as its distance to the one before (shifted by one bit, which says whether the
 * term occurs more than once) and, if so, the count. Blocks let a reader leap: each knows its last passage, where it
 * ends and the best that a posting in it can reach.
 */
import { ByteWriter, NumberWriter } from './bytes.ts';

/** Postings of a block. */
export const BLOCK = 128;
/** Where a cursor stands after its last posting: beyond every ordinal. */
export const END = 0x7fffffff;
/** The largest count that is told apart. */
export const MOST = 0xffff;

/** The arrays that hold all lists of one kind of term. */
export interface PostingArrays {
  /** Per term: where its list begins; one more for the end of the last. */
  readonly starts: Uint32Array;
  /** Per term: the best saturation of a posting, in 255ths, rounded up. */
  readonly bounds: Uint8Array;
  readonly postings: Uint8Array;
  /** Per block: the ordinal of its last passage. */
  readonly blockLasts: Uint32Array;
  /** Per block: where the next one begins in `postings`. */
  readonly blockEnds: Uint32Array;
  /** Per block: the best saturation, in 255ths, rounded up. */
  readonly blockBounds: Uint8Array;
}

/** Lists about to be written: pairs of a passage's ordinal, ascending within a list, and a count. */
export type PostingPairs = Uint32Array;

/** Rounds a saturation up to 255ths. */
function boundOf(saturation: number): number {
  return Math.min(255, Math.ceil(saturation * 255));
}

/** Writes lists one after the other. */
export class PostingWriter {
  readonly #norms: Norms;
  readonly #postings = new ByteWriter();
  readonly #starts = new NumberWriter();
  readonly #bounds = new NumberWriter();
  readonly #blockLasts = new NumberWriter();
  readonly #blockEnds = new NumberWriter();
  readonly #blockBounds = new NumberWriter();

  /** @param norms lengths and averages of this segment, which the bounds are made with */
  constructor(norms: Norms) {
    this.#norms = norms;
  }

  /** Writes the list of the next term, which is the pairs from `from` to `to`. */
  add(pairs: PostingPairs, from: number, to: number): void {
    this.#starts.write(this.#postings.length);
    this.#postings.write(to - from);
    if (to - from <= BLOCK) {
      this.#bounds.write(this.#write(pairs, { from, to, before: -1 }));
      return;
    }
    this.#postings.write(this.#blockLasts.length);
    let best = 0;
    let before = -1;
    for (let at = from; at < to; at += BLOCK) {
      const end = Math.min(at + BLOCK, to);
      const bound = this.#write(pairs, { from: at, to: end, before });
      best = Math.max(best, bound);
      before = pairs[end * 2 - 2] ?? 0;
      this.#blockLasts.write(before);
      this.#blockEnds.write(this.#postings.length);
      this.#blockBounds.write(bound);
    }
    this.#bounds.write(best);
  }

  finish(): PostingArrays {
    this.#starts.write(this.#postings.length);
    return {
      starts: this.#starts.finish(),
      bounds: new Uint8Array(this.#bounds.finish()),
      postings: this.#postings.finish(),
      blockLasts: this.#blockLasts.finish(),
      blockEnds: this.#blockEnds.finish(),
      blockBounds: new Uint8Array(this.#blockBounds.finish()),
    };
  }

  /** Writes a stretch of a list behind the passage `before`; returns its bound. */
  #write(pairs: PostingPairs, stretch: { from: number; to: number; before: number }): number {
    const { lengths, norms } = this.#norms;
    const postings = this.#postings;
    let { before } = stretch;
    let best = 0;
    for (let at = stretch.from; at < stretch.to; at++) {
      const ordinal = pairs[at * 2] ?? 0;
      const count = Math.min(pairs[at * 2 + 1] ?? 1, MOST);
      const norm = norms[lengths[ordinal] ?? 0] ?? 0;
      const saturation = count / (count + norm);
      if (saturation > best) best = saturation;
      postings.write(((ordinal - before - 1) << 1) | (count > 1 ? 1 : 0));
      if (count > 1) postings.write(count);
      before = ordinal;
    }
    return boundOf(best);
  }
}

/** In how many passages a term stands, without reading its list. */
export function frequencyOf(arrays: PostingArrays, term: number): number {
  const { starts, postings } = arrays;
  let at = starts[term] ?? 0;
  let byte = postings[at] ?? 0;
  let value = byte & 127;
  for (let shift = 7; byte > 127; shift += 7) {
    byte = postings[++at] ?? 0;
    value |= (byte & 127) << shift;
  }
  return value;
}

/** Where the scores of a stretch of passages are summed. */
export interface Window {
  /** The ordinal of the first passage. */
  readonly from: number;
  /** The ordinal after the last passage. */
  readonly to: number;
  /** Per passage of the window: its sum so far. */
  readonly sums: Float64Array;
  /** One bit per passage: whether anything was added. */
  readonly touched: Uint32Array;
}

/** What turns a count into a share of a term's weight. */
export interface Norms {
  /** Per ordinal: the code of its length. */
  readonly lengths: Uint8Array;
  /** Per length code: {@link lengthNorm}. */
  readonly norms: Float64Array;
}

/** Reads one list from front to back. Stands on its first posting when made. */
export class PostingCursor {
  /** The ordinal of the passage it stands on, {@link END} past the last. */
  ordinal = -1;
  /** How often the term occurs there. */
  count = 0;
  readonly #arrays: PostingArrays;
  readonly #postings: Uint8Array;
  #at: number;
  #left: number;
  /** The block of the current posting and the one after the last; equal when the list has no blocks. */
  #block = 0;
  #blocks = 0;
  readonly #size: number;

  constructor(arrays: PostingArrays, term: number) {
    this.#arrays = arrays;
    this.#postings = arrays.postings;
    this.#at = arrays.starts[term] ?? 0;
    this.#size = this.#read();
    this.#left = this.#size;
    if (this.#size > BLOCK) {
      this.#block = this.#read();
      this.#blocks = this.#block + Math.ceil(this.#size / BLOCK);
    }
    this.next();
  }

  /** Goes on to the next posting. */
  next(): void {
    if (this.#left === 0) {
      this.ordinal = END;
      return;
    }
    this.#left--;
    const head = this.#read();
    this.ordinal += 1 + (head >>> 1);
    this.count = (head & 1) === 0 ? 1 : this.#read();
  }

  /** Goes on to the first posting whose ordinal is not below `target`. */
  advance(target: number): void {
    if (this.ordinal >= target) return;
    if (this.#blocks > 0) this.#leap(target);
    while (this.ordinal < target) this.next();
  }

  /** Adds `weight` × saturation for every posting of the window; stands on the first one behind it afterwards. */
  accumulate(window: Window, weight: number, { lengths, norms }: Norms): void {
    const { from, to, sums, touched } = window;
    while (this.ordinal < to) {
      const place = this.ordinal - from;
      const norm = norms[lengths[this.ordinal] ?? 0] ?? 0;
      sums[place] = (sums[place] ?? 0) + weight * (this.count / (this.count + norm));
      touched[place >>> 5] = (touched[place >>> 5] ?? 0) | (1 << (place & 31));
      this.next();
    }
  }

  /** Moves to the block that may hold `target`, if it is not the current one. */
  #leap(target: number): void {
    const { blockLasts, blockEnds } = this.#arrays;
    if ((blockLasts[this.#block] ?? END) >= target) return;
    let block = this.#block + 1;
    while (block < this.#blocks && (blockLasts[block] ?? END) < target) block++;
    const passed = block - (this.#blocks - Math.ceil(this.#size / BLOCK));
    this.#block = Math.min(block, this.#blocks - 1);
    this.#left = block === this.#blocks ? 0 : this.#size - passed * BLOCK;
    this.#at = blockEnds[block - 1] ?? 0;
    this.ordinal = blockLasts[block - 1] ?? 0;
    this.next();
  }

  #read(): number {
    const postings = this.#postings;
    let byte = postings[this.#at++] ?? 0;
    if (byte < 128) return byte;
    let value = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = postings[this.#at++] ?? 0;
      value |= (byte & 127) << shift;
    }
    return value >>> 0;
  }
}
