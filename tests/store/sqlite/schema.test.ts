import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { Store } from '../../../src/store/contract.ts';
import { MIGRATIONS, migrate, schemaOf } from '../../../src/store/sqlite/schema.ts';
import { openSqliteStore } from '../../../src/store/sqlite/store.ts';
import { submission, takeIn, terms } from '../../support/jobs.ts';
import { article, inFolder, prepared } from '../../support/library.ts';
import { writeSchema1 } from './schema-1.ts';
import { allRows, writeSchema2 } from './schema-2.ts';

const TWO_STEPS = [
  'CREATE TABLE things (a INTEGER);',
  'ALTER TABLE things ADD COLUMN b TEXT; UPDATE things SET b = a || a;',
];

/** Tables whose rows lie elsewhere since schema 4 or 5. */
const REPACKED = ['articles', 'passages', 'page_bytes', 'segments'];

/** A store that the program of schema 4 wrote, and what that program read of it. */
const FIXTURES = fileURLToPath(new URL('fixtures', import.meta.url));

interface Wanted {
  readonly pages: readonly { readonly record: { readonly id: string }; readonly bytes: string }[];
  readonly articles: readonly { readonly id: string }[];
  readonly passages: readonly { readonly id: number }[];
}

function wantedOfSchema4(): Wanted {
  return JSON.parse(readFileSync(join(FIXTURES, 'schema-4.json'), 'utf8'));
}

function writeSchema4(folder: string): string {
  const file = join(folder, 'wenbao.db');
  writeFileSync(file, gunzipSync(readFileSync(join(FIXTURES, 'schema-4.db.gz'))));
  return file;
}

async function everythingIn(store: Store): Promise<Wanted> {
  const records = await store.pageRecords();
  const bytes = async (id: string): Promise<string> =>
    Buffer.from((await store.pageBytes(id)) ?? []).toString('base64');
  const pages = await Promise.all(records.map(async (record) => ({ record, bytes: await bytes(record.id) })));
  const articles = await store.articles();
  const passages = await Promise.all(articles.map(({ id }) => store.passagesOfArticle(id)));
  return { pages, articles, passages: passages.flat() };
}

function things(db: Database.Database): unknown[] {
  return db.prepare('SELECT * FROM things').all();
}

