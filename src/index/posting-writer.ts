/** Writes the lists of one kind of term, one after the other. */
import { BitWriter } from './bits.ts';
import { NumberWriter } from './bytes.ts';
import type { Guest, GuestFinder } from './guests.ts';
import { writePacked } from './packing.ts';
import {
  BLOCK,
  GROUP,
  MEMBER_BITS,
  MOST,
  type Norms,
  type PostingArrays,
  RANK_BITS,
  saturationOf,
} from './postings.ts';
import { writeSubset } from './subsets.ts';

/** Lists about to be written: pairs of a passage's ordinal, ascending within a list, and a count. */
export type PostingPairs = Uint32Array;

/** A list about to be written. */
export interface ListDraft {
  readonly term: string;
  readonly pairs: PostingPairs;
  /** Its first pair, and the one behind its last. */
  readonly from: number;
  readonly to: number;
}

/** Which postings of a list are meant, and the counts of those that differ from what is usual. */
interface Counts {
  readonly members: number;
  /** Places with another count, ascending, and those counts; less than `least` is none. */
  readonly others: readonly number[];
  readonly counts: readonly number[];
  readonly least: number;
}

/** Writes lists in the order of their terms. */
export class PostingWriter {
  readonly #norms: Norms;
  /** Whether each list tells if it is a guest. */
  readonly #mayBeGuests: boolean;
  readonly #guests: GuestFinder | undefined;
  readonly #lists = new BitWriter();
  readonly #blocks = new BitWriter();
  readonly #groups = new NumberWriter();
  readonly #blockLasts = new NumberWriter();
  readonly #blockStarts = new NumberWriter();
  readonly #guestStarts = new NumberWriter();
  /** Heads and lists of the group that was begun. */
  readonly #heads = new BitWriter();
  readonly #bodies = new BitWriter();
  /** Numbers of the block or the short list that is written. */
  readonly #numbers = new Uint32Array(BLOCK);
  readonly #frequencies = new NumberWriter();
  #terms = 0;

  /**
   * @param norms lengths and averages of this segment, which the bounds are made with
   * @param guests finds the host of a list, or nobody does; only for a kind of term that has another kind for hosts
   */
  constructor(norms: Norms, guests?: GuestFinder | 'none') {
    this.#norms = norms;
    this.#mayBeGuests = guests !== undefined;
    this.#guests = guests === 'none' ? undefined : guests;
  }

