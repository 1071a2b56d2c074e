/** Reads a page and makes of it all that a library keeps, with nothing written yet. */
import { SegmentBuilder } from '../index/builder.ts';
import { encodeSegment, renumbered } from '../index/segment.ts';
import type { Article, Passage } from '../ingest/model.ts';
import { passagesOf } from '../ingest/passages.ts';
import type { PageRefusal } from '../ingest/remarks.ts';
import type { FoundArticle } from './ledger.ts';
import { type RawPage, type ReadPage, readRaw } from './reading.ts';
import type { StoredPassage } from './source.ts';
import type { Change, PreparedPage, Warning } from './target.ts';

/** What came of one page. */
export interface IntakeResult {
  readonly state: 'taken-in' | 'unchanged' | 'removed';
  readonly page: string;
  readonly change: Change;
  readonly warnings: readonly Warning[];
  readonly refusals: readonly PageRefusal[];
  /** The articles that were found; only for a page that was read. */
  readonly found: readonly FoundArticle[];
}

/** A page that was read and indexed, but whose passages have no numbers yet. */
export interface Draft {
  readonly raw: RawPage;
  readonly read: ReadPage;
  readonly articles: readonly Article[];
  readonly passages: readonly Passage[];
  /** The segment of the passages, as if they were numbered from 0. */
  readonly segment: Uint8Array;
}

/** Reads a page without the articles that are `withheld`. Throws a PageError where nothing of it can be read. */
export function draftOf(raw: RawPage, withheld: ReadonlySet<string>): Draft {
  const read = readRaw(raw);
  const articles = read.articles.filter(({ id }) => !withheld.has(id));
  const passages = articles.flatMap((article) => passagesOf(article));
  const builder = new SegmentBuilder();
  for (const [id, { text, heading }] of passages.entries()) builder.add({ id, text, heading });
  return { raw, read, articles, passages, segment: encodeSegment(builder.build()) };
}

/** The page as it is written, its passages numbered from `first` on. */
export function pageOf({ raw, read, articles, passages, segment }: Draft, first: number, hash: string): PreparedPage {
  const { info, kind, source, bytes } = raw;
  const numbered = passages.map((passage, at): StoredPassage => ({ ...passage, id: first + at }));
  return {
    ...read,
    articles,
    info,
    kind,
    source,
    hash,
    bytes,
    passages: numbered,
    segment: renumbered(segment, first),
  };
}

/** What is told of a page that was written. */
export function resultOf({ raw, read, articles }: Draft, change: Change): IntakeResult {
  const { warnings, refusals } = read;
  const found = articles.map(({ id, title }) => ({ id, title }));
  return { state: 'taken-in', page: raw.info.id, change, warnings, refusals, found };
}
