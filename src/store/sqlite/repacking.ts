/** Texts as schema 4 kept them, each article packed by itself, and how they become those of today. */
import { deflateRawSync, gunzipSync, inflateRawSync } from 'node:zlib';
import type { Database } from 'better-sqlite3';
import type { StoredPassage } from '../../app/source.ts';
import type { PageKind } from '../../app/target.ts';
import type { Article, PassageKind } from '../../ingest/model.ts';
import type { PageFacts } from './kept-article.ts';
import { textOf } from './origins.ts';
import { packTexts } from './packed-page.ts';
import { readPieces } from './rows.ts';
import { insertParts } from './segments.ts';
import { Statements } from './statements.ts';

/** A passage without what follows from its place: ordinal, kind, text, pieces, heading, block, row. */
type PassageTuple = [number, PassageKind, string, string, string, number, number];

/** Lets SQL pack texts as schema 4 did: JSON of an article and of the tuples of its passages, parted by a line feed. */
export function teachPacking(db: Database): void {
  const pack = (article: unknown, tuples: unknown): Uint8Array => deflateRawSync(`${article}\n${tuples}`);
  db.function('pack_texts', { deterministic: true }, pack);
}

function unpackedTexts({ packed, first }: { packed: Uint8Array; first: number | null }) {
  const text = inflateRawSync(packed).toString('utf8');
  const end = text.indexOf('\n');
  const article: Article = JSON.parse(text.slice(0, end));
  const tuples: readonly PassageTuple[] = JSON.parse(text.slice(end + 1));
  const passages = tuples.map(
    ([ordinal, kind, words, pieces, heading, block, row], at): StoredPassage => ({
      ...{ id: (first ?? 0) + at, article: article.id, ordinal, kind, text: words },
      ...{ pieces: readPieces(pieces), heading, block, row },
    }),
  );
  return { article, passages };
}

interface PageRow extends PageFacts {
  readonly key: number;
  readonly kind: PageKind;
}

/** Brings all pages from schema 4 to stretches and places, one after the other. */
export function repackTexts(db: Database): void {
  const pages = db.prepare<[], PageRow>('SELECT key, id, file, publication, label, kind FROM pages ORDER BY key').all();
  const repack = repackingOf(db);
  for (const page of pages) repack(page);
}

function repackingOf(db: Database): (page: PageRow) => void {
  const bytesOf = db.prepare<[number], { bytes: Uint8Array }>('SELECT bytes FROM page_bytes WHERE page = ?');
  const dropBytes = db.prepare('DELETE FROM page_bytes WHERE page = ?');
  const texts = 'SELECT key, first_passage AS first, packed FROM articles WHERE page = ? ORDER BY position';
  const articlesOf = db.prepare<[number], { key: number; first: number | null; packed: Uint8Array }>(texts);
  const replace = db.prepare('UPDATE articles SET packed = ? WHERE key = ?');
  const insert = db.prepare('INSERT INTO stretches (page, start, packed) VALUES (?, ?, ?)');
  return ({ key, kind, ...facts }) => {
    const bytes = bytesOf.get(key)?.bytes;
    const text = bytes === undefined ? undefined : textOf(gunzipSync(bytes));
    const rows = articlesOf.all(key);
    const kept = packTexts(rows.map(unpackedTexts), { facts, kind, text });
    for (const [at, row] of rows.entries()) replace.run(kept.texts[at]?.packed, row.key);
    for (const { start, packed } of kept.stretches) insert.run(key, start, packed);
    if (text !== undefined) dropBytes.run(key);
  };
}

/** Puts the bytes of all segments into parts; which part a byte lies in is never changed. */
export function partSegments(db: Database): void {
  const sql = new Statements(db);
  const ids = sql.all<{ id: number }>('SELECT id FROM segments ORDER BY id');
  for (const { id } of ids)
    insertParts(sql, id, sql.sure<{ bytes: Uint8Array }>('SELECT bytes FROM segments WHERE id = ?', id).bytes);
}
