/** What must hold after everything that can go wrong with queue, workers and disk. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect } from 'vitest';
import { Snapshot } from '../../src/app/snapshot.ts';
import { analyzeQuestion } from '../../src/index/analyzer.ts';
import { Searcher } from '../../src/index/searcher.ts';
import { decodeSegment } from '../../src/index/segment.ts';
import type { Store } from '../../src/store/contract.ts';
import { openSqliteStore } from '../../src/store/sqlite/store.ts';
import { indexFromScratch, indexOf, intakeFor } from './intake.ts';
import { inFolder, pageInfo } from './library.ts';

/** The day of all pages of a drill. */
export const DAY = '2023-08-16';

/** The paper of all pages of a drill. */
export const PAPER = '晚报';

/** Words that pages of a drill are searched for: in all of them, in some, in none. */
const WORDS: readonly string[] = ['灯塔', '渔船', '码头 修好', '第3版', '图书馆', '游客 七月', '没有的词'];

/** More passages than any drill takes in. */
const MOST_FOUND = 100_000;

/** What pages there have to be, by their names, and how many jobs have failed for good. */
export interface Expected {
  readonly pages: ReadonlyMap<string, Uint8Array>;
  readonly failed: number;
}

/**
 * Expects every page to be in the store in `folder` once with its last content, everything else as if the same pages had
 * been taken in one after the other without any trouble, and nothing to be owed.
 */
export async function expectSoundDrill(folder: string, { pages, failed }: Expected): Promise<void> {
  checkFile(folder);
  const store = await openSqliteStore(folder);
  try {
    const { waiting, running, failed: gaveUp } = await store.tally();
    expect({ waiting, running, failed: gaveUp }).toEqual({ waiting: 0, running: 0, failed });
    expect(await store.owed(Number.MAX_SAFE_INTEGER)).toEqual([]);
    const records = await store.pageRecords();
    expect(records.map(({ id }) => id)).toEqual([...pages.keys()].sort());
    for (const [id, bytes] of pages) expect(Buffer.from((await store.pageBytes(id)) ?? [])).toEqual(Buffer.from(bytes));
    expect(await indexOf(store)).toEqual(await indexFromScratch(store));
    await inFolder(async (other) => {
      const fresh = await openSqliteStore(other);
      const intake = intakeFor(fresh);
      for (const [id, bytes] of pages) {
        const info = pageInfo(id, { publication: PAPER, date: DAY });
        await intake.takeIn({ info, bytes, kind: 'page', source: null });
      }
      const [content, wanted] = [await contentOf(store), await contentOf(fresh)];
      expect(differing(content.records, wanted.records)).toEqual([]);
      expect(differing(content.articles, wanted.articles)).toEqual([]);
      expect(differing(content.passages, wanted.passages)).toEqual([]);
      expect(differing(content.found, wanted.found)).toEqual([]);
      expect(content.counts).toEqual(wanted.counts);
      await fresh.close();
    });
  } finally {
    await store.close();
  }
}

/** The first things of two lists that are not the same: whole lists are too long to be shown. */
function differing(given: readonly unknown[], wanted: readonly unknown[]): unknown[] {
  const pairs = Array.from({ length: Math.max(given.length, wanted.length) }, (_, at) => [given[at], wanted[at]]);
  return pairs.filter(([one, other]) => JSON.stringify(one) !== JSON.stringify(other)).slice(0, 3);
}

function checkFile(folder: string): void {
  const db = new Database(join(folder, 'wenbao.db'), { readonly: true });
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(db.pragma('foreign_key_check')).toEqual([]);
  db.close();
}

/** All that a store has to say, without the numbers that depend on the order in which pages came. */
async function contentOf(store: Store) {
  const articles = (await store.articles()).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const passages = (await Promise.all(articles.map(({ id }) => store.passagesOfArticle(id)))).flat();
  const texts = new Map(passages.map(({ id, article, ordinal }) => [id, `${article} ${ordinal}`]));
  const live = await new Snapshot(store).searcher();
  // The live one still counts what has gone, until its segments are merged; its scores differ by that.
  const whole = new Searcher([{ segment: decodeSegment(await indexOf(store)), deleted: new Set() }]);
  // Of passages that are equally good, the order is that in which their pages came.
  const found = WORDS.flatMap((word) => {
    const terms = analyzeQuestion(word);
    const hits = live.search(terms, { limit: MOST_FOUND }).map(({ passage }) => texts.get(passage));
    const scores = whole.search(terms, { limit: MOST_FOUND });
    const scored = scores.map(({ passage, score }) => `${texts.get(passage)} ${score.toFixed(9)}`);
    return [...hits.toSorted(), ...scored.toSorted()];
  });
  return {
    counts: await store.counts(),
    records: await store.pageRecords(),
    articles,
    passages: passages.map(({ id: _id, ...passage }) => passage),
    found,
  };
}
