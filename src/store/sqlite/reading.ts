/** The reading side of the SQLite store. */
import type { ArticleHead, ArticleQuery, Counts, IndexPart, IndexState, StoredPassage } from '../../app/source.ts';
import type { Article } from '../../ingest/model.ts';
import { type PassageRow, plainBytes, storedPassage } from './rows.ts';
import type { Statements } from './statements.ts';

const PASSAGE = `SELECT p.id, a.id AS article, p.ordinal, p.kind, p.text, p.pieces, p.heading, p.block,
  p.table_row AS tableRow`;

/** A number that grows with every change of the library by whatever process. */
export function version(sql: Statements): number {
  return sql.sure<{ version: number }>('SELECT version FROM library').version;
}

/** The index at one moment; segments in `known` come without bytes. */
export function index(sql: Statements, known: ReadonlySet<number>): IndexState {
  return sql.reading(() => {
    const ids = sql.all<{ id: number }>('SELECT id FROM segments ORDER BY id').map(({ id }) => id);
    return { version: version(sql), parts: ids.map((id) => part(sql, id, !known.has(id))) };
  });
}

/** Segments with their bytes, in the order asked; missing ones are left out. */
export function segments(sql: Statements, ids: readonly number[]): IndexPart[] {
  return sql.reading(() => ids.map((id) => part(sql, id, true)).filter(({ segment }) => segment !== null));
}

function part(sql: Statements, id: number, withBytes: boolean): IndexPart {
  const row = withBytes ? sql.one<{ bytes: Uint8Array }>('SELECT bytes FROM segments WHERE id = ?', id) : undefined;
  const dead = sql.all<{ passage: number }>('SELECT passage FROM tombstones WHERE segment = ?', id);
  return {
    id,
    segment: row === undefined ? null : plainBytes(row.bytes),
    deleted: new Set(dead.map(({ passage }) => passage)),
  };
}

/**
 * Passages in the order asked; missing ones are left out. One look-up each: half the time of a join over `json_each`,
 * which would have to sort the texts to keep the order.
 */
export function passages(sql: Statements, ids: readonly number[]): StoredPassage[] {
  const query = `${PASSAGE} FROM passages p JOIN articles a ON a.key = p.article WHERE p.id = ?`;
  const rows = sql.reading(() => ids.map((id) => sql.one<PassageRow>(query, id)));
  return rows.filter((row) => row !== undefined).map(storedPassage);
}

/** All passages of an article in reading order. */
export function passagesOfArticle(sql: Statements, article: string): StoredPassage[] {
  const query = `${PASSAGE} FROM articles a JOIN passages p ON p.article = a.key WHERE a.id = ? ORDER BY p.ordinal`;
  return sql.all<PassageRow>(query, article).map(storedPassage);
}

/** One article, or `null`. */
export function article(sql: Statements, id: string): Article | null {
  const row = sql.one<{ json: string }>('SELECT json FROM articles WHERE id = ?', id);
  return row === undefined ? null : JSON.parse(row.json);
}

/** Several articles in the order asked; missing ones are left out. */
export function articlesById(sql: Statements, ids: readonly string[]): Article[] {
  return sql.reading(() => ids.map((id) => article(sql, id)).filter((found) => found !== null));
}

/** Articles in the order of their pages' ids and of reading. */
export function articles(sql: Statements, query: ArticleQuery = {}): Article[] {
  const values: unknown[] = [];
  const conditions = conditionsOf(query).map(([condition, ...given]) => {
    values.push(...given);
    return condition;
  });
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
  const text = `SELECT a.json FROM pages g JOIN articles a ON a.page = g.key ${where}
    ORDER BY g.id, a.position LIMIT ? OFFSET ?`;
  const rows = sql.all<{ json: string }>(text, ...values, query.limit ?? -1, query.offset ?? 0);
  return rows.map(({ json }) => JSON.parse(json));
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
  const fields = ['id', 'title', 'publication', 'label', 'file', 'date'].map(
    (field) => `json ->> '${field}' AS ${field}`,
  );
  return sql
    .all<{ key: number }>(keys, ...values)
    .map(({ key }) => sql.sure<ArticleHead>(`SELECT ${fields.join(', ')} FROM articles WHERE key = ?`, key));
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
