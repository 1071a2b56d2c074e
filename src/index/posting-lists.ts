/** Reads the lists of one kind of term. */
import { BitReader } from './bits.ts';
import { readAscending, readCounts } from './packing.ts';
import { BLOCK, GROUP, MEMBER_BITS, type PostingArrays, RANK_BITS, Room } from './postings.ts';
import { readSubset } from './subsets.ts';

/** The lists that those of another kind may be guests of. */
export interface Hosts {
  readonly lists: PostingLists;
  /** The number of the host of a term; `place` is what its guest calls it. */
  find(term: number, place: number): number;
}

/** How many terms and passages there are. */
export interface PostingSizes {
  readonly terms: number;
  readonly passages: number;
}

/** A list of more than one block. */
export interface LongList {
  /** How many passages, and how many blocks. */
  readonly size: number;
  readonly blocks: number;
  /** Its first block, or as a guest the first part of its own. */
  readonly first: number;
  /** The best saturation of a posting, in 255ths, rounded up. */
  readonly bound: number;
  readonly host: LongList | undefined;
}

/** What is at hand of a list: all postings of a short one, the first block of a long one. */
export interface OpenList {
  /** How many postings are in the room. */
  readonly loaded: number;
  readonly long: LongList | undefined;
}

/** Where postings go: into a room, from a place on. */
export interface Place {
  readonly room: Room;
  readonly at: number;
}

/** What a short list needs no further reading for. */
const SHORT: readonly OpenList[] = Array.from({ length: BLOCK + 1 }, (_, loaded) => ({ loaded, long: undefined }));

/** All lists of one kind of term. */
export class PostingLists {
  readonly #arrays: PostingArrays;
  readonly #sizes: PostingSizes;
  readonly #hosts: Hosts | undefined;
  readonly #lists: BitReader;
  readonly #blocks: BitReader;
  /** Per term of the group at hand: its passages, and how many more its host has, or -1 where it is no guest. */
  readonly #heads = new Uint32Array(GROUP);
  readonly #more = new Int32Array(GROUP);
  readonly #ranks = new Uint32Array(BLOCK);
  readonly #skipped = new Room();
  /** The term whose list begins where the last one ended, and how many bits behind its group; who reads all goes on there. */
  #next = -1;
  #nextAt = 0;

  constructor(arrays: PostingArrays, sizes: PostingSizes, hosts?: Hosts) {
    this.#arrays = arrays;
    this.#sizes = sizes;
    this.#hosts = hosts;
    this.#lists = new BitReader(arrays.lists);
    this.#blocks = new BitReader(arrays.blocks);
  }

  /** In how many passages a term stands. */
  frequency(term: number): number {
    const reader = this.#lists;
    reader.seek(this.#arrays.groups[Math.floor(term / GROUP)] ?? 0);
    for (let left = term % GROUP; left > 0; left--) {
      reader.gamma();
      this.#readMore();
    }
    return reader.gamma();
  }

  /** Loads a list into a room, at `at`; there must be room for a block. */
  open(term: number, room: Room, at: number): OpenList {
    this.#stand(term);
    const opened = this.#openHere(term, room, at);
    this.#note(term);
    return opened;
  }

  /** A list of more than one block, with none of them loaded; only for a kind of term that has no hosts. */
  long(term: number): LongList {
    this.#stand(term);
    const long = this.#readLong(this.#heads[term % GROUP] ?? 0);
    this.#note(term);
    return long;
  }

  /** Goes to where a list begins, with the heads of its group read. */
  #stand(term: number): void {
    const slot = term % GROUP;
    if (term === this.#next) {
      this.#lists.seek(this.#arrays.groups[(term - slot) / GROUP] ?? 0, this.#nextAt);
      return;
    }
    this.#readHeads(term - slot);
    for (let before = 0; before < slot; before++) this.#skip(before);
  }

