/** Turns what SQLite and the file system complain about into errors that a person can act on. */
import Database from 'better-sqlite3';
import { StoreError, type StoreErrorCode } from '../errors.ts';

/** Beginnings of SQLite's result codes; the longer ones stand first where they differ from their family. */
const SQLITE_CODES: readonly (readonly [string, StoreErrorCode])[] = [
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_LOCKED', 'busy'],
  ['SQLITE_READONLY', 'readonly'],
  ['SQLITE_CANTOPEN', 'readonly'],
  ['SQLITE_PERM', 'readonly'],
  ['SQLITE_AUTH', 'readonly'],
  ['SQLITE_FULL', 'full'],
  ['SQLITE_NOTADB', 'not-a-store'],
  ['SQLITE_CORRUPT', 'corrupt'],
  ['SQLITE_IOERR', 'corrupt'],
];

const FILE_CODES: ReadonlyMap<string, StoreErrorCode> = new Map([
  ['EACCES', 'readonly'],
  ['EPERM', 'readonly'],
  ['EROFS', 'readonly'],
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['EEXIST', 'not-a-store'],
  ['ENOTDIR', 'not-a-store'],
]);

const WORDS: Readonly<Record<StoreErrorCode, string>> = {
  older: 'has an older format',
  newer: 'has a newer format',
  readonly: 'cannot be written to',
  busy: 'is locked',
  corrupt: 'is damaged',
  'not-a-store': 'is not a store of Wenbao',
  full: 'has no room left on its disk',
  closed: 'has been closed',
};

function codeOf(fault: unknown): StoreErrorCode | undefined {
  if (!(fault instanceof Error) || !('code' in fault) || typeof fault.code !== 'string') return undefined;
  const { code } = fault;
  if (fault instanceof Database.SqliteError) return SQLITE_CODES.find(([start]) => code.startsWith(start))?.[1];
  return FILE_CODES.get(code);
}

/** The StoreError for a fault at `place`, or the fault itself when it is nothing that a person could mend. */
export function storeFault(fault: unknown, place: string): unknown {
  if (fault instanceof StoreError) return fault;
  const code = codeOf(fault);
  if (code === undefined) return fault;
  return new StoreError(code, `${place} ${WORDS[code]}.`, fault);
}

/** Runs `work` and throws its faults as {@link storeFault} words them. */
export function guarded<Result>(place: string, work: () => Result): Result {
  try {
    return work();
  } catch (fault) {
    throw storeFault(fault, place);
  }
}
