import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '../../../src/store/sqlite/store.ts';
import { describeStore } from '../../conformance/store.ts';

describeStore('the SQLite store', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'wenbao-test-'));
  return { open: () => openSqliteStore(folder), discard: () => rm(folder, { recursive: true, force: true }) };
});
