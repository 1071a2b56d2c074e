/** What every store does with pages, numbers and settings that are put in. */
import { describe, expect, it } from 'vitest';
import { article, keptPassages, livePassages, pageInfo, prepared } from '../support/library.ts';
import type { Bench } from './bench.ts';

/** Describes this part of the contract; `bench` holds a fresh store in each test. */
export function describeWriting(bench: Bench): void {
  describe('replacePage', () => {
    it('keeps a page as it came, with all that is known of it', async () => {
      const bytes = new Uint8Array([0, 1, 2, 255, 10, 13]);
      const info = pageInfo('a.txt', { publication: '青岛日报', date: '2022-07-15', label: '003' });
      const remarks = {
        warnings: [{ code: 'breaks-off', details: { article: '“标题”' } }],
        refusals: [{ code: 'line-no-json', details: { line: 7 } }],
      } as const;
      const given = { info, bytes, source: '/pages/a.txt', encoding: 'GB18030', ...remarks };
      await bench.store.replacePage(await prepared(bench.store, 'a.txt', given));
      expect(await bench.store.pageRecord('a.txt')).toEqual({
        ...info,
        ...{ kind: 'page', source: '/pages/a.txt', hash: 'hash of a.txt', encoding: 'GB18030' },
        ...{ articles: 1, passages: 1, ...remarks },
      });
      expect(await bench.store.pageBytes('a.txt')).toEqual(bytes);
    });

    it('gives back articles and passages as they were put in', async () => {
      const table = { caption: '表', header: ['甲'], rows: [['乙']], rowSpans: [{ start: 0, end: 1 }] };
      const block = { kind: 'table' as const, text: '乙', pieces: [{ at: 0, start: 7, end: 8 }], table };
      const whole = article('a', 'p', { blocks: [block], reporters: ['张三', '李四'], date: '2022-07' });
      const page = await prepared(bench.store, 'p', { articles: [whole] });
      const passages = page.passages.map((each) => ({
        ...each,
        ...{ kind: 'row' as const, row: 0, heading: '表 甲' },
        pieces: [
          { at: 0, start: 7, end: 8 },
          { at: 2, start: 40, end: 44 },
        ],
      }));
      await bench.store.replacePage({ ...page, passages });
      expect(await bench.store.article('a')).toEqual(whole);
      expect(await bench.store.passagesOfArticle('a')).toEqual(passages);
      expect(await bench.store.passages(passages.map(({ id }) => id))).toEqual(passages);
    });

    it('counts what it added, replaced and removed', async () => {
      expect(await bench.put('p', 'a', 'b')).toMatchObject({
        added: 2,
        replaced: 0,
        removed: 0,
        articles: 2,
        passages: 2,
      });
      expect(await bench.put('p', 'b', 'c', 'd')).toMatchObject({
        added: 2,
        replaced: 1,
        removed: 1,
        articles: 3,
        passages: 3,
      });
      expect(await bench.store.counts()).toMatchObject({ pages: 1, articles: 3, passages: 3 });
    });

    it('leaves nothing of the earlier state behind', async () => {
      await bench.put('p', 'a', 'b');
      const before = await bench.store.passagesOfArticle('a');
      await bench.put('p', 'c');
      expect(await bench.store.article('a')).toBeNull();
      expect(await bench.store.passages(before.map(({ id }) => id))).toEqual([]);
      expect(await livePassages(bench.store)).toEqual(await keptPassages(bench.store));
      expect((await bench.store.index(new Set())).parts).toHaveLength(1);
    });

    it('moves an article whose id stands on another page', async () => {
      await bench.put('p', 'a', 'b');
      expect(await bench.put('q', 'b', 'c')).toMatchObject({ added: 1, replaced: 1, removed: 0, articles: 2 });
      expect((await bench.store.article('b'))?.page).toBe('q');
      expect(await bench.store.pageRecord('p')).toMatchObject({ articles: 1, passages: 1 });
      expect(await bench.store.counts()).toMatchObject({ pages: 2, articles: 3, passages: 3 });
      const { parts } = await bench.store.index(new Set());
      expect(parts.map(({ deleted }) => deleted.size)).toEqual([1, 0]);
      expect(await livePassages(bench.store)).toEqual(await keptPassages(bench.store));
    });

    it('takes a page without articles', async () => {
      await bench.put('p', 'a');
      expect(await bench.put('p')).toMatchObject({ added: 0, removed: 1, articles: 0, passages: 0 });
      expect(await bench.store.pageRecord('p')).toMatchObject({ articles: 0 });
      expect((await bench.store.index(new Set())).parts).toEqual([]);
    });

    it('changes nothing when it fails', async () => {
      await bench.put('p', 'a', 'b');
      const version = await bench.store.version();
      const page = await prepared(bench.store, 'p', { articles: [article('c', 'p')] });
      const orphan = page.passages.map((each) => ({ ...each, article: 'nobody' }));
      await expect(bench.store.replacePage({ ...page, passages: orphan })).rejects.toThrow('nobody');
      expect((await bench.store.articles()).map(({ id }) => id)).toEqual(['a', 'b']);
      expect(await livePassages(bench.store)).toEqual(await keptPassages(bench.store));
      expect(await bench.store.version()).toBe(version);
    });
  });

  describe('removePage', () => {
    it('takes a page out with its articles, passages and postings', async () => {
      await bench.put('p', 'a', 'b');
      await bench.put('q', 'c');
      expect(await bench.store.removePage('p')).toMatchObject({ added: 0, replaced: 0, removed: 2 });
      expect((await bench.store.articles()).map(({ id }) => id)).toEqual(['c']);
      expect(await bench.store.pageBytes('p')).toBeNull();
      expect(await livePassages(bench.store)).toEqual(await keptPassages(bench.store));
    });

    it('does nothing for an unknown page', async () => {
      const version = await bench.store.version();
      expect(await bench.store.removePage('p')).toMatchObject({ removed: 0 });
      expect(await bench.store.version()).toBe(version);
    });
  });

  describe('movePage', () => {
    it('changes where a page is found and nothing else', async () => {
      await bench.put('p', 'a');
      const before = await bench.store.pageRecord('p');
      await bench.store.movePage('p', '/elsewhere/p');
      expect(await bench.store.pageRecord('p')).toEqual({ ...before, source: '/elsewhere/p' });
    });
  });

  describe('version', () => {
    it('stays while nothing changes', async () => {
      await bench.put('p', 'a');
      const version = await bench.store.version();
      await bench.store.reservePassages(5);
      await bench.store.setSetting('a', 'b');
      await bench.store.articles();
      expect(await bench.store.version()).toBe(version);
    });

    it('changes with each write, and is seen by others', async () => {
      const other = await bench.place.open();
      const seen = [await other.version()];
      await bench.put('p', 'a');
      seen.push(await other.version());
      await bench.put('p', 'b');
      seen.push(await other.version());
      await bench.store.removePage('p');
      seen.push(await other.version());
      expect(new Set(seen).size).toBe(4);
      expect(await bench.store.version()).toBe(seen.at(-1));
      await other.close();
    });
  });

  describe('reservePassages', () => {
    it('never gives a number twice', async () => {
      const other = await bench.place.open();
      const given: number[] = [];
      for (const [from, count] of [
        [bench.store, 3],
        [other, 1],
        [bench.store, 500],
        [other, 2],
        [bench.store, 1],
      ] as const) {
        const first = await from.reservePassages(count);
        for (let id = first; id < first + count; id += 1) given.push(id);
      }
      expect(new Set(given).size).toBe(507);
      expect(Math.min(...given)).toBeGreaterThan(0);
      await other.close();
    });

    it('does not give again the numbers of passages that are gone', async () => {
      await bench.put('p', 'a');
      const [old] = await keptPassages(bench.store);
      await bench.store.removePage('p');
      expect(await bench.store.reservePassages(1)).toBeGreaterThan(old ?? 0);
    });
  });

  describe('settings', () => {
    it('are remembered, changed and forgotten', async () => {
      await bench.store.setSetting('语言', 'zh-CN');
      expect(await bench.store.setting('语言')).toBe('zh-CN');
      await bench.store.setSetting('语言', '');
      expect(await bench.store.setting('语言')).toBe('');
      await bench.store.setSetting('语言', null);
      expect(await bench.store.setting('语言')).toBeNull();
    });
  });
}
