import { setImmediate as tick } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { inTurn, type PageWork } from '../../src/app/crew.ts';

/** Works for pages 0, 1, 2 … that end after so many ticks, and what has begun and ended so far. */
function worksOf(...ticks: readonly (number | 'fails')[]) {
  const running = { now: 0, most: 0, begun: 0 };
  const works = async function* (): AsyncGenerator<PageWork<string>> {
    for (const [at, length] of ticks.entries()) {
      yield {
        page: `p${at}`,
        async begin() {
          running.begun += 1;
          running.now += 1;
          running.most = Math.max(running.most, running.now);
          for (let left = length === 'fails' ? 1 : length; left > 0; left -= 1) await tick();
          running.now -= 1;
          if (length === 'fails') throw new Error(`p${at} failed`);
          return `r${at}`;
        },
      };
    }
  };
  return { running, works: works() };
}

async function resultsOf(works: AsyncIterable<PageWork<string>>, most: number): Promise<string[]> {
  const results: string[] = [];
  for await (const { page, result } of inTurn(works, most)) results.push(`${page} ${await result}`);
  return results;
}

describe('inTurn', () => {
  it('gives what came of works in the order in which they began, whichever ends first', async () => {
    const { works } = worksOf(9, 1, 5, 0, 3);
    expect(await resultsOf(works, 3)).toEqual(['p0 r0', 'p1 r1', 'p2 r2', 'p3 r3', 'p4 r4']);
  });

  it.each([1, 2, 4])('has at most %d under way', async (most) => {
    const { works, running } = worksOf(3, 1, 4, 1, 5, 9, 2, 6);
    await resultsOf(works, most);
    expect(running.most).toBe(most);
  });

  it('gives nothing for nothing', async () => {
    expect(await resultsOf(worksOf().works, 3)).toEqual([]);
  });

  it('tells a failure when it is its turn, and waits for what has begun', async () => {
    const { works, running } = worksOf(5, 'fails', 7, 1, 1);
    const results: string[] = [];
    const listening = async (): Promise<void> => {
      for await (const { result } of inTurn(works, 3)) results.push(await result);
    };
    await expect(listening()).rejects.toThrow('p1 failed');
    expect(results).toEqual(['r0']);
    expect(running).toMatchObject({ now: 0, begun: 4 });
  });
});
