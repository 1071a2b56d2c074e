import { chmod, mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../../src/store/sqlite/store.ts';
import { built, type Child, startChild } from '../../support/built.ts';
import { RESULT, submission, takeIn } from '../../support/jobs.ts';
import { killedAfter } from '../../support/kills.ts';
import { inFolder } from '../../support/library.ts';
import { expectSound, expectWholeBatches } from '../../support/soundness.ts';

/** How many jobs a submission of the child has. */
const BATCH = 5;
const ROUNDS = 20;

function start(folder: string, task: string, given: string): Child {
  return startChild('store-child.mjs', [built('src/store/sqlite/store.ts'), folder, task, given]);
}

describe('a process that is killed while it notes submissions', () => {
  it(`leaves all of each or nothing, and all that it has acknowledged (${ROUNDS} times)`, async () => {
    await inFolder(async (folder) => {
      const acknowledged = new Set<string>();
      for (let round = 0; round < ROUNDS; round += 1) {
        const lines = await killedAfter(1, start(folder, 'submit', String(round * 1000)));
        for (const line of lines) acknowledged.add(line);
        const store = await openSqliteStore(folder);
        const batches = await expectWholeBatches(store, BATCH);
        for (const batch of acknowledged) expect(batches).toContain(batch);
        // Whoever submits again after the kill is not told of anything twice.
        const known = [...acknowledged][0] ?? '';
        await store.submit(submission([takeIn('new', 'p')], { batch: known }));
        expect(await store.job('new')).toBeNull();
        await store.close();
      }
      const store = await openSqliteStore(folder);
      await expectSound(folder, store);
      await store.close();
    });
  });
});

describe('several processes that take on one job', () => {
  it('never get the same attempt, and only the newest may write', async () => {
    await inFolder(async (folder) => {
      const store = await openSqliteStore(folder);
      await store.submit(submission([takeIn('j', 'p')]));
      const children = [1, 2, 3].map(() => start(folder, 'claim', '40'));
      await Promise.all(children.map(({ ended }) => ended));
      const attempts = children.flatMap(({ lines }) => lines.map((line) => Number(line.replace('j ', ''))));
      expect(attempts.sort((a, b) => a - b)).toEqual(Array.from({ length: 120 }, (_, i) => i + 1));
      const wrote: number[] = [];
      for (const attempt of attempts) if (await store.finish({ job: 'j', attempt }, RESULT, 1)) wrote.push(attempt);
      expect(wrote).toEqual([120]);
      await store.close();
    });
  });
});

describe('a ledger without the right to write', () => {
  it('refuses every writing call, can be looked at, and can be copied', async () => {
    await inFolder(async (folder) => {
      await killedAfter(1, start(folder, 'submit', '0'));
      const store = await openSqliteStore(folder);
      const { waiting } = await store.tally();
      await store.close();
      const copies = join(folder, 'copies');
      await mkdir(copies);
      await chmod(copies, 0o777);
      await chmod(folder, 0o555);
      const child = start(folder, 'refused', join(copies, 'wenbao.db'));
      await child.ended;
      await chmod(folder, 0o755);
      const bytes = (await stat(join(copies, 'wenbao.db'))).size;
      expect(child.lines).toEqual([...Array(10).fill('readonly'), `${waiting} 100000 ${waiting}`, String(bytes)]);
      const copy = await openSqliteStore(copies);
      expect((await expectWholeBatches(copy, BATCH)).size).toBe(waiting / BATCH);
      await copy.close();
    });
  });
});
