/** The store in one SQLite file: everything above sees the contract only. */
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { KeptCall } from '../../app/shelf.ts';
import type { ArticleHead, ArticleQuery, Counts, IndexPart, IndexState, StoredPassage } from '../../app/source.ts';
import type { Change, MergedPart, PageRecord, PreparedPage } from '../../app/target.ts';
import type { Judgement, KeptOf, KeptTurn, Verdict } from '../../app/turns.ts';
import type { Article } from '../../ingest/model.ts';
import type { Store } from '../contract.ts';
import { storeError } from '../errors.ts';
import { guarded } from './faults.ts';
import * as merging from './merging.ts';
import { type Opened, openFile } from './open.ts';
import * as reading from './reading.ts';
import { type PageRow, pageRecord, plainBytes } from './rows.ts';
import { Statements } from './statements.ts';
import * as turns from './turns.ts';
import * as writing from './writing.ts';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/**
 * Opens the store in a data folder, which is created when missing. Where this user may only read, so does the store.
 * Rejects with a StoreError that names the place, what is wrong and what to do.
 */
export async function openSqliteStore(folder: string): Promise<Store> {
  return new SqliteStore(await openFile(folder));
}

class SqliteStore implements Store {
  readonly readonly: boolean;
  readonly #file: string;
  readonly #sql: Statements;

  constructor({ db, file, readonly }: Opened) {
    this.readonly = readonly;
    this.#file = file;
    this.#sql = new Statements(db);
  }

  #read<Result>(work: (sql: Statements) => Result): Result {
    if (!this.#sql.db.open) throw storeError('closed', this.#file);
    return guarded(this.#file, () => work(this.#sql));
  }

  #write<Result>(work: (sql: Statements) => Result): Result {
    if (this.readonly) throw storeError('readonly', this.#file);
    return this.#read((sql) => sql.writing(() => work(sql)));
  }

  async version(): Promise<number> {
    return this.#read(reading.version);
  }

  async index(known: ReadonlySet<number>): Promise<IndexState> {
    return this.#read((sql) => reading.index(sql, known));
  }

  async segments(ids: readonly number[]): Promise<IndexPart[]> {
    return this.#read((sql) => reading.segments(sql, ids));
  }

  async passages(ids: readonly number[]): Promise<StoredPassage[]> {
    return this.#read((sql) => reading.passages(sql, ids));
  }

  async passagesOfArticle(article: string): Promise<StoredPassage[]> {
    return this.#read((sql) => reading.passagesOfArticle(sql, article));
  }

  async article(id: string): Promise<Article | null> {
    return this.#read((sql) => reading.article(sql, id));
  }

  async articlesById(ids: readonly string[]): Promise<Article[]> {
    return this.#read((sql) => reading.articlesById(sql, ids));
  }

  async articles(query?: ArticleQuery): Promise<Article[]> {
    return this.#read((sql) => reading.articles(sql, query));
  }

  async heads(name: string, limit: number): Promise<ArticleHead[]> {
    return this.#read((sql) => reading.heads(sql, name, limit));
  }

  async counts(): Promise<Counts> {
    return this.#read(reading.counts);
  }

  async pageRecord(id: string): Promise<PageRecord | null> {
    const row = this.#read((sql) => sql.one<PageRow>('SELECT * FROM pages WHERE id = ?', id));
    return row === undefined ? null : pageRecord(row);
  }

  async pageRecords(): Promise<PageRecord[]> {
    return this.#read((sql) => sql.all<PageRow>('SELECT * FROM pages ORDER BY id')).map(pageRecord);
  }

  async pageBytes(id: string): Promise<Uint8Array | null> {
    const query = 'SELECT bytes FROM page_bytes WHERE page = (SELECT key FROM pages WHERE id = ?)';
    const row = this.#read((sql) => sql.one<{ bytes: Uint8Array }>(query, id));
    return row === undefined ? null : plainBytes(await unpack(row.bytes));
  }

  async reservePassages(count: number): Promise<number> {
    return this.#write((sql) => writing.reservePassages(sql, count));
  }

  async replacePage(page: PreparedPage): Promise<Change> {
    const packed = await pack(page.bytes);
    return this.#write((sql) => writing.replacePage(sql, page, packed));
  }

  async removePage(id: string): Promise<Change> {
    return this.#write((sql) => writing.removePage(sql, id));
  }

  async movePage(id: string, source: string | null): Promise<void> {
    this.#write((sql) => writing.movePage(sql, id, source));
  }

  async mergeCandidates(): Promise<number[][]> {
    return this.#read(merging.mergeCandidates);
  }

  async replaceSegments(old: readonly MergedPart[], merged: Uint8Array): Promise<boolean> {
    return this.#write((sql) => merging.replaceSegments(sql, old, merged));
  }

  async setting(name: string): Promise<string | null> {
    return this.#read((sql) => reading.setting(sql, name));
  }

  async setSetting(name: string, value: string | null): Promise<void> {
    this.#write((sql) => writing.setSetting(sql, name, value));
  }

  get keepsTurns(): boolean {
    return !this.readonly;
  }

  async addTurn(turn: KeptTurn): Promise<void> {
    this.#write((sql) => turns.addTurn(sql, turn));
  }

  async turn(id: string): Promise<KeptTurn | null> {
    return this.#read((sql) => turns.turn(sql, id));
  }

  async lastTurn(session: string, since: number): Promise<KeptTurn | null> {
    return this.#read((sql) => turns.lastTurn(sql, session, since));
  }

  async judge(judgement: Judgement): Promise<boolean> {
    return this.#write((sql) => turns.judge(sql, judgement));
  }

  async judgement(turn: string, asker: string): Promise<Verdict | null> {
    return this.#read((sql) => turns.judgement(sql, turn, asker));
  }

  async keptOf(asker: string): Promise<KeptOf> {
    return this.#read((sql) => turns.keptOf(sql, asker));
  }

  async forget(asker: string): Promise<number> {
    return this.#write((sql) => turns.forget(sql, asker));
  }

  async forgetBefore(at: number): Promise<number> {
    return this.#write((sql) => turns.forgetBefore(sql, at));
  }

  async keepCall(call: KeptCall): Promise<void> {
    this.#write((sql) => turns.keepCall(sql, call));
  }

  async keptCall(key: string): Promise<string | null> {
    return this.#read((sql) => turns.keptCall(sql, key));
  }

  async close(): Promise<void> {
    this.#sql.db.close();
  }
}
