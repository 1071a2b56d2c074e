import { chmod, mkdir, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { StoreError } from '../../../src/store/errors.ts';
import { MIGRATIONS } from '../../../src/store/sqlite/schema.ts';
import { openSqliteStore } from '../../../src/store/sqlite/store.ts';
import { built, startChild } from '../../support/built.ts';
import { article, inFolder, prepared } from '../../support/library.ts';

async function fill(folder: string): Promise<void> {
  const store = await openSqliteStore(folder);
  const articles = Array.from({ length: 300 }, (_, i) => article(`a${i}`, 'p', { texts: ['正文'.repeat(200)] }));
  await store.replacePage(await prepared(store, 'p', { articles }));
  await store.close();
}

/** Opens the store as somebody without rights and says what came of it. */
async function lookWithoutRights(folder: string): Promise<readonly string[]> {
  const child = startChild('store-child.mjs', [built('src/store/sqlite/store.ts'), folder, 'look']);
  await child.ended;
  return child.lines;
}

interface Spoilt {
  readonly what: string;
  readonly code: string;
  /** What is told besides the place. */
  readonly details?: object;
  spoil(file: string): Promise<void>;
}

const SPOILT: readonly Spoilt[] = [
  {
    what: 'a file that is no database',
    code: 'foreign',
    spoil: (file) => writeFile(file, '这不是数据库。'.repeat(500)),
  },
  {
    what: "another program's database",
    code: 'foreign',
    spoil: async (file) => {
      new Database(file).exec('CREATE TABLE notes (a TEXT)').close();
    },
  },
  {
    what: 'a store of a newer program',
    code: 'newer',
    details: { found: 99, known: MIGRATIONS.length },
    spoil: async (file) => {
      await openSqliteStore(join(file, '..')).then((store) => store.close());
      const db = new Database(file);
      db.pragma('user_version = 99');
      db.close();
    },
  },
];

describe('opening a store', () => {
  it('makes the folder, and finds everything there again', async () => {
    await inFolder(async (folder) => {
      const deep = join(folder, 'a', '数据');
      await fill(deep);
      const store = await openSqliteStore(deep);
      expect(store.readonly).toBe(false);
      expect(await store.counts()).toMatchObject({ pages: 1, articles: 300 });
      await store.close();
    });
  });

  it('takes an empty file for a store to be', async () => {
    await inFolder(async (folder) => {
      await writeFile(join(folder, 'wenbao.db'), '');
      const store = await openSqliteStore(folder);
      expect(await store.counts()).toMatchObject({ pages: 0 });
      await store.close();
    });
  });

  it.each(SPOILT)('refuses $what, leaves it alone and says what to do', async ({ code, details = {}, spoil }) => {
    await inFolder(async (folder) => {
      const file = join(folder, 'wenbao.db');
      await spoil(file);
      const opening = openSqliteStore(folder);
      await expect(opening).rejects.toBeInstanceOf(StoreError);
      const remark = { code: `store-${code}`, details: { place: file, ...details } };
      await expect(opening).rejects.toMatchObject({ code, remark });
    });
  });

  it('says that a file is damaged, at the latest when it meets the damage', async () => {
    await inFolder(async (folder) => {
      await fill(folder);
      await truncate(join(folder, 'wenbao.db'), 100_000);
      const reading = openSqliteStore(folder).then(async (store) => {
        try {
          return await store.articles();
        } finally {
          await store.close();
        }
      });
      await expect(reading).rejects.toMatchObject({ name: 'StoreError', code: 'corrupt' });
    });
  });

  it.each(['/proc/x', '/proc/x/y', '/dev/null/x'])(
    'refuses %s, where no folder can be made, at once',
    async (folder) => {
      await expect(openSqliteStore(folder)).rejects.toMatchObject({ remark: { details: { place: folder } } });
    },
  );

  it.each(['', 'deeper'])('refuses a folder that is a file (%j below it)', async (below) => {
    await inFolder(async (folder) => {
      const path = join(folder, 'file');
      await writeFile(path, 'x');
      await expect(openSqliteStore(join(path, below))).rejects.toMatchObject({
        name: 'StoreError',
        code: 'foreign',
      });
    });
  });
});

describe('a data folder without the right to write', () => {
  it('is read all the same, and every write is refused', async () => {
    await inFolder(async (folder) => {
      await fill(folder);
      await chmod(folder, 0o555);
      expect(await lookWithoutRights(folder)).toEqual(['true 300 a0', 'readonly']);
      expect(await readdir(folder)).toEqual(['wenbao.db']);
      await chmod(folder, 0o755);
    });
  });

  it('is read while somebody else writes there', async () => {
    await inFolder(async (folder) => {
      await fill(folder);
      const writer = await openSqliteStore(folder);
      await writer.replacePage(await prepared(writer, 'q'));
      await chmod(folder, 0o555);
      expect(await lookWithoutRights(folder)).toEqual(['true 301 a0', 'readonly']);
      await chmod(folder, 0o755);
      await writer.close();
    });
  });

  it('is read as the last writer left it when that was killed', async () => {
    await inFolder(async (folder) => {
      const child = startChild('store-child.mjs', [built('src/store/sqlite/store.ts'), folder, 'rewrite', '0']);
      await child.wrote(1);
      child.process.kill('SIGKILL');
      await child.ended;
      expect(await readdir(folder)).toContain('wenbao.db-wal');
      await chmod(folder, 0o555);
      const [line] = await lookWithoutRights(folder);
      expect(line).toMatch(/^true [1-9]\d* p0\/0\/0$/);
      await chmod(folder, 0o755);
    });
  });

  it('is not read without the part that the last writer left beside the file', async () => {
    await inFolder(async (folder) => {
      const child = startChild('store-child.mjs', [built('src/store/sqlite/store.ts'), folder, 'rewrite', '0']);
      await child.wrote(1);
      child.process.kill('SIGKILL');
      await child.ended;
      await rm(join(folder, 'wenbao.db-shm'));
      await chmod(folder, 0o555);
      expect(await lookWithoutRights(folder)).toEqual([
        `readonly ${JSON.stringify({ place: join(folder, 'wenbao.db') })}`,
      ]);
      await chmod(folder, 0o755);
    });
  });

  it('is refused by name when there is no store in it', async () => {
    await inFolder(async (folder) => {
      await chmod(folder, 0o555);
      for (const place of [folder, join(folder, 'data')]) {
        const code = place === folder ? 'absent' : 'readonly';
        expect(await lookWithoutRights(place)).toEqual([`${code} ${JSON.stringify({ place })}`]);
      }
      await chmod(folder, 0o755);
    });
  });

  it('must be written to once before an older store is read', async () => {
    await inFolder(async (folder) => {
      await mkdir(folder, { recursive: true });
      new Database(join(folder, 'wenbao.db')).exec('PRAGMA application_id = 1466265186; VACUUM').close();
      await chmod(folder, 0o555);
      expect(await lookWithoutRights(folder)).toEqual([
        `older ${JSON.stringify({ place: join(folder, 'wenbao.db'), found: 0, wanted: MIGRATIONS.length })}`,
      ]);
      await chmod(folder, 0o755);
    });
  });
});
