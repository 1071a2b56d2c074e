/** Passages of a window that may still become hits: their sums grow term by term, and those that fall behind are dropped. */
import type { Window } from './posting-cursor.ts';
import { WINDOW } from './postings.ts';

/** Some passages, ascending, and what they score so far. */
export class Candidates {
  readonly ordinals = new Uint32Array(WINDOW);
  readonly scores = new Float64Array(WINDOW);
  size = 0;

  /** Takes those that reach `threshold` with `rest` added, and clears the window. */
  take({ from, sums, touched }: Window, rest: number, threshold: number): void {
    const { ordinals, scores } = this;
    let taken = 0;
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
        ordinals[taken] = from + place;
        scores[taken++] = sum;
      } while (bits !== 0);
    }
    this.size = taken;
  }

  /** Drops those that do not reach `threshold` even with `rest` added. */
  keep(rest: number, threshold: number): void {
    const { ordinals, scores, size } = this;
    let kept = 0;
    for (let at = 0; at < size; at++) {
      const score = scores[at] ?? 0;
      if (score + rest < threshold) continue;
      ordinals[kept] = ordinals[at] ?? 0;
      scores[kept++] = score;
    }
    this.size = kept;
  }
}
