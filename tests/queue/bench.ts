/** Queues in Redis for single tests. */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { type BullmqHost, type BullmqOptions, connectBullmqQueue } from '../../src/queue/bullmq/host.ts';
import type { Perform, QueueWorker } from '../../src/queue/contract.ts';
import { QUICK } from '../conformance/queue-bench.ts';
import { type RedisOptions, type RedisServer, startRedis } from '../support/redis.ts';

/** Faults that hosts and workers of the test have told of; each test begins without. */
export const faults: unknown[] = [];

/** Opens a queue for the test, under a prefix of its own unless told otherwise. */
export function connect(url: string, options: Partial<BullmqOptions> = {}): BullmqHost {
  const onFault = (fault: unknown) => void faults.push(fault);
  const host = connectBullmqQueue({ url, prefix: `test:${randomUUID()}`, retries: QUICK, onFault, ...options });
  onTestFinished(async () => {
    await host.queue.close();
    faults.length = 0;
  });
  return host;
}

/** Starts a worker of four subjects at a time. */
export function work(host: BullmqHost, perform: Perform): QueueWorker {
  return host.startWorker({ concurrency: 4, perform, onFault: (fault) => faults.push(fault) });
}

/** Starts a Redis for the test alone. */
export async function ownRedis(options: RedisOptions = {}): Promise<RedisServer> {
  const server = await startRedis(options);
  onTestFinished(() => server.close());
  return server;
}

/** Gives what `work` comes to; rejects where that takes longer than so many seconds. */
export async function within<Result>(seconds: number, work: Promise<Result>): Promise<Result> {
  const late = wait(seconds * 1000, null, { ref: false }).then(() => {
    throw new Error(`Not within ${seconds} s.`);
  });
  return Promise.race([work, late]);
}
