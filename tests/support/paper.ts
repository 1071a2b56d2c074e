/** A library of invented pages on a real store, for questions over several articles and for conversations. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PageLibrary } from '../../src/app/library.ts';
import type { Outcome } from '../../src/app/model.ts';
import { openSqliteStore } from '../../src/store/sqlite/store.ts';
import { intakeFor, rawPage } from './intake.ts';
import { pageInfo } from './library.ts';

/** A page with its day. */
export interface Issue {
  readonly date: string;
  readonly text: string;
}

/** A library that can be asked and has to be closed. */
export interface Paper {
  readonly library: PageLibrary;
  close(): Promise<void>;
}

/** Takes the pages in. */
export async function paperOf(issues: Readonly<Record<string, Issue>>): Promise<Paper> {
  const folder = await mkdtemp(join(tmpdir(), 'wenbao-paper-'));
  const store = await openSqliteStore(folder);
  for (const [id, { date, text }] of Object.entries(issues)) {
    await intakeFor(store).takeIn(
      rawPage(id, text, { info: pageInfo(id, { date, publication: '江城晚报', label: id }) }),
    );
  }
  return {
    library: new PageLibrary(store),
    close: async () => {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What was said: the answer, or the reason for none. */
export function said(outcome: Outcome): string {
  return outcome.kind === 'answer' ? outcome.text : outcome.reason;
}
