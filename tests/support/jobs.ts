/** Jobs of which only what a test is about matters. */
import type { ClaimTerms, JobError, JobResult, NewJob, Stage, Submission, Work } from '../../src/app/ledger.ts';
import { pageInfo } from './library.ts';

/** The page of a job, as bytes. */
export function materialOf(id: string): Uint8Array {
  return new TextEncoder().encode(`${id}的页面。`.repeat(50));
}

/** A job that takes a page in, with its bytes. */
export function takeIn(id: string, subject: string): NewJob {
  const work: Work = { kind: 'take-in', info: pageInfo(subject), page: 'page', source: null };
  return { id, subject, name: `${subject}.txt`, work, material: materialOf(id) };
}

/** A job without bytes; one that reads the page again unless said. */
export function other(id: string, subject: string, work: Work = { kind: 'read-again', force: true }): NewJob {
  return { id, subject, name: subject, work };
}

/** A submission of these jobs, in a batch of its own unless said. */
export function submission(jobs: readonly NewJob[], known: Partial<Submission> = {}): Submission {
  return { batch: `batch of ${jobs[0]?.id}`, asker: '甲', place: 'server', at: 1000, jobs, ...known };
}

/** What a job failed of in these tests. */
export const ERROR: JobError = { kind: 'remark', remark: { code: 'file-damaged', details: {} } };

/** What is noted of a job that was begun too often. */
export const GAVE_UP: JobError = { kind: 'fault', reference: 'gave-up' };

/** A stage of a job. */
export const STAGE: Stage = { name: 'indexing', done: 3, total: 7 };

/** What came of a job. */
export const RESULT: JobResult = {
  state: 'taken-in',
  articles: 2,
  found: [{ id: 'a', title: '标题' }],
  warnings: [{ code: 'breaks-off', details: { article: '标题' } }],
  refusals: [{ code: 'line-no-json', details: { line: 7 } }],
};

/** Terms that take nobody for dead and let a job be begun five times. */
export function terms(known: Partial<ClaimTerms> = {}): ClaimTerms {
  return { at: 2000, silentSince: 0, most: 5, error: GAVE_UP, ...known };
}
