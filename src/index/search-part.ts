/** A segment as one searcher sees it: with the averages of all its segments, and without what was deleted. */
import { averageOf } from './assemble.ts';
import { type Kind, lengthNorms, termWeight } from './bm25.ts';
import { type Collector, type Scorer, type Sums, searchSegment } from './max-score.ts';
import type { SegmentPart } from './merge.ts';
import { PostingCursor } from './posting-cursor.ts';
import { type Norms, normsOf, type Room } from './postings.ts';
import type { Segment } from './segment.ts';
import type { TopHits } from './top-hits.ts';

/** Makes up for the rounding of sums: bounds are compared with scores that were summed in another way. */
const ROUNDING = 1 + 1e-9;

/** A term of a question as parts are asked for it. */
export interface PartTerm {
  readonly kind: Kind;
  /** {@link termWeight} of its rarity. */
  readonly weight: number;
  /** Per part: its number in the part's dictionary, -1 where it does not occur. */
  readonly numbers: readonly number[];
}

/** A term of a question with what all segments know of it. */
export interface QueryTerm extends PartTerm {
  readonly term: string;
  /** In how many passages it stands. */
  readonly frequency: number;
  readonly rarity: number;
}

/** The mean length of passages in terms of each kind. */
export type Averages = Readonly<Record<Kind, number>>;

/** What is asked of a part: the terms in the order of their weight. */
export interface PartQuery {
  readonly terms: readonly PartTerm[];
  /** Which of {@link PartTerm.numbers} are this part's. */
  readonly part: number;
  readonly hits: TopHits;
  readonly accept?: (passage: number) => boolean;
  readonly sums: Sums;
  /** For the postings of all terms; it is used anew for each part. */
  readonly room: Room;
}

/** The ordinal of a passage, -1 where it is not there. */
function ordinalIn(ids: Uint32Array, passage: number): number {
  let low = 0;
  let high = ids.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ids[middle] ?? 0) < passage) low = middle + 1;
    else high = middle;
  }
  return ids[low] === passage ? low : -1;
}

/** What is left of a segment. */
export interface LivingPart {
  readonly segment: Segment;
  /** How many of its passages are left. */
  readonly alive: number;
  /** Per ordinal: 1 where the passage was deleted; `undefined` where none was. Threads may share it. */
  readonly dead: Uint8Array | undefined;
}

/** Looks up what was deleted, which is little beside all passages: a page that goes must not cost a look at each of them. */
export function livingPart({ segment, deleted }: SegmentPart): LivingPart {
  const { ids } = segment;
  if (deleted.size === 0) return { segment, alive: ids.length, dead: undefined };
  const dead = new Uint8Array(new SharedArrayBuffer(ids.length));
  let alive = ids.length;
  for (const passage of deleted) {
    const ordinal = ordinalIn(ids, passage);
    if (ordinal < 0) continue;
    dead[ordinal] = 1;
    alive--;
  }
  return { segment, alive, dead };
}

/** One segment of a searcher. */
export class SearchPart {
  readonly segment: Segment;
  readonly #dead: Uint8Array | undefined;
  readonly #norms: Readonly<Record<Kind, Norms>>;
  /** Per kind: how far the stored bounds may be exceeded, for they were made with this segment's own averages. */
  readonly #slack: Readonly<Record<Kind, number>>;

  constructor({ segment, dead }: LivingPart, averages: Averages) {
    this.segment = segment;
    this.#dead = dead;
    const norms = (kind: Kind): Norms => normsOf(segment[kind].lengths, lengthNorms(kind, averages[kind]));
    const slack = (kind: Kind): number => {
      return ROUNDING * Math.max(1, averages[kind] / averageOf(segment[kind].total, segment.ids.length));
    };
    this.#norms = { words: norms('words'), bigrams: norms('bigrams') };
    this.#slack = { words: slack('words'), bigrams: slack('bigrams') };
  }

  /** Adds the hits of this part. */
  search({ terms, part, hits, accept, sums, room }: PartQuery): void {
    room.used = 0;
    const scorers = terms.flatMap((term) => this.#scorerOf(term, term.numbers[part] ?? -1, room));
    const collector: Collector = {
      ids: this.segment.ids,
      hits,
      admits: (ordinal, passage) => !this.#isDeleted(ordinal) && (accept === undefined || accept(passage)),
    };
    searchSegment(scorers, collector, sums);
  }

  /** The ordinal of a passage that is there and not deleted, -1 for any other. */
  ordinalOf(passage: number): number {
    const ordinal = ordinalIn(this.segment.ids, passage);
    return ordinal >= 0 && !this.#isDeleted(ordinal) ? ordinal : -1;
  }

  /** How often a term counts in a passage, headings included. */
  countOf(kind: Kind, number: number, ordinal: number): number {
    if (number < 0) return 0;
    const cursor = new PostingCursor(this.segment[kind].lists, number);
    cursor.advance(ordinal);
    return cursor.ordinal === ordinal ? cursor.count : 0;
  }

  #isDeleted(ordinal: number): boolean {
    return this.#dead !== undefined && this.#dead[ordinal] === 1;
  }

  #scorerOf({ kind, weight }: PartTerm, number: number, room: Room): Scorer[] {
    if (number < 0) return [];
    const norms = this.#norms[kind];
    const cursor = new PostingCursor(this.segment[kind].lists, number, room);
    return [{ cursor, weight, norms, bound: weight * cursor.bound(norms, this.#slack[kind]) * ROUNDING }];
  }
}

/** The mean lengths over all segments. */
export function averagesOf(segments: readonly Segment[]): Averages {
  const passages = segments.reduce((sum, { ids }) => sum + ids.length, 0);
  const of = (kind: Kind): number =>
    averageOf(
      segments.reduce((sum, segment) => sum + segment[kind].total, 0),
      passages,
    );
  return { words: of('words'), bigrams: of('bigrams') };
}
