import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BullmqHost, type BullmqOptions, bullmqQueueOf, connectBullmqQueue } from '../../src/queue/bullmq/host.ts';
import { createInProcessQueue } from '../../src/queue/in-process/host.ts';
import { describeQueue } from '../conformance/queue.ts';
import { gate, QUICK } from '../conformance/queue-bench.ts';
import { built, startChild } from '../support/built.ts';
import { freePort, type RedisServer, startRedis } from '../support/redis.ts';
import { connect, ownRedis, work } from './bench.ts';

let redis: RedisServer;

beforeAll(async () => {
  redis = await startRedis();
});

afterAll(() => redis.close());

describeQueue('the queue in Redis', async () => {
  const prefix = `test:${randomUUID()}`;
  const hosts: BullmqHost[] = [];
  const faults: unknown[] = [];
  const host = (retries: BullmqOptions['retries'] = QUICK) => {
    const made = connectBullmqQueue({ url: redis.url, prefix, retries, onFault: (fault) => faults.push(fault) });
    hosts.push(made);
    return made;
  };
  return {
    host,
    other: () => host(),
    async discard() {
      await Promise.all(hosts.map(({ queue }) => queue.close()));
      expect(faults).toEqual([]);
    },
  };
});

describe('a worker process', () => {
  it('that is killed in the middle leaves its subjects to another', async () => {
    const prefix = `test:${randomUUID()}`;
    const child = startChild('queue-child.mjs', [built('src/queue/bullmq/host.ts'), redis.url, prefix, 'hold']);
    const host = connect(redis.url, { prefix, lockMs: 500 });
    await host.queue.submit(['甲', '乙']);
    await child.wrote(2);
    expect([...child.lines].sort()).toEqual(['乙 1', '甲 1']);
    expect(await host.queue.counts()).toEqual({ waiting: 0, running: 2, failed: 0 });
    child.process.kill('SIGKILL');
    await child.ended;
    const brought: string[] = [];
    work(host, async ({ subject }) => void brought.push(subject));
    await host.queue.drain();
    expect([...brought].sort()).toEqual(['乙', '甲']);
  });

  it('that is killed with cancelled work leaves nothing of it to another', async () => {
    const prefix = `test:${randomUUID()}`;
    const child = startChild('queue-child.mjs', [built('src/queue/bullmq/host.ts'), redis.url, prefix, 'hold']);
    const host = connect(redis.url, { prefix, lockMs: 500 });
    await host.queue.submit(['甲', '乙']);
    await child.wrote(2);
    expect(await host.queue.cancel('甲')).toBe(true);
    child.process.kill('SIGKILL');
    await child.ended;
    const brought: string[] = [];
    work(host, async ({ subject }) => void brought.push(subject));
    await host.queue.drain();
    expect(brought).toEqual(['乙']);
    expect(await host.queue.counts()).toEqual({ waiting: 0, running: 0, failed: 0 });
  });

  it.each([
    ['runs', async () => redis.url, ['closed']],
    ['is down', async () => `redis://127.0.0.1:${await freePort()}`, ['QueueUnavailableError', 'closed']],
  ])('ends of itself once all is closed, while Redis %s', async (_, url, lines) => {
    const child = startChild('queue-child.mjs', [
      built('src/queue/bullmq/host.ts'),
      await url(),
      'test:leave',
      'leave',
    ]);
    await child.ended;
    expect(child.lines).toEqual(lines);
  });

  it('is told to stop by another process', async () => {
    const prefix = `test:${randomUUID()}`;
    const here = connect(redis.url, { prefix });
    const there = connect(redis.url, { prefix });
    const begun = gate();
    let reason: unknown = null;
    work(there, async ({ signal }) => {
      begun.open();
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      reason = signal.reason;
    });
    await here.queue.submit(['a']);
    await begun.opened;
    expect(await here.queue.cancel('a')).toBe(true);
    await here.queue.drain();
    expect(reason).toMatchObject({ message: 'The work was cancelled.' });
  });
});

describe('what Redis holds', () => {
  it('is the subject alone, under our prefix', async () => {
    const server = await ownRedis();
    const host = connect(server.url, { prefix: 'wenbao' });
    await host.queue.submit(['page 甲']);
    const [job] = await bullmqQueueOf(host).getJobs(['wait']);
    expect(job?.data).toEqual({ subject: 'page 甲' });
    expect(job?.opts).toMatchObject({ attempts: 3, backoff: { type: 'exponential', delay: 10, jitter: 0.5 } });
    const client = new Redis(server.url);
    const keys = await client.keys('*');
    client.disconnect();
    expect(keys.length).toBeGreaterThan(2);
    expect(keys.filter((key) => !key.startsWith('wenbao:'))).toEqual([]);
  });

  it('is given to a board by its own hosts only', () => {
    expect(() => bullmqQueueOf(createInProcessQueue())).toThrow(TypeError);
  });
});
