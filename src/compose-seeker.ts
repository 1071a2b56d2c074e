/** What a thread that searches does: it holds some segments, in memory that is shared, and finds their best passages. */
import type { Hit } from './index/contract.ts';
import type { Averages, LivingPart, PartTerm } from './index/search-part.ts';
import type { Segment } from './index/segment.ts';
import { decodeSegment } from './index/segment.ts';
import { Share } from './index/share.ts';

/** A segment of a share. */
export interface SharedPart {
  /** Tells segments apart. */
  readonly key: number;
  /** Its bytes; `null` for one that the thread has from before. */
  readonly bytes: SharedArrayBuffer | null;
  readonly alive: number;
  readonly dead: Uint8Array | undefined;
}

/** What a thread is told. It does one after the other, so what is to be found is found in the share that was told last. */
export type SeekerTask =
  | { readonly kind: 'share'; readonly parts: readonly SharedPart[]; readonly averages: Averages }
  | { readonly kind: 'find'; readonly ticket: number; readonly terms: readonly PartTerm[]; readonly limit: number };

/** What a thread has found. */
export interface SeekerFound {
  readonly ticket: number;
  readonly hits: readonly Hit[];
}

/** A thread's side. */
export class Seeker {
  #segments = new Map<number, Segment>();
  #share = new Share([], { words: 1, bigrams: 1 });

  /** Does a task; gives what it found, if that was asked. */
  perform(task: SeekerTask): SeekerFound | undefined {
    if (task.kind === 'find') return { ticket: task.ticket, hits: this.#share.search(task.terms, task) };
    const segments = new Map<number, Segment>();
    const parts = task.parts.map(({ key, bytes, alive, dead }): LivingPart => {
      const segment = bytes === null ? this.#segments.get(key) : decodeSegment(new Uint8Array(bytes));
      if (segment === undefined) throw new Error(`The thread was never given segment ${key}.`);
      segments.set(key, segment);
      return { segment, alive, dead };
    });
    this.#segments = segments;
    this.#share = new Share(parts, task.averages);
    return undefined;
  }
}
