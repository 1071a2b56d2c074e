/** Copies a store while it is in use. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Database } from 'better-sqlite3';
import { storeError } from '../errors.ts';
import { guarded, storeFault } from './faults.ts';
import { makeFolder } from './folder.ts';
import { readable } from './open.ts';

/** Pages of the file that are copied in one go: 1 MB, some milliseconds, before others have their turn. */
const STEP = 128;

/** What SQLite keeps beside a file; left over from another file, it would be taken for a part of the copy. */
const SIDES: readonly string[] = ['', '-wal', '-journal'];

/**
 * Copies the store at `file` to `path`; resolves with the bytes of the copy. It is written beside its place and moved
 * there when it is whole and on the disk.
 *
 * Rejects with a StoreError where there is something at `path` already, or where the copy cannot be made.
 */
export async function copyStore(file: string, path: string): Promise<number> {
  const target = resolve(path);
  const part = `${target}.${randomUUID()}.part`;
  guarded(target, () => makeFolder(dirname(target)));
  if (SIDES.some((side) => existsSync(`${target}${side}`))) throw storeError('foreign', target);
  const source = guarded(file, () => readable(file));
  try {
    await copyMoment(source, part);
    await rename(part, target);
    await settle(dirname(target));
    return (await stat(target)).size;
  } catch (fault) {
    throw storeFault(fault, target);
  } finally {
    source.close();
    await Promise.all(SIDES.map((side) => rm(`${part}${side}`, { force: true })));
  }
}

/** One reading transaction around all steps: without it each write of another connection begins the copy anew. */
async function copyMoment(source: Database, part: string): Promise<void> {
  source.exec('BEGIN');
  source.prepare('SELECT 1 FROM sqlite_schema').get();
  await source.backup(part, { progress: () => STEP });
}

/** Makes sure that the new name of a file survives a loss of power. */
async function settle(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
