import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Store } from '../../../src/store/contract.ts';
import { openSqliteStore } from '../../../src/store/sqlite/store.ts';
import { built, type Child, startChild } from '../../support/built.ts';
import { KILLS, killedAfter } from '../../support/kills.ts';
import { inFolder } from '../../support/library.ts';
import { expectSound } from '../../support/soundness.ts';

function start(folder: string, task: string, count: number): Child {
  return startChild('store-child.mjs', [built('src/store/sqlite/store.ts'), folder, task, String(count)]);
}

/** The rounds that wrote the articles of each page: one each, or a page is a mixture. */
async function roundsOf(store: Store): Promise<Map<string, number>> {
  const rounds = new Map<string, number>();
  for (const { id: page, articles } of await store.pageRecords()) {
    const found = (await store.articles({ page })).map(({ id }) => Number(id.split('/')[1]));
    expect(new Set(found).size).toBe(1);
    expect(found).toHaveLength(articles);
    expect(articles).toBe(20 + ((found[0] ?? -1) % 7));
    rounds.set(page, found[0] ?? -1);
  }
  return rounds;
}

describe('a process that is killed while it writes', () => {
  it(`leaves the old or the new state of each page, whenever it dies (${KILLS} times)`, async () => {
    await inFolder(async (folder) => {
      let acknowledged = new Map<string, number>();
      // Once all ten pages, so that every later kill finds each of them in an old or a new state.
      await killedAfter(10, start(folder, 'rewrite', 0));
      for (let kill = 0; kill < KILLS; kill += 1) {
        const lines = await killedAfter(1, start(folder, 'rewrite', (kill + 1) * 1_000));
        for (const line of lines) acknowledged.set(line.split(' ')[0] ?? '', Number(line.split(' ')[1]));
        const store = await openSqliteStore(folder);
        await expectSound(folder, store);
        const rounds = await roundsOf(store);
        for (const [page, round] of acknowledged) expect(rounds.get(page)).toBeGreaterThanOrEqual(round);
        acknowledged = rounds;
        await store.close();
      }
      expect(acknowledged.size).toBe(10);
    });
  });
});

describe('several processes on one store', () => {
  it('never get the same passage number', async () => {
    await inFolder(async (folder) => {
      const children = [1, 2, 3].map(() => start(folder, 'reserve', 60));
      await Promise.all(children.map(({ ended }) => ended));
      const numbers = children.flatMap(({ lines }) => lines.map(Number));
      expect(numbers).toHaveLength(180);
      expect(new Set(numbers).size).toBe(180);
    });
  });

  it('may begin it at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      await inFolder(async (folder) => {
        const children = [1, 2, 3, 4].map(() => start(folder, 'contend', 1));
        await Promise.all(children.map(({ ended }) => ended));
        expect(children.map(({ lines }) => lines.length)).toEqual([1, 1, 1, 1]);
      });
    }
  });

  it('may fight for one article while others read, and lose nothing', async () => {
    await inFolder(async (folder) => {
      const children = [1, 2, 3].map(() => start(folder, 'contend', 40));
      const reader = await openSqliteStore(folder);
      const done = Promise.all(children.map(({ ended }) => ended));
      let reading = true;
      const stop = done.finally(() => {
        reading = false;
      });
      let versions = 0;
      for (let seen = -1; reading; await wait(1)) {
        const version = await reader.version();
        if (version === seen) continue;
        seen = version;
        versions += 1;
        expect((await reader.articlesById(['shared'])).length).toBeLessThanOrEqual(1);
      }
      await stop;
      expect(children.flatMap(({ lines }) => lines)).toHaveLength(120);
      expect(versions).toBeGreaterThan(3);
      await expectSound(folder, reader);
      const records = await reader.pageRecords();
      expect(records).toHaveLength(9);
      expect((await reader.counts()).articles).toBe(10);
      await reader.close();
    });
  });
});
