/** What every store gives back of what was put in. */
import { describe, expect, it } from 'vitest';
import { StoreError } from '../../src/store/errors.ts';
import { article, keptPassages, livePassages, pageInfo, prepared } from '../support/library.ts';
import type { Bench } from './bench.ts';

/** Describes this part of the contract; `bench` holds a fresh store in each test. */
export function describeReading(bench: Bench): void {
  describe('an empty store', () => {
    it('holds nothing and says so', async () => {
      expect(await bench.store.counts()).toEqual({ pages: 0, articles: 0, passages: 0, newest: null });
      expect(await bench.store.articles()).toEqual([]);
      expect(await bench.store.pageRecords()).toEqual([]);
      expect((await bench.store.index(new Set())).parts).toEqual([]);
      expect(await bench.store.mergeCandidates()).toEqual([]);
    });

    it('answers null for whatever it does not have', async () => {
      expect(await bench.store.article('a')).toBeNull();
      expect(await bench.store.pageRecord('a')).toBeNull();
      expect(await bench.store.pageBytes('a')).toBeNull();
      expect(await bench.store.setting('a')).toBeNull();
      expect(await bench.store.passages([1, 2])).toEqual([]);
      expect(await bench.store.passagesOfArticle('a')).toEqual([]);
      expect(await bench.store.articlesById(['a'])).toEqual([]);
    });
  });

  describe('index', () => {
    it('sends the bytes only of segments that are not known', async () => {
      await bench.put('p', 'a');
      const first = await bench.store.index(new Set());
      const known = new Set(first.parts.map(({ id }) => id));
      await bench.put('q', 'b');
      const { parts, version } = await bench.store.index(known);
      expect(parts.map(({ segment }) => segment === null)).toEqual([true, false]);
      expect(version).toBe(await bench.store.version());
    });

    it('never gives the number of a segment to another one', async () => {
      const ids = new Set<number>();
      for (let round = 0; round < 5; round += 1) {
        await bench.put('p', 'a');
        for (const { id } of (await bench.store.index(new Set())).parts) ids.add(id);
        await bench.store.removePage('p');
      }
      expect(ids.size).toBe(5);
    });
  });

  describe('passages', () => {
    it('come in the order asked, without those that are missing', async () => {
      await bench.put('p', 'a', 'b', 'c');
      const [first = 0, second = 0, third = 0] = await keptPassages(bench.store);
      const got = await bench.store.passages([third, 999_999, first, second, first]);
      expect(got.map(({ id }) => id)).toEqual([third, first, second, first]);
    });

    it('of several to an article are told apart by their numbers', async () => {
      const long = article('a', 'p', { texts: ['甲。', '乙。', '丙。'] });
      await bench.store.replacePage(
        await prepared(bench.store, 'p', { articles: [long, article('b', 'p', { texts: [] })] }),
      );
      await bench.put('q', 'c');
      const ids = await keptPassages(bench.store);
      const got = await bench.store.passages([...ids, (ids.at(-1) ?? 0) + 1]);
      expect(got.map(({ id, text }) => [id, text])).toEqual(
        ids.map((id, at) => [id, ['甲。', '乙。', '丙。', 'c的正文。'][at]]),
      );
      expect(await bench.store.passagesOfArticle('b')).toEqual([]);
    });
  });

  describe('articles', () => {
    const days = [
      ['day', '2022-07-15'],
      ['month', '2022-07'],
      ['year', '2022'],
      ['other', '2023-01-01'],
      ['none', null],
      ['odd', '昨天'],
    ] as const;

    async function putDays() {
      const dated = days.map(([id, date]) => article(id, 'p', { date }));
      await bench.store.replacePage(await prepared(bench.store, 'p', { articles: dated }));
    }

    it.each([
      { from: '2022-07-15', to: '2022-07-15', found: ['day', 'month', 'year'] },
      { from: '2022-07-16', to: '2022-07-31', found: ['month', 'year'] },
      { from: '2022-08-01', to: undefined, found: ['year', 'other'] },
      { from: undefined, to: '2022-06-30', found: ['year'] },
      { from: '2024-01-01', to: '2024-12-31', found: [] },
    ])('finds what may be of $from to $to', async ({ from, to, found }) => {
      await putDays();
      const query = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
      expect((await bench.store.articles(query)).map(({ id }) => id)).toEqual(found);
      expect(await bench.store.articleIds(query)).toEqual(new Set(found));
    });

    it('knows the newest date', async () => {
      await putDays();
      expect((await bench.store.counts()).newest).toBe('2023-01-01');
    });

    it('come by page and reading order, and in pieces', async () => {
      await bench.put('q', 'd', 'c');
      await bench.put('p', 'b', 'a');
      expect((await bench.store.articles()).map(({ id }) => id)).toEqual(['b', 'a', 'd', 'c']);
      expect((await bench.store.articles({ limit: 2, offset: 1 })).map(({ id }) => id)).toEqual(['a', 'd']);
      expect((await bench.store.articlesById(['c', 'x', 'b'])).map(({ id }) => id)).toEqual(['c', 'b']);
    });

    it('are found by page, by file and by reporter', async () => {
      const written = [
        article('a', 'x#1', { reporters: ['张三'] }),
        article('b', 'x#1', { reporters: ['李四', '张三'] }),
      ];
      await bench.store.replacePage(
        await prepared(bench.store, 'x#1', { info: pageInfo('x#1', { file: 'x' }), articles: written }),
      );
      await bench.put('y', 'c');
      expect((await bench.store.articles({ page: 'x#1' })).map(({ id }) => id)).toEqual(['a', 'b']);
      expect((await bench.store.articles({ page: 'x' })).map(({ id }) => id)).toEqual(['a', 'b']);
      expect(await bench.store.articleIds({ page: 'x', reporter: '李四' })).toEqual(new Set(['b']));
      expect((await bench.store.articles({ reporter: '张三' })).map(({ id }) => id)).toEqual(['a', 'b']);
      expect((await bench.store.articles({ reporter: '李四', page: 'x' })).map(({ id }) => id)).toEqual(['b']);
      expect(await bench.store.articles({ reporter: '王五' })).toEqual([]);
    });
  });

  describe('close', () => {
    it('keeps everything for whoever opens it next', async () => {
      await bench.put('p', 'a', 'b');
      const before = [
        await bench.store.articles(),
        await bench.store.counts(),
        await livePassages(bench.store),
        await bench.store.version(),
      ];
      await bench.store.close();
      bench.store = await bench.place.open();
      const after = [
        await bench.store.articles(),
        await bench.store.counts(),
        await livePassages(bench.store),
        await bench.store.version(),
      ];
      expect(after).toEqual(before);
    });

    it('may be called twice, and refuses what comes after', async () => {
      await bench.store.close();
      await bench.store.close();
      await expect(bench.store.version()).rejects.toThrow(StoreError);
      await expect(bench.store.replacePage({} as never)).rejects.toMatchObject({ code: 'closed' });
    });
  });
}
