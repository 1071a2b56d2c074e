/** The one way to the file of a store: what it refuses and what faults become is decided here for every call. */
import { storeError } from '../errors.ts';
import { guarded } from './faults.ts';
import type { Opened } from './open.ts';
import { Statements } from './statements.ts';

/** An open store and its file. */
export class Access {
  readonly readonly: boolean;
  readonly file: string;
  readonly #sql: Statements;

  constructor({ db, file, readonly }: Opened) {
    this.readonly = readonly;
    this.file = file;
    this.#sql = new Statements(db);
  }

  /** Throws the StoreError of a store that has been closed. */
  mustBeOpen(): void {
    if (!this.#sql.db.open) throw storeError('closed', this.file);
  }

  /** Reads; faults of SQLite become StoreErrors. */
  read<Result>(work: (sql: Statements) => Result): Result {
    this.mustBeOpen();
    return guarded(this.file, () => work(this.#sql));
  }

  /** Runs `work` in one transaction; refuses where the store can only be read. */
  write<Result>(work: (sql: Statements) => Result): Result {
    if (this.readonly) throw storeError('readonly', this.file);
    return this.read((sql) => sql.writing(() => work(sql)));
  }

  /** Lets go of the file. */
  close(): void {
    this.#sql.db.close();
  }
}
