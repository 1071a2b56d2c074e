import { describe, expect, it } from 'vitest';
import type { Receipt } from '../../src/app/keeper.ts';
import type { Job } from '../../src/app/ledger.ts';
import { BY, inHouse, type KeeperHouse, NO_FACTS, NOW, textFile } from '../support/keeper-house.ts';
import { abstention } from '../support/memory-library.ts';

const PAGE = '# 大桥通车\n\n　　大桥全长2547米。\n';

async function onlyJob({ keeper }: KeeperHouse, { batch }: Receipt): Promise<Job> {
  const [job] = await keeper.jobs({ batch: batch ?? '' });
  if (job === undefined) throw new Error('No job.');
  return job;
}

async function pageIds({ keeper }: KeeperHouse): Promise<string[]> {
  return (await keeper.pages()).map(({ id }) => id);
}

describe('keeping jobs', () => {
  it('cancels a waiting job once and tells the queue', () =>
    inHouse(async (house) => {
      const job = await onlyJob(house, await house.keeper.takeIn([textFile('a.txt', PAGE)], NO_FACTS, BY));
      expect(await house.keeper.cancel(job.id)).toBe(true);
      expect(house.queue.told).toEqual(['cancel a.txt']);
      expect(await house.keeper.cancel(job.id)).toBe(false);
      expect(await house.keeper.cancel('nobody')).toBe(false);
      await house.work();
      expect(await pageIds(house)).toEqual([]);
    }));

  it('leaves the work on a page alone when a later job of the page is cancelled', () =>
    inHouse(async (house) => {
      await house.keeper.takeIn([textFile('a.txt', PAGE)], NO_FACTS, BY);
      const error = { kind: 'given-up', times: 8 } as const;
      await house.store.claim('a.txt', { at: NOW, silentSince: 0, most: 8, error });
      const later = await onlyJob(house, await house.keeper.takeIn([textFile('a.txt', PAGE)], NO_FACTS, BY));
      expect(await house.keeper.cancel(later.id)).toBe(true);
      expect(house.queue.told).toEqual([]);
    }));

  it('cancels though the queue is away: the ledger counts', () =>
    inHouse(async (house) => {
      const job = await onlyJob(house, await house.keeper.takeIn([textFile('a.txt', PAGE)], NO_FACTS, BY));
      house.queue.away = true;
      expect(await house.keeper.cancel(job.id)).toBe(true);
      expect((await house.keeper.job(job.id))?.state).toBe('cancelled');
    }));

  it('retries what has failed and hands it in anew', () =>
    inHouse(async (house) => {
      const job = await onlyJob(house, await house.keeper.takeIn([textFile('a.txt', ' \n ')], NO_FACTS, BY));
      await house.work();
      expect((await house.keeper.job(job.id))?.state).toBe('failed');
      expect(await house.keeper.retry(job.id)).toBe(true);
      expect(house.queue.carried).toEqual(['a.txt']);
      expect(await house.keeper.retry(job.id)).toBe(false);
    }));

  it('pauses, resumes, and says that the queue is away', () =>
    inHouse(async ({ keeper, queue }) => {
      await keeper.setPaused(true);
      expect(await keeper.isPaused()).toBe(true);
      queue.away = true;
      await expect(keeper.setPaused(false)).rejects.toMatchObject({ remark: { code: 'queue-away' } });
      await expect(keeper.isPaused()).rejects.toMatchObject({ remark: { code: 'queue-away' } });
    }));

  it('groups the questions without a good answer', () =>
    inHouse(async ({ keeper, store }) => {
      const outcome = abstention();
      for (const [at, question] of ['大桥有多长', '小麦产量多少', '大桥多长？'].entries()) {
        const whole = question;
        await store.addTurn({ id: `t${at}`, session: null, asker: '乙', at: NOW + at, question, whole, outcome });
      }
      const groups = await keeper.unanswered(NOW, 10);
      expect(groups.map(({ question, refused }) => `${question} ${refused}`)).toEqual([
        '大桥多长？ 2',
        '小麦产量多少 1',
      ]);
      expect(await keeper.unanswered(NOW, 1)).toHaveLength(1);
    }));
});
