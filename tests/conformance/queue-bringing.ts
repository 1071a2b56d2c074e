/** How subjects are brought. */
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { gate, type QueueBench } from './queue-bench.ts';

/** `[what is odd about it, subject]` */
const ODD: readonly (readonly [string, string])[] = [
  ['Chinese', '人民日报/二〇二二年七月十五日第3版'],
  ['colons', 'page:a:b::'],
  ['spaces and line ends', '  a b\n\tc '],
  ['a number', '12345'],
  ['nothing in it', ''],
  ['a thousand characters', '长'.repeat(1000)],
  ['quotes and braces', `{"a": 'b'}\\u0000 %s`],
  ['half a surrogate pair', 'a\ud83db'],
  ['a name of every object', '__proto__'],
];

export function describeBringing(bench: QueueBench): void {
  describe('bringing', () => {
    it('brings what is handed in, in this order', async () => {
      const brought: string[] = [];
      await bench.host.queue.submit(['c', 'a', 'b']);
      bench.work(async ({ subject, attempt }) => void brought.push(`${subject}${attempt}`), { concurrency: 1 });
      await bench.host.queue.drain();
      expect(brought).toEqual(['c1', 'a1', 'b1']);
    });

    it('brings what comes while a worker waits', async () => {
      const brought: string[] = [];
      bench.work(async ({ subject }) => void brought.push(subject));
      await bench.host.queue.submit(['a']);
      await bench.host.queue.drain();
      await bench.host.queue.submit(['b']);
      await bench.host.queue.drain();
      expect(brought).toEqual(['a', 'b']);
    });

    it.each(ODD)('brings a subject with %s as it is, and tells it from others', async (_, subject) => {
      const brought: string[] = [];
      await bench.host.queue.submit([subject, `${subject}.`, subject]);
      expect(await bench.host.queue.list('waiting', 10)).toEqual([subject, `${subject}.`]);
      bench.work(async (delivery) => void brought.push(delivery.subject), { concurrency: 1 });
      await bench.host.queue.drain();
      expect(brought).toEqual([subject, `${subject}.`]);
    });

    it('brings a subject once that is handed in many times while it waits', async () => {
      let times = 0;
      await Promise.all(Array.from({ length: 50 }, () => bench.host.queue.submit(['a'])));
      expect(await bench.host.queue.counts()).toEqual({ waiting: 1, running: 0, failed: 0 });
      bench.work(async () => {
        times += 1;
      });
      await bench.host.queue.drain();
      expect(times).toBe(1);
    });

    it('brings a subject once more that is handed in while it is worked on, however often', async () => {
      const begun = gate();
      const go = gate();
      let times = 0;
      bench.work(async () => {
        times += 1;
        begun.open();
        await go.opened;
      });
      await bench.host.queue.submit(['a']);
      await begun.opened;
      await Promise.all(Array.from({ length: 50 }, () => bench.host.queue.submit(['a', 'a'])));
      go.open();
      await bench.host.queue.drain();
      expect(times).toBe(2);
    });

    it('brings a subject anew that is handed in after it was done', async () => {
      let times = 0;
      bench.work(async () => {
        times += 1;
      });
      for (const round of [1, 2, 3]) {
        await bench.host.queue.submit(['a']);
        await bench.host.queue.drain();
        expect(times).toBe(round);
      }
    });

    it('works on no subject twice at a time, and on several subjects at once', async () => {
      const open = new Map<string, number>();
      let most = 0;
      let mostOfOne = 0;
      const perform = async ({ subject }: { readonly subject: string }) => {
        open.set(subject, (open.get(subject) ?? 0) + 1);
        most = Math.max(
          most,
          [...open.values()].reduce((sum, count) => sum + count),
        );
        mostOfOne = Math.max(mostOfOne, ...open.values());
        await wait(2);
        open.set(subject, (open.get(subject) ?? 0) - 1);
      };
      const other = bench.place.other();
      bench.work(perform, { concurrency: 3 });
      bench.work(perform, { concurrency: 3, host: other });
      for (let round = 0; round < 30; round += 1) {
        await bench.host.queue.submit(['a', 'b', 'c']);
        await wait(1);
      }
      await bench.host.queue.drain();
      expect(mostOfOne).toBe(1);
      expect(most).toBeGreaterThan(1);
    });

    it('works on no more subjects at a time than a worker has room for', async () => {
      let open = 0;
      let most = 0;
      bench.work(
        async () => {
          open += 1;
          most = Math.max(most, open);
          await wait(2);
          open -= 1;
        },
        { concurrency: 2 },
      );
      await bench.host.queue.submit(Array.from({ length: 12 }, (_, i) => `s${i}`));
      await bench.host.queue.drain();
      expect(most).toBe(2);
    });

    it('brings each of 500 subjects to one of four workers', async () => {
      const subjects = Array.from({ length: 500 }, (_, i) => `第${i}号`);
      const brought: string[] = [];
      const busy = new Set<number>();
      for (let worker = 0; worker < 4; worker += 1) {
        bench.work(async ({ subject }) => {
          busy.add(worker);
          await wait(1);
          brought.push(subject);
        });
      }
      await bench.host.queue.submit(subjects);
      await bench.host.queue.drain();
      expect([...brought].sort()).toEqual([...subjects].sort());
      expect(busy.size).toBe(4);
    });

    it('tells listeners of every host how far work is, in its order', async () => {
      const other = bench.place.other();
      const heard: unknown[] = [];
      const late: unknown[] = [];
      const stop = other.queue.onProgress((progress) => heard.push(progress));
      // A listener that throws keeps nobody else from being told.
      const first = gate();
      other.queue.onProgress(() => first.open());
      const probe = bench.work(async ({ report }) => {
        while (heard.length === 0) {
          report({ stage: 'reading', done: 0, total: 2 });
          await wait(5);
        }
        report({ stage: '排版', done: 2, total: 2 });
      });
      await bench.host.queue.submit(['甲']);
      await bench.host.queue.drain();
      await first.opened;
      await vi.waitFor(() => expect(heard.at(-1)).toEqual({ subject: '甲', stage: '排版', done: 2, total: 2 }));
      expect(heard[0]).toEqual({ subject: '甲', stage: 'reading', done: 0, total: 2 });
      stop();
      heard.length = 0;
      const end = other.queue.onProgress((progress) => late.push(progress));
      await probe.close(1000);
      bench.work(async ({ report }) => report({ stage: 'done', done: 1, total: 1 }));
      await bench.host.queue.submit(['乙']);
      await vi.waitFor(() => expect(late).toEqual([{ subject: '乙', stage: 'done', done: 1, total: 1 }]));
      expect(heard).toEqual([]);
      end();
    });
  });
}
