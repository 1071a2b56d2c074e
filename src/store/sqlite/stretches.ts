/**
 * A page as received, where it is UTF-8: its text in packed stretches, so that an article can be read without the rest.
 *
 * A stretch ends with a line. Those of a file of lines hold one or two of them, for each line is an article of its own;
 * the articles of a page of a paper stand all over it, so the whole of it is one stretch unless it is long.
 */
import type { PageKind } from '../../app/target.ts';
import { packText, unpackText } from './packing.ts';

/** UTF-16 units behind which the next line end also ends a stretch. */
const ENOUGH: Readonly<Record<PageKind, number>> = { jsonl: 1000, page: 32_768 };
/** No stretch is longer, even where there is no line end. */
const LONGEST = 65_536;
/** UTF-16 units that are remembered unpacked: those of some questions, 8 MB. */
const REMEMBERED = 4_194_304;

/** A stretch, and where it begins in the page. */
export interface Stretch {
  readonly start: number;
  readonly packed: Uint8Array;
}

/** The stretches of a page, which rebuild it. */
export function stretchesOf(page: string, kind: PageKind): Stretch[] {
  const stretches: Stretch[] = [];
  for (let start = 0; start < page.length; ) {
    const line = page.indexOf('\n', start + ENOUGH[kind] - 1);
    const end = Math.min(line < 0 ? page.length : line + 1, start + LONGEST);
    stretches.push({ start, packed: packText(page.slice(start, end)) });
    start = end;
  }
  return stretches;
}

/** The stretches that were read last, unpacked, by their keys, which no other stretch ever gets. */
export class StretchShelf {
  readonly #kept = new Map<number, string>();
  #size = 0;

  /** The text of a stretch; `load` gets it packed where it is not here. */
  text(key: number, load: () => Uint8Array): string {
    const kept = this.#kept.get(key);
    const text = kept ?? unpackText(load());
    this.#kept.delete(key);
    this.#kept.set(key, text);
    if (kept === undefined) this.#size += text.length;
    for (const [oldest, { length }] of this.#kept) {
      if (this.#size <= REMEMBERED || oldest === key) break;
      this.#kept.delete(oldest);
      this.#size -= length;
    }
    return text;
  }
}
