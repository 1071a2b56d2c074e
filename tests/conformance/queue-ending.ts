/** Draining and closing. */
import { describe, expect, it } from 'vitest';
import { QueueUnavailableError } from '../../src/queue/contract.ts';
import { aborted, gate, QUICK, type QueueBench } from './queue-bench.ts';

export function describeEnding(bench: QueueBench): void {
  describe('draining', () => {
    it('waits for what waits, what is worked on and what is tried again', async () => {
      const { queue } = bench.host;
      const go = gate();
      const log: string[] = [];
      await queue.submit(['a', 'b']);
      const drained = queue.drain().then(() => log.push('drained'));
      bench.work(async ({ subject, attempt }) => {
        if (subject === 'b' && attempt === 1) throw new Error('Busy.');
        await go.opened;
        log.push(subject);
      });
      await queue.submit(['c']);
      go.open();
      await drained;
      expect(log.at(-1)).toBe('drained');
      expect([...log].sort()).toEqual(['a', 'b', 'c', 'drained']);
    });
  });

  describe('a worker that is closed', () => {
    it('is ready before, and takes on nothing afterwards', async () => {
      let times = 0;
      const worker = bench.work(async () => {
        times += 1;
      });
      await bench.host.queue.submit(['a']);
      await bench.host.queue.drain();
      expect(worker.isReady()).toBe(true);
      await worker.close(1000);
      expect(worker.isReady()).toBe(false);
      await worker.close(1000);
      await bench.host.queue.submit(['a']);
      expect(await bench.host.queue.list('waiting', 10)).toEqual(['a']);
      expect(times).toBe(1);
    });

    it('waits for work that ends within its grace', async () => {
      const begun = gate();
      const go = gate();
      let done = false;
      const worker = bench.work(async () => {
        begun.open();
        await go.opened;
        done = true;
      });
      await bench.host.queue.submit(['a', 'b']);
      await begun.opened;
      const closed = worker.close(20_000);
      expect(worker.isReady()).toBe(false);
      go.open();
      await closed;
      expect(done).toBe(true);
    });

    it('aborts the rest, which another worker gets without an attempt lost', async () => {
      const begun = gate();
      const attempts: number[] = [];
      const worker = bench.work(async ({ signal }) => {
        begun.open();
        await aborted(signal);
        throw signal.reason;
      });
      await bench.host.queue.submit(['a', 'b']);
      await begun.opened;
      await worker.close(10);
      expect(await bench.host.queue.counts()).toEqual({ waiting: 2, running: 0, failed: 0 });
      bench.work(async ({ attempt }) => void attempts.push(attempt));
      await bench.host.queue.drain();
      expect(attempts).toEqual([1, 1]);
    });

    it('does not wait for work that does not heed its signal', async () => {
      const begun = gate();
      const go = gate();
      const worker = bench.work(async () => {
        begun.open();
        await go.opened;
      });
      await bench.host.queue.submit(['a']);
      await begun.opened;
      await worker.close(0);
      go.open();
    });
  });

  describe('a queue that is closed', () => {
    it('closes twice, with its workers, and refuses every call', async () => {
      const host = bench.place.host(QUICK);
      const begun = gate();
      let reason: unknown = null;
      const worker = bench.work(
        async ({ signal }) => {
          begun.open();
          await aborted(signal);
          reason = signal.reason;
        },
        { host },
      );
      const { queue } = host;
      await queue.submit(['a']);
      await begun.opened;
      // A worker that waits for its grace is closed all the same.
      const closed = worker.close(600_000);
      await Promise.all([queue.close(), queue.close()]);
      await closed;
      expect(reason).toBeInstanceOf(Error);
      await queue.close();
      const calls = [
        queue.submit(['b']),
        queue.cancel('a'),
        queue.retry('a'),
        queue.pause(),
        queue.resume(),
        queue.isPaused(),
        queue.list('waiting', 1),
        queue.counts(),
        queue.drain(),
      ];
      for (const call of await Promise.allSettled(calls)) {
        expect(call).toMatchObject({ status: 'rejected', reason: { name: 'QueueUnavailableError' } });
      }
      await expect(queue.counts()).rejects.toBeInstanceOf(QueueUnavailableError);
    });

    it('closes at once when nothing was done with it', async () => {
      await bench.place.host(QUICK).queue.close();
    });
  });
}
