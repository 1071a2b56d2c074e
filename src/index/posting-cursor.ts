/** Walks along one list. */
import type { Candidates } from './candidates.ts';
import type { LongList, PostingLists } from './posting-lists.ts';
import { BLOCK, END, type Norms, Room, saturationOf } from './postings.ts';

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

/** What a term adds to a passage: its weight × the saturation of its count there. */
export interface Weighing {
  readonly weight: number;
  readonly norms: Norms;
}

/** Reads one list from front to back. Stands on its first posting when made. */
export class PostingCursor {
  /** The ordinal of the passage it stands on, {@link END} past the last. */
  ordinal = END;
  /** How often the term occurs there. */
  count = 0;
  readonly #lists: PostingLists;
  readonly #room: Room;
  /** Where its postings stand in the room, the one it stands on, and where they end; {@link END} stands behind them. */
  readonly #from: number;
  #at: number;
  #end: number;
  readonly #long: LongList | undefined;
  #block = 0;
  /** No posting up to this ordinal is in a later block. */
  #last: number;

  /** @param room where its postings are kept; cursors of one search share it */
  constructor(lists: PostingLists, term: number, room = new Room()) {
    this.#lists = lists;
    this.#room = room;
    this.#from = room.open();
    const { loaded, long } = lists.open(term, room, this.#from);
    this.#long = long;
    this.#at = this.#from;
    this.#end = this.#from + loaded;
    this.#last = long === undefined ? END : lists.lastOf(long, 0);
    room.ordinals[this.#end] = END;
    room.used = (long === undefined ? this.#end : this.#from + BLOCK) + 1;
    this.#settle();
  }

  /** No posting has more than this share of the term's weight; `slack` is by how much bounds of the segment may be exceeded. */
  bound(norms: Norms, slack: number): number {
    if (this.#long !== undefined) return Math.min(1, (this.#long.bound / 255) * slack);
    const { ordinals, counts } = this.#room;
    let best = 0;
    for (let at = this.#from; at < this.#end; at++) {
      best = Math.max(best, saturationOf(norms, ordinals[at] ?? 0, counts[at] ?? 0));
    }
    return best;
  }

  /** Goes on to the next posting. */
  next(): void {
    this.#at++;
    this.#settle();
  }

  /** Goes on to the first posting whose ordinal is not below `target`. */
  advance(target: number): void {
    if (this.ordinal >= target) return;
    if (target > this.#last) this.#leap(target);
    const { ordinals } = this.#room;
    // Targets lie close together: five postings on the mean, where looking in the middle would take seven steps.
    let at = this.#at;
    while ((ordinals[at] ?? END) < target) at++;
    this.#at = at;
    this.#settle();
  }

  /** Adds what the term gives to every passage of the window; stands on the first posting behind it afterwards. */
  accumulate({ from, to, sums, touched }: Window, { weight, norms }: Weighing): void {
    const { ordinals, counts } = this.#room;
    const { lengths, norms: lengthNorms, once } = norms;
    while (this.ordinal < to) {
      let at = this.#at;
      for (let ordinal = this.ordinal; ordinal < to; ordinal = ordinals[++at] ?? END) {
        const place = ordinal - from;
        const count = counts[at] ?? 0;
        const length = lengths[ordinal] ?? 0;
        const share = count === 1 ? (once[length] ?? 0) : count / (count + (lengthNorms[length] ?? 0));
        sums[place] = (sums[place] ?? 0) + weight * share;
        touched[place >>> 5] = (touched[place >>> 5] ?? 0) | (1 << (place & 31));
      }
      this.#at = at;
      this.#settle();
    }
  }

  /** Adds what the term gives to some passages, none of them before where it stands. */
  complete({ ordinals: wanted, scores, size }: Candidates, { weight, norms }: Weighing): void {
    const { ordinals, counts } = this.#room;
    let at = this.#at;
    for (let number = 0; number < size; number++) {
      const target = wanted[number] ?? END;
      if (target > this.#last) {
        this.#leap(target);
        at = this.#at;
      }
      while ((ordinals[at] ?? END) < target) at++;
      if (ordinals[at] !== target) continue;
      scores[number] = (scores[number] ?? 0) + weight * saturationOf(norms, target, counts[at] ?? 0);
    }
    this.#at = at;
    this.#settle();
  }

  /** Makes `ordinal` and `count` those of the posting that is due, loading blocks until there is one. */
  #settle(): void {
    const long = this.#long;
    while (this.#at === this.#end && long !== undefined && this.#block + 1 < long.blocks)
      this.#load(this.#block + 1, long);
    this.ordinal = this.#room.ordinals[this.#at] ?? END;
    this.count = this.#at === this.#end ? 0 : (this.#room.counts[this.#at] ?? 0);
  }

  #load(block: number, long: LongList): void {
    this.#block = block;
    this.#at = this.#from;
    this.#end = this.#from + this.#lists.load(long, block, { room: this.#room, at: this.#from });
    this.#room.ordinals[this.#end] = END;
    this.#last = block + 1 < long.blocks ? this.#lists.lastOf(long, block) : END;
  }

  /** Moves to the block that may hold `target`, which lies behind the current one; past the last posting where there is none. */
  #leap(target: number): void {
    const long = this.#long;
    if (long === undefined) return;
    let block = this.#block + 1;
    while (block < long.blocks && this.#lists.lastOf(long, block) < target) block++;
    if (block < long.blocks) this.#load(block, long);
    else {
      this.#block = block;
      this.#at = this.#end;
      this.#last = END;
    }
  }
}
