import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Snapshot } from '../../src/app/snapshot.ts';
import { analyze } from '../../src/index/analyzer.ts';
import type { Store } from '../../src/store/contract.ts';
import { openSqliteStore } from '../../src/store/sqlite/store.ts';
import { intakeFor, pageText, rawPage } from '../support/intake.ts';

const BRIDGE = rawPage('bridge', pageText(['大桥昨日通车', '新建的跨海大桥昨日正式通车，全长2547米。']));
const SCHOOL = rawPage('school', pageText(['小学开学', '城南小学九月一日开学，共有新生四百二十人。']));

let folder: string;
let store: Store;

/** Makes the library what an older program left: its segments, and pages that it remembers having read. */
function grow(format: string): void {
  const segment = readFileSync(new URL(`../index/fixtures/format-${format}.segment`, import.meta.url));
  const db = new Database(join(folder, 'wenbao.db'));
  db.prepare('UPDATE segment_parts SET bytes = ?').run(segment);
  db.prepare("UPDATE pages SET hash = 'of an older program'").run();
  db.close();
}

async function titles(): Promise<(string | null)[]> {
  return (await store.articles()).map(({ title }) => title);
}

async function found(question: string): Promise<(string | undefined)[]> {
  const hits = (await new Snapshot(store).searcher()).search(analyze(question), { limit: 1 });
  const passages = await store.passages(hits.map(({ passage }) => passage));
  return passages.map(({ heading }) => heading);
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wenbao-test-'));
  store = await openSqliteStore(folder);
  for (const page of [BRIDGE, SCHOOL]) await intakeFor(store).takeIn(page);
});

afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

describe.each(['0', '1', '2'])('a library whose index has format %s', (format) => {
  it('opens with all of its articles, and says how its index is built again', async () => {
    const before = await titles();
    grow(format);
    expect(await titles()).toEqual(before);
    await expect(found('大桥')).rejects.toMatchObject({
      code: 'INDEX_STALE',
      found: format,
      message: expect.stringContaining('wenbao index --rebuild'),
    });
    expect(await intakeFor(store).mergeSegments()).toBe(0);
  });

  it('is whole again after its kept pages have been read again, with nothing lost', async () => {
    const before = await titles();
    grow(format);
    for (const id of ['bridge', 'school']) {
      expect(await intakeFor(store).takeInAgain(id)).toMatchObject({ state: 'taken-in' });
    }
    expect(await titles()).toEqual(before);
    expect([await found('大桥'), await found('小学')]).toEqual([['大桥昨日通车'], ['小学开学']]);
  });

  it('is whole again after the pages have come in once more', async () => {
    grow(format);
    for (const page of [BRIDGE, SCHOOL]) {
      expect(await intakeFor(store).takeIn(page)).toMatchObject({ state: 'taken-in' });
    }
    expect(await found('大桥')).toEqual(['大桥昨日通车']);
  });
});
