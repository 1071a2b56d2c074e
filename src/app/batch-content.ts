/** The live card of a submission: where each of its files stands, and in the end what was found. */

import {
  changeOf,
  changeText,
  isRetriable,
  isUnfinished,
  jobItem,
  lineItem,
  tallyOf,
  toldItem,
  toldLine,
} from './job-words.ts';
import type { Keeper, Receipt } from './keeper.ts';
import type { FoundArticle, Job } from './ledger.ts';
import { callOf } from './paging.ts';
import { RemarkError } from './remarks.ts';
import { type Action, type Block, type Content, content, inline, type ListItem } from './reply.ts';
import type { Call } from './request.ts';
import type { Wording } from './wording-zh-cn.ts';

/** Files that have a line each; of more only counts are shown. */
const LINES = 10;
/** Articles, warnings or refusals that are named in one card. */
const NAMED = 10;
/** Jobs of a submission that are looked at. */
const JOBS = 5000;
/** How soon the card changes: a card of lines at once, one of counts or of a queue that rests with some patience. */
const REFRESH_MS = 1500;
const PATIENT_MS = 5000;
/** Characters of refusals that a card carries along. */
export const REFUSED_LIMIT = 4000;

/** Whether jobs are being taken up; `away` where the queue cannot be asked. */
export type Condition = 'open' | 'paused' | 'away';

/** A submission and what was refused of it, a line each. */
export interface BatchView {
  readonly batch: string;
  readonly refused?: string | undefined;
}

/** How the queue is. */
export async function conditionOf(keeper: Keeper): Promise<Condition> {
  try {
    return (await keeper.isPaused()) ? 'paused' : 'open';
  } catch (error) {
    if (error instanceof RemarkError) return 'away';
    throw error;
  }
}

/** A note where jobs are not being taken up. */
export function conditionBlocks(condition: Condition, { admin }: Wording): Block[] {
  return condition === 'open' ? [] : [{ kind: 'note', text: inline(admin.batch[condition]) }];
}

function listed(heading: string, items: readonly ListItem[], { admin }: Wording): Block[] {
  if (items.length === 0) return [];
  const more = items.length - NAMED;
  return [
    { kind: 'heading', level: 2, text: inline(heading) },
    { kind: 'list', start: null, items: items.slice(0, NAMED) },
    ...(more > 0 ? [{ kind: 'note', text: inline(admin.batch.more(more)) } as const] : []),
  ];
}

/** Articles as entries of a list that open them. */
export function foundItems(found: readonly FoundArticle[], wording: Wording): ListItem[] {
  return found.map(({ id, title }) => ({
    text: [{ text: title === null ? wording.untitled : wording.title(title), style: 'strong' }],
    call: callOf('article', { article: id }),
  }));
}

function foundBlocks(jobs: readonly Job[], wording: Wording): Block[] {
  const results = jobs.flatMap(({ work, result }) => (result === null || work.kind === 'withhold' ? [] : [result]));
  const all = results.reduce((sum, { state, articles }) => sum + (state === 'taken-in' ? articles : 0), 0);
  const items = foundItems(
    results.flatMap(({ state, found }) => (state === 'taken-in' ? found : [])),
    wording,
  );
  const shown = items.slice(0, NAMED);
  if (shown.length === 0) return [];
  const more = all - shown.length;
  return [
    { kind: 'heading', level: 2, text: inline(wording.admin.batch.found) },
    { kind: 'list', start: null, items: shown },
    ...(more > 0 ? [{ kind: 'note', text: inline(wording.admin.batch.foundMore(more)) } as const] : []),
  ];
}

/** Warnings and refusals, of all jobs together. */
function remarkBlocks(jobs: readonly Job[], refused: string, wording: Wording): Block[] {
  const { batch } = wording.admin;
  const told = (key: 'warnings' | 'refusals'): ListItem[] =>
    jobs.flatMap(({ name, result }) =>
      (result?.[key] ?? []).map((remark) => toldItem({ file: name, remark }, wording)),
    );
  const lines = refused.split('\n').filter((line) => line.trim() !== '');
  return [
    ...listed(batch.warnings, told('warnings'), wording),
    ...listed(batch.refused, [...lines.map(lineItem), ...told('refusals')], wording),
  ];
}

