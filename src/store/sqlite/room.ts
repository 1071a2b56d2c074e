/**
 * Gives room that nothing needs any more back to the disk.
 *
 * SQLite keeps what has become free for what comes next. A fiftieth of the file may stay so; what is more leaves in
 * steps, since each page that leaves may have to be moved first. Files that were made before do not give back.
 */
import Database from 'better-sqlite3';
import type { Statements } from './statements.ts';

/** Bytes of a page of SQLite: of the usual 4,096 packed articles, of which two fit, leave a quarter empty. */
const PAGE_SIZE = 8192;
/** The share of the file that may be free, and free pages that are not worth the trouble (1 MB). */
const FREE_SHARE = 0.02;
const FEW = 128;
/** Pages that leave at a time at most, 64 MB: as much as a large merge writes in the same transaction. */
const STEP = 8192;

/** Gives a new file its layout, in which room can be given back; to be called before anything is written to it. */
export function prepareRoom(db: Database.Database): void {
  db.pragma(`page_size = ${PAGE_SIZE}`);
  db.pragma('auto_vacuum = INCREMENTAL');
}

/** Gives back what is more than may stay; to be called inside a writing transaction, when something was taken out. */
export function giveRoomBack({ db }: Statements): void {
  const free = Number(db.pragma('freelist_count', { simple: true }));
  const all = Number(db.pragma('page_count', { simple: true }));
  const excess = Math.floor(free - all * FREE_SHARE);
  if (free > FEW && excess > 0) db.pragma(`incremental_vacuum(${Math.min(STEP, excess)})`);
}

/**
 * Writes a file anew without what is free in it, whole or not at all; to be called outside of transactions, when nearly
 * everything has changed. Where another process or a full disk is in the way the room stays, for what comes next.
 */
export function rewrite(db: Database.Database): void {
  try {
    db.exec('VACUUM');
  } catch (fault) {
    if (!(fault instanceof Database.SqliteError && /^SQLITE_(?:BUSY|LOCKED|FULL)/.test(fault.code))) throw fault;
  }
}
