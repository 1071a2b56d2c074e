/** The best hits of a search while it runs. */
import type { Hit } from './contract.ts';

/** Keeps the best `limit` hits: by score, and where scores are equal the smaller id first. */
export class TopHits {
  readonly #limit: number;
  /** A binary heap, the worst hit at its root. */
  readonly #scores: Float64Array;
  readonly #passages: Float64Array;
  #size = 0;

  constructor(limit: number) {
    this.#limit = limit;
    this.#scores = new Float64Array(limit);
    this.#passages = new Float64Array(limit);
  }

  /** A hit with a lower score than this cannot come in; 0 while there is room. */
  get threshold(): number {
    return this.#size < this.#limit ? 0 : (this.#scores[0] ?? 0);
  }

  /** Whether a hit would come in. */
  admits(passage: number, score: number): boolean {
    return this.#size < this.#limit || this.#isWorse(0, score, passage);
  }

  /** Takes a hit in; the worst one leaves when there is no more room. */
  add(passage: number, score: number): void {
    if (this.#size < this.#limit) this.#rise(this.#size++, score, passage);
    else if (this.#isWorse(0, score, passage)) this.#sink(score, passage);
  }

  /** The hits, best first. */
  sorted(): Hit[] {
    return Array.from({ length: this.#size }, (_, at): Hit => {
      return { passage: this.#passages[at] ?? 0, score: this.#scores[at] ?? 0 };
    }).sort((a, b) => b.score - a.score || a.passage - b.passage);
  }

  /** Whether the hit at `at` ranks behind another. */
  #isWorse(at: number, score: number, passage: number): boolean {
    const own = this.#scores[at] ?? 0;
    return own < score || (own === score && (this.#passages[at] ?? 0) > passage);
  }

  #put(at: number, score: number, passage: number): void {
    this.#scores[at] = score;
    this.#passages[at] = passage;
  }

  #rise(from: number, score: number, passage: number): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.#isWorse(parent, score, passage)) break;
      this.#put(at, this.#scores[parent] ?? 0, this.#passages[parent] ?? 0);
      at = parent;
    }
    this.#put(at, score, passage);
  }

  #sink(score: number, passage: number): void {
    let at = 0;
    let child = this.#worseChild(at);
    while (child < this.#size && this.#isWorse(child, score, passage)) {
      this.#put(at, this.#scores[child] ?? 0, this.#passages[child] ?? 0);
      at = child;
      child = this.#worseChild(at);
    }
    this.#put(at, score, passage);
  }

  /** The one of two children that ranks behind the other; beyond the end when there is none. */
  #worseChild(parent: number): number {
    const left = parent * 2 + 1;
    const right = left + 1;
    if (right >= this.#size) return left;
    return this.#isWorse(right, this.#scores[left] ?? 0, this.#passages[left] ?? 0) ? right : left;
  }
}
