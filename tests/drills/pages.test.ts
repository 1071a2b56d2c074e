import { describe, expect, it } from 'vitest';
import type { Work } from '../../src/app/ledger.ts';
import { type Drill, drillPage, inDrill, randomFrom, SEED } from '../support/drill.ts';
import { pageInfo } from '../support/library.ts';

const DRILL_MS = 240_000;

/** Hands in bytes that no uploader would let through. */
async function submitRaw(drill: Drill, subject: string, material: Uint8Array): Promise<void> {
  const work: Work = { kind: 'take-in', info: pageInfo(subject), page: 'page', source: null };
  const job = { id: subject, subject, name: subject, work, material };
  await drill.store.submit({ batch: subject, asker: '甲', place: null, at: Date.now(), jobs: [job] });
  await drill.keeping.carryOwed();
}

describe.concurrent('one page', { timeout: DRILL_MS }, () => {
  it('that is handed in fifty times at once to two workers has the last content, once', async () => {
    await inDrill(async (drill) => {
      drill.startWorker({ WORKERS: '2' });
      drill.startWorker();
      const random = randomFrom(SEED);
      await drill.submit('p.txt', drillPage('p', 51));
      await drill.until('somebody works on it', async () => (await drill.store.tally()).running === 1);
      const sizes = Array.from({ length: 50 }, () => 1 + Math.floor(random() * 40));
      await Promise.all(sizes.map((size, at) => drill.submit('p.txt', drillPage('p', at + 1, size))));
      await drill.allOver();
      const jobs = await drill.store.jobs({});
      expect(jobs).toHaveLength(51);
      expect(new Set(jobs.map(({ subject }) => subject))).toEqual(new Set(['p.txt']));
      drill.pages.set('p.txt', new TextEncoder().encode(drillPage('p', 50, sizes[49])));
      await drill.sound();
    });
  });

  it('that is handed in again and again while two workers take it in ends with the last content', async () => {
    await inDrill(async (drill) => {
      drill.startWorker();
      drill.startWorker();
      for (let version = 1; version <= 60; version += 1) {
        await drill.submit(`p${version % 2}.txt`, drillPage('p', version, 1 + (version % 7)));
        if (version % 10 === 0) await drill.allOver();
      }
      await drill.sound();
    });
  });
});

// Not beside other drills: what they look at keeps this one from killing in time.
describe('a poisoned page', { timeout: DRILL_MS }, () => {
  it('that no reader can read fails at once, and all others are taken in', async () => {
    await inDrill(async (drill) => {
      drill.startWorker();
      const random = randomFrom(SEED);
      const noise = Uint8Array.from({ length: 5000 }, () => Math.floor(random() * 256));
      for (let at = 0; at < 10; at += 1) {
        await drill.submit(`p${at}.txt`);
        await submitRaw(drill, `noise${at}`, at % 2 === 0 ? noise : new Uint8Array());
      }
      await drill.allOver();
      const failed = await drill.store.jobs({ states: ['failed'] });
      expect(new Set(failed.map(({ attempts, error }) => `${attempts} ${error?.kind}`))).toEqual(new Set(['1 remark']));
      await drill.sound(10);
    });
  });

  it('that kills whoever reads it fails after five deaths, and holds up no other', async () => {
    await inDrill(async (drill) => {
      const worker = drill.startWorker();
      const poison = new TextEncoder().encode(drillPage('毒', 1, 6000));
      await submitRaw(drill, '毒', poison);
      const attemptsOf = async () => (await drill.store.job('毒'))?.attempts ?? 0;
      for (let death = 1; death <= 5; death += 1) {
        await drill.until(`attempt ${death} has begun`, async () => (await attemptsOf()) === death);
        expect(worker.killPerformers()).toHaveLength(1);
        await drill.submit(`p${death}.txt`);
        const others = async () => (await drill.store.jobs({ states: ['done'] })).length === death;
        await drill.until(`page ${death} is taken in`, others);
      }
      await drill.allOver();
      expect(await drill.store.job('毒')).toMatchObject({ state: 'failed', attempts: 5, error: { kind: 'fault' } });
      await drill.sound(1);
    });
  });
});

describe.concurrent('a process that works for a worker', { timeout: DRILL_MS }, () => {
  it('may die while it starts and while it has nothing to do, and the worker goes on with another', async () => {
    await inDrill(async (drill) => {
      const worker = drill.startWorker();
      for (let death = 0; death < 3; death += 1) {
        await drill.submit(`starting${death}.txt`);
        await drill.until('it starts', () => worker.performers.length === 1);
        const [first] = worker.killPerformers();
        await drill.allOver();
        await drill.until('another one has taken its place', () => worker.performers.some((id) => id !== first));
        worker.killPerformers();
        await drill.until('nobody works there', () => worker.performers.length === 0);
      }
      expect(worker.process.exitCode).toBeNull();
      await drill.sound();
    });
  });
});
