import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { describe, expect, it } from 'vitest';
import { type Drill, inDrill, randomFrom, SEED } from '../support/drill.ts';
import { freePort } from '../support/redis.ts';

const DRILL_MS = 240_000;
/** How long Redis is left in its trouble, in milliseconds. */
const TROUBLE = 30_000;
/** The longest that handing in a page may take, whatever is wrong with Redis, in milliseconds. */
const PATIENCE = 20_000;

/** Hands in so many pages; gives how many of them the queue has taken on. */
async function submitted(drill: Drill, prefix: string, count: number): Promise<number> {
  let carried = 0;
  for (let at = 0; at < count; at += 1) {
    const begun = performance.now();
    if ((await drill.submit(`${prefix}${at}.txt`)).carried) carried += 1;
    expect(performance.now() - begun).toBeLessThan(PATIENCE);
  }
  return carried;
}

/** Says something to Redis as its administrator; the address may hold another password than the drill's. */
async function tell(url: string, ...[name = '', ...values]: readonly string[]): Promise<void> {
  const client = new Redis(url, { retryStrategy: () => 50 });
  client.on('error', () => {});
  await client.call(name, ...values);
  client.disconnect();
}

/** Works for a while, breaks something, hands in meanwhile, mends it, and expects everything to be there. */
async function drillTrouble(drill: Drill, trouble: { begin(): Promise<void>; end(): Promise<void> }): Promise<void> {
  drill.startWorker();
  expect(await submitted(drill, 'before', 10)).toBe(10);
  await drill.until('somebody works', async () => (await drill.store.tally()).done > 0);
  await submitted(drill, 'shortly', 10);
  await trouble.begin();
  const since = performance.now();
  expect(await submitted(drill, 'meanwhile', 3)).toBe(0);
  expect(await drill.workplace.library.ask('灯塔怎么样了？')).toBeDefined();
  await wait(Math.max(0, TROUBLE - (performance.now() - since)));
  await trouble.end();
  await drill.allOver();
  // The worker has found its way back; whoever hands in may still be waiting before its next attempt to connect.
  const { queue } = drill.keeping.host;
  await drill.until('the queue can be reached', () =>
    queue.counts().then(
      () => true,
      () => false,
    ),
  );
  expect(await submitted(drill, 'after', 3)).toBe(3);
  await drill.allOver();
  await drill.sound();
}

describe.concurrent('Redis', { timeout: DRILL_MS }, () => {
  it.each([
    ['with its data', true],
    ['without its data', false],
  ])(
    'that is killed again and again and comes back %s brings everything that was acknowledged',
    async (_, keepData) => {
      await inDrill(
        async (drill) => {
          const random = randomFrom(SEED);
          drill.startWorker();
          drill.startWorker();
          for (let round = 0; round < 5; round += 1) {
            await submitted(drill, `p${round}-`, 10);
            await wait(random() * 1000);
            await drill.redis.kill('SIGKILL');
            await submitted(drill, `q${round}-`, 2);
            await drill.redis.restart({ keepData });
          }
          await drill.allOver();
          await drill.sound();
        },
        { redis: { appendonly: true } },
      );
    },
  );

  it('that is frozen keeps nobody waiting, and everything is taken in when it goes on', async () => {
    await inDrill((drill) =>
      drillTrouble(drill, {
        begin: () => drill.redis.kill('SIGSTOP'),
        end: () => drill.redis.kill('SIGCONT'),
      }),
    );
  });

  it('that is out of memory keeps nobody waiting, and everything is taken in when there is some', async () => {
    await inDrill((drill) =>
      drillTrouble(drill, {
        begin: () => tell(drill.redis.url, 'config', 'set', 'maxmemory', '1'),
        end: () => tell(drill.redis.url, 'config', 'set', 'maxmemory', '0'),
      }),
    );
  });

  it('that has lost its replicas keeps nobody waiting, and everything is taken in when it may write again', async () => {
    await inDrill((drill) =>
      drillTrouble(drill, {
        begin: () => tell(drill.redis.url, 'config', 'set', 'min-replicas-to-write', '1'),
        end: () => tell(drill.redis.url, 'config', 'set', 'min-replicas-to-write', '0'),
      }),
    );
  });

  it('that has become a replica keeps nobody waiting, and everything is taken in when it is one no more', async () => {
    const nobody = await freePort();
    await inDrill((drill) =>
      drillTrouble(drill, {
        begin: () => tell(drill.redis.url, 'replicaof', '127.0.0.1', String(nobody)),
        end: () => tell(drill.redis.url, 'replicaof', 'no', 'one'),
      }),
    );
  });

  it('that asks for another password keeps nobody waiting, and everything is taken in once it takes ours', async () => {
    await inDrill(
      (drill) =>
        drillTrouble(drill, {
          async begin() {
            await tell(drill.redis.url, 'config', 'set', 'requirepass', 'another');
            await tell(`redis://:another@127.0.0.1:${drill.redis.port}`, 'client', 'kill', 'type', 'normal');
          },
          end: () => tell(`redis://:another@127.0.0.1:${drill.redis.port}`, 'config', 'set', 'requirepass', 'ours'),
        }),
      { redis: { requirepass: 'ours' } },
    );
  });
});