function stateBlocks(jobs: readonly Job[], wording: Wording): Block[] {
  if (jobs.length <= LINES) return [{ kind: 'list', start: null, items: jobs.map((job) => jobItem(job, wording)) }];
  const { states, batch } = wording.admin;
  const facts = tallyOf(jobs).map(([state, count]) => ({ name: states[state], value: inline(String(count)) }));
  const change = { name: batch.changes, value: inline(changeText(changeOf(jobs), wording)) };
  const failed = jobs.filter(({ state }) => state === 'failed').map((job) => jobItem(job, wording));
  return [{ kind: 'facts', facts: [...facts, change] }, ...listed(batch.failures, failed, wording)];
}

function actionsOf(jobs: readonly Job[], call: Call, { admin: { batch } }: Wording): Action[] {
  const one = jobs.length === 1;
  const acting = (act: string): Call => ({ ...call, values: { ...call.values, act } });
  const actions: Action[] = [];
  if (jobs.some(isUnfinished)) {
    actions.push({ label: batch.refresh, call });
    actions.push({ label: one ? batch.cancel : batch.cancelAll, call: acting('cancel') });
  }
  if (jobs.some(isRetriable)) actions.push({ label: one ? batch.retry : batch.retryAll, call: acting('retry') });
  for (const { state, work } of jobs) {
    if (!one || state !== 'done' || work.kind !== 'withhold') continue;
    const restoring = callOf('admin removing', { article: work.article, restore: true });
    actions.push({ label: batch.restore, call: restoring });
  }
  return actions;
}

/** The card of jobs that were asked for together, first one first. */
export function batchContent(
  jobs: readonly Job[],
  { batch, refused, condition }: BatchView & { readonly condition: Condition },
  wording: Wording,
): Content {
  const words = wording.admin.batch;
  const unfinished = jobs.some(isUnfinished);
  const call = callOf('admin batch', { batch, refused: refused === '' ? undefined : refused });
  const heading = inline(unfinished ? words.heading : words.finished);
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: heading },
    ...(unfinished ? conditionBlocks(condition, wording) : []),
    ...stateBlocks(jobs, wording),
    ...(jobs.length <= LINES ? foundBlocks(jobs, wording) : []),
    ...remarkBlocks(jobs, refused ?? '', wording),
  ];
  const afterMs = condition === 'open' && jobs.length <= LINES ? REFRESH_MS : PATIENT_MS;
  const more = unfinished ? { refresh: { call, afterMs } } : {};
  return content(blocks, { actions: actionsOf(jobs, call, wording), ...more });
}

/** The jobs of a submission, first one first. */
export async function jobsOf(keeper: Keeper, batch: string): Promise<Job[]> {
  return [...(await keeper.jobs({ batch, limit: JOBS }))].reverse();
}

/** The card of a submission as it stands now; a refusal where nothing is known of it. */
export async function batchReply(keeper: Keeper, view: BatchView, wording: Wording): Promise<Content> {
  const jobs = await jobsOf(keeper, view.batch);
  if (jobs.length === 0) return content([{ kind: 'text', text: inline(wording.admin.gone) }], { tone: 'refusal' });
  const condition = jobs.some(isUnfinished) ? await conditionOf(keeper) : 'open';
  return batchContent(jobs, { ...view, condition }, wording);
}

/** As many whole lines as a card may carry along. */
function cut(lines: readonly string[]): string {
  const kept: string[] = [];
  let left = REFUSED_LIMIT;
  for (const line of lines) {
    left -= line.length + 1;
    if (left < 0) break;
    kept.push(line);
  }
  return kept.join('\n');
}

/** The first card of a submission; `nothing` is said where it has come to no job at all. */
export async function receiptReply(
  keeper: Keeper,
  receipt: Receipt,
  { wording, nothing }: { readonly wording: Wording; readonly nothing: string },
): Promise<Content> {
  const refused = cut(receipt.refused.map((told) => toldLine(told, wording)));
  if (receipt.batch !== null) return batchReply(keeper, { batch: receipt.batch, refused }, wording);
  const text: Block = { kind: 'text', text: inline(nothing) };
  return content([text, ...remarkBlocks([], refused, wording)], { tone: 'refusal' });
}
