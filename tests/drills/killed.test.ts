import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type Drill, type DrillWorker, drillPage, inDrill, randomFrom, SEED } from '../support/drill.ts';

/** Kills in this drill: half of them of a worker, half of the process that works for it. `WENBAO_DRILL_ROUNDS=100` is a long one. */
const ROUNDS = Number(process.env['WENBAO_DRILL_ROUNDS'] ?? 20);
/** Times that a worker is told to leave. */
const ROUNDS_OF_LEAVING = 2;
const DRILL_MS = 400_000;
/** The longest that a round waits before it kills, counted from when somebody was at work, in milliseconds. */
const LONGEST_LIFE = 1200;
/** The longest that it waits for a page to change: the first one has to wait for the dictionary. */
const LONGEST_WAIT = 4000;
/** The longest that a round waits after a page has changed: some pages take as long. */
const SHORTLY = 40;
/** Milliseconds within which a worker that is told to leave has left. */
const LEAVING = 10_000;

type Chance = () => number;

/** Waits for a moment that chance chooses: some time after work has begun, or shortly after a page was written. */
async function someMoment(drill: Drill, random: Chance): Promise<void> {
  const before = await drill.store.version();
  if (random() < 0.5) return wait(random() * LONGEST_LIFE);
  const late = performance.now() + LONGEST_WAIT;
  // All that was handed in for the round may be there already.
  while ((await drill.store.version()) === before && performance.now() < late) await wait(2);
  return wait(random() * SHORTLY);
}

/** Sees to it that there is something to begin: new pages, and new versions of earlier ones. */
async function feed(drill: Drill, random: Chance): Promise<void> {
  // What a killed worker had is held for it by Redis for a while; only what nobody has can be begun.
  const { waiting } = await drill.keeping.host.queue.counts().catch(() => ({ waiting: 4 }));
  for (let page = waiting; page < 4; page += 1) {
    const [number, version] = [Math.floor(random() * 2 * ROUNDS), Math.floor(random() * 1000)];
    await drill.submit(`p${number}.txt`, drillPage(`p${number}`, version, 1 + Math.floor(random() * 30)));
  }
}

async function isAtWork(drill: Drill, worker: DrillWorker): Promise<boolean> {
  const running = await drill.store.jobs({ states: ['running'] });
  // Jobs of those that were killed before still count as running.
  return running.some(({ started }) => started !== null && started > worker.since) && worker.performers.length > 0;
}

/** Waits until a worker has something to lose. */
async function busy(drill: Drill, worker: DrillWorker, random: Chance): Promise<void> {
  await drill.until('it works', async () => {
    await feed(drill, random);
    return isAtWork(drill, worker);
  });
}

/** One worker after the other on the same library, each killed in the middle. */
async function killWorkers(drill: Drill, random: Chance, rounds: number): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    const worker = drill.startWorker();
    await busy(drill, worker, random);
    await someMoment(drill, random);
    if (random() < 0.5) worker.killPerformers();
    await drill.end(worker, 'SIGKILL');
  }
}

/** One worker whose processes are killed in the middle, again and again. */
async function killPerformers(drill: Drill, random: Chance, rounds: number): Promise<void> {
  const worker = drill.startWorker();
  for (let round = 0; round < rounds; round += 1) {
    await busy(drill, worker, random);
    await someMoment(drill, random);
    const killed = new Set(worker.killPerformers());
    await drill.until('it is gone', () => !worker.performers.some((id) => killed.has(id)));
  }
}

describe.concurrent('a worker', { timeout: DRILL_MS }, () => {
  it(`that is killed in the middle of its work loses nothing, whenever it dies (${ROUNDS} times)`, async () => {
    await inDrill(async (drill) => {
      const random = randomFrom(SEED);
      await Promise.all([
        killWorkers(drill, random, ROUNDS / 2),
        killPerformers(drill, randomFrom(SEED + 1), ROUNDS / 2),
      ]);
      drill.startWorker();
      await drill.allOver(120);
      const jobs = await drill.store.jobs({});
      const interrupted = jobs.reduce((sum, { attempts }) => sum + Math.max(0, attempts - 1), 0);
      // Else the kills have met nobody in the middle of anything; how many they meet is for the machine's speed to say.
      expect(interrupted).toBeGreaterThan(0);
      // Whoever did a job five times died of it each time: it could have been the job's fault, and people decide.
      const left = await drill.retryFailed();
      await drill.allOver();
      await drill.sound(left);
    });
  });

  it('that is told to leave in the middle leaves within ten seconds, and the next one goes on', async () => {
    await inDrill(async (drill) => {
      const random = randomFrom(SEED);
      for (let round = 0; round < ROUNDS_OF_LEAVING; round += 1) {
        for (let page = 0; page < 10; page += 1) await drill.submit(`p${round}-${page}.txt`);
        const name = `long${round}.txt`;
        await drill.submit(name, drillPage(name, 1, 800));
        const worker = drill.startWorker({ WORKERS: '2' });
        await drill.until('it works', () => isAtWork(drill, worker));
        await wait(random() * 3000);
        const told = performance.now();
        expect(await drill.end(worker, 'SIGTERM')).toBe(0);
        expect(performance.now() - told).toBeLessThan(LEAVING);
      }
      drill.startWorker({ WORKERS: '2' });
      await drill.allOver();
      await drill.sound();
    });
  });
});
