/**
 * Makes one segment of several without looking at any text.
 *
 * The result is the very segment that building from the surviving passages would give, byte for byte.
 */
import { assemble, type KindDraft } from './assemble.ts';
import type { Kind } from './bm25.ts';
import { type Dictionary, DictionaryWriter } from './dictionary.ts';
import { DictionaryWalk } from './dictionary-walk.ts';
import type { PostingLists } from './posting-lists.ts';
import type { ListDraft, PostingPairs, PostingWriter } from './posting-writer.ts';
import { END, Room } from './postings.ts';
import type { Segment, TermIndex } from './segment.ts';

/** A segment and the passages of it that no longer count. */
export interface SegmentPart {
  readonly segment: Segment;
  readonly deleted: ReadonlySet<number>;
}

/** Stands for a passage that is left out. */
const GONE = END;

/** Where the passages of the parts go. */
interface Plan {
  readonly ids: Uint32Array;
  /** Per part and ordinal: the new ordinal, or {@link GONE}. */
  readonly ordinals: readonly Uint32Array[];
}

function planOf(parts: readonly SegmentPart[]): Plan {
  const alive = parts.flatMap(({ segment, deleted }) => [...segment.ids].filter((id) => !deleted.has(id)));
  const ids = Uint32Array.from(alive).sort();
  ids.forEach((id, ordinal) => {
    if (ordinal > 0 && id === ids[ordinal - 1]) throw new RangeError(`Passage ${id} is in two of the segments.`);
  });
  const ordinals = parts.map(({ segment, deleted }) => {
    let next = 0;
    return segment.ids.map((id) => {
      if (deleted.has(id)) return GONE;
      while ((ids[next] ?? GONE) < id) next++;
      return next;
    });
  });
  return { ids, ordinals };
}

function mergeLengths(parts: readonly TermIndex[], { ids, ordinals }: Plan): Uint8Array {
  const lengths = new Uint8Array(ids.length);
  parts.forEach((part, index) => {
    ordinals[index]?.forEach((ordinal, old) => {
      if (ordinal !== GONE) lengths[ordinal] = part.lengths[old] ?? 0;
    });
  });
  return lengths;
}

/** A part being walked through, term by term. */
interface Walk {
  readonly terms: DictionaryWalk;
  readonly lists: PostingLists;
  readonly ordinals: Uint32Array;
}

/** From this key on terms are longer than what keys tell. */
const LONG_TERMS = 3 * 0x1_0000_0000;

/** Those of the walks that stand on the first of all terms; empty at the end. */
function firstTerms(walks: readonly Walk[], into: Walk[]): void {
  into.length = 0;
  let key = Number.POSITIVE_INFINITY;
  for (const { terms } of walks) if (terms.key < key) key = terms.key;
  if (key === Number.POSITIVE_INFINITY) return;
  for (const walk of walks) {
    if (walk.terms.key !== key) continue;
    const [first] = into;
    if (key >= LONG_TERMS && first !== undefined && walk.terms.term !== first.terms.term) {
      if (walk.terms.term > first.terms.term) continue;
      into.length = 0;
    }
    into.push(walk);
  }
}

/** The postings of one term at a time. */
class PostingBuffer implements ListDraft {
  pairs: PostingPairs = new Uint32Array(1 << 10);
  readonly from = 0;
  to = 0;
  #walk: Walk | undefined;
  readonly #room = new Room();
  #isSorted = true;

  get term(): string {
    return this.#walk?.terms.term ?? '';
  }

  /** Takes the postings of a term that some walks stand on. */
  fill(walks: readonly Walk[]): void {
    this.to = 0;
    this.#isSorted = true;
    for (const walk of walks) this.#gather(walk);
    this.#walk = walks[0];
    if (!this.#isSorted) this.#sort();
  }

  #gather({ terms, lists, ordinals }: Walk): void {
    const room = this.#room;
    const { loaded, long } = lists.open(terms.number, room, 0);
    this.#take(loaded, ordinals);
    for (let block = 1; long !== undefined && block < long.blocks; block++) {
      this.#take(lists.load(long, block, { room, at: 0 }), ordinals);
    }
  }

  /** Takes so many postings of the room that are still there. */
  #take(loaded: number, ordinals: Uint32Array): void {
    this.#grow(this.to + loaded);
    const { pairs } = this;
    const room = this.#room;
    let to = this.to;
    for (let at = 0; at < loaded; at++) {
      const ordinal = ordinals[room.ordinals[at] ?? 0] ?? GONE;
      if (ordinal === GONE) continue;
      if (to > 0 && ordinal < (pairs[to * 2 - 2] ?? 0)) this.#isSorted = false;
      pairs[to * 2] = ordinal;
      pairs[to * 2 + 1] = room.counts[at] ?? 0;
      to++;
    }
    this.to = to;
  }

  #grow(postings: number): void {
    if (postings * 2 <= this.pairs.length) return;
    const grown = new Uint32Array(Math.max(postings * 2, this.pairs.length * 2));
    grown.set(this.pairs);
    this.pairs = grown;
  }

  /** Sorts by passage. Counts fit 16 bits, so one number holds both. */
  #sort(): void {
    const { pairs, to } = this;
    const keys = new Float64Array(to);
    for (let at = 0; at < to; at++) keys[at] = (pairs[at * 2] ?? 0) * 0x10000 + (pairs[at * 2 + 1] ?? 0);
    keys.sort().forEach((key, at) => {
      pairs[at * 2] = Math.floor(key / 0x10000);
      pairs[at * 2 + 1] = key % 0x10000;
    });
  }
}

function mergeTerms(parts: readonly TermIndex[], plan: Plan, writer: PostingWriter): Dictionary {
  const walks = parts.map(({ dictionary, lists }, part): Walk => {
    return { terms: new DictionaryWalk(dictionary), lists, ordinals: plan.ordinals[part] ?? new Uint32Array() };
  });
  const terms = new DictionaryWriter();
  const buffer = new PostingBuffer();
  const first: Walk[] = [];
  for (firstTerms(walks, first); first.length > 0; firstTerms(walks, first)) {
    buffer.fill(first);
    if (buffer.to > 0) {
      terms.add(buffer.term);
      writer.add(buffer);
    }
    for (const walk of first) walk.terms.next();
  }
  return terms.finish();
}

/**
 * One segment of the passages that are left. Ids of different parts may interleave.
 *
 * @throws RangeError when a passage is in two parts
 */
export function mergeSegments(parts: readonly SegmentPart[]): Segment {
  const plan = planOf(parts);
  const draft = (kind: Kind): KindDraft => {
    const indexes = parts.map(({ segment }) => segment[kind]);
    return {
      lengths: mergeLengths(indexes, plan),
      write: (writer) => mergeTerms(indexes, plan, writer),
    };
  };
  return assemble(plan.ids, { words: draft('words'), bigrams: draft('bigrams') });
}
