import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../../src/store/sqlite/store.ts';
import { inFolder, prepared } from '../../support/library.ts';

/** Bytes of a page that no packing makes smaller: its removal frees more than is let lie. */
const LARGE = 12 * 2 ** 20;

function freePages(file: string): number {
  const db = new Database(file, { readonly: true });
  const free = Number(db.pragma('freelist_count', { simple: true }));
  db.close();
  return free;
}

describe('a store that pages are taken out of', () => {
  it('gives the room of large ones back to the disk', async () => {
    await inFolder(async (folder) => {
      const file = join(folder, 'wenbao.db');
      const store = await openSqliteStore(folder);
      await store.replacePage(await prepared(store, 'small'));
      for (const id of ['a', 'b']) await store.replacePage(await prepared(store, id, { bytes: randomBytes(LARGE) }));
      await store.removePage('a');
      await store.removePage('b');
      const pages = freePages(file);
      expect(pages * 4096).toBeLessThan(LARGE);
      expect((await store.pageRecords()).map(({ id }) => id)).toEqual(['small']);
      expect(await store.pageBytes('small')).not.toBeNull();
      await store.close();
      expect(statSync(file).size).toBeLessThan(LARGE * 1.5);
    });
  });
});
