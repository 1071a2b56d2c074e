/** Walks along one list. */
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

/** Reads one list from front to back. Stands on its first posting when made. */
export class PostingCursor {
  /** The ordinal of the passage it stands on, {@link END} past the last. */
  ordinal = END;
  /** How often the term occurs there. */
  count = 0;
  readonly #lists: PostingLists;
  readonly #room: Room;
  /** Where its postings stand in the room, the one it stands on, and where they end. */
  readonly #from: number;
  #at: number;
  #end: number;
  readonly #long: LongList | undefined;
  #block = 0;

  /** @param room where its postings are kept; cursors of one search share it */
  constructor(lists: PostingLists, term: number, room = new Room()) {
    this.#lists = lists;
    this.#room = room;
    this.#from = room.open();
    const { loaded, long } = lists.open(term, room, this.#from);
    this.#long = long;
    this.#at = this.#from;
    this.#end = this.#from + loaded;
    room.used = long === undefined ? this.#end : this.#from + BLOCK;
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
    this.#leap(target);
    const { ordinals } = this.#room;
    while (this.ordinal < target) {
      // Targets lie close together: five postings on the mean, where looking in the middle would take seven steps.
      let at = this.#at;
      while (at < this.#end && (ordinals[at] ?? END) < target) at++;
      this.#at = at;
      this.#settle();
    }
  }

  /** Adds `weight` × saturation for every posting of the window; stands on the first one behind it afterwards. */
  accumulate(window: Window, weight: number, norms: Norms): void {
    const { from, to, sums, touched } = window;
    const { ordinals, counts } = this.#room;
    while (this.ordinal < to) {
      let at = this.#at;
      for (; at < this.#end; at++) {
        const ordinal = ordinals[at] ?? END;
        if (ordinal >= to) break;
        const place = ordinal - from;
        sums[place] = (sums[place] ?? 0) + weight * saturationOf(norms, ordinal, counts[at] ?? 0);
        touched[place >>> 5] = (touched[place >>> 5] ?? 0) | (1 << (place & 31));
      }
      this.#at = at;
      this.#settle();
    }
  }

  /** Makes `ordinal` and `count` those of the posting that is due, loading blocks until there is one. */
  #settle(): void {
    const long = this.#long;
    while (this.#at === this.#end && long !== undefined && this.#block + 1 < long.blocks)
      this.#load(++this.#block, long);
    if (this.#at === this.#end) {
      this.ordinal = END;
      this.count = 0;
    } else {
      this.ordinal = this.#room.ordinals[this.#at] ?? END;
      this.count = this.#room.counts[this.#at] ?? 0;
    }
  }

  #load(block: number, long: LongList): void {
    this.#at = this.#from;
    this.#end = this.#from + this.#lists.load(long, block, { room: this.#room, at: this.#from });
  }

  /** Moves to the block that may hold `target`, if it is not the current one. */
  #leap(target: number): void {
    const long = this.#long;
    if (long === undefined || this.#lists.lastOf(long, this.#block) >= target) return;
    do this.#block++;
    while (this.#block < long.blocks && this.#lists.lastOf(long, this.#block) < target);
    if (this.#block < long.blocks) this.#load(this.#block, long);
    else this.#at = this.#end;
  }
}
