import { describe, expect, it } from 'vitest';
import { Aside } from '../../src/app/aside.ts';

/** A work that ends when it is told to. */
function held() {
  const ends = { resolve: () => {}, reject: (_: Error) => {} };
  const promise = new Promise<void>((resolve, reject) => Object.assign(ends, { resolve, reject }));
  return { work: () => promise, ends };
}

describe('work that is done aside', () => {
  it('is begun at once, and another one only when it is over', async () => {
    const aside = new Aside();
    const begun: string[] = [];
    const first = held();
    aside.begin(() => {
      begun.push('first');
      return first.work();
    });
    aside.begin(async () => begun.push('second'));
    expect(begun).toEqual(['first']);
    first.ends.resolve();
    await aside.settle();
    aside.begin(async () => begun.push('third'));
    expect(begun).toEqual(['first', 'third']);
  });

  it('tells whoever asks next what it failed with, and tells it once', async () => {
    const aside = new Aside();
    const fault = new Error('no room');
    aside.begin(() => Promise.reject(fault));
    await expect(aside.settle()).rejects.toBe(fault);
    await expect(aside.settle()).resolves.toBeUndefined();
    const other = held();
    aside.begin(other.work);
    other.ends.reject(fault);
    await new Promise(setImmediate);
    expect(() => aside.begin(other.work)).toThrow(fault);
  });
});
