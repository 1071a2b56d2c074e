import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { storeError } from '../../../src/store/errors.ts';
import { guarded, storeFault } from '../../../src/store/sqlite/faults.ts';
import { inFolder } from '../../support/library.ts';

function faultOf(work: () => unknown): unknown {
  try {
    work();
  } catch (fault) {
    return fault;
  }
  throw new Error('It went well.');
}

describe('storeFault', () => {
  it('names a full disk, and what was there before is unharmed', () => {
    const db = new Database(':memory:');
    db.exec('CREATE TABLE t (a TEXT); INSERT INTO t VALUES (1)');
    db.pragma('max_page_count = 4');
    const fault = faultOf(() => guarded('/data', () => db.prepare('INSERT INTO t VALUES (?)').run('x'.repeat(50_000))));
    expect(fault).toMatchObject({
      name: 'StoreError',
      code: 'full',
      remark: { code: 'store-full', details: { place: '/data' } },
    });
    expect(db.prepare('SELECT count(*) FROM t').pluck().get()).toBe(1);
  });

  it('names a store that another process holds', async () => {
    await inFolder(async (folder) => {
      const [holder, waiter] = [new Database(join(folder, 'a')), new Database(join(folder, 'a'), { timeout: 10 })];
      holder.exec('BEGIN IMMEDIATE');
      expect(faultOf(() => guarded('a', () => waiter.exec('BEGIN IMMEDIATE')))).toMatchObject({ code: 'busy' });
      holder.close();
      waiter.close();
    });
  });

  it('names a folder in the way', async () => {
    await inFolder(async (folder) => {
      mkdirSync(join(folder, 'a'));
      expect(faultOf(() => guarded('a', () => mkdirSync(join(folder, 'a'))))).toMatchObject({ code: 'foreign' });
    });
  });

  it('keeps the first cause', () => {
    const cause = faultOf(() => mkdirSync('/dev/null/x'));
    expect(storeFault(cause, 'a')).toMatchObject({ code: 'foreign', cause });
  });

  it.each([
    new TypeError('no'),
    storeError('busy', 'x'),
    'a string',
    faultOf(() => new Database(':memory:').exec('NO')),
  ])('leaves alone what nobody could mend: %s', (fault) => {
    expect(storeFault(fault, 'a')).toBe(fault);
  });
});
