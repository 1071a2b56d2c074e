/** What every store does when somebody takes on a job and writes to the library for it. */
import { describe, expect, it } from 'vitest';
import { type Claim, ClaimLostError, type ClaimTerms } from '../../src/app/ledger.ts';
import { ERROR, GAVE_UP, materialOf, other, RESULT, STAGE, submission, takeIn, terms } from '../support/jobs.ts';
import { article, keptPassages, livePassages, prepared } from '../support/library.ts';
import type { Bench } from './bench.ts';

const NOBODY: Claim = { job: 'nobody', attempt: 1 };

/** Describes this part of the contract; `bench` holds a fresh store in each test. */
export function describeClaims(bench: Bench): void {
  const submit = (...given: Parameters<typeof submission>) => bench.store.submit(submission(...given));
  const claim = async (subject: string, known: Partial<ClaimTerms> = {}) =>
    (await bench.store.claim(subject, terms(known)))?.claim ?? null;
  const begun = async (subject: string) => (await claim(subject)) ?? NOBODY;
  const state = async (id: string) => (await bench.store.job(id))?.state;

  describe('owed', () => {
    it('names subjects with a job that waits, those that wait longest first', async () => {
      await submit([other('a', 'p')], { at: 3000 });
      await submit([other('b', 'q'), other('c', 'r')], { at: 1000 });
      await submit([other('d', 'p'), other('e', 'q')], { at: 4000 });
      expect(await bench.store.owed(0)).toEqual(['q', 'r', 'p']);
      await bench.store.cancel('b', 5000);
      expect(await bench.store.owed(0)).toEqual(['r', 'p', 'q']);
      for (const id of ['a', 'c', 'd', 'e']) await bench.store.cancel(id, 5000);
      expect(await bench.store.owed(9000)).toEqual([]);
    });

    it('names a subject whose running job has shown no life since a time', async () => {
      await submit([other('a', 'p')]);
      const held = await begun('p');
      expect(await bench.store.owed(2000)).toEqual([]);
      expect(await bench.store.owed(2001)).toEqual(['p']);
      await bench.store.advance(held, STAGE, 2500);
      expect(await bench.store.owed(2500)).toEqual([]);
      expect(await bench.store.owed(2501)).toEqual(['p']);
      await bench.store.finish(held, RESULT, 3000);
      expect(await bench.store.owed(9000)).toEqual([]);
    });

    it('names a subject again when its job waits once more, from then on', async () => {
      await submit([other('a', 'p'), other('b', 'q')]);
      await bench.store.fail(await begun('p'), { error: ERROR, again: true }, 2000);
      await bench.store.cancel('b', 2000);
      expect(await bench.store.owed(0)).toEqual(['p']);
      await bench.store.retry('b', 1500);
      expect(await bench.store.owed(0)).toEqual(['q', 'p']);
    });
  });

  describe('claim', () => {
    it('begins what waits and tells all of it', async () => {
      await submit([takeIn('a', 'p')]);
      const claimed = await bench.store.claim('p', terms({ at: 2000 }));
      expect(claimed?.claim).toEqual({ job: 'a', attempt: 1 });
      expect(claimed?.job).toMatchObject({ id: 'a', state: 'running', attempts: 1, started: 2000, ended: null });
      expect(claimed?.job).toEqual(await bench.store.job('a'));
    });

    it('gives nothing for a subject that nothing is owed for', async () => {
      await submit([takeIn('a', 'p')]);
      expect(await claim('q')).toBeNull();
      await bench.store.cancel('a', 1);
      expect(await claim('p')).toBeNull();
    });

    it('begins the newest job that takes the subject in or out and supersedes all that waited before it', async () => {
      await submit([takeIn('a', 'p'), other('b', 'p'), takeIn('c', 'p'), other('d', 'p'), takeIn('elsewhere', 'q')]);
      expect(await claim('p', { at: 2000 })).toEqual({ job: 'c', attempt: 1 });
      for (const id of ['a', 'b']) {
        expect(await bench.store.job(id)).toMatchObject({ state: 'superseded', ended: 2000, attempts: 0 });
      }
      expect(await bench.store.material('a')).toBeNull();
      expect(await bench.store.retry('a', 3000)).toBe(false);
      expect([await state('d'), await state('elsewhere')]).toEqual(['waiting', 'waiting']);
    });

    it('takes a removal for such a job as well', async () => {
      await submit([takeIn('a', 'p'), other('b', 'p', { kind: 'remove' })]);
      expect((await claim('p'))?.job).toBe('b');
      expect(await state('a')).toBe('superseded');
    });

    it('begins the others in their order and supersedes nothing for them', async () => {
      await submit([
        other('a', 'p', { kind: 'withhold', article: 'x', page: 'p' }),
        other('b', 'p'),
        other('c', 'p', { kind: 'release', article: 'x', page: 'p' }),
      ]);
      for (const id of ['a', 'b', 'c']) {
        const held = await begun('p');
        expect(held.job).toBe(id);
        await bench.store.finish(held, RESULT, 2000);
      }
      expect(await bench.store.tally()).toMatchObject({ done: 3, superseded: 0 });
    });

    it('takes on nothing while a running one shows life, whatever waits', async () => {
      await submit([takeIn('a', 'p')]);
      const held = await begun('p');
      await submit([takeIn('b', 'p')]);
      expect(await claim('p', { silentSince: 2000 })).toBeNull();
      await bench.store.advance(held, STAGE, 5000);
      expect(await claim('p', { silentSince: 5000 })).toBeNull();
      expect(await bench.store.finish(held, RESULT, 6000)).toBe(true);
      expect((await claim('p'))?.job).toBe('b');
    });

    it('begins a running one once more that has shown no life, and whoever had it can write no more', async () => {
      await submit([takeIn('a', 'p')]);
      const dead = await begun('p');
      await bench.store.advance(dead, STAGE, 2500);
      const held = await claim('p', { at: 3000, silentSince: 2501 });
      expect(held).toEqual({ job: 'a', attempt: 2 });
      expect(await bench.store.job('a')).toMatchObject({ state: 'running', started: 3000, attempts: 2, stage: null });
      expect(await bench.store.material('a')).toEqual(materialOf('a'));
      expect(await bench.store.advance(dead, STAGE, 3001)).toBe(false);
      expect(await bench.store.fail(dead, { error: ERROR, again: true }, 3001)).toBe(false);
      expect(await bench.store.finish(dead, RESULT, 3001)).toBe(false);
      expect(await bench.store.finish(held ?? NOBODY, RESULT, 3002)).toBe(true);
    });

    it('takes a sign of life from the future for none where a clock that was turned back is told of', async () => {
      await submit([takeIn('a', 'p')]);
      const dead = await begun('p');
      await bench.store.advance(dead, STAGE, 9000);
      expect(await bench.store.owed(2000)).toEqual([]);
      expect(await bench.store.owed(2000, 9000)).toEqual([]);
      expect(await bench.store.owed(2000, 8999)).toEqual(['p']);
      expect(await claim('p', { at: 4000, silentSince: 3000, noLaterThan: 9000 })).toBeNull();
      const held = await claim('p', { at: 4000, silentSince: 3000, noLaterThan: 8999 });
      expect(held).toEqual({ job: 'a', attempt: 2 });
      expect(await bench.store.finish(dead, RESULT, 9001)).toBe(false);
    });

    it('does not go back to one that was left behind once a newer one says how the page shall be', async () => {
      await submit([takeIn('a', 'p')]);
      const dead = await begun('p');
      await submit([takeIn('b', 'p')]);
      const held = await claim('p', { at: 3000, silentSince: 2500 });
      expect(held?.job).toBe('b');
      expect(await state('a')).toBe('superseded');
      expect(await bench.store.finish(dead, RESULT, 3001)).toBe(false);
    });

    it('comes back to one that was left behind when what waited was something else', async () => {
      await submit([takeIn('a', 'p')]);
      await begun('p');
      await submit([other('b', 'p')]);
      const silent = { at: 3000, silentSince: 2500 };
      const held = await claim('p', silent);
      expect(held?.job).toBe('b');
      await bench.store.finish(held ?? NOBODY, RESULT, 3001);
      expect(await claim('p', silent)).toEqual({ job: 'a', attempt: 2 });
    });

    it('fails one that was begun too often, keeps its bytes, and looks for the next', async () => {
      await submit([takeIn('a', 'p'), other('b', 'p')]);
      for (let i = 0; i < 2; i += 1) await bench.store.fail(await begun('p'), { error: ERROR, again: true }, 2000);
      expect(await claim('p', { at: 3000, most: 2 })).toEqual({ job: 'b', attempt: 1 });
      expect(await bench.store.job('a')).toMatchObject({ state: 'failed', error: GAVE_UP, ended: 3000, attempts: 2 });
      expect(await bench.store.retry('a', 4000)).toBe(true);
    });

    it('fails one that was left behind too often', async () => {
      await submit([takeIn('a', 'p')]);
      await begun('p');
      expect(await claim('p', { at: 3000, silentSince: 2500, most: 1 })).toBeNull();
      expect(await bench.store.job('a')).toMatchObject({ state: 'failed', error: GAVE_UP, stage: null });
      expect(await bench.store.owed(9000)).toEqual([]);
    });

    it('never gives one attempt to two who ask at once', async () => {
      const another = await bench.place.open();
      await submit(['a', 'b', 'c'].map((id) => takeIn(id, id)));
      const both = ['a', 'b', 'c'].flatMap((id) => [bench.store, another].map((store) => store.claim(id, terms())));
      const claims = (await Promise.all(both)).flatMap((claimed) => claimed?.claim ?? []);
      expect(claims.map(({ job }) => job).sort()).toEqual(['a', 'b', 'c']);
      const taken = await another.claim('a', terms({ at: 4000, silentSince: 3000 }));
      expect(taken?.claim.attempt).toBe(2);
      expect(await bench.store.finish({ job: 'a', attempt: 1 }, RESULT, 4001)).toBe(false);
      expect(await bench.store.finish({ job: 'a', attempt: 2 }, RESULT, 4001)).toBe(true);
      await another.close();
    });
  });

  describe('a write for a job', () => {
    const page = async (id: string, ...articles: readonly string[]) =>
      prepared(bench.store, id, { articles: articles.map((each) => article(each, id)) });

    it('is counted there, over all attempts', async () => {
      await bench.put('p', 'x');
      await submit([takeIn('a', 'p')]);
      const first = await begun('p');
      await bench.store.replacePage(await page('p', 'x', 'y'), first);
      await bench.store.fail(first, { error: ERROR, again: true }, 2000);
      const second = await begun('p');
      await bench.store.replacePage(await page('p', 'y', 'z', 'u'), second);
      await bench.store.removePage('p', second);
      expect((await bench.store.job('a'))?.change).toEqual({ added: 3, replaced: 2, removed: 4 });
    });

    it('is a sign of life', async () => {
      await submit([takeIn('a', 'p')]);
      const held = await begun('p');
      expect(await bench.store.owed(3000)).toEqual(['p']);
      await bench.store.replacePage(await page('p', 'x'), held);
      expect(await bench.store.owed(3000)).toEqual([]);
    });

    it('is none of its own where nobody claims anything', async () => {
      await submit([takeIn('a', 'p')]);
      await begun('p');
      await bench.put('p', 'x');
      await bench.store.removePage('p');
      expect((await bench.store.job('a'))?.change).toEqual({ added: 0, replaced: 0, removed: 0 });
    });

    const lost: Readonly<Record<string, (held: Claim) => Promise<unknown>>> = {
      'has been cancelled': () => bench.store.cancel('a', 3000),
      'waits once more': (held) => bench.store.fail(held, { error: ERROR, again: true }, 3000),
      'is done': (held) => bench.store.finish(held, RESULT, 3000),
      'was begun by somebody else': () => claim('p', { at: 3000, silentSince: 2500 }),
      'is forgotten': async (held) => {
        await bench.store.finish(held, RESULT, 3000);
        await bench.store.forgetJobsBefore(4000);
      },
    };

    it.each(Object.keys(lost))('is refused and changes nothing when the job %s', async (how) => {
      await bench.put('p', 'x', 'y');
      await submit([takeIn('a', 'p')]);
      const held = await begun('p');
      await lost[how]?.(held);
      const job = await bench.store.job('a');
      const version = await bench.store.version();
      await expect(bench.store.replacePage(await page('p', 'z'), held)).rejects.toEqual(new ClaimLostError(held));
      await expect(bench.store.removePage('p', held)).rejects.toBeInstanceOf(ClaimLostError);
      expect((await bench.store.articles()).map(({ id }) => id)).toEqual(['x', 'y']);
      expect(await livePassages(bench.store)).toEqual(await keptPassages(bench.store));
      expect(await bench.store.version()).toBe(version);
      expect(await bench.store.job('a')).toEqual(job);
    });

    it('that fails leaves its job as it was', async () => {
      await submit([takeIn('a', 'p')]);
      const held = await begun('p');
      const before = await bench.store.job('a');
      const whole = await page('p', 'x');
      const orphan = whole.passages.map((each) => ({ ...each, article: 'nobody' }));
      await expect(bench.store.replacePage({ ...whole, passages: orphan }, held)).rejects.toThrow('nobody');
      expect(await bench.store.job('a')).toEqual(before);
    });
  });
}
