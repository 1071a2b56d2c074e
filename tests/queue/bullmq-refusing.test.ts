import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { gate } from '../conformance/queue-bench.ts';
import type { RedisServer } from '../support/redis.ts';
import { connect, faults, ownRedis, within, work } from './bench.ts';

/** How a Redis refuses, and how it takes in again. */
interface Refusal {
  readonly code: 'OOM' | 'READONLY' | 'NOREPLICAS';
  readonly begin: readonly [string, ...string[]];
  readonly end: readonly [string, ...string[]];
}

const REFUSALS: readonly Refusal[] = [
  { code: 'OOM', begin: ['config', 'set', 'maxmemory', '1'], end: ['config', 'set', 'maxmemory', '0'] },
  { code: 'READONLY', begin: ['replicaof', '127.0.0.1', '1'], end: ['replicaof', 'no', 'one'] },
  {
    code: 'NOREPLICAS',
    begin: ['config', 'set', 'min-replicas-to-write', '1'],
    end: ['config', 'set', 'min-replicas-to-write', '0'],
  },
];

/** A client of the test's own, which tells a server what it should do. */
function teller({ url }: RedisServer): Redis {
  const client = new Redis(url);
  onTestFinished(() => client.disconnect());
  return client;
}

/** How many commands a server has refused with this code. */
async function refused(client: Redis, code: string): Promise<number> {
  const told = new RegExp(`errorstat_${code}:count=(\\d+)`).exec(await client.info('errorstats'));
  return Number(told?.[1] ?? 0);
}

describe('Redis that takes in nothing', () => {
  it.each(REFUSALS)(
    'with $code is asked a few times and not thousands, and used when it does again',
    async (refusal) => {
      const server = await ownRedis();
      const client = teller(server);
      const host = connect(server.url);
      await host.queue.submit(['a']);
      const [command, ...args] = refusal.begin;
      await client.call(command, ...args);
      const done = gate();
      work(host, async () => done.open());
      await vi.waitFor(async () => expect(await refused(client, refusal.code)).toBeGreaterThan(0), 10_000);
      await wait(1500);
      expect(await refused(client, refusal.code)).toBeLessThan(100);
      expect(String(faults[0])).toContain(refusal.code);
      const [again, ...values] = refusal.end;
      await client.call(again, ...values);
      await within(20, done.opened);
      await host.queue.drain();
      expect(await host.queue.counts()).toEqual({ waiting: 0, running: 0, failed: 0 });
    },
  );

  it('lets a worker be closed while it waits', async () => {
    const server = await ownRedis();
    const client = teller(server);
    const host = connect(server.url);
    await host.queue.submit(['a']);
    await client.config('SET', 'maxmemory', '1');
    const worker = work(host, async () => {});
    await vi.waitFor(async () => expect(await refused(client, 'OOM')).toBeGreaterThan(0), 10_000);
    await within(10, worker.close(600_000));
  });
});
