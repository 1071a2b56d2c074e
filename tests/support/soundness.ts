/** What must hold in the file of a store, whatever happened to those who wrote to it. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect } from 'vitest';
import type { Store } from '../../src/store/contract.ts';
import { keptPassages, livePassages } from './library.ts';

/** Expects the open store in `folder` to hold together: its file, its passages and index, its counts and its jobs. */
export async function expectSound(folder: string, store: Store): Promise<void> {
  const db = new Database(join(folder, 'wenbao.db'), { readonly: true });
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(db.pragma('foreign_key_check')).toEqual([]);
  db.close();
  const kept = await keptPassages(store);
  expect(await livePassages(store)).toEqual(kept);
  const records = await store.pageRecords();
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
  expect(sum(records.map(({ passages }) => passages))).toBe(kept.length);
  expect(sum(records.map(({ articles }) => articles))).toBe((await store.articles()).length);
}

/** Expects submissions of the child to be there with all of their jobs and material; returns their batches. */
export async function expectWholeBatches(store: Store, size: number): Promise<Set<string>> {
  const batches = new Map<string, number>();
  for (const { id, batch } of await store.jobs({})) {
    batches.set(batch, (batches.get(batch) ?? 0) + 1);
    expect((await store.material(id))?.length).toBeGreaterThan(0);
  }
  expect(new Set([size, ...batches.values()]).size).toBe(1);
  return new Set(batches.keys());
}
