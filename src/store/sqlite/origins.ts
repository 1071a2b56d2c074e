/**
 * Where the text of an article stands in what was received of its page.
 *
 * Offsets of an article of a page count in the page without its byte order mark; those of an article that came as a line
 * count in the text that its line says in JSON.
 */
import { isUtf8 } from 'node:buffer';
import type { PageKind } from '../../app/target.ts';
import type { Article } from '../../ingest/model.ts';
import type { Base } from './places.ts';

/** What the origin is: a stretch of the page, such a one behind a byte order mark, or a line of JSON. */
const IN_PAGE = 0;
const BEHIND_MARK = 1;
const IN_LINE = 2;

/** From where to where in the page as received, in UTF-16 units, and what that is. */
export type Origin = readonly [start: number, end: number, kind: number];

/** What has no origin: nothing of the page is in it. */
const NOTHING: Base = { slice: () => '' };
const MARK = '\ufeff';

/** The text that bytes are, if they are what it would be written as again. */
export function textOf(bytes: Uint8Array): string | undefined {
  return isUtf8(bytes) ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) : undefined;
}

/** The text that a line says; `undefined` for any other line. */
function saidBy(line: string): string | undefined {
  try {
    const { text }: { readonly text?: unknown } = JSON.parse(line) ?? {};
    return typeof text === 'string' ? text : undefined;
  } catch {
    return undefined;
  }
}

/** What an article's offsets count in, given how to read the page. */
export function baseOf(origin: Origin | null, page: Base): Base {
  if (origin === null) return NOTHING;
  const [start, end, kind] = origin;
  const text = page.slice(start, end);
  if (kind === IN_LINE) return saidBy(text) ?? NOTHING;
  const before = kind === BEHIND_MARK ? start - MARK.length : start;
  return { slice: (from, to) => text.slice(Math.max(0, from - before), Math.max(0, to - before)) };
}

/** Finds the origins of the articles of a page, one after the other, in their order. */
export class Origins {
  readonly #page: string | undefined;
  readonly #kind: PageKind;
  #next = 0;

  /** `page` is its text as received, `undefined` where that is no UTF-8. */
  constructor(page: string | undefined, kind: PageKind) {
    this.#page = page;
    this.#kind = kind;
  }

  /** The origin of the next article; `null` where it stands nowhere. */
  of(article: Article): Origin | null {
    // Of a store from long ago an article may lack blocks.
    const pieces = (article.blocks ?? []).flatMap((block) => block.pieces);
    if (this.#page === undefined || pieces.length === 0) return null;
    return this.#kind === 'jsonl' ? this.#lineOf(this.#page, article) : hull(this.#page, pieces);
  }

  /** Lines that were refused have no article, so that the line of an article may be any behind that of the one before. */
  #lineOf(page: string, { blocks }: Article): Origin | null {
    for (let start = this.#next; start < page.length; ) {
      const found = page.indexOf('\n', start);
      const end = found < 0 ? page.length : found;
      const text = saidBy(page.slice(start, end));
      if (text !== undefined && blocks.every((block) => isCopy(block, text))) {
        this.#next = end + 1;
        return [start, end, IN_LINE];
      }
      start = end + 1;
    }
    // Where one is not found, the others are not looked for on all lines again.
    this.#next = page.length;
    return null;
  }
}

function isCopy({ text, pieces }: Article['blocks'][number], base: string): boolean {
  return pieces.every(({ at, start, end }) => base.slice(start, end) === text.slice(at, at + end - start));
}

function hull(page: string, pieces: readonly { readonly start: number; readonly end: number }[]): Origin {
  let [first, last] = [page.length, 0];
  for (const { start, end } of pieces) {
    first = Math.min(first, start);
    last = Math.max(last, end);
  }
  const mark = page.startsWith(MARK) ? MARK.length : 0;
  return [first + mark, last + mark, mark > 0 ? BEHIND_MARK : IN_PAGE];
}
