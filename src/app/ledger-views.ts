/** What a ledger says when it is looked through as a whole. */
import type { Submitter } from './keeper.ts';
import type { Job, JobQuery, Ledger } from './ledger.ts';
import { type Remark, RemarkError } from './remarks.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Jobs fetched at a time. */
const AT_ONCE = 500;

/** All jobs that meet the query, newest first. */
export async function* allJobs(ledger: Pick<Ledger, 'jobs'>, query: JobQuery): AsyncGenerator<Job> {
  for (let offset = 0; ; offset += AT_ONCE) {
    const jobs = await ledger.jobs({ ...query, offset, limit: AT_ONCE });
    yield* jobs;
    if (jobs.length < AT_ONCE) return;
  }
}

/** Jobs of a subject that are not over. */
export async function liveJobs(ledger: Pick<Ledger, 'jobs'>, subject: string): Promise<Job[]> {
  const live: Job[] = [];
  for await (const job of allJobs(ledger, { states: ['waiting', 'running'] })) {
    if (job.subject === subject) live.push(job);
  }
  return live;
}

/** Subjects that are read again already, at least as thoroughly, with the submission that asked for it. */
export async function beingRead(ledger: Pick<Ledger, 'jobs'>, force: boolean): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for await (const { work, subject, batch } of allJobs(ledger, { states: ['waiting', 'running'] })) {
    if (work.kind === 'read-again' && (work.force || !force)) found.set(subject, batch);
  }
  return found;
}

/**
 * Refuses pages that are more than their place may hand in within an hour; without a place nobody counts. Rejects with
 * a RemarkError that says when there is room again.
 */
export async function checkHour(
  ledger: Pick<Ledger, 'jobs' | 'submittedSince'>,
  { pages, limit }: { readonly pages: number; readonly limit: number },
  { place, at }: Submitter,
): Promise<void> {
  const since = at - HOUR_MS;
  if (place === null || pages === 0) return;
  if ((await ledger.submittedSince(place, since)) + pages <= limit) return;
  // That counts whatever was asked for; only pages that came from outside are limited.
  const times: number[] = [];
  for await (const job of allJobs(ledger, {})) {
    if (job.at < since) break;
    if (job.place === place && job.work.kind === 'take-in') times.push(job.at);
  }
  if (times.length + pages <= limit) return;
  const last = times.sort((a, b) => a - b)[times.length + pages - limit - 1] ?? at;
  const minutes = Math.max(1, Math.ceil((last - since) / MINUTE_MS));
  const remark: Remark = { code: 'upload-hourly-limit', details: { limit, minutes } };
  throw new RemarkError(remark, `${pages} pages after ${times.length} are more than ${limit} within an hour.`);
}
