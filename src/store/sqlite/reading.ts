/** The reading side of the SQLite store. */
import type { ArticleHead, ArticleQuery, Counts, StoredPassage } from '../../app/source.ts';
import type { Article } from '../../ingest/model.ts';
import type { PageFacts } from './kept-article.ts';
import { keptText } from './page-text.ts';
import type { Statements } from './statements.ts';
import { KeptTexts } from './texts.ts';

/** A number that grows with every change of the library by whatever process. */
export function version(sql: Statements): number {
  return sql.sure<{ version: number }>('SELECT version FROM library').version;
}

/** An article with what it shares with its page. */
interface ArticleRow extends PageFacts {
  readonly article: string;
  readonly date: string | null;
  readonly first: number | null;
  readonly passages: number;
  readonly packed: Uint8Array;
  /** The key of the page. */
  readonly page: number;
}

const ROW = `a.id AS article, a.date, a.first_passage AS first, a.passages, a.packed, a.page,
  g.id, g.file, g.publication, g.label FROM articles a JOIN pages g ON g.key = a.page`;

function loaded(sql: Statements, { article: id, date, first, packed, page, ...facts }: ArticleRow): KeptTexts {
  return new KeptTexts({ id, date, first, packed, page: { facts, text: keptText(sql, page) } });
}

function textsOf(sql: Statements, row: ArticleRow): KeptTexts {
  const load = (): KeptTexts => loaded(sql, row);
  return row.first === null ? load() : sql.shelf.texts(row.first, load);
}

/** The passage of that number: its article is the last one that begins at it or before. */
function passage(sql: Statements, id: number): StoredPassage | undefined {
  const query = `SELECT ${ROW} WHERE a.first_passage <= ? ORDER BY a.first_passage DESC LIMIT 1`;
  const row = sql.one<ArticleRow>(query, id);
  if (row === undefined || row.first === null || id >= row.first + row.passages) return undefined;
  return textsOf(sql, row).passages[id - row.first];
}

/** Passages in the order asked; missing ones are left out. */
export function passages(sql: Statements, ids: readonly number[]): StoredPassage[] {
  return sql.reading(() => ids.map((id) => passage(sql, id))).filter((found) => found !== undefined);
}

/** What `take` takes of an article, read within one transaction; `undefined` where it is not there. */
function ofArticle<Part>(sql: Statements, id: string, take: (texts: KeptTexts) => Part): Part | undefined {
  const row = sql.one<ArticleRow>(`SELECT ${ROW} WHERE a.id = ?`, id);
  return row === undefined ? undefined : take(textsOf(sql, row));
}

/** All passages of an article in reading order. */
export function passagesOfArticle(sql: Statements, article: string): StoredPassage[] {
  const found = sql.reading(() => ofArticle(sql, article, (texts) => texts.passages)) ?? [];
  return found.toSorted((a, b) => a.ordinal - b.ordinal);
}

/** One article, or `null`. */
export function article(sql: Statements, id: string): Article | null {
  return sql.reading(() => ofArticle(sql, id, (texts) => texts.article)) ?? null;
}

/** Several articles in the order asked; missing ones are left out. */
export function articlesById(sql: Statements, ids: readonly string[]): Article[] {
  const found = sql.reading(() => ids.map((id) => ofArticle(sql, id, (texts) => texts.article)));
  return found.filter((each) => each !== undefined);
}

/** Articles in the order of their pages' ids and of reading. */
export function articles(sql: Statements, query: ArticleQuery = {}): Article[] {
  const { text, values } = wanted(query);
  const inOrder = `SELECT ${ROW} ${text} ORDER BY g.id, a.position LIMIT ? OFFSET ?`;
  // All of them at once would put everything else off the shelf.
  const read = (): Article[] =>
    sql
      .all<ArticleRow>(inOrder, ...values, query.limit ?? -1, query.offset ?? 0)
      .map((row) => loaded(sql, row).article);
  return sql.reading(read);
}

/** The ids of articles, whatever their order: no text is read. */
export function articleIds(sql: Statements, query: ArticleQuery): Set<string> {
  const { text, values } = wanted(query);
  return new Set(
    sql
      .all<{ id: string }>(`SELECT a.id FROM articles a JOIN pages g ON g.key = a.page ${text}`, ...values)
      .map(({ id }) => id),
  );
}

function wanted(query: ArticleQuery): { text: string; values: unknown[] } {
  const values: unknown[] = [];
  const conditions = conditionsOf(query).map(([condition, ...given]) => {
    values.push(...given);
    return condition;
  });
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
  return { text: where, values };
}

function conditionsOf({ page, reporter, from, to }: ArticleQuery): [string, ...unknown[]][] {
  const conditions: [string, ...unknown[]][] = [];
  if (page !== undefined) conditions.push(['(g.id = ? OR g.file = ?)', page, page]);
  if (reporter !== undefined) conditions.push(['a.key IN (SELECT article FROM reporters WHERE name = ?)', reporter]);
  if (from !== undefined) conditions.push(['a.last_day >= ?', from]);
  if (to !== undefined) conditions.push(['a.first_day <= ?', to]);
  return conditions;
}

/** The articles whose names hold `name`; the index alone is walked, so that nothing of their texts is read. */
export function heads(sql: Statements, name: string, limit: number): ArticleHead[] {
  const newest = 'ORDER BY first_day DESC, key DESC LIMIT ?';
  if (name === '') return headsOf(sql, `SELECT key FROM articles ${newest}`, limit);
  // No character comes behind the last of Unicode: everything that begins with the name lies between the two.
  const beginning = headsOf(
    sql,
    `SELECT key FROM articles WHERE name >= ? AND name < ? ${newest}`,
    name,
    `${name}\u{10FFFF}`,
    limit,
  );
  if (beginning.length === limit) return beginning;
  // By itself SQLite walks the articles in the order of their days, with all their texts: 30 times slower.
  const named = 'articles INDEXED BY articles_by_name';
  const holding = headsOf(sql, `SELECT key FROM ${named} WHERE instr(name, ?) > 1 ${newest}`, name, limit);
  return [...beginning, ...holding].slice(0, limit);
}

function headsOf(sql: Statements, keys: string, ...values: readonly unknown[]): ArticleHead[] {
  return sql.reading(() =>
    sql.all<{ key: number }>(keys, ...values).map(({ key }) => {
      const row = sql.sure<ArticleRow>(`SELECT ${ROW} WHERE a.key = ?`, key);
      const { id, title, publication, label, file, date } = textsOf(sql, row).head;
      return { id, title, publication, label, file, date };
    }),
  );
}

/** How much there is, from the sums that the pages keep: no table is walked. */
export function counts(sql: Statements): Counts {
  const sums = `SELECT count(*) AS pages, coalesce(sum(articles), 0) AS articles, coalesce(sum(passages), 0) AS passages
    FROM pages`;
  const newest = 'SELECT date FROM articles WHERE first_day IS NOT NULL ORDER BY first_day DESC, date DESC LIMIT 1';
  return sql.reading(() => ({
    ...sql.sure<Omit<Counts, 'newest'>>(sums),
    newest: sql.one<{ date: string }>(newest)?.date ?? null,
  }));
}

/** A remembered value, or `null`. */
export function setting(sql: Statements, name: string): string | null {
  return sql.one<{ value: string }>('SELECT value FROM settings WHERE name = ?', name)?.value ?? null;
}
