/** The writing side of the SQLite store: each function is to be called inside a writing transaction. */
import type { StoredPassage } from '../../app/source.ts';
import type { Change, PreparedPage } from '../../app/target.ts';
import type { Article } from '../../ingest/model.ts';
import { nameOf } from './names.ts';
import { textOf } from './origins.ts';
import { type PackedTexts, packTexts } from './packed-page.ts';
import { packed } from './packing.ts';
import { giveRoomBack } from './room.ts';
import { dayBounds } from './rows.ts';
import { insertParts } from './segments.ts';
import type { Statements } from './statements.ts';
import type { TextColumns } from './texts.ts';

/** An article that is about to go, and where its postings are. */
interface Doomed {
  readonly key: number;
  readonly id: string;
  readonly page: number;
  readonly segment: number | null;
}

const PAGE_COLUMNS = [
  ...['id', 'file', 'publication', 'date', 'label', 'kind', 'source', 'hash', 'encoding'],
  ...['warnings', 'refusals', 'articles', 'passages', 'segment'],
];

/** Keeps the key of a page that is there already. */
const UPSERT_PAGE = `INSERT INTO pages (${PAGE_COLUMNS.join(', ')}) VALUES (${PAGE_COLUMNS.map(() => '?').join(', ')})
  ON CONFLICT (id) DO UPDATE SET ${PAGE_COLUMNS.map((column) => `${column} = excluded.${column}`).join(', ')}
  RETURNING key`;

const DOOMED = 'SELECT a.key, a.id, a.page, g.segment FROM articles a JOIN pages g ON g.key = a.page';

/** Says that the library has changed. */
export function bumpVersion(sql: Statements): void {
  sql.run('UPDATE library SET version = version + 1');
}

/** The first of `count` passage numbers that are given out once and never again. */
export function reservePassages(sql: Statements, count: number): number {
  const query = 'UPDATE library SET next_passage = next_passage + ? RETURNING next_passage - ? AS first';
  return sql.sure<{ first: number }>(query, count, count).first;
}

/** What is kept of a page, packed before the transaction begins. */
export interface PackedPage extends PackedTexts {
  /** The page as received where it is no UTF-8; else the stretches have it. */
  readonly bytes: Uint8Array | null;
}

/** Packs bytes and texts of a page. */
export async function packPage(page: PreparedPage): Promise<PackedPage> {
  const { info, kind, bytes, articles, passages } = page;
  const text = textOf(bytes);
  const bytesKept = text === undefined ? packed(bytes) : null;
  const byArticle = new Map(articles.map(({ id }): [string, StoredPassage[]] => [id, []]));
  for (const passage of passages) {
    const own = byArticle.get(passage.article);
    if (own === undefined)
      throw new Error(`Passage ${passage.id} of page ${info.id} names an unknown article: ${passage.article}`);
    own.push(passage);
  }
  const written = articles.map((article) => ({ article, passages: byArticle.get(article.id) ?? [] }));
  const texts = packTexts(written, { facts: info, kind, text });
  return { bytes: await bytesKept, ...texts };
}

/** Puts a page in the place of its earlier state. */
export function replacePage(sql: Statements, page: PreparedPage, kept: PackedPage): Change {
  const before = sql.all<Doomed>(`${DOOMED} WHERE g.id = ?`, page.info.id);
  const known = new Set(before.map(({ id }) => id));
  const elsewhere = page.articles
    .filter(({ id }) => !known.has(id))
    .flatMap(({ id }) => sql.all<Doomed>(`${DOOMED} WHERE a.id = ?`, id));
  for (const article of [...before, ...elsewhere]) bury(sql, article);
  insertPage(sql, page, kept);
  dropEmptySegments(sql);
  bumpVersion(sql);
  const replaced = page.articles.filter(({ id }) => known.has(id)).length + elsewhere.length;
  return {
    added: page.articles.length - replaced,
    replaced,
    removed: before.length + elsewhere.length - replaced,
    articles: page.articles.length,
    passages: page.passages.length,
  };
}

