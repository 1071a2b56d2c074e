/** Prepared statements, each compiled once for a connection and kept. */
import type { Database, Statement } from 'better-sqlite3';
import { StretchShelf } from './stretches.ts';
import { TextShelf } from './texts.ts';

/** A connection with its statements. The caller names the row type that the SQL yields. */
export class Statements {
  readonly db: Database;
  /** Texts that were read through this connection. */
  readonly shelf = new TextShelf();
  /** Stretches of pages that were read through it. */
  readonly stretches = new StretchShelf();
  readonly #kept = new Map<string, Statement<unknown[], unknown>>();

  constructor(db: Database) {
    this.db = db;
  }

  #prepared(sql: string): Statement<unknown[], unknown> {
    const kept = this.#kept.get(sql);
    if (kept !== undefined) return kept;
    const made = this.db.prepare<unknown[], unknown>(sql);
    this.#kept.set(sql, made);
    return made;
  }

  /** The first row, or `undefined`. */
  one<Row>(sql: string, ...values: unknown[]): Row | undefined {
    return this.#prepared(sql).get(...values) as Row | undefined;
  }

  /** The first row of a statement that always yields one. Throws when it does not. */
  sure<Row>(sql: string, ...values: unknown[]): Row {
    const row = this.one<Row>(sql, ...values);
    if (row === undefined) throw new Error(`No row from: ${sql}`);
    return row;
  }

  /** All rows. */
  all<Row>(sql: string, ...values: unknown[]): Row[] {
    return this.#prepared(sql).all(...values) as Row[];
  }

  /** Runs a statement for its effect; returns the key of the row it inserted, if it did. */
  run(sql: string, ...values: unknown[]): number {
    return Number(this.#prepared(sql).run(...values).lastInsertRowid);
  }

  /** Runs `work` with one view of the data, whatever other processes write meanwhile. */
  reading<Result>(work: () => Result): Result {
    return this.db.transaction(work).deferred();
  }

  /** Runs `work` as the only writer, wholly or not at all. */
  writing<Result>(work: () => Result): Result {
    return this.db.transaction(work).immediate();
  }
}