  /** Remembers that the reader stands behind a list. */
  #note(term: number): void {
    this.#next = (term + 1) % GROUP > 0 ? term + 1 : -1;
    this.#nextAt = this.#lists.position;
  }

  /** Loads the list that the reader stands on. */
  #openHere(term: number, room: Room, at: number): OpenList {
    const slot = term % GROUP;
    const [size, more] = [this.#heads[slot] ?? 0, this.#more[slot] ?? -1];
    const host = more < 0 ? -1 : (this.#hosts?.find(term, this.#lists.gamma() - 1) ?? -1);
    if (size + Math.max(0, more) > BLOCK) {
      const long = this.#readLong(size, host < 0 ? undefined : this.#hosts?.lists.long(host));
      return { loaded: this.load(long, 0, { room, at }), long };
    }
    if (host < 0) this.#readOwn(this.#lists, { universe: this.#sizes.passages, members: size }, { room, at });
    else {
      this.#hosts?.lists.open(host, room, at);
      this.#readGuest(this.#lists, { universe: size + more, members: size }, { room, at });
    }
    return SHORT[size] ?? { loaded: size, long: undefined };
  }

  /** The ordinal of the last passage that a block may hold. */
  lastOf(list: LongList, block: number): number {
    if (list.host !== undefined) return this.#hosts?.lists.lastOf(list.host, block) ?? 0;
    return this.#arrays.blockLasts[list.first + block] ?? 0;
  }

  /** Loads a block into a room, at `at`; returns how many postings it has, which may be none for a guest. */
  load(list: LongList, block: number, place: Place): number {
    const reader = this.#blocks;
    const { blockLasts, blockStarts, guestStarts } = this.#arrays;
    if (list.host !== undefined) {
      reader.seek(guestStarts[list.first + block] ?? 0);
      const members = reader.read(MEMBER_BITS);
      if (members > 0) {
        const universe = this.#hosts?.lists.load(list.host, block, place) ?? 0;
        if (members < universe) this.#keepMapped(universe, place);
        this.#readOtherCounts(place);
      }
      return members;
    }
    const members = block === list.blocks - 1 ? list.size - block * BLOCK : BLOCK;
    reader.seek(blockStarts[list.first + block] ?? 0);
    const before = block === 0 ? -1 : (blockLasts[list.first + block - 1] ?? 0);
    const { room, at } = place;
    readAscending(reader, before, { into: room.ordinals, at, count: members });
    readCounts(reader, { into: room.counts, at, count: members });
    return members;
  }

  /** Leaves those postings of a host's block in the room that a map of bits names. */
  #keepMapped(universe: number, { room, at }: Place): void {
    const { ordinals, counts } = room;
    let to = at;
    for (let from = 0; from < universe; from += 32) {
      const width = Math.min(32, universe - from);
      let bits = this.#blocks.read(width) << (32 - width);
      while (bits !== 0) {
        const one = Math.clz32(bits);
        bits ^= 0x80000000 >>> one;
        ordinals[to] = ordinals[at + from + one] ?? 0;
        counts[to++] = counts[at + from + one] ?? 0;
      }
    }
  }

  /** Sets the counts of a guest that are not those of its host. */
  #readOtherCounts({ room, at }: Place): void {
    const reader = this.#blocks;
    for (let others = reader.gamma() - 1; others > 0; others--) {
      const number = reader.read(RANK_BITS);
      room.counts[at + number] = reader.gamma();
    }
  }

  #readLong(size: number, host?: LongList): LongList {
    const bound = this.#lists.read(8);
    const first = this.#lists.read(32);
    return { size, blocks: host?.blocks ?? Math.ceil(size / BLOCK), first, bound, host };
  }

  /** Reads the heads of the group that begins with a term. */
  #readHeads(first: number): void {
    const reader = this.#lists;
    reader.seek(this.#arrays.groups[first / GROUP] ?? 0);
    const terms = Math.min(GROUP, this.#sizes.terms - first);
    for (let slot = 0; slot < terms; slot++) {
      this.#heads[slot] = reader.gamma();
      this.#more[slot] = this.#readMore();
    }
  }

  #readMore(): number {
    if (this.#hosts === undefined || this.#lists.read(1) === 0) return -1;
    return this.#lists.gamma() - 1;
  }

  #skip(slot: number): void {
    const reader = this.#lists;
    const [members, more] = [this.#heads[slot] ?? 0, this.#more[slot] ?? -1];
    const place = { room: this.#skipped, at: 0 };
    if (more >= 0) reader.gamma();
    if (members + Math.max(0, more) > BLOCK) {
      reader.read(8);
      reader.read(32);
    } else if (more < 0) this.#readOwn(reader, { universe: this.#sizes.passages, members }, place);
    else this.#readGuest(reader, { universe: members + more, members }, place);
  }

  #readOwn(
    reader: BitReader,
    size: { readonly universe: number; readonly members: number },
    place: { readonly room: Room; readonly at: number },
  ): void {
    const { room, at } = place;
    readSubset(reader, size, { into: room.ordinals, at, first: 0 });
    room.counts.fill(1, at, at + size.members);
    this.#readCounts(reader, { members: size.members, least: 1 }, place);
  }

  /** Leaves those postings of a host in the room that its guest has as well. */
  #readGuest(
    reader: BitReader,
    size: { readonly universe: number; readonly members: number },
    place: { readonly room: Room; readonly at: number },
  ): void {
    const { at } = place;
    const { ordinals, counts } = place.room;
    if (size.members < size.universe) {
      readSubset(reader, size, { into: this.#ranks, at: 0, first: 0 });
      for (let number = 0; number < size.members; number++) {
        const rank = at + (this.#ranks[number] ?? 0);
        ordinals[at + number] = ordinals[rank] ?? 0;
        counts[at + number] = counts[rank] ?? 0;
      }
    }
    this.#readCounts(reader, { members: size.members, least: 0 }, place);
  }

  #readCounts(
    reader: BitReader,
    { members, least }: { readonly members: number; readonly least: number },
    { room, at }: { readonly room: Room; readonly at: number },
  ): void {
    const others = reader.gamma() - 1;
    if (others === 0) return;
    readSubset(reader, { universe: members, members: others }, { into: this.#ranks, at: 0, first: at });
    for (let number = 0; number < others; number++) room.counts[this.#ranks[number] ?? 0] = reader.gamma() + least;
  }
}