/** Takes a page out with all that belongs to it. */
export function removePage(sql: Statements, id: string): Change {
  const page = sql.one<{ key: number }>('SELECT key FROM pages WHERE id = ?', id);
  const before = sql.all<Doomed>(`${DOOMED} WHERE g.id = ?`, id);
  if (page !== undefined) {
    for (const article of before) bury(sql, article);
    sql.run('DELETE FROM pages WHERE key = ?', page.key);
    dropEmptySegments(sql);
    bumpVersion(sql);
    giveRoomBack(sql);
  }
  return { added: 0, replaced: 0, removed: before.length, articles: 0, passages: 0 };
}

/** Takes one article out: its passages stay in their segment, marked as deleted. */
function bury(sql: Statements, { key, page, segment }: Doomed): void {
  const columns = 'SELECT first_passage AS first, passages FROM articles WHERE key = ?';
  const { first, passages: count } = sql.sure<{ first: number | null; passages: number }>(columns, key);
  sql.run('UPDATE pages SET articles = articles - 1, passages = passages - ? WHERE key = ?', count, page);
  if (segment !== null && first !== null) {
    for (let id = first; id < first + count; id += 1) sql.run('INSERT INTO tombstones VALUES (?, ?)', segment, id);
    sql.run('UPDATE segments SET deleted = deleted + ? WHERE id = ?', count, segment);
  }
  sql.run('DELETE FROM articles WHERE key = ?', key);
}

function dropEmptySegments(sql: Statements): void {
  sql.run('DELETE FROM segments WHERE deleted >= passages');
}

function insertPage(sql: Statements, page: PreparedPage, kept: PackedPage): void {
  const segment = page.passages.length === 0 ? null : insertSegment(sql, page.passages.length, page.segment);
  const key = upsertPage(sql, page, segment);
  sql.run('DELETE FROM page_bytes WHERE page = ?', key);
  sql.run('DELETE FROM stretches WHERE page = ?', key);
  if (kept.bytes !== null) sql.run('INSERT INTO page_bytes (page, bytes) VALUES (?, ?)', key, kept.bytes);
  for (const { start, packed: stretch } of kept.stretches)
    sql.run('INSERT INTO stretches (page, start, packed) VALUES (?, ?, ?)', key, start, stretch);
  for (const [position, article] of page.articles.entries()) {
    insertArticle(sql, article, { key, position, texts: kept.texts[position] });
  }
}

/** Adds a segment of so many passages; returns its id, which no segment had before. */
export function insertSegment(sql: Statements, passages: number, bytes: Uint8Array): number {
  const id = sql.run('INSERT INTO segments (passages) VALUES (?)', passages);
  insertParts(sql, id, bytes);
  return id;
}

function upsertPage(sql: Statements, page: PreparedPage, segment: number | null): number {
  const { id, file, publication, date, label } = page.info;
  const row = sql.sure<{ key: number }>(
    UPSERT_PAGE,
    ...[id, file, publication, date, label, page.kind, page.source, page.hash, page.encoding],
    ...[JSON.stringify(page.warnings), JSON.stringify(page.refusals)],
    ...[page.articles.length, page.passages.length, segment],
  );
  return row.key;
}

function insertArticle(
  sql: Statements,
  article: Article,
  { key: page, position, texts }: { key: number; position: number; texts: TextColumns | undefined },
): void {
  if (texts === undefined) throw new Error(`Article ${article.id} has no texts.`);
  const { first, last } = dayBounds(article.date);
  const key = sql.run(
    `INSERT INTO articles (id, page, position, date, first_day, last_day, name, first_passage, passages, packed)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[article.id, page, position, article.date, first, last, nameOf(article)],
    ...[texts.first, texts.passages, texts.packed],
  );
  for (const name of new Set(article.reporters)) sql.run('INSERT INTO reporters VALUES (?, ?)', name, key);
}

/** Notes where an unchanged page is found now. */
export function movePage(sql: Statements, id: string, source: string | null): void {
  sql.run('UPDATE pages SET source = ? WHERE id = ?', source, id);
}

/** Remembers a value; `null` forgets it. */
export function setSetting(sql: Statements, name: string, value: string | null): void {
  if (value === null) sql.run('DELETE FROM settings WHERE name = ?', name);
  else sql.run('INSERT OR REPLACE INTO settings VALUES (?, ?)', name, value);
}
