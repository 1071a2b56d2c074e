import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Store } from '../../../src/store/contract.ts';
import { openSqliteStore } from '../../../src/store/sqlite/store.ts';
import { built, type Child, startChild } from '../../support/built.ts';
import { submission, takeIn } from '../../support/jobs.ts';
import { KILLS, killedAfter } from '../../support/kills.ts';
import { inFolder, prepared } from '../../support/library.ts';
import { expectSound, expectWholeBatches } from '../../support/soundness.ts';

/** Large enough for a copy to take several steps; packing does not make it smaller. */
const SOME_STEPS = 6_000_000;

function start(folder: string, task: string, given: string): Child {
  return startChild('store-child.mjs', [built('src/store/sqlite/store.ts'), folder, task, given]);
}

async function withStore<Result>(folder: string, work: (store: Store) => Promise<Result>): Promise<Result> {
  const store = await openSqliteStore(folder);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

async function fill(store: Store): Promise<void> {
  await store.replacePage(await prepared(store, 'p', { bytes: randomBytes(SOME_STEPS) }));
}

describe('copyTo', () => {
  it('makes a store that holds all of this one, and says how large it is', async () => {
    await inFolder(async (folder) => {
      const place = join(folder, 'deep', '副本');
      await withStore(join(folder, 'data'), async (store) => {
        await fill(store);
        await store.submit(submission([takeIn('j', 'q')]));
        await store.setWithheld('a', true, 1);
        expect(await store.copyTo(join(place, 'wenbao.db'))).toBe((await stat(join(place, 'wenbao.db'))).size);
        expect(await readdir(place)).toEqual(['wenbao.db']);
        await withStore(place, async (copy) => {
          await expectSound(place, copy);
          const [copied, bytes] = await Promise.all([copy.pageBytes('p'), store.pageBytes('p')]);
          expect(copied?.length).toBe(SOME_STEPS);
          expect(Buffer.compare(copied ?? new Uint8Array(), bytes ?? new Uint8Array())).toBe(0);
          expect(await copy.jobs({})).toEqual(await store.jobs({}));
          expect(await copy.material('j')).toEqual(await store.material('j'));
          expect(await copy.withheld()).toEqual(new Set(['a']));
          await copy.setSetting('a', 'b');
          expect(await store.setting('a')).toBeNull();
        });
      });
    });
  });

  it('copies one moment and lets others read and write meanwhile', async () => {
    await inFolder(async (folder) => {
      await withStore(join(folder, 'data'), async (store) => {
        await fill(store);
        await store.setSetting('n', 'before');
        let copying = true;
        const copy = store.copyTo(join(folder, 'wenbao.db')).finally(() => {
          copying = false;
        });
        let writes = 0;
        for (; copying; await turn()) {
          await store.setSetting('n', `after ${writes}`);
          writes += 1;
        }
        await copy;
        expect(writes).toBeGreaterThan(3);
        await withStore(folder, async (copied) => expect(await copied.setting('n')).toBe('before'));
      });
    });
  });

  it('copies a sound store while other processes write to it', async () => {
    await inFolder(async (folder) => {
      const data = join(folder, 'data');
      await mkdir(data);
      const children = [start(data, 'rewrite', '0'), start(data, 'submit', '0')];
      await Promise.all(children.map((child) => child.wrote(3)));
      await withStore(data, async (store) => {
        for (const round of ['a', 'b', 'c', 'd', 'e']) {
          const before = await store.version();
          const lines = [...(children[1]?.lines ?? [])];
          await store.copyTo(join(folder, round, 'wenbao.db'));
          await withStore(join(folder, round), async (copy) => {
            await expectSound(join(folder, round), copy);
            const batches = await expectWholeBatches(copy, 5);
            for (const line of lines) expect(batches).toContain(line);
            expect(await copy.version()).toBeGreaterThanOrEqual(before);
          });
        }
        expect(await store.version()).toBeGreaterThan(10);
      });
      for (const child of children) child.process.kill('SIGKILL');
      await Promise.all(children.map(({ ended }) => ended));
    });
  });

  it.each(['wenbao.db', 'wenbao.db-wal', 'wenbao.db-journal'])('never touches what is there: %s', async (name) => {
    await inFolder(async (folder) => {
      await writeFile(join(folder, name), '别的');
      await withStore(join(folder, 'data'), async (store) => {
        const copying = store.copyTo(join(folder, 'wenbao.db'));
        await expect(copying).rejects.toMatchObject({ name: 'StoreError', code: 'foreign' });
      });
      expect(await readFile(join(folder, name), 'utf8')).toBe('别的');
      expect((await readdir(folder)).sort()).toEqual(['data', name]);
    });
  });

  it('never copies a store onto itself', async () => {
    await inFolder(async (folder) => {
      await withStore(folder, async (store) => {
        await fill(store);
        await expect(store.copyTo(join(folder, 'wenbao.db'))).rejects.toMatchObject({ code: 'foreign' });
        await expectSound(folder, store);
      });
    });
  });

  it('says where it cannot be made, and what can be done', async () => {
    await inFolder(async (folder) => {
      const path = join(folder, 'file', 'wenbao.db');
      await writeFile(join(folder, 'file'), '');
      await withStore(join(folder, 'data'), async (store) => {
        await expect(store.copyTo(path)).rejects.toMatchObject({
          code: 'foreign',
          remark: { details: { place: path } },
        });
        await expect(store.copyTo('/proc/x/wenbao.db')).rejects.toMatchObject({ code: 'readonly' });
      });
    });
  });

  it('is refused when the store has been closed', async () => {
    await inFolder(async (folder) => {
      const store = await openSqliteStore(join(folder, 'data'));
      await store.close();
      await expect(store.copyTo(join(folder, 'wenbao.db'))).rejects.toMatchObject({ code: 'closed' });
      expect(await readdir(folder)).toEqual(['data']);
    });
  });

  it(`leaves a whole copy or none when its process is killed (${KILLS} times)`, async () => {
    await inFolder(async (folder) => {
      const data = join(folder, 'data');
      const copies = join(folder, 'copies');
      await mkdir(copies);
      await withStore(data, fill);
      for (let kill = 0; kill < KILLS; kill += 1) {
        const lines = await killedAfter(1, start(data, 'copy', copies));
        const files = (await readdir(copies)).filter((name) => name.endsWith('.db'));
        const known = lines.filter((line) => line !== 'begins');
        for (const path of known) expect(files.map((name) => join(copies, name))).toContain(path);
        for (const [at, name] of files.entries()) {
          const place = join(folder, `${kill}-${at}`);
          await mkdir(place);
          await rename(join(copies, name), join(place, 'wenbao.db'));
          await withStore(place, async (copy) => {
            await expectSound(place, copy);
            expect((await copy.pageBytes('p'))?.length).toBe(SOME_STEPS);
          });
        }
      }
    });
  });
});
