/** The card of one job. */
import { foundItems } from './batch-content.ts';
import { isRetriable, isUnfinished, stateText, toldItem } from './job-words.ts';
import type { Job } from './ledger.ts';
import { callOf } from './paging.ts';
import { plainLine } from './plain-text.ts';
import { type Action, type Block, type Content, content, type Fact, inline, type ListItem } from './reply.ts';
import type { Wording } from './wording-zh-cn.ts';

/** How soon the card changes while the job is not over. */
const REFRESH_MS = 1500;
/** Articles and remarks that are named. */
const NAMED = 10;

function factsOf(job: Job, asked: string, wording: Wording): Fact[] {
  const words = wording.admin.jobs;
  const fact = (name: string, value: string): Fact => ({ name, value: inline(value) });
  const took = job.started === null || job.ended === null ? null : (job.ended - job.started) / 1000;
  return [
    fact(words.work, wording.admin.works[job.work.kind]),
    fact(words.state, stateText(job, wording)),
    fact(words.attempts, words.times(job.attempts)),
    fact(words.asked, asked),
    ...(took === null ? [] : [fact(words.took, words.seconds(Math.round(took * 10) / 10))]),
  ];
}

function listOf(items: readonly ListItem[]): Block[] {
  return items.length === 0 ? [] : [{ kind: 'list', start: null, items: items.slice(0, NAMED) }];
}

function actionsOf(job: Job, { admin: { batch, jobs } }: Wording): Action[] {
  const call = callOf('admin job', { job: job.id });
  const acting = (act: string) => callOf('admin job', { job: job.id, act });
  return [
    ...(isUnfinished(job)
      ? [
          { label: batch.refresh, call },
          { label: batch.cancel, call: acting('cancel') },
        ]
      : []),
    ...(isRetriable(job) ? [{ label: batch.retry, call: acting('retry') }] : []),
    { label: jobs.batch, call: callOf('admin batch', { batch: job.batch }) },
  ];
}

/** A job with all that is known of it; `problem` says why what was asked could not be done to it. */
export function jobContent(
  job: Job,
  { asked, problem }: { readonly asked: string; readonly problem: string | null },
  wording: Wording,
): Content {
  const { warnings = [], refusals = [], found = [] } = job.result ?? {};
  const remarks = [...warnings, ...refusals].map((remark) => toldItem({ file: job.name, remark }, wording));
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: inline(plainLine(job.name)) },
    ...(problem === null ? [] : [{ kind: 'text', text: inline(problem) } as const]),
    { kind: 'facts', facts: factsOf(job, asked, wording) },
    ...listOf(foundItems(found, wording)),
    ...listOf(remarks),
  ];
  const refresh = { call: callOf('admin job', { job: job.id }), afterMs: REFRESH_MS };
  return content(blocks, { actions: actionsOf(job, wording), ...(isUnfinished(job) ? { refresh } : {}) });
}
