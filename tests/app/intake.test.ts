import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Intake } from '../../src/app/intake.ts';
import { batchId, LINES_PER_BATCH } from '../../src/app/line-batches.ts';
import type { IntakeResult } from '../../src/app/taking.ts';
import { analyze } from '../../src/index/analyzer.ts';
import { Searcher } from '../../src/index/searcher.ts';
import { decodeSegment } from '../../src/index/segment.ts';
import type { Store } from '../../src/store/contract.ts';
import { openSqliteStore } from '../../src/store/sqlite/store.ts';
import { indexFromScratch, indexOf, intakeFor, pageText, rawPage } from '../support/intake.ts';
import { collected, keptPassages, livePassages, pageInfo } from '../support/library.ts';

let folder: string;
let store: Store;
let intake: Intake;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wenbao-test-'));
  store = await openSqliteStore(folder);
  intake = intakeFor(store);
});

afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const BRIDGE = pageText(
  ['大桥昨日通车', '新建的跨海大桥昨日正式通车，全长2547米，总投资三亿元。'],
  ['小学开学', '城南小学九月一日开学，共有新生四百二十人。'],
);
const BRIDGE_LATER = pageText(
  ['大桥昨日通车', '新建的跨海大桥昨日正式通车，全长2600米，总投资三亿元。'],
  ['公园开放', '滨海公园今日起免费开放。'],
);

/** Every row of every table. */
function dump(): unknown {
  const db = new Database(join(folder, 'wenbao.db'), { readonly: true });
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
  const rows = tables.map((table) => [table, db.prepare(`SELECT * FROM "${table}" ORDER BY 1, 2`).all()]);
  db.close();
  return rows;
}

/** What the store says, without the numbers that are never used again. */
async function contents(): Promise<unknown> {
  const articles = await store.articles();
  const passages = (await Promise.all(articles.map(({ id }) => store.passagesOfArticle(id)))).flat();
  return { articles, passages: passages.map(({ id: _id, ...rest }) => rest), records: await store.pageRecords() };
}

async function found(question: string): Promise<(string | undefined)[]> {
  const { parts } = await store.index(new Set());
  const decoded = parts.map(({ segment, deleted }) => ({
    segment: decodeSegment(segment ?? new Uint8Array()),
    deleted,
  }));
  const hits = new Searcher(decoded).search(analyze(question), { limit: 3 });
  return (await store.passages(hits.map(({ passage }) => passage))).map(({ text }) => text);
}

describe('taking in a page', () => {
  it('puts its articles into the library and says what was found', async () => {
    const result = await intake.takeIn(rawPage('a.md', BRIDGE));
    expect(result).toMatchObject({ state: 'taken-in', page: 'a.md', refusals: [] });
    expect(result.found.map(({ title }) => title)).toEqual(['大桥昨日通车', '小学开学']);
    expect(result.change).toMatchObject({ added: 2, replaced: 0, removed: 0, articles: 2, passages: 2 });
    expect((await found('跨海大桥全长'))[0]).toContain('2547米');
  });

  it('replaces what was there before', async () => {
    await intake.takeIn(rawPage('a.md', BRIDGE));
    const { change } = await intake.takeIn(rawPage('a.md', BRIDGE_LATER));
    expect(change).toMatchObject({ added: 1, replaced: 1, removed: 1 });
    expect((await found('跨海大桥全长'))[0]).toContain('2600米');
    expect((await found('小学新生')).join()).not.toContain('四百二十');
    expect(await livePassages(store, readSegmentIds)).toEqual(await keptPassages(store));
  });

  it('changes not a byte the second time', async () => {
    await intake.takeIn(rawPage('a.md', BRIDGE));
    const before = dump();
    const result = await intake.takeIn(rawPage('a.md', BRIDGE));
    expect(result).toMatchObject({ state: 'unchanged', change: { added: 0, replaced: 0, removed: 0, articles: 2 } });
    expect(dump()).toEqual(before);
  });

  it('reads the same again when it must, to the same result', async () => {
    await intake.takeIn(rawPage('a.md', BRIDGE));
    const before = await contents();
    expect(await intake.takeIn(rawPage('a.md', BRIDGE), { force: true })).toMatchObject({ state: 'taken-in' });
    expect(await contents()).toEqual(before);
    expect(await intake.takeInAgain('a.md')).toMatchObject({ state: 'unchanged' });
    expect(await intake.takeInAgain('a.md', { force: true })).toMatchObject({ state: 'taken-in' });
    expect(await contents()).toEqual(before);
    expect(await intake.takeInAgain('b.md')).toBeNull();
  });

  it.each([{ publication: '晚报' }, { date: '2022-07-15' }, { label: '3' }, { file: 'b.md' }])(
    'reads a page again of which it is now known that %j',
    async (known) => {
      await intake.takeIn(rawPage('a.md', BRIDGE));
      const again = rawPage('a.md', BRIDGE, { info: pageInfo('a.md', known) });
      expect(await intake.takeIn(again)).toMatchObject({ state: 'taken-in', change: { replaced: 2 } });
      expect(await store.pageRecord('a.md')).toMatchObject(known);
    },
  );

  it('does not read a page again that only lies elsewhere, but notes the place', async () => {
    await intake.takeIn(rawPage('a.md', BRIDGE, { source: '/old/a.md' }));
    const version = await store.version();
    expect(await intake.takeIn(rawPage('a.md', BRIDGE, { source: '/new/a.md' }))).toMatchObject({ state: 'unchanged' });
    expect(await store.pageRecord('a.md')).toMatchObject({ source: '/new/a.md' });
    expect(await store.version()).toBe(version);
  });

  it.each([
    ['empty', ''],
    ['binary', '\u0000\u0001\u0002'.repeat(100)],
  ])('refuses an %s one and keeps what was there', async (code, text) => {
    await intake.takeIn(rawPage('a.md', BRIDGE));
    const before = dump();
    await expect(intake.takeIn(rawPage('a.md', text))).rejects.toMatchObject({ name: 'PageError', code });
    expect(dump()).toEqual(before);
  });

  it('takes it out again without a trace', async () => {
    await intake.takeIn(rawPage('a.md', BRIDGE));
    expect(await intake.remove('a.md')).toMatchObject({ state: 'removed', change: { removed: 2 } });
    expect(await contents()).toEqual({ articles: [], passages: [], records: [] });
    expect((await store.index(new Set())).parts).toEqual([]);
  });
});

