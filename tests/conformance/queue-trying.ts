/** What becomes of work that rejects. */
import { describe, expect, it, vi } from 'vitest';
import { HopelessError } from '../../src/queue/contract.ts';
import { gate, PATIENT, type QueueBench, resting } from './queue-bench.ts';

export function describeTrying(bench: QueueBench): void {
  describe('trying again', () => {
    it('brings work that rejects again until it is done', async () => {
      const attempts: number[] = [];
      bench.work(async ({ attempt }) => {
        attempts.push(attempt);
        if (attempt < 3) throw new Error('The database is busy.');
      });
      await bench.host.queue.submit(['a']);
      await bench.host.queue.drain();
      expect(attempts).toEqual([1, 2, 3]);
      expect(await bench.host.queue.counts()).toEqual({ waiting: 0, running: 0, failed: 0 });
    });

    it('counts work as failed that has rejected as often as it may, and holds up no other', async () => {
      const attempts: string[] = [];
      bench.work(
        async ({ subject, attempt }) => {
          attempts.push(`${subject}${attempt}`);
          if (subject === 'bad') throw new Error('No.');
        },
        { concurrency: 1 },
      );
      await bench.host.queue.submit(['bad', 'good']);
      await bench.host.queue.drain();
      expect([...attempts].sort()).toEqual(['bad1', 'bad2', 'bad3', 'good1']);
      expect(attempts.indexOf('good1')).toBeLessThan(3);
      expect(await bench.host.queue.counts()).toEqual({ waiting: 0, running: 0, failed: 1 });
      expect(await bench.host.queue.list('failed', 10)).toEqual(['bad']);
    });

    it.each([
      ['a HopelessError', new HopelessError('The page is no page.')],
      ['one with a cause', new HopelessError('No.', { cause: new Error('x') })],
    ])('tries no second time after %s', async (_, error) => {
      let times = 0;
      bench.work(async () => {
        times += 1;
        throw error;
      });
      await bench.host.queue.submit(['a']);
      await bench.host.queue.drain();
      expect(times).toBe(1);
      expect(await bench.host.queue.list('failed', 10)).toEqual(['a']);
    });

    it('tries again after something was thrown that is no error', async () => {
      let times = 0;
      bench.work(async () => {
        times += 1;
        if (times === 1) throw 'a text';
      });
      await bench.host.queue.submit(['a']);
      await bench.host.queue.drain();
      expect(times).toBe(2);
    });

    it('brings a failed subject that is handed in again, and counts it as failed no more', async () => {
      const attempts: number[] = [];
      let bad = true;
      bench.work(async ({ attempt }) => {
        attempts.push(attempt);
        if (bad) throw new Error('No.');
      });
      for (const _ of [1, 2]) {
        await bench.host.queue.submit(['a']);
        await bench.host.queue.drain();
        expect(await bench.host.queue.counts()).toEqual({ waiting: 0, running: 0, failed: 1 });
      }
      bad = false;
      await bench.host.queue.pause();
      await bench.host.queue.submit(['a']);
      expect(await bench.host.queue.counts()).toEqual({ waiting: 1, running: 0, failed: 0 });
      await bench.host.queue.resume();
      await bench.host.queue.drain();
      expect(attempts).toEqual([1, 2, 3, 1, 2, 3, 1]);
      expect(await bench.host.queue.list('failed', 10)).toEqual([]);
    });

    it('does not count a subject as failed that was handed in again while it failed', async () => {
      const begun = gate();
      const go = gate();
      const attempts: number[] = [];
      bench.work(async ({ attempt }) => {
        attempts.push(attempt);
        if (attempts.length > 1) return;
        begun.open();
        await go.opened;
        throw new HopelessError('The old page is no page.');
      });
      await bench.host.queue.submit(['a']);
      await begun.opened;
      await bench.host.queue.submit(['a']);
      go.open();
      await bench.host.queue.drain();
      expect(attempts).toEqual([1, 1]);
      await vi.waitFor(async () =>
        expect(await bench.host.queue.counts()).toEqual({ waiting: 0, running: 0, failed: 0 }),
      );
    });

    it('brings at once what waits for its next attempt or has failed, when asked to', async () => {
      const host = bench.place.host(PATIENT);
      const attempts: number[] = [];
      bench.work(
        async ({ attempt }) => {
          attempts.push(attempt);
          throw attempt === 2 ? new HopelessError('No.') : new Error('Busy.');
        },
        { host },
      );
      await host.queue.submit(['a']);
      await resting(host, attempts, 1);
      expect(await host.queue.list('waiting', 10)).toEqual(['a']);
      expect(attempts).toEqual([1]);
      expect(await host.queue.retry('a')).toBe(true);
      await host.queue.drain();
      expect(attempts).toEqual([1, 2]);
      expect(await host.queue.counts()).toEqual({ waiting: 0, running: 0, failed: 1 });
      expect(await host.queue.retry('a')).toBe(true);
      await vi.waitFor(() => expect(attempts).toEqual([1, 2, 1]));
      expect(await host.queue.list('failed', 10)).toEqual([]);
    });

    it('brings a subject no sooner or more often that is handed in while it waits for its next attempt', async () => {
      const host = bench.place.host(PATIENT);
      const attempts: number[] = [];
      bench.work(
        async ({ attempt }) => {
          attempts.push(attempt);
          if (attempt === 1) throw new Error('Busy.');
        },
        { host },
      );
      await host.queue.submit(['a']);
      await resting(host, attempts, 1);
      await host.queue.submit(['a', 'a']);
      expect(await host.queue.counts()).toEqual({ waiting: 1, running: 0, failed: 0 });
      expect(await host.queue.retry('a')).toBe(true);
      await host.queue.drain();
      expect(attempts).toEqual([1, 2]);
    });

    it('has nothing to bring at once where a subject is unknown, is worked on, or waits for nothing but its turn', async () => {
      const begun = gate();
      const go = gate();
      const { queue } = bench.host;
      expect(await queue.retry('a')).toBe(false);
      await queue.submit(['a']);
      expect(await queue.retry('a')).toBe(false);
      bench.work(async () => {
        begun.open();
        await go.opened;
      });
      await begun.opened;
      expect(await queue.retry('a')).toBe(false);
      go.open();
      await queue.drain();
      expect(await queue.retry('a')).toBe(false);
    });
  });
}
