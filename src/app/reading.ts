/** Reads the bytes of a page into articles, whichever kind of page it is. */
import { decodePage } from '../ingest/decode.ts';
import { PageError, refusalOf } from '../ingest/errors.ts';
import { readArticleLine } from '../ingest/jsonl.ts';
import type { Article, PageInfo } from '../ingest/model.ts';
import { readPage } from '../ingest/read-page.ts';
import type { PageRefusal } from '../ingest/remarks.ts';
import { MAX_LINE_BYTES } from './line-batches.ts';
import type { PageKind, Warning } from './target.ts';

/** A page as it came. */
export interface RawPage {
  readonly info: PageInfo;
  readonly bytes: Uint8Array;
  readonly kind: PageKind;
  /** Where it was found; `null` for one that came without a place. */
  readonly source: string | null;
  /** For a batch of lines: the number of its first line in the file, 1 by default. */
  readonly firstLine?: number;
  /** For a batch of lines: numbers of lines that were too long to be kept. */
  readonly overlong?: ReadonlySet<number>;
}

/** What a page holds. The ids of the articles are distinct. */
export interface ReadPage {
  readonly articles: readonly Article[];
  readonly encoding: string;
  /** What was odd. */
  readonly warnings: readonly Warning[];
  /** Lines that could not be read. */
  readonly refusals: readonly PageRefusal[];
}

/** Reads a page. Throws a PageError where nothing of it can be read; a broken line costs only itself. */
export function readRaw(raw: RawPage): ReadPage {
  const read = raw.kind === 'page' ? readWhole(raw) : readLines(raw);
  const { articles, repeated } = distinct(read.articles);
  const warnings = repeated.map((id): Warning => ({ code: 'id-repeated', details: { id } }));
  return { ...read, articles, warnings: [...read.warnings, ...warnings] };
}

function readWhole({ info, bytes }: RawPage): ReadPage {
  const { text, encoding } = decodePage(bytes);
  return { ...readPage({ ...info, text }), encoding, refusals: [] };
}

function readLines({ info, bytes, firstLine = 1, overlong = new Set() }: RawPage): ReadPage {
  const articles: Article[] = [];
  const refusals: PageRefusal[] = [];
  for (const [number, line] of numberedLines(bytes, firstLine)) {
    try {
      if (overlong.has(number)) throw new PageError('line-too-long', { line: number, limit: MAX_LINE_BYTES });
      const text = decodeLine(line, number);
      if (text.trim() === '') continue;
      articles.push(readArticleLine(text, { file: info.file, page: info.id, number }));
    } catch (error) {
      if (!(error instanceof PageError)) throw error;
      refusals.push(refusalOf(error));
    }
  }
  return { articles: articles.map((article) => completed(article, info)), encoding: 'UTF-8', warnings: [], refusals };
}

function* numberedLines(bytes: Uint8Array, firstLine: number): Generator<[number, Uint8Array]> {
  let number = firstLine;
  for (let from = 0; from < bytes.length; number += 1) {
    const end = bytes.indexOf(10, from);
    const to = end === -1 ? bytes.length : end;
    yield [number, bytes.subarray(from, to)];
    from = to + 1;
  }
}

/** JSON is UTF-8 by definition; guessing at another encoding would turn a torn line into nonsense. */
function decodeLine(line: Uint8Array, number: number): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(line);
  } catch (cause) {
    throw new PageError('line-not-utf8', { line: number }, { cause });
  }
}

/** What a line does not say of its article, its file may. */
function completed(article: Article, { publication, date, label }: PageInfo): Article {
  return {
    ...article,
    publication: article.publication ?? publication,
    date: article.date ?? date,
    label: article.label ?? label,
  };
}

function distinct(articles: readonly Article[]): { articles: Article[]; repeated: string[] } {
  const last = new Map(articles.map((article) => [article.id, article]));
  const repeated = new Set(articles.filter((article) => last.get(article.id) !== article).map(({ id }) => id));
  return { articles: articles.filter((article) => last.get(article.id) === article), repeated: [...repeated] };
}