describe('taking in lines', () => {
  const line = (i: number, text = `第${i}条新闻的正文，说的是第${i}件事。`) => JSON.stringify({ id: `n${i}`, text });

  async function takeInLines(lines: readonly string[]): Promise<IntakeResult[]> {
    async function* chunks(): AsyncGenerator<Uint8Array> {
      for (const each of lines) yield new TextEncoder().encode(`${each}\n`);
    }
    return collected(intake.takeInLines({ info: pageInfo('n.jsonl'), source: null, chunks: chunks() }));
  }

  const many = Array.from({ length: LINES_PER_BATCH * 2 + 10 }, (_, i) => line(i + 1));

  it('makes a page of each batch', async () => {
    const results = await takeInLines(many);
    expect(results.map(({ state, change }) => [state, change.added])).toEqual([
      ['taken-in', LINES_PER_BATCH],
      ['taken-in', LINES_PER_BATCH],
      ['taken-in', 10],
    ]);
    const ids = [1, LINES_PER_BATCH + 1, LINES_PER_BATCH * 2 + 1].map((first) => batchId('n.jsonl', first));
    expect((await store.pageRecords()).map(({ id, file }) => [id, file])).toEqual(ids.map((id) => [id, 'n.jsonl']));
    expect((await store.articles()).map(({ id }) => id)).toEqual(many.map((_, i) => `n${i + 1}`));
  });

  it('redoes only the batch that has changed, and removes those that are gone', async () => {
    await takeInLines(many);
    const changed = many
      .with(LINES_PER_BATCH + 3, line(LINES_PER_BATCH + 4, '改过的正文。'))
      .slice(0, LINES_PER_BATCH * 2);
    const results = await takeInLines(changed);
    expect(results.map(({ state, change }) => [state, change.replaced, change.removed])).toEqual([
      ['unchanged', 0, 0],
      ['taken-in', LINES_PER_BATCH, 0],
      ['removed', 0, 10],
    ]);
    expect(await store.counts()).toMatchObject({ pages: 2, articles: LINES_PER_BATCH * 2 });
  });

  it('goes on after a broken line, and says so each time', async () => {
    const broken = [line(1), '{"id": "n2", "text": ', line(3)];
    const [first] = await takeInLines(broken);
    expect(first).toMatchObject({
      state: 'taken-in',
      change: { added: 2 },
      refusals: [{ code: 'line-no-json', details: { line: 2 } }],
    });
    const [second] = await takeInLines(broken);
    expect(second).toMatchObject({ state: 'unchanged', refusals: first?.refusals });
  });

  it('refuses a file without lines and keeps what was there', async () => {
    await takeInLines([line(1)]);
    await expect(takeInLines([])).rejects.toMatchObject({ name: 'PageError', code: 'empty' });
    expect(await store.counts()).toMatchObject({ articles: 1 });
  });

  it('removes nothing when the file breaks off', async () => {
    await takeInLines(many);
    async function* torn(): AsyncGenerator<Uint8Array> {
      yield new TextEncoder().encode(`${many.slice(0, LINES_PER_BATCH + 1).join('\n')}\n`);
      throw new Error('torn');
    }
    const lines = { info: pageInfo('n.jsonl'), source: null, chunks: torn() };
    await expect(collected(intake.takeInLines(lines))).rejects.toThrow('torn');
    expect(await store.counts()).toMatchObject({ pages: 3, articles: many.length });
  });

  it('leaves alone the batches of a file whose name only begins alike', async () => {
    await takeInLines([line(1)]);
    const chunks = (async function* () {
      yield new TextEncoder().encode(line(2));
    })();
    await collected(intake.takeInLines({ info: pageInfo('n.jsonl#1'), source: null, chunks }));
    expect(await takeInLines([line(1)])).toHaveLength(1);
    expect(await store.counts()).toMatchObject({ pages: 2, articles: 2 });
  });

  it('reads a batch again from what was kept, with the same numbers of lines', async () => {
    await takeInLines([...many, 'broken']);
    const last = batchId('n.jsonl', LINES_PER_BATCH * 2 + 1);
    const before = await store.pageRecord(last);
    const again = await intake.takeInAgain(last, { force: true });
    expect(again?.refusals).toEqual([{ code: 'line-no-json', details: { line: many.length + 1 } }]);
    expect(await store.pageRecord(last)).toEqual(before);
  });
});

