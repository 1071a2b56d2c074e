/** What every queue must do, whatever stands behind it. */
import { afterEach, beforeEach, describe, expect } from 'vitest';
import { QUICK, type QueueBench, type QueueUnderTest } from './queue-bench.ts';
import { describeBringing } from './queue-bringing.ts';
import { describeEnding } from './queue-ending.ts';
import { describeSteering } from './queue-steering.ts';
import { describeTrying } from './queue-trying.ts';

/** Describes the contract for one implementation. `begin` makes an empty queue of its own for each test. */
export function describeQueue(name: string, begin: () => Promise<QueueUnderTest>): void {
  describe(name, () => {
    const faults: unknown[] = [];
    const bench = {
      faults,
      work(perform, { concurrency = 4, host = bench.host } = {}) {
        return host.startWorker({ concurrency, perform, onFault: (fault) => faults.push(fault) });
      },
    } as QueueBench;

    beforeEach(async () => {
      faults.length = 0;
      bench.place = await begin();
      bench.host = bench.place.host(QUICK);
    });

    afterEach(async () => {
      await bench.place.discard();
      expect(faults).toEqual([]);
    });

    describeBringing(bench);
    describeTrying(bench);
    describeSteering(bench);
    describeEnding(bench);
  });
}
