/** Finds the pages that somebody who keeps the library means. */
import { fileIdOf } from './line-batches.ts';
import { fitting, type PageName } from './summary-pages.ts';
import type { PageRecord } from './target.ts';

/** A file of pages as the library holds it. */
export interface FoundPage extends PageName {
  /** Its id, the same for all batches of lines. */
  readonly subject: string;
  readonly kind: PageRecord['kind'];
  /** How many articles of it the library holds. */
  readonly articles: number;
}

/** Pages offered where none is meant for certain. */
const OFFERED = 10;

/** Every file of pages once, batches of lines together. */
export function filesOf(records: readonly PageRecord[]): FoundPage[] {
  const files = new Map<string, FoundPage>();
  for (const record of records) {
    const { file, publication, label, date, kind } = record;
    const subject = fileIdOf(record);
    const articles = (files.get(subject)?.articles ?? 0) + record.articles;
    files.set(subject, { subject, file, publication, label, date, kind, articles });
  }
  return [...files.values()];
}

/** The one page that is meant, or those that may be: by id, by the name of the file, else by what fits best. */
export function pagesCalled(name: string, records: readonly PageRecord[]): FoundPage[] {
  const files = filesOf(records);
  const exact = files.filter(({ subject }) => subject === name);
  if (exact.length > 0) return exact;
  const named = files.filter(({ file }) => file === name);
  return (named.length > 0 ? named : fitting(name, files)).slice(0, OFFERED);
}