describe('migrate', () => {
  it('takes all steps from an empty file, and none from a file of today', () => {
    const db = new Database(':memory:');
    migrate(db);
    expect(schemaOf(db)).toBe(MIGRATIONS.length);
    const before = db.prepare('SELECT sql FROM sqlite_schema').all();
    migrate(db);
    expect(db.prepare('SELECT sql FROM sqlite_schema').all()).toEqual(before);
  });

  it('takes an older file only through the steps that it lacks', () => {
    const db = new Database(':memory:');
    migrate(db, TWO_STEPS.slice(0, 1));
    db.exec('INSERT INTO things VALUES (4)');
    migrate(db, TWO_STEPS);
    expect(schemaOf(db)).toBe(2);
    expect(things(db)).toEqual([{ a: 4, b: '44' }]);
  });

  it('leaves a file as it was when a step fails', () => {
    const db = new Database(':memory:');
    migrate(db, TWO_STEPS.slice(0, 1));
    db.exec('INSERT INTO things VALUES (4)');
    const broken = [...TWO_STEPS, 'CREATE TABLE more (a INTEGER); INSERT INTO nowhere VALUES (1);'];
    expect(() => migrate(db, broken)).toThrow('nowhere');
    expect(schemaOf(db)).toBe(1);
    expect(things(db)).toEqual([{ a: 4 }]);
    expect(db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'more'").all()).toEqual([]);
  });
});

describe('a store that schema 1 wrote', () => {
  it('is read in full and can be written to', async () => {
    await inFolder(async (folder) => {
      writeSchema1(join(folder, 'wenbao.db'));
      const store = await openSqliteStore(folder);
      expect(await store.version()).toBe(7);
      expect(await store.pageRecords()).toEqual([
        {
          ...{ id: 'p', file: 'p.txt', publication: '晚报', date: '2022-07-15', label: '01', kind: 'page' },
          ...{
            source: '/pages/p.txt',
            hash: 'h',
            encoding: 'UTF-8',
            warnings: [{ code: 'breaks-off', details: { article: '标题' } }],
            refusals: [],
            articles: 1,
            passages: 1,
          },
        },
      ]);
      expect(await store.articles({ reporter: '张三', from: '2022-07-20' })).toEqual([{ id: 'a', title: '标题' }]);
      const passage = {
        id: 42,
        article: 'a',
        ordinal: 0,
        kind: 'text',
        text: '正文',
        heading: '标题',
        block: 0,
        row: -1,
      };
      expect(await store.passages([42])).toEqual([{ ...passage, pieces: [{ at: 0, start: 4, end: 6 }] }]);
      const { parts } = await store.index(new Set());
      expect(parts).toEqual([{ id: 5, segment: new Uint8Array([1, 2]), deleted: new Set([41]) }]);
      expect(await store.setting('语言')).toBe('zh-CN');
      expect(await store.reservePassages(1)).toBe(43);
      expect(await store.removePage('p')).toMatchObject({ removed: 1 });
      expect((await store.index(new Set())).parts).toEqual([]);
      await store.close();
    });
  });
});

describe('a store that schema 2 wrote', () => {
  it('keeps every row and has an empty ledger that can be used', async () => {
    await inFolder(async (folder) => {
      const file = join(folder, 'wenbao.db');
      writeSchema2(file);
      const before = allRows(file);
      const store = await openSqliteStore(folder);
      const after = allRows(file);
      for (const [table, rows] of before) {
        if (!REPACKED.includes(table)) expect([table, after.get(table)]).toEqual([table, rows]);
      }
      expect(after.has('passages')).toBe(false);
      expect(await store.passagesOfArticle('a')).toMatchObject([{ id: 42, article: 'a', text: '正文', ordinal: 0 }]);
      expect(before.get('turns')).toHaveLength(1);
      expect(await store.turn('t')).toMatchObject({ question: '多长？', outcome: { kind: 'abstention' } });
      expect(await store.judgement('t', '乙')).toBe('down');
      expect(await store.keptCall('k')).toBe('问');
      expect(await store.article('a')).toEqual({ id: 'a', title: '标题' });
      expect([await store.jobs({}), await store.withheld()]).toEqual([[], new Set()]);
      await store.submit(submission([takeIn('j', 'p')]));
      const claimed = await store.claim('p', terms());
      expect(await store.removePage('p', claimed?.claim)).toMatchObject({ removed: 1 });
      expect((await store.job('j'))?.change.removed).toBe(1);
      await store.close();
    });
  });
});

describe('a store that schema 4 wrote', () => {
  it('says what it said, byte for byte, whichever way it is asked', async () => {
    await inFolder(async (folder) => {
      writeSchema4(folder);
      const wanted = wantedOfSchema4();
      const store = await openSqliteStore(folder);
      expect(await everythingIn(store)).toEqual(wanted);
      expect(await store.passages(wanted.passages.map(({ id }) => id))).toEqual(wanted.passages);
      const again = await openSqliteStore(folder);
      expect(await again.passages(wanted.passages.map(({ id }) => id))).toEqual(wanted.passages);
      expect(await again.articlesById(wanted.articles.map(({ id }) => id))).toEqual(wanted.articles);
      await Promise.all([store.close(), again.close()]);
    });
  });

  it('keeps a page once, and the bytes of one that is no UTF-8', async () => {
    await inFolder(async (folder) => {
      const file = writeSchema4(folder);
      await (await openSqliteStore(folder)).close();
      const rows = allRows(file);
      expect(rows.get('page_bytes')).toHaveLength(1);
      const db = new Database(file, { readonly: true });
      expect(db.pragma('freelist_count', { simple: true })).toBe(0);
      db.close();
      expect(rows.get('stretches')?.length).toBeGreaterThan(1);
      const inPlace = rows.get('articles') as { packed: Uint8Array }[];
      const texts = wantedOfSchema4().articles.map((each) => JSON.stringify(each).length);
      expect(Math.max(...texts)).toBeGreaterThan(1000);
      expect(inPlace.filter(({ packed }) => packed.length < 250).length).toBeGreaterThan(2);
    });
  });

  it('is written to as any other', async () => {
    await inFolder(async (folder) => {
      writeSchema4(folder);
      const store = await openSqliteStore(folder);
      const [first] = wantedOfSchema4().articles;
      const moved = article(first?.id ?? '', 'new');
      await store.replacePage(await prepared(store, 'new', { articles: [moved] }));
      expect(await store.article(moved.id)).toEqual(moved);
      await store.removePage('lines.jsonl#00000001');
      expect((await store.articles({ page: 'lines.jsonl' })).length).toBe(0);
      expect(await store.pageBytes('lines.jsonl#00000001')).toBeNull();
      await store.close();
    });
  });

  it('is as it was where the program ends before all pages are done', async () => {
    await inFolder(async (folder) => {
      const file = writeSchema4(folder);
      const before = allRows(file);
      const db = new Database(file);
      const dying = (): never => {
        throw new Error('the power fails');
      };
      expect(() => migrate(db, [...MIGRATIONS, dying])).toThrow('the power fails');
      expect(schemaOf(db)).toBe(4);
      db.close();
      expect(allRows(file)).toEqual(before);
      const store = await openSqliteStore(folder);
      expect(await everythingIn(store)).toEqual(wantedOfSchema4());
      await store.close();
    });
  });
});
