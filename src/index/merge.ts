/**
 * Makes one segment of several without looking at any text.
 *
 * The result is the very segment that building from the surviving passages would give, byte for byte.
 */
import { assemble, type KindDraft } from './assemble.ts';
import type { Kind } from './bm25.ts';
import { type Dictionary, DictionaryWriter } from './dictionary.ts';
import { END, PostingCursor, type PostingPairs, type PostingWriter } from './postings.ts';
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
  term: number;
}

/** The order of dictionaries: by length, then by units. */
function compareTerms(a: Walk, b: Walk): number {
  const [left, right] = [a.index.dictionary, b.index.dictionary];
  const length = left.lengthOf(a.term);
  const order = length - right.lengthOf(b.term);
  if (order !== 0) return order;
  const [from, to] = [left.placeOf(a.term, length), right.placeOf(b.term, length)];
  for (let at = 0; at < length; at++) {
    const difference = (left.text[from + at] ?? 0) - (right.text[to + at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Those of the walks that stand on the first of all terms; empty at the end. */
function firstTerms(walks: readonly Walk[]): Walk[] {
  const first: Walk[] = [];
  for (const walk of walks) {
    if (walk.term >= walk.index.dictionary.size) continue;
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

function gather({ index, ordinals, term }: Walk, buffer: PostingBuffer): void {
  for (const cursor = new PostingCursor(index, term); cursor.ordinal !== END; cursor.next()) {
    const ordinal = ordinals[cursor.ordinal] ?? GONE;
    if (ordinal !== GONE) buffer.add(ordinal, cursor.count);
  }
}

function mergeTerms(parts: readonly TermIndex[], plan: Plan, writer: PostingWriter): Dictionary {
  const walks = parts.map((index, part): Walk => {
    return { index, ordinals: plan.ordinals[part] ?? new Uint32Array(), term: 0 };
  });
  const terms = new DictionaryWriter();
  const buffer = new PostingBuffer(plan.ids.length);
  for (let first = firstTerms(walks); first[0] !== undefined; first = firstTerms(walks)) {
    const { dictionary } = first[0].index;
    const length = dictionary.lengthOf(first[0].term);
    const place = dictionary.placeOf(first[0].term, length);
    buffer.clear();
    for (const walk of first) {
      gather(walk, buffer);
      walk.term++;
    }
    const size = buffer.sort();
    if (size === 0) continue;
    terms.copy(dictionary.text, place, length);
    writer.add(buffer.pairs, 0, size);
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
