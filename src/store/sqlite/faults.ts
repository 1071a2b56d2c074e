/** Turns what SQLite and the file system complain about into errors that a person can act on. */
import Database from 'better-sqlite3';
import { type PlainStoreErrorCode, StoreError, storeError } from '../errors.ts';

/** Beginnings of SQLite's result codes; the longer ones stand first where they differ from their family. */
const SQLITE_CODES: readonly (readonly [string, PlainStoreErrorCode])[] = [
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_LOCKED', 'busy'],
  ['SQLITE_READONLY', 'readonly'],
  ['SQLITE_CANTOPEN', 'readonly'],
  ['SQLITE_PERM', 'readonly'],
  ['SQLITE_AUTH', 'readonly'],
  ['SQLITE_FULL', 'full'],
  ['SQLITE_NOTADB', 'foreign'],
  ['SQLITE_CORRUPT', 'corrupt'],
  ['SQLITE_IOERR', 'corrupt'],
];

const FILE_CODES: ReadonlyMap<string, PlainStoreErrorCode> = new Map([
  ['EACCES', 'readonly'],
  ['EPERM', 'readonly'],
  ['EROFS', 'readonly'],
  // Where folders cannot be made, such as in /proc, the system says that there is no such place.
  ['ENOENT', 'readonly'],
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['EEXIST', 'foreign'],
  ['ENOTDIR', 'foreign'],
]);

function codeOf(fault: unknown): PlainStoreErrorCode | undefined {
  if (!(fault instanceof Error) || !('code' in fault) || typeof fault.code !== 'string') return undefined;
  const { code } = fault;
  if (fault instanceof Database.SqliteError) return SQLITE_CODES.find(([start]) => code.startsWith(start))?.[1];
  return FILE_CODES.get(code);
}

/** The StoreError for a fault at `place`, or the fault itself when it is nothing that a person could mend. */
export function storeFault(fault: unknown, place: string): unknown {
  if (fault instanceof StoreError) return fault;
  const code = codeOf(fault);
  return code === undefined ? fault : storeError(code, place, fault);
}

/** Runs `work` and throws its faults as {@link storeFault} makes them. */
export function guarded<Result>(place: string, work: () => Result): Result {
  try {
    return work();
  } catch (fault) {
    throw storeFault(fault, place);
  }
}
