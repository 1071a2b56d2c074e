import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Rest } from '../src/compose-rest.ts';

const EVERY = 20;

/** Keeps this thread busy as a merge does: nothing else happens meanwhile. */
function block(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

describe('a rest', () => {
  it('is told once when nothing more begins, and again after further work', async () => {
    const rested = new EventTarget();
    let told = 0;
    const rest = new Rest(() => {
      told += 1;
      rested.dispatchEvent(new Event('rest'));
    }, EVERY);
    for (const round of [1, 2]) {
      const over = once(rested, 'rest');
      rest.begin();
      rest.end();
      // A timer of the rest keeps no process alive, so something else has to.
      const alive = setInterval(() => {}, EVERY);
      await over;
      await wait(EVERY * 10);
      clearInterval(alive);
      expect(told).toBe(round);
    }
  });

  it('is not told while a work is under way, however long that takes', async () => {
    let told = 0;
    const rest = new Rest(() => {
      told += 1;
    }, EVERY);
    rest.begin();
    rest.begin();
    rest.end();
    await wait(EVERY * 10);
    expect(told).toBe(0);
    rest.stop();
  });

  it('takes the time in which its own thread was busy for one look', async () => {
    let told = 0;
    const rest = new Rest(() => {
      told += 1;
    }, EVERY);
    rest.begin();
    rest.end();
    for (let merge = 0; merge < 5; merge += 1) {
      block(EVERY * 20);
      await wait(1);
      rest.begin();
      rest.end();
    }
    expect(told).toBe(0);
    rest.stop();
  });
});
