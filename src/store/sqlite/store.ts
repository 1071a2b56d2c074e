/** The store in one SQLite file: everything above sees the contract only. */
import type { Claim, Ledger } from '../../app/ledger.ts';
import type { KeptCall } from '../../app/shelf.ts';
import type { ArticleHead, ArticleQuery, Counts, IndexPart, IndexState, StoredPassage } from '../../app/source.ts';
import type { Change, MergedPart, PageRecord, PreparedPage } from '../../app/target.ts';
import type { Judgement, KeptOf, KeptTurn, Verdict } from '../../app/turns.ts';
import type { BadlyAsked } from '../../app/unanswered.ts';
import type { Article } from '../../ingest/model.ts';
import type { Store } from '../contract.ts';
import { Access } from './access.ts';
import { copyStore } from './copying.ts';
import { countChange, mustHold } from './ledger.ts';
import { ledgerOf } from './ledger-calls.ts';
import * as merging from './merging.ts';
import { openFile } from './open.ts';
import { pageBytes } from './page-text.ts';
import * as reading from './reading.ts';
import { type PageRow, pageRecord } from './rows.ts';
import * as segments from './segments.ts';
import type { Statements } from './statements.ts';
import { inSteps } from './steps.ts';
import * as turns from './turns.ts';
import * as writing from './writing.ts';

/**
 * Opens the store in a data folder, which is created when missing. Where this user may only read, so does the store.
 * Rejects with a StoreError that names the place, what is wrong and what to do.
 */
export async function openSqliteStore(folder: string): Promise<Store> {
  const access = new Access(await openFile(folder));
  return Object.assign(new SqliteStore(access), ledgerOf(access));
}

class SqliteStore implements Omit<Store, keyof Ledger> {
  readonly readonly: boolean;
  readonly #access: Access;

  constructor(access: Access) {
    this.readonly = access.readonly;
    this.#access = access;
  }

  #read<Result>(work: (sql: Statements) => Result): Result {
    return this.#access.read(work);
  }

  #write<Result>(work: (sql: Statements) => Result): Result {
    return this.#access.write(work);
  }

  /** Writes to the library for a job, if for one: the same transaction notes the change there. */
  #writeFor(claim: Claim | undefined, work: (sql: Statements) => Change): Change {
    if (claim === undefined) return this.#write(work);
    return this.#write((sql) => {
      mustHold(sql, claim);
      const change = work(sql);
      countChange(sql, claim, { change, at: Date.now() });
      return change;
    });
  }

  async version(): Promise<number> {
    return this.#read(reading.version);
  }

  async index(known: ReadonlySet<number>): Promise<IndexState> {
    return segments.index(this.#access, known);
  }

  async segments(ids: readonly number[]): Promise<IndexPart[]> {
    return segments.segments(this.#access, ids);
  }

  async passages(ids: readonly number[]): Promise<StoredPassage[]> {
    return inSteps(ids, (some) => this.#read((sql) => reading.passages(sql, some)));
  }

  async passagesOfArticle(article: string): Promise<StoredPassage[]> {
    return this.#read((sql) => reading.passagesOfArticle(sql, article));
  }

  async article(id: string): Promise<Article | null> {
    return this.#read((sql) => reading.article(sql, id));
  }

  async articlesById(ids: readonly string[]): Promise<Article[]> {
    return inSteps(ids, (some) => this.#read((sql) => reading.articlesById(sql, some)));
  }

  async articles(query?: ArticleQuery): Promise<Article[]> {
    return this.#read((sql) => reading.articles(sql, query));
  }

  async articleIds(query: ArticleQuery): Promise<ReadonlySet<string>> {
    return this.#read((sql) => reading.articleIds(sql, query));
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
    return pageBytes(this.#access, id);
  }

  async reservePassages(count: number): Promise<number> {
    return this.#write((sql) => writing.reservePassages(sql, count));
  }

  async replacePage(page: PreparedPage, claim?: Claim): Promise<Change> {
    this.#access.mustBeOpen();
    const kept = await writing.packPage(page);
    return this.#writeFor(claim, (sql) => writing.replacePage(sql, page, kept));
  }

  async removePage(id: string, claim?: Claim): Promise<Change> {
    return this.#writeFor(claim, (sql) => writing.removePage(sql, id));
  }

  async movePage(id: string, source: string | null): Promise<void> {
    this.#write((sql) => writing.movePage(sql, id, source));
  }

  async mergeCandidates(patient = false): Promise<number[][]> {
    return this.#read((sql) => merging.mergeCandidates(sql, patient));
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

  async refusedOrDisliked(since: number, limit: number): Promise<BadlyAsked[]> {
    return this.#read((sql) => turns.refusedOrDisliked(sql, since, limit));
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

  async copyTo(path: string): Promise<number> {
    this.#access.mustBeOpen();
    return copyStore(this.#access.file, path);
  }

  async close(): Promise<void> {
    this.#access.close();
  }
}