function readSegmentIds(segment: Uint8Array | null): number[] {
  if (segment === null) return [];
  const searcher = new Searcher([{ segment: decodeSegment(segment), deleted: new Set() }]);
  return searcher.search(analyze('大桥小学公园通车开学开放'), { limit: 1000 }).map(({ passage }) => passage);
}

describe('merging', () => {
  const topics = ['大桥通车', '小学开学', '公园开放', '地铁施工', '台风登陆', '企业招工'];
  const step = fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        page: fc.nat(11),
        topics: fc.array(fc.constantFrom(...topics), { minLength: 1, maxLength: 4 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ page: fc.nat(11) }) },
    { weight: 2, arbitrary: fc.constant('merge' as const) },
  );

  it('leaves an index like one built from scratch, whatever was taken in and out before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
        for (const { id } of await store.pageRecords()) await intake.remove(id);
        for (const [i, each] of steps.entries()) {
          if (each === 'merge') await intake.mergeSegments();
          else if ('topics' in each) {
            const text = pageText(
              ...each.topics.map((topic) => [topic, `${topic}的消息，这是第${i}步写下的。`] as const),
            );
            await intake.takeIn(rawPage(`p${each.page}`, text));
          } else await intake.remove(`p${each.page}`);
        }
        expect(await indexOf(store)).toEqual(await indexFromScratch(store));
        await intake.mergeSegments();
        expect(await indexOf(store)).toEqual(await indexFromScratch(store));
        expect(await store.mergeCandidates()).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  it('keeps many pages in few segments', async () => {
    for (let i = 0; i < 70; i += 1) {
      await intake.takeIn(rawPage(`p${i}`, pageText([`新闻${i}`, `这是第${i}版的新闻。`])));
      await intake.mergeSegments();
    }
    expect((await store.index(new Set())).parts.length).toBeLessThan(20);
    expect(await indexOf(store)).toEqual(await indexFromScratch(store));
  });

  it('leaves segments alone that it cannot read, until their pages are read again', async () => {
    for (let i = 0; i < 9; i += 1)
      await intake.takeIn(rawPage(`p${i}`, pageText([`新闻${i}`, `这是第${i}版的新闻。`])));
    new Database(join(folder, 'wenbao.db')).exec("UPDATE segment_parts SET bytes = x'00112233'").close();
    expect(await store.mergeCandidates()).toHaveLength(1);
    expect(await intake.mergeSegments()).toBe(0);
    for (const { id } of await store.pageRecords()) await intake.takeInAgain(id, { force: true });
    expect(await intake.mergeSegments()).toBe(1);
    expect(await indexOf(store)).toEqual(await indexFromScratch(store));
  });
});
