import { describe, expect, it } from 'vitest';
import { Latencies } from '../../src/app/latencies.ts';

/** Latencies of works that take so many milliseconds each. */
async function timed(times: readonly number[]): Promise<Latencies> {
  let now = 0;
  const latencies = new Latencies(() => now);
  for (const time of times) {
    await latencies.time(async () => {
      now += time;
    });
  }
  return latencies;
}

describe('Latencies', () => {
  it('know nothing before the first question', async () => {
    expect((await timed([])).latest).toBeNull();
  });

  it('tell the middle and the slow end', async () => {
    const times = Array.from({ length: 100 }, (_, n) => n + 1);
    expect((await timed(times)).latest).toEqual({ asked: 100, median: 51, p99: 100 });
  });

  it('look back on the last thousand', async () => {
    const times = [...Array(500).fill(1000), ...Array(1000).fill(2)];
    expect((await timed(times)).latest).toEqual({ asked: 1000, median: 2, p99: 2 });
  });

  it('count what fails and let the fault through', async () => {
    const latencies = new Latencies(() => 0);
    await expect(latencies.time(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(latencies.latest?.asked).toBe(1);
  });
});
