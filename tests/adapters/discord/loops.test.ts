import { setImmediate as nextRound } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Loops, type Work } from '../../../src/adapters/discord/loops.ts';

/** Work that goes on until it is told to end, and takes its time for that. */
function endless(name: string, story: string[]): Work {
  return async (signal) => {
    story.push(`${name} begins`);
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
    await nextRound();
    story.push(`${name} ends`);
  };
}

describe('what goes on by itself', () => {
  it('is followed only when it is over', async () => {
    const loops = new Loops();
    const story: string[] = [];
    loops.begin('card', endless('first', story));
    await nextRound();
    await loops.replace('card', async () => {
      story.push('put');
      return endless('second', story);
    });
    await nextRound();
    expect(story).toEqual(['first begins', 'first ends', 'put', 'second begins']);
    expect(loops.size).toBe(1);
    await loops.close();
    expect(story.at(-1)).toBe('second ends');
  });

  it('is the last one where several follow at once, put one after the other', async () => {
    const loops = new Loops();
    const story: string[] = [];
    const put = (name: string) => async () => {
      story.push(`put ${name}`);
      await nextRound();
      return endless(name, story);
    };
    await Promise.all(['a', 'b', 'c'].map((name) => loops.replace('card', put(name))));
    await nextRound();
    expect(story).toEqual(['put a', 'put b', 'put c', 'c begins']);
    await loops.close();
  });

  it('is not begun where something newer goes on already, nor after the end', async () => {
    const loops = new Loops();
    const story: string[] = [];
    await loops.replace('card', async () => endless('newer', story));
    loops.begin('card', endless('older', story));
    await nextRound();
    expect(story).toEqual(['newer begins']);
    await loops.close();
    loops.begin('other', endless('late', story));
    await loops.replace('third', async () => endless('later', story));
    await nextRound();
    expect(story).toEqual(['newer begins', 'newer ends']);
    expect(loops.size).toBe(0);
  });

  it('is ended by what could not be put, too, and whoever put it is told', async () => {
    const loops = new Loops();
    const story: string[] = [];
    loops.begin('card', endless('first', story));
    await nextRound();
    const failing = loops.replace('card', () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    await nextRound();
    expect(story).toEqual(['first begins', 'first ends']);
    expect(loops.size).toBe(0);
  });
});
