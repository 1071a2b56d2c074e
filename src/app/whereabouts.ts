/** Finds the page of an article for whoever takes the article out or lets it in again. */
import type { Job, Ledger } from './ledger.ts';
import { allJobs } from './ledger-views.ts';
import { fileIdOf } from './line-batches.ts';
import type { LibrarySource } from './source.ts';
import type { LibraryTarget } from './target.ts';

/** Where an article stands, or stood when it was taken out: subject and name of a job for it. */
export interface Whereabouts extends Pick<Job, 'subject' | 'name'> {
  readonly page: string;
  readonly isThere: boolean;
}

/** Where that is looked up. */
export interface Registers {
  readonly ledger: Pick<Ledger, 'jobs'>;
  readonly source: Pick<LibrarySource, 'article'>;
  readonly target: Pick<LibraryTarget, 'pageRecord'>;
}

/** Where an article stands or stood; `undefined` for one that the library does not hold and no job remembers. */
export async function whereaboutsOf(
  article: string,
  { ledger, source, target }: Registers,
): Promise<Whereabouts | undefined> {
  const found = await source.article(article);
  if (found !== null) {
    const record = await target.pageRecord(found.page);
    const subject = record === null ? found.page : fileIdOf(record);
    return { subject, page: found.page, name: found.title ?? found.id, isThere: true };
  }
  for await (const { work, subject, name } of allJobs(ledger, {})) {
    if (work.kind !== 'withhold' || work.article !== article) continue;
    return { subject, page: work.page, name, isThere: false };
  }
  return undefined;
}
