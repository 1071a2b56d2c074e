/**
 * Finds the best passages of one segment without scoring all of them.
 *
 * Terms come heaviest first. Once the heap is full, the light terms at the end of the list, which together cannot lift a
 * passage over its worst hit, only score passages that a heavy term has found (MaxScore, by Turtle and
 * Flood). Passages are taken window by window: within one, the heavy terms are added list by list into an array, which
 * suits the processor better than going passage by passage over all lists. Sums are made in the order of the
 * terms whatever is skipped, so that a score is the same to the last bit on every way.
 */
import { Candidates } from './candidates.ts';
import type { PostingCursor, Weighing } from './posting-cursor.ts';
import { WINDOW } from './postings.ts';
import type { TopHits } from './top-hits.ts';

/** A term of the question as this segment knows it. */
export interface Scorer extends Weighing {
  readonly cursor: PostingCursor;
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
  readonly candidates = new Candidates();

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

  run({ sums, touched, candidates }: Sums): void {
    const passages = this.#collector.ids.length;
    for (let from = this.#nextWindow(); from < passages; from = this.#nextWindow()) {
      const window = { from, to: Math.min(from + WINDOW, passages), sums, touched };
      for (let at = 0; at < this.#essential; at++) {
        const scorer = this.#scorers[at];
        scorer?.cursor.accumulate(window, scorer);
      }
      candidates.take(window, this.#rests[this.#essential] ?? 0, this.#collector.hits.threshold);
      this.#complete(candidates);
      this.#offer(candidates);
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

  /** Adds what the light terms give to those that can still come in. */
  #complete(candidates: Candidates): void {
    const { threshold } = this.#collector.hits;
    for (let at = this.#essential; at < this.#scorers.length && candidates.size > 0; at++) {
      const scorer = this.#scorers[at];
      scorer?.cursor.complete(candidates, scorer);
      candidates.keep(this.#rests[at + 1] ?? 0, threshold);
    }
  }

  #offer({ ordinals, scores, size }: Candidates): void {
    const { hits, ids } = this.#collector;
    for (let at = 0; at < size; at++) {
      const [score, ordinal] = [scores[at] ?? 0, ordinals[at] ?? 0];
      if (score < hits.threshold) continue;
      const passage = ids[ordinal] ?? 0;
      if (hits.admits(passage, score) && this.#collector.admits(ordinal, passage)) hits.add(passage, score);
    }
  }
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
