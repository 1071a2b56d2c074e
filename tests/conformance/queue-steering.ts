/** Cancelling, pausing and looking. */
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { aborted, gate, PATIENT, type QueueBench, resting } from './queue-bench.ts';

export function describeSteering(bench: QueueBench): void {
  describe('cancelling', () => {
    it('takes out a subject that waits; it can be handed in again', async () => {
      const brought: string[] = [];
      const { queue } = bench.host;
      await queue.submit(['a', 'b', 'c']);
      expect(await queue.cancel('b')).toBe(true);
      expect(await queue.list('waiting', 10)).toEqual(['a', 'c']);
      expect(await queue.cancel('b')).toBe(false);
      await queue.submit(['b']);
      bench.work(async ({ subject }) => void brought.push(subject), { concurrency: 1 });
      await queue.drain();
      expect(brought).toEqual(['a', 'c', 'b']);
    });

    it('takes out a subject that waits for its next attempt', async () => {
      const host = bench.place.host(PATIENT);
      const attempts: number[] = [];
      bench.work(
        async ({ attempt }) => {
          attempts.push(attempt);
          if (attempts.length === 1) throw new Error('Busy.');
        },
        { host },
      );
      await host.queue.submit(['a']);
      await resting(host, attempts, 1);
      expect(await host.queue.cancel('a')).toBe(true);
      await host.queue.drain();
      await host.queue.submit(['a']);
      await host.queue.drain();
      expect(attempts).toEqual([1, 1]);
    });

    it('aborts the work on a subject, from any host; what was aborted has neither failed nor is it tried again', async () => {
      const other = bench.place.other();
      const begun = gate();
      const log: string[] = [];
      bench.work(async ({ subject, attempt, signal }) => {
        log.push(`${subject}${attempt}`);
        begun.open();
        await aborted(signal);
        throw signal.reason;
      });
      await bench.host.queue.submit(['a']);
      await begun.opened;
      expect(await other.queue.cancel('a')).toBe(true);
      await bench.host.queue.drain();
      expect(log).toEqual(['a1']);
      expect(await other.queue.counts()).toEqual({ waiting: 0, running: 0, failed: 0 });
      expect(await other.queue.cancel('a')).toBe(false);
    });

    it('aborts one subject and leaves the others alone', async () => {
      const both = gate();
      const go = gate();
      const done: string[] = [];
      let begun = 0;
      bench.work(async ({ subject, signal }) => {
        begun += 1;
        if (begun === 2) both.open();
        await Promise.race([go.opened, aborted(signal)]);
        signal.throwIfAborted();
        done.push(subject);
      });
      await bench.host.queue.submit(['a', 'b']);
      await both.opened;
      expect(await bench.host.queue.cancel('a')).toBe(true);
      await vi.waitFor(async () => expect(await bench.host.queue.list('running', 10)).toEqual(['b']));
      go.open();
      await bench.host.queue.drain();
      expect(done).toEqual(['b']);
    });

    it('brings what was handed in anew while the aborted work had not ended', async () => {
      const begun = gate();
      const go = gate();
      let times = 0;
      bench.work(async ({ signal }) => {
        times += 1;
        if (times > 1) return;
        begun.open();
        await aborted(signal);
        await go.opened;
        throw signal.reason;
      });
      await bench.host.queue.submit(['a']);
      await begun.opened;
      await bench.host.queue.cancel('a');
      await bench.host.queue.submit(['a']);
      go.open();
      await bench.host.queue.drain();
      expect(times).toBe(2);
    });

    it('knows nothing to cancel of a subject that is unknown, done or failed', async () => {
      const { queue } = bench.host;
      expect(await queue.cancel('a')).toBe(false);
      bench.work(async ({ subject }) => {
        if (subject === 'bad') throw new Error('No.');
      });
      await queue.submit(['a', 'bad']);
      await queue.drain();
      expect(await queue.cancel('a')).toBe(false);
      expect(await queue.cancel('bad')).toBe(false);
      expect(await queue.list('failed', 10)).toEqual(['bad']);
    });

    it.each([0, 1, 2, 3, 5, 8])('ends either way when it comes %d ms after handing in', async (ms) => {
      let times = 0;
      bench.work(async ({ signal }) => {
        times += 1;
        await aborted(signal);
        throw signal.reason;
      });
      await bench.host.queue.submit(['a']);
      await wait(ms);
      expect(await bench.host.queue.cancel('a')).toBe(true);
      await bench.host.queue.drain();
      expect(times).toBeLessThan(2);
      expect(await bench.host.queue.counts()).toEqual({ waiting: 0, running: 0, failed: 0 });
    });
  });

  describe('pausing', () => {
    it('brings nothing more in any host until it is resumed; what is worked on goes on', async () => {
      const other = bench.place.other();
      const begun = gate();
      const go = gate();
      const brought: string[] = [];
      bench.work(
        async ({ subject }) => {
          if (subject === 'a') begun.open();
          if (subject === 'a') await go.opened;
          brought.push(subject);
        },
        { concurrency: 2 },
      );
      await bench.host.queue.submit(['a']);
      await begun.opened;
      await other.queue.pause();
      expect([await bench.host.queue.isPaused(), await other.queue.isPaused()]).toEqual([true, true]);
      await bench.host.queue.submit(['b']);
      go.open();
      await vi.waitFor(async () => expect(await other.queue.counts()).toEqual({ waiting: 1, running: 0, failed: 0 }));
      bench.work(async ({ subject }) => void brought.push(`${subject} elsewhere`), { host: other });
      await wait(50);
      expect(brought).toEqual(['a']);
      await bench.host.queue.resume();
      expect([await bench.host.queue.isPaused(), await other.queue.isPaused()]).toEqual([false, false]);
      await other.queue.drain();
      expect(brought).toHaveLength(2);
    });

    it('pauses and resumes twice without harm', async () => {
      const { queue } = bench.host;
      await queue.pause();
      await queue.pause();
      expect(await queue.isPaused()).toBe(true);
      await queue.resume();
      await queue.resume();
      expect(await queue.isPaused()).toBe(false);
    });
  });

  describe('looking', () => {
    it('lists and counts subjects by state, each state in its order', async () => {
      const { queue } = bench.host;
      const both = gate();
      const go = gate();
      let begun = 0;
      const first = bench.work(async ({ subject }) => {
        if (subject === 'bad 1') await wait(20);
        throw new Error('No.');
      });
      await queue.submit(['bad 1', 'bad 2']);
      await queue.drain();
      await first.close(1000);
      bench.work(
        async () => {
          begun += 1;
          if (begun === 2) both.open();
          await go.opened;
        },
        { concurrency: 2 },
      );
      await queue.submit(['r1', 'r2', 'w3', 'w1', 'w2']);
      await both.opened;
      expect(await queue.counts()).toEqual({ waiting: 3, running: 2, failed: 2 });
      expect(await queue.list('waiting', 10)).toEqual(['w3', 'w1', 'w2']);
      expect(await queue.list('waiting', 2)).toEqual(['w3', 'w1']);
      expect(await queue.list('running', 10)).toEqual(['r1', 'r2']);
      expect(await queue.list('failed', 10)).toEqual(['bad 2', 'bad 1']);
      expect(await queue.list('failed', 1)).toEqual(['bad 2']);
      expect(await queue.list('failed', 0)).toEqual([]);
      go.open();
      await queue.drain();
      expect(await queue.counts()).toEqual({ waiting: 0, running: 0, failed: 2 });
    });

    it('shows an empty queue as empty', async () => {
      const { queue } = bench.host;
      expect(await queue.counts()).toEqual({ waiting: 0, running: 0, failed: 0 });
      for (const state of ['waiting', 'running', 'failed'] as const) expect(await queue.list(state, 10)).toEqual([]);
      await queue.submit([]);
      await queue.drain();
    });
  });
}
