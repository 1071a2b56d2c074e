/** What every store does with jobs that are noted, looked up, cancelled, retried and forgotten. */
import { describe, expect, it } from 'vitest';
import type { Claim, Job, JobState } from '../../src/app/ledger.ts';
import { ERROR, materialOf, other, RESULT, STAGE, submission, takeIn, terms } from '../support/jobs.ts';
import type { Bench } from './bench.ts';

/** Describes this part of the contract; `bench` holds a fresh store in each test. */
export function describeLedger(bench: Bench): void {
  const submit = (...given: Parameters<typeof submission>) => bench.store.submit(submission(...given));
  const stateOf = async (id: string) => (await bench.store.job(id))?.state;

  async function begun(subject: string): Promise<Claim> {
    const claimed = await bench.store.claim(subject, terms());
    expect(claimed).not.toBeNull();
    return claimed?.claim ?? { job: '', attempt: 0 };
  }

  /** A job of each state; its id is its state. */
  async function oneOfEach(): Promise<void> {
    await submit([takeIn('superseded', 'p'), takeIn('done', 'p')]);
    await bench.store.finish(await begun('p'), RESULT, 3000);
    await submit([takeIn('failed', 'q')]);
    await bench.store.fail(await begun('q'), { error: ERROR, again: false }, 3000);
    await submit([takeIn('cancelled', 'r'), takeIn('waiting', 's'), takeIn('running', 't')]);
    await bench.store.cancel('cancelled', 3000);
    await begun('t');
  }

  describe('submit', () => {
    it('notes jobs as they were asked for', async () => {
      const { material: _, ...asked } = takeIn('j', 'p');
      const { jobs: _jobs, ...by } = submission([takeIn('j', 'p')], { place: null });
      await submit([takeIn('j', 'p')], { place: null });
      const job: Job = {
        ...asked,
        ...by,
        ...{ state: 'waiting', attempts: 0, started: null, ended: null, stage: null, error: null, result: null },
        change: { added: 0, replaced: 0, removed: 0 },
      };
      expect(await bench.store.job('j')).toEqual(job);
      expect(await bench.store.job('k')).toBeNull();
    });

    it('keeps every kind of work', async () => {
      const kinds = [
        { kind: 'read-again', force: false },
        { kind: 'remove' },
        { kind: 'withhold', article: 'a', page: 'p' },
        { kind: 'release', article: 'a', page: 'p' },
      ] as const;
      await submit(kinds.map((work) => other(work.kind, 'p', work)));
      for (const work of kinds) expect((await bench.store.job(work.kind))?.work).toEqual(work);
    });

    it('keeps the bytes of a job, also none at all', async () => {
      await submit([takeIn('j', 'p'), other('k', 'q'), { ...takeIn('l', 'r'), material: new Uint8Array() }]);
      expect(await bench.store.material('j')).toEqual(materialOf('j'));
      expect(await bench.store.material('k')).toBeNull();
      expect(await bench.store.material('l')).toEqual(new Uint8Array());
      expect(await bench.store.material('nobody')).toBeNull();
    });

    it('leaves a submission that is known as it is, wherever its jobs are by now', async () => {
      await submit([takeIn('j', 'p'), takeIn('k', 'q')]);
      await bench.store.cancel('j', 5);
      await submit([takeIn('j', 'p'), takeIn('k', 'q')]);
      await submit([takeIn('j', 'p'), takeIn('l', 'q')], { at: 7000 });
      expect(await stateOf('j')).toBe('cancelled');
      expect(await bench.store.job('l')).toBeNull();
      expect((await bench.store.jobs({})).length).toBe(2);
    });

    it('notes nothing of a submission whose jobs cannot all be noted', async () => {
      await submit([takeIn('j', 'p')]);
      await expect(submit([takeIn('k', 'q'), takeIn('j', 'r')])).rejects.toThrow();
      expect(await bench.store.job('k')).toBeNull();
      expect((await bench.store.job('j'))?.subject).toBe('p');
    });

    it('takes a submission of nothing', async () => {
      await submit([]);
      expect(await bench.store.jobs({})).toEqual([]);
    });
  });

  describe('material', () => {
    it('is there until the job is over', async () => {
      await oneOfEach();
      const kept = async (state: JobState) => (await bench.store.material(state)) !== null;
      expect(await kept('waiting')).toBe(true);
      expect(await kept('running')).toBe(true);
      for (const state of ['done', 'failed', 'cancelled', 'superseded'] as const) expect(await kept(state)).toBe(false);
    });
  });

  describe('advance', () => {
    it('notes how far a job is, until it is over', async () => {
      await submit([takeIn('j', 'p')]);
      const claim = await begun('p');
      expect(await bench.store.advance(claim, STAGE, 2500)).toBe(true);
      expect(await bench.store.job('j')).toMatchObject({ state: 'running', stage: STAGE });
      await bench.store.finish(claim, RESULT, 3000);
      expect((await bench.store.job('j'))?.stage).toBeNull();
      expect(await bench.store.advance(claim, STAGE, 3500)).toBe(false);
    });
  });

  describe('finish', () => {
    it('notes what came of a job and when, once', async () => {
      await submit([takeIn('j', 'p')]);
      const claim = await begun('p');
      expect(await bench.store.finish(claim, RESULT, 3000)).toBe(true);
      expect(await bench.store.finish(claim, { ...RESULT, articles: 9 }, 4000)).toBe(false);
      expect(await bench.store.job('j')).toMatchObject({ state: 'done', ended: 3000, result: RESULT, error: null });
      expect(await bench.store.claim('p', terms({ silentSince: 9000 }))).toBeNull();
    });
  });

  describe('fail', () => {
    it('lets the job wait once more, with its bytes and what it failed of', async () => {
      await submit([takeIn('j', 'p')]);
      const claim = await begun('p');
      expect(await bench.store.fail(claim, { error: ERROR, again: true }, 3000)).toBe(true);
      expect(await bench.store.job('j')).toMatchObject({ state: 'waiting', attempts: 1, error: ERROR, ended: null });
      expect(await bench.store.material('j')).toEqual(materialOf('j'));
      expect(await bench.store.finish(claim, RESULT, 3500)).toBe(false);
      expect(await begun('p')).toEqual({ job: 'j', attempt: 2 });
      expect(await bench.store.job('j')).toMatchObject({ state: 'running', error: null });
    });

    it('ends the job for good without another attempt', async () => {
      await submit([takeIn('j', 'p')]);
      const claim = await begun('p');
      expect(await bench.store.fail(claim, { error: ERROR, again: false }, 3000)).toBe(true);
      expect(await bench.store.fail(claim, { error: ERROR, again: true }, 3500)).toBe(false);
      expect(await bench.store.job('j')).toMatchObject({ state: 'failed', error: ERROR, ended: 3000 });
    });
  });

  describe('cancel', () => {
    it('ends jobs that wait or run, and no others', async () => {
      await oneOfEach();
      const cancelled: string[] = [];
      for (const { id } of await bench.store.jobs({})) if (await bench.store.cancel(id, 5000)) cancelled.push(id);
      expect(cancelled.sort()).toEqual(['running', 'waiting']);
      expect(await bench.store.job('running')).toMatchObject({ state: 'cancelled', ended: 5000 });
      expect(await bench.store.job('cancelled')).toMatchObject({ ended: 3000 });
      expect(await bench.store.cancel('nobody', 5000)).toBe(false);
    });

    it('takes the claim from whoever was at it', async () => {
      await submit([takeIn('j', 'p')]);
      const claim = await begun('p');
      await bench.store.cancel('j', 3000);
      expect(await bench.store.advance(claim, STAGE, 3001)).toBe(false);
      expect(await bench.store.finish(claim, RESULT, 3001)).toBe(false);
      expect(await bench.store.fail(claim, { error: ERROR, again: true }, 3001)).toBe(false);
      expect(await bench.store.job('j')).toMatchObject({ state: 'cancelled', stage: null, error: null, result: null });
    });
  });

  describe('retry', () => {
    it('lets failed and cancelled jobs wait once more with their bytes, and no others', async () => {
      await oneOfEach();
      const again: string[] = [];
      for (const { id } of await bench.store.jobs({})) if (await bench.store.retry(id, 5000)) again.push(id);
      expect(again.sort()).toEqual(['cancelled', 'failed']);
      expect(await bench.store.job('failed')).toMatchObject({
        state: 'waiting',
        attempts: 0,
        error: null,
        ended: null,
      });
      expect(await bench.store.material('failed')).toEqual(materialOf('failed'));
      expect(await bench.store.retry('nobody', 5000)).toBe(false);
    });

    it('counts attempts anew, yet an attempt from before it counts no longer', async () => {
      await submit([takeIn('j', 'p')]);
      const before = await begun('p');
      await bench.store.cancel('j', 3000);
      await bench.store.retry('j', 4000);
      const claimed = await bench.store.claim('p', terms({ at: 5000, most: 1 }));
      expect(claimed?.job.attempts).toBe(1);
      expect(await bench.store.finish(before, RESULT, 6000)).toBe(false);
      expect(await bench.store.finish(claimed?.claim ?? before, RESULT, 6000)).toBe(true);
    });

    it('is refused where a later job has said how the page shall be, and never turns it back', async () => {
      await submit([takeIn('old', 'p'), takeIn('other', 'q')]);
      await bench.store.cancel('old', 3000);
      await bench.store.cancel('other', 3000);
      await submit([takeIn('new', 'p'), other('look', 'q')], { batch: 'b2' });
      expect(await bench.store.retry('old', 4000)).toBe(false);
      expect(await bench.store.retry('other', 4000)).toBe(true);
      await bench.store.cancel('new', 5000);
      expect(await bench.store.retry('old', 6000)).toBe(true);
    });

    it('is refused to a job that should take in bytes and has none', async () => {
      const { material: _, ...bare } = takeIn('j', 'p');
      await submit([bare, other('k', 'q')]);
      for (const id of ['j', 'k']) await bench.store.cancel(id, 3000);
      expect(await bench.store.retry('j', 4000)).toBe(false);
      expect(await bench.store.retry('k', 4000)).toBe(true);
    });
  });

  describe('jobs', () => {
    const ids = async (query: Parameters<typeof bench.store.jobs>[0]) =>
      (await bench.store.jobs(query)).map(({ id }) => id);

    it('are listed newest first, by state and by batch, a part at a time', async () => {
      await submit([other('a', 'p'), other('b', 'q')], { batch: 'x', at: 9000 });
      await submit([other('c', 'r'), other('d', 's')], { batch: 'y' });
      await bench.store.cancel('b', 3000);
      await bench.store.cancel('c', 3000);
      expect(await ids({})).toEqual(['d', 'c', 'b', 'a']);
      expect(await ids({ batch: 'x' })).toEqual(['b', 'a']);
      expect(await ids({ states: ['cancelled'] })).toEqual(['c', 'b']);
      expect(await ids({ states: ['cancelled', 'waiting'], batch: 'y' })).toEqual(['d', 'c']);
      expect(await ids({ states: [] })).toEqual([]);
      expect(await ids({ limit: 2 })).toEqual(['d', 'c']);
      expect(await ids({ limit: 2, offset: 1 })).toEqual(['c', 'b']);
      expect(await ids({ offset: 3 })).toEqual(['a']);
      expect(await ids({ batch: 'nobody' })).toEqual([]);
    });

    it('are counted by state, also where there are none', async () => {
      const none = { waiting: 0, running: 0, done: 0, failed: 0, cancelled: 0, superseded: 0 };
      expect(await bench.store.tally()).toEqual(none);
      await submit([other('a', 'x'), other('b', 'y')]);
      expect(await bench.store.tally()).toEqual({ ...none, waiting: 2 });
      await oneOfEach();
      expect(await bench.store.tally()).toEqual({
        ...none,
        done: 1,
        failed: 1,
        cancelled: 1,
        superseded: 1,
        running: 1,
        waiting: 3,
      });
    });

    it('are counted by the place that asked for them, from a time on', async () => {
      await submit([other('a', 'p'), other('b', 'q')], { place: '甲地', at: 1000 });
      await submit([other('c', 'p')], { place: '甲地', at: 2000 });
      await submit([other('d', 'p')], { place: null, at: 2000 });
      const count = (place: string | null, at: number) => bench.store.submittedSince(place, at);
      expect([await count('甲地', 1000), await count('甲地', 1001), await count('甲地', 2001)]).toEqual([3, 1, 0]);
      expect([await count(null, 0), await count('乙地', 0)]).toEqual([1, 0]);
    });

    it('that were over before a time are forgotten with their bytes, others stay', async () => {
      await oneOfEach();
      await submit([takeIn('later', 'u')]);
      await bench.store.cancel('later', 4000);
      expect(await bench.store.forgetJobsBefore(3000)).toBe(1);
      expect(await bench.store.forgetJobsBefore(4000)).toBe(3);
      expect(await ids({})).toEqual(['later', 'running', 'waiting']);
      expect(await bench.store.retry('failed', 5000)).toBe(false);
      expect(await bench.store.material('waiting')).not.toBeNull();
      expect(await bench.store.retry('later', 5000)).toBe(true);
    });

    it('that keep out an article are not forgotten before it is let in again', async () => {
      const work = { kind: 'withhold', article: 'a', page: 'p' } as const;
      await submit([{ ...other('w', 'p'), work }]);
      await bench.store.setWithheld('a', true, 1000);
      await bench.store.cancel('w', 1000);
      expect(await bench.store.forgetJobsBefore(2000)).toBe(0);
      await bench.store.setWithheld('a', false, 1500);
      expect(await bench.store.forgetJobsBefore(2000)).toBe(1);
    });

    it('do not change the library, whose searchers stay valid', async () => {
      const version = await bench.store.version();
      await oneOfEach();
      await bench.store.setWithheld('a', true, 1);
      expect(await bench.store.version()).toBe(version);
    });
  });

  describe('withheld', () => {
    it('tells which articles are kept out, whether the library holds them or not', async () => {
      expect(await bench.store.withheld()).toEqual(new Set());
      for (const id of ['a', '文', 'a']) await bench.store.setWithheld(id, true, 1);
      expect(await bench.store.withheld()).toEqual(new Set(['a', '文']));
      await bench.store.setWithheld('a', false, 2);
      await bench.store.setWithheld('nobody', false, 2);
      expect(await bench.store.withheld()).toEqual(new Set(['文']));
    });
  });
}