  /** Writes the list of the next term. */
  add(draft: ListDraft): void {
    if (this.#terms++ % GROUP === 0) this.#closeGroup();
    this.#heads.gamma(draft.to - draft.from);
    this.#frequencies.write(draft.to - draft.from);
    const guest = this.#guests?.find(draft);
    if (this.#mayBeGuests) this.#heads.write(guest === undefined ? 0 : 1, 1);
    if (guest === undefined && draft.to - draft.from <= BLOCK) this.#addShort(draft);
    else if (guest === undefined) this.#addOwn(draft);
    else this.#addGuest(draft, guest);
  }

  /** Per term that was written: in how many passages it stands. */
  frequencies(): Uint32Array {
    return this.#frequencies.finish();
  }

  finish(): PostingArrays {
    this.#closeGroup();
    return {
      groups: this.#groups.finish().slice(0, Math.ceil(this.#terms / GROUP)),
      lists: this.#lists.finish(),
      blockLasts: this.#blockLasts.finish(),
      blockStarts: this.#blockStarts.finish(),
      guestStarts: this.#guestStarts.finish(),
      blocks: this.#blocks.finish(),
    };
  }

  #closeGroup(): void {
    for (const part of [this.#heads, this.#bodies]) {
      this.#lists.append(part);
      part.clear();
    }
    this.#lists.align();
    this.#groups.write(this.#lists.length);
  }

  /** Most lists have a few passages: they are written without an array of their own. */
  #addShort({ pairs, from, to }: ListDraft): void {
    const [bodies, ordinals] = [this.#bodies, this.#numbers];
    let most = 1;
    for (let at = from; at < to; at++) {
      ordinals[at - from] = pairs[at * 2] ?? 0;
      most = Math.max(most, pairs[at * 2 + 1] ?? 1);
    }
    writeSubset(bodies, ordinals, { universe: this.#norms.lengths.length, members: to - from });
    if (most === 1) bodies.gamma(1);
    else writeCounts(bodies, ownCounts(pairs, from, to));
  }

  #addOwn({ pairs, from, to }: ListDraft): void {
    this.#writeLong(pairs, { from, to, first: this.#blockLasts.length });
    let before = -1;
    for (let at = from; at < to; at += BLOCK) {
      const end = Math.min(to, at + BLOCK);
      this.#blocks.align();
      this.#blockStarts.write(this.#blocks.length);
      this.#writeBlock(pairs, { from: at, to: end, before });
      before = pairs[(end - 1) * 2] ?? 0;
      this.#blockLasts.write(before);
    }
  }

  /** Writes how far each passage is from the one before, and then the counts. */
  #writeBlock(pairs: PostingPairs, { from, to, before }: { from: number; to: number; before: number }): void {
    const numbers = this.#numbers;
    let last = before;
    for (let at = from; at < to; at++) {
      const ordinal = pairs[at * 2] ?? 0;
      numbers[at - from] = ordinal - last - 1;
      last = ordinal;
    }
    writePacked(this.#blocks, numbers, to - from);
    for (let at = from; at < to; at++) numbers[at - from] = countAt(pairs, at) - 1;
    writePacked(this.#blocks, numbers, to - from);
  }

  #addGuest({ pairs, from, to }: ListDraft, { place, size, ranks, others }: Guest): void {
    const members = ranks.length;
    this.#heads.gamma(size - members + 1);
    this.#bodies.gamma(place + 1);
    if (size <= BLOCK) {
      writeSubset(this.#bodies, ranks, { universe: size, members });
      writeCounts(this.#bodies, guestCounts(pairs, { from, members, others }));
      return;
    }
    this.#writeLong(pairs, { from, to, first: this.#guestStarts.length });
    let done = 0;
    let other = 0;
    for (let at = 0; at < size; at += BLOCK) {
      const universe = Math.min(BLOCK, size - at);
      const [begun, otherBegun] = [done, other];
      while (done < members && (ranks[done] ?? 0) < at + universe) done++;
      while (other < others.length && (others[other] ?? 0) < done) other++;
      this.#blocks.align();
      this.#guestStarts.write(this.#blocks.length);
      this.#blocks.write(done - begun, MEMBER_BITS);
      if (done === begun) continue;
      if (done - begun < universe) this.#writeMap(ranks.slice(begun, done), { from: at, to: at + universe });
      this.#writeOtherCounts(pairs, { from: from + begun, others: others.slice(otherBegun, other), begun });
    }
  }

  /** Writes which postings of a block are meant, a bit each. */
  #writeMap(ranks: readonly number[], { from, to }: { from: number; to: number }): void {
    let at = 0;
    for (let rank = from; rank < to; rank++) {
      const meant = ranks[at] === rank;
      this.#blocks.write(meant ? 1 : 0, 1);
      if (meant) at++;
    }
  }

  /** Writes the counts of a block that are not the host's. */
  #writeOtherCounts(
    pairs: PostingPairs,
    { from, others, begun }: { from: number; others: readonly number[]; begun: number },
  ): void {
    this.#blocks.gamma(others.length + 1);
    for (const other of others) {
      this.#blocks.write(other - begun, RANK_BITS);
      this.#blocks.gamma(countAt(pairs, from + other - begun));
    }
  }

  /** Writes what a short list does not need: the best saturation, and which block is the first. */
  #writeLong(pairs: PostingPairs, { from, to, first }: { from: number; to: number; first: number }): void {
    let best = 0;
    for (let at = from; at < to; at++) {
      best = Math.max(best, saturationOf(this.#norms, pairs[at * 2] ?? 0, countAt(pairs, at)));
    }
    this.#bodies.write(Math.min(255, Math.ceil(best * 255)), 8);
    this.#bodies.write(first, 32);
  }
}

function countAt(pairs: PostingPairs, at: number): number {
  return Math.min(pairs[at * 2 + 1] ?? 1, MOST);
}

/** What is not 1. */
function ownCounts(pairs: PostingPairs, from: number, to: number): Counts {
  const others: number[] = [];
  const counts: number[] = [];
  for (let at = from; at < to; at++) {
    const count = countAt(pairs, at);
    if (count === 1) continue;
    others.push(at - from);
    counts.push(count);
  }
  return { members: to - from, others, counts, least: 1 };
}

/** What is not what the host has. */
function guestCounts(
  pairs: PostingPairs,
  { from, members, others }: { from: number; members: number; others: readonly number[] },
): Counts {
  return { members, others, counts: others.map((place) => countAt(pairs, from + place)), least: 0 };
}

function writeCounts(writer: BitWriter, { members, others, counts, least }: Counts): void {
  writer.gamma(others.length + 1);
  writeSubset(writer, others, { universe: members, members: others.length });
  for (const count of counts) writer.gamma(count - least);
}
