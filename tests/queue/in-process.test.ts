import { describe, expect, it } from 'vitest';
import { HopelessError, type QueueHost } from '../../src/queue/contract.ts';
import { createInProcessQueue } from '../../src/queue/in-process/host.ts';
import type { Timers } from '../../src/queue/in-process/subjects.ts';
import { describeQueue } from '../conformance/queue.ts';

describeQueue('the queue inside one process', async () => {
  const hosts: QueueHost[] = [];
  return {
    host(retries) {
      const made = createInProcessQueue({ retries });
      hosts.push(made);
      return made;
    },
    other: () => hosts[0] ?? createInProcessQueue(),
    async discard() {
      for (const { queue } of hosts) await queue.close();
    },
  };
});

/** Notes what is to happen later and lets it happen when told to. */
class Alarm implements Timers {
  readonly pauses: number[] = [];
  #next: (() => void) | null = null;
  #at = 0;

  now(): number {
    return this.#at;
  }

  after(ms: number, action: () => void): () => void {
    this.pauses.push(ms);
    this.#next = () => {
      this.#at += ms;
      action();
    };
    return () => {
      this.#next = null;
    };
  }

  /** Lets the last pause end; `false` where there is none. */
  ring(): boolean {
    const next = this.#next;
    this.#next = null;
    next?.();
    return next !== null;
  }
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('pauses of the queue inside one process', () => {
  it.each([
    ['not varied', 0, [100, 200, 400, 800]],
    ['varied by a half at most', 0.999999, [50, 100, 200, 400]],
  ])('double with every attempt, %s', async (_, random, expected) => {
    const timers = new Alarm();
    const retries = { attempts: 5, pauseMs: 100 };
    const { queue, startWorker } = bound(createInProcessQueue({ retries, timers, random: () => random }));
    let times = 0;
    startWorker(async () => {
      times += 1;
      throw new Error('Busy.');
    });
    await queue.submit(['a']);
    await turn();
    while (timers.ring()) await turn();
    expect(timers.pauses.map(Math.round)).toEqual(expected);
    expect(times).toBe(5);
    expect(await queue.list('failed', 1)).toEqual(['a']);
    await queue.close();
  });

  it('are ended by closing and by cancelling', async () => {
    const timers = new Alarm();
    const { queue, startWorker } = bound(createInProcessQueue({ timers }));
    startWorker(async () => {
      throw new Error('Busy.');
    });
    for (const end of [() => queue.cancel('a'), () => queue.close()]) {
      await queue.submit(['a']);
      await turn();
      await end();
      expect(timers.ring()).toBe(false);
    }
  });

  it('put what waits for longer behind what waits for less', async () => {
    const timers = new Alarm();
    const given = [0, 0.9];
    const { queue, startWorker } = bound(createInProcessQueue({ timers, random: () => given.shift() ?? 0 }));
    startWorker(async () => {
      throw new Error('Busy.');
    });
    await queue.submit(['long', 'short']);
    await turn();
    expect(await queue.list('waiting', 10)).toEqual(['short', 'long']);
    await queue.close();
  });
});

describe('listeners of the queue inside one process', () => {
  it('may throw: the work goes on, the others are told, and so is whoever asked for faults', async () => {
    const faults: unknown[] = [];
    const { queue, startWorker } = bound(createInProcessQueue({ onFault: (fault) => faults.push(fault) }));
    const fault = new Error('A listener fails.');
    const heard: string[] = [];
    queue.onProgress(() => {
      throw fault;
    });
    queue.onProgress(({ stage }) => heard.push(stage));
    startWorker(async ({ report }) => {
      report({ stage: 'read', done: 1, total: 1 });
      throw new HopelessError('No.');
    });
    await queue.submit(['a']);
    await queue.drain();
    expect(heard).toEqual(['read']);
    expect(faults).toEqual([fault]);
    await queue.close();
  });
});

/** A host with one worker of one subject at a time. */
function bound(host: QueueHost) {
  const startWorker = (perform: Parameters<QueueHost['startWorker']>[0]['perform']) =>
    host.startWorker({ concurrency: 1, perform, onFault() {} });
  return { queue: host.queue, startWorker };
}
