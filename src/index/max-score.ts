/**
 * Finds the best passages of one segment without scoring all of them.
 *
 * Terms come heaviest first. Once the heap is full, the light terms at the end of the list, which together cannot lift a
 * passage over its worst hit, only score passages that a heavy term has found (MaxScore, by Turtle and
 * Flood). Passages are taken window by window: within one, the heavy terms are added list by list into an array, which
 * suits the processor better than going passage by passage over all lists. Sums are made in the order of the
 * terms whatever is skipped, so that a score is the same to the last bit on every way.
 */
import type { PostingCursor, Window } from './posting-cursor.ts';
import { type Norms, saturationOf } from './postings.ts';
import type { TopHits } from './top-hits.ts';

/** Passages of a window: their sums fill half of a first-level cache. */
export const WINDOW = 2048;

/** A term of the question as this segment knows it. */
export interface Scorer {
  readonly cursor: PostingCursor;
  readonly weight: number;
  readonly norms: Norms;
  /** No posting of the segment adds more than this. */
  readonly bound: number;
}

/** Where the hits of a segment go. */
export interface Collector {
  readonly ids: Uint32Array;
  readonly hits: TopHits;
  /** Whether a passage may be a hit; asked only for those that would come in. */
  admits(ordinal: number, passage: number): boolean;
}

/** Sums of a window, to be used again and again: every sum is 0 and every bit clear between two uses. */
export class Sums {
  readonly sums = new Float64Array(WINDOW);
  readonly touched = new Uint32Array(WINDOW / 32);

  clear(): void {
    this.sums.fill(0);
    this.touched.fill(0);
  }
}

/** What the terms from each one on can add together, and 0 behind the last. */
function restsOf(scorers: readonly Scorer[]): Float64Array {
  const rests = new Float64Array(scorers.length + 1);
  for (let at = scorers.length - 1; at >= 0; at--) rests[at] = (rests[at + 1] ?? 0) + (scorers[at]?.bound ?? 0);
  return rests;
}

/** One walk through a segment. */
class Walk {
  readonly #scorers: readonly Scorer[];
  readonly #collector: Collector;
  readonly #rests: Float64Array;
  /** How many terms must be read to the end: those behind cannot make a hit by themselves. */
  #essential: number;

  constructor(scorers: readonly Scorer[], collector: Collector) {
    this.#scorers = scorers;
    this.#collector = collector;
    this.#rests = restsOf(scorers);
    this.#essential = scorers.length;
  }

  run({ sums, touched }: Sums): void {
    const passages = this.#collector.ids.length;
    for (let from = this.#nextWindow(); from < passages; from = this.#nextWindow()) {
      const window = { from, to: Math.min(from + WINDOW, passages), sums, touched };
      for (let at = 0; at < this.#essential; at++) {
        const scorer = this.#scorers[at];
        scorer?.cursor.accumulate(window, scorer.weight, scorer.norms);
      }
      this.#collect(window);
    }
  }

  /** Where the next window begins that an essential term occurs in; beyond every passage when there is none. */
  #nextWindow(): number {
    const { threshold } = this.#collector.hits;
    while (this.#essential > 0 && (this.#rests[this.#essential - 1] ?? 0) < threshold) this.#essential--;
    let next = Number.POSITIVE_INFINITY;
    for (let at = 0; at < this.#essential; at++) next = Math.min(next, this.#scorers[at]?.cursor.ordinal ?? next);
    return next;
  }

  #collect({ from, sums, touched }: Window): void {
    const { hits } = this.#collector;
    const rest = this.#rests[this.#essential] ?? 0;
    let threshold = hits.threshold;
    for (let word = 0; word < touched.length; word++) {
      let bits = touched[word] ?? 0;
      if (bits === 0) continue;
      touched[word] = 0;
      do {
        const place = word * 32 + 31 - Math.clz32(bits & -bits);
        bits &= bits - 1;
        const sum = sums[place] ?? 0;
        sums[place] = 0;
        if (sum + rest < threshold) continue;
        this.#offer(from + place, sum);
        threshold = hits.threshold;
      } while (bits !== 0);
    }
  }

  /** Completes the sum of a passage as long as it can still come in. */
  #offer(ordinal: number, sum: number): void {
    const { hits, ids } = this.#collector;
    const threshold = hits.threshold;
    let score = sum;
    for (let at = this.#essential; at < this.#scorers.length; at++) {
      if (score + (this.#rests[at] ?? 0) < threshold) return;
      const scorer = this.#scorers[at];
      if (scorer !== undefined) score += gain(scorer, ordinal);
    }
    const passage = ids[ordinal] ?? 0;
    if (hits.admits(passage, score) && this.#collector.admits(ordinal, passage)) hits.add(passage, score);
  }
}

/** What a term adds to a passage. */
function gain({ cursor, weight, norms }: Scorer, ordinal: number): number {
  if (cursor.ordinal < ordinal) cursor.advance(ordinal);
  return cursor.ordinal === ordinal ? weight * saturationOf(norms, ordinal, cursor.count) : 0;
}

/** Adds the hits of a segment to those found before; `scorers` in the order in which scores are summed. */
export function searchSegment(scorers: readonly Scorer[], collector: Collector, sums: Sums): void {
  try {
    new Walk(scorers, collector).run(sums);
  } catch (fault) {
    // Only a filter can fail; the next search must not find what this one left behind.
    sums.clear();
    throw fault;
  }
}
