/**
 * Opens the one file of a store, creates it where there is none, and brings an older one up to date.
 *
 * A store that this user may not write to is opened for reading: questions are answered from it all the same.
 */
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { StoreError, storeError } from '../errors.ts';
import { guarded } from './faults.ts';
import { makeFolder } from './folder.ts';
import { prepareRoom, rewrite } from './room.ts';
import { APPLICATION_ID, MIGRATIONS, migrate, schemaOf } from './schema.ts';

/** The file's name within the data folder. */
export const STORE_FILE = 'wenbao.db';

/** How long a writer waits for another process to finish, in milliseconds. */
const BUSY_TIMEOUT = 5000;

/** How long to wait before trying again what SQLite itself does not wait for, in milliseconds. */
const PAUSE = 20;

/** Where the header of a database says whether it is written through a WAL (2) or not (1): read and write version. */
const HEADER_VERSIONS: readonly number[] = [18, 19];

/** An open file and whether it may be written to. */
export interface Opened {
  readonly db: Database.Database;
  readonly file: string;
  readonly readonly: boolean;
}

/** Opens the store in `folder`, which is created when missing. Rejects with a StoreError that names the place and the way out. */
export async function openFile(folder: string): Promise<Opened> {
  const file = join(folder, STORE_FILE);
  if (!existsSync(file)) guarded(folder, () => makeFolder(folder));
  if (writable(folder) && (!existsSync(file) || writable(file))) {
    return { ...(await patiently(() => openToWrite(file))), readonly: false };
  }
  if (existsSync(file)) return { ...openToRead(file), readonly: true };
  throw storeError('absent', folder);
}

/** Several processes that begin a store at once may get in each other's way while its file changes to WAL. */
async function patiently<Result>(work: () => Result): Promise<Result> {
  const deadline = Date.now() + BUSY_TIMEOUT;
  for (;;) {
    try {
      return work();
    } catch (fault) {
      if (!(fault instanceof StoreError && fault.code === 'busy') || Date.now() > deadline) throw fault;
      await wait(PAUSE);
    }
  }
}

function writable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function openToWrite(file: string): { db: Database.Database; file: string } {
  return guarded(file, () => {
    const db = new Database(file, { timeout: BUSY_TIMEOUT });
    return closedOnFault(db, () => {
      checkIdentity(db, file);
      prepareRoom(db);
      db.pragma('journal_mode = WAL');
      // FULL: what was acknowledged survives a loss of power as well. It costs an fsync a page: 3.8 ms instead of 3.0
      // for one of 20,000 characters.
      db.pragma('synchronous = FULL');
      db.pragma('foreign_keys = ON');
      if (migrate(db)) rewrite(db);
      return { db, file };
    });
  });
}

function openToRead(file: string): { db: Database.Database; file: string } {
  return guarded(file, () => {
    const db = readable(file);
    return closedOnFault(db, () => {
      checkIdentity(db, file);
      const schema = schemaOf(db);
      if (schema < MIGRATIONS.length) {
        const details = { place: file, found: schema, wanted: MIGRATIONS.length };
        throw new StoreError('older', { code: 'store-older', details });
      }
      return { db, file };
    });
  });
}

function closedOnFault<Result>(db: Database.Database, work: () => Result): Result {
  try {
    return work();
  } catch (fault) {
    db.close();
    throw fault;
  }
}

/** Refuses a database that is not ours, and one that a newer program wrote. An empty file is a store to be. */
function checkIdentity(db: Database.Database, file: string): void {
  // One look at one state of the file: another process may be making a store of it this very moment.
  const look = db.transaction(() => ({
    application: Number(db.pragma('application_id', { simple: true })),
    empty: db.prepare('SELECT 1 FROM sqlite_schema').get() === undefined,
    schema: schemaOf(db),
  }));
  const { application, empty, schema } = look.deferred();
  if (application !== APPLICATION_ID && !(empty && application === 0)) {
    throw storeError('foreign', file);
  }
  if (schema > MIGRATIONS.length) {
    const details = { place: file, found: schema, known: MIGRATIONS.length };
    throw new StoreError('newer', { code: 'store-newer', details });
  }
}

/**
 * A connection that only reads. SQLite needs its `-wal` and `-shm` files even for that, and cannot make them in a
 * folder without rights; when nobody has the store open there is nothing in them, and a copy in memory serves.
 */
export function readable(file: string): Database.Database {
  const db = new Database(file, { readonly: true, timeout: BUSY_TIMEOUT });
  try {
    db.prepare('SELECT 1 FROM sqlite_schema').get();
    return db;
  } catch (fault) {
    db.close();
    if (isMissingWal(fault) && !hasContent(`${file}-wal`)) return copyInMemory(file);
    throw fault;
  }
}

function isMissingWal(fault: unknown): boolean {
  if (!(fault instanceof Database.SqliteError)) return false;
  return fault.code === 'SQLITE_CANTOPEN' || fault.code === 'SQLITE_READONLY_DIRECTORY';
}

function hasContent(path: string): boolean {
  return existsSync(path) && statSync(path).size > 0;
}

function copyInMemory(file: string): Database.Database {
  const bytes = readFileSync(file);
  for (const offset of HEADER_VERSIONS) bytes[offset] = 1;
  return new Database(bytes, { readonly: true });
}
