/**
 * Makes one segment of several without looking at any text.
 *
 * The result is the very segment that building from the surviving passages would give, byte for byte.
 */
import { assemble, type KindDraft } from './assemble.ts';
import type { Kind } from './bm25.ts';
import { type Dictionary, DictionaryWriter } from './dictionary.ts';
import { PostingCursor } from './posting-cursor.ts';
import type { PostingPairs, PostingWriter } from './posting-writer.ts';
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

/** A dictionary being walked through. */
interface Walk {
  readonly index: TermIndex;
  readonly ordinals: Uint32Array;
  number: number;
  /** The term of the number; empty at the end. */
  term: string;
  /** Its length and its first units, in the order of terms: for most terms nothing else is compared. */
  key: number;
}

function goOn(walk: Walk): void {
  const { dictionary } = walk.index;
  walk.number++;
  walk.term = walk.number < dictionary.size ? dictionary.term(walk.number) : '';
  walk.key = keyOf(walk.term);
}

function keyOf(term: string): number {
  const second = term.length > 1 ? term.charCodeAt(1) : 0;
  return term === '' ? Number.POSITIVE_INFINITY : (term.length * 0x10000 + term.charCodeAt(0)) * 0x10000 + second;
}

/** The order of dictionaries: by length, then by units. */
function compareTerms(a: Walk, b: Walk): number {
  if (a.key !== b.key) return a.key < b.key ? -1 : 1;
  if (a.term.length < 3 || a.term === b.term) return 0;
  return a.term < b.term ? -1 : 1;
}

/** Those of the walks that stand on the first of all terms; empty at the end. */
function firstTerms(walks: readonly Walk[]): Walk[] {
  const first: Walk[] = [];
  for (const walk of walks) {
    if (walk.term === '') continue;
    const order = first[0] === undefined ? 0 : compareTerms(walk, first[0]);
    if (order < 0) first.length = 0;
    if (order <= 0) first.push(walk);
  }
  return first;
}

/** Room for the postings of one term at a time. */
class PostingBuffer {
  readonly pairs: PostingPairs;
  readonly #keys: Float64Array;
  #size = 0;
  #sorted = true;

  constructor(capacity: number) {
    this.pairs = new Uint32Array(capacity * 2);
    this.#keys = new Float64Array(capacity);
  }

  clear(): void {
    this.#size = 0;
    this.#sorted = true;
  }

  add(ordinal: number, count: number): void {
    // Counts fit 16 bits, so one number holds both and sorts by passage.
    const key = ordinal * 0x10000 + count;
    if (this.#size > 0 && key < (this.#keys[this.#size - 1] ?? 0)) this.#sorted = false;
    this.#keys[this.#size++] = key;
  }

  /** Puts what was added in order into `pairs`; returns how many pairs. */
  sort(): number {
    const keys = this.#keys.subarray(0, this.#size);
    if (!this.#sorted) keys.sort();
    for (let at = 0; at < this.#size; at++) {
      const key = keys[at] ?? 0;
      this.pairs[at * 2] = Math.floor(key / 0x10000);
      this.pairs[at * 2 + 1] = key % 0x10000;
    }
    return this.#size;
  }
}

function gather({ index, ordinals, number }: Walk, buffer: PostingBuffer, room: Room): void {
  room.used = 0;
  for (const cursor = new PostingCursor(index.lists, number, room); cursor.ordinal !== END; cursor.next()) {
    const ordinal = ordinals[cursor.ordinal] ?? GONE;
    if (ordinal !== GONE) buffer.add(ordinal, cursor.count);
  }
}

function mergeTerms(parts: readonly TermIndex[], plan: Plan, writer: PostingWriter): Dictionary {
  const walks = parts.map((index, part): Walk => {
    const walk = { index, ordinals: plan.ordinals[part] ?? new Uint32Array(), number: -1, term: '', key: 0 };
    goOn(walk);
    return walk;
  });
  const terms = new DictionaryWriter();
  const [buffer, room] = [new PostingBuffer(plan.ids.length), new Room()];
  for (let first = firstTerms(walks); first[0] !== undefined; first = firstTerms(walks)) {
    const { term } = first[0];
    buffer.clear();
    for (const walk of first) {
      gather(walk, buffer, room);
      goOn(walk);
    }
    const size = buffer.sort();
    if (size === 0) continue;
    terms.add(term);
    writer.add({ term, pairs: buffer.pairs, from: 0, to: size });
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
