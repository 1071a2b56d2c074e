/** Jobs in words: where each of them stands and why. */
import type { Job, JobChange, JobError, JobState, Tally } from './ledger.ts';
import { plainLine } from './plain-text.ts';
import { tellRemark } from './remarks.ts';
import { type Inline, inline, type ListItem } from './reply.ts';
import type { Told } from './taken-in.ts';
import type { Wording } from './wording-zh-cn.ts';

/** Whether anything may still happen to a job by itself. */
export function isUnfinished({ state }: Pick<Job, 'state'>): boolean {
  return state === 'waiting' || state === 'running';
}

/** Whether it can be asked for once more. */
export function isRetriable({ state }: Pick<Job, 'state'>): boolean {
  return state === 'failed' || state === 'cancelled';
}

/** Why an attempt failed. */
export function errorText(error: JobError, { admin, remarks }: Wording): string {
  switch (error.kind) {
    case 'remark':
      return tellRemark(error.remark, remarks);
    case 'fault':
      return admin.fault(error.reference);
    case 'given-up':
      return admin.givenUp(error.times);
  }
}

/** Articles that have changed. */
export function changeText({ added, replaced, removed }: JobChange, { admin }: Wording): string {
  return admin.changed(added, replaced, removed);
}

function runningText({ stage }: Job, { admin }: Wording): string {
  if (stage === null) return admin.states.running;
  const name = admin.stages[stage.name];
  return stage.total > 0 ? admin.stageOf(name, stage.done, stage.total) : name;
}

function doneText({ result, change }: Job, wording: Wording): string {
  const { admin } = wording;
  if (result === null) return admin.states.done;
  switch (result.state) {
    case 'unchanged':
      return admin.unchanged;
    case 'removed':
      return admin.removed(change.removed);
    case 'taken-in':
      return admin.done(result.articles) + changeText(change, wording);
  }
}

/** Where a job stands. */
export function stateText(job: Job, wording: Wording): string {
  const { admin } = wording;
  switch (job.state) {
    case 'waiting':
      return job.error === null ? admin.states.waiting : admin.again(errorText(job.error, wording));
    case 'running':
      return runningText(job, wording);
    case 'done':
      return doneText(job, wording);
    case 'failed':
      return job.error === null ? admin.states.failed : admin.failed(errorText(job.error, wording));
    case 'cancelled':
    case 'superseded':
      return admin.states[job.state];
  }
}

/** A job as an entry of a list: its name and where it stands. */
export function jobItem(job: Job, wording: Wording): ListItem {
  return { text: namedText(job.name, stateText(job, wording), wording) };
}

/** A name and what is said of it. */
export function namedText(name: string, said: string, { separator }: Wording): Inline[] {
  return [
    { text: plainLine(name), style: 'strong' },
    { text: separator + said, style: 'plain' },
  ];
}

/** A file and what is said of it, as an entry of a list. */
export function toldItem({ file, remark }: Told, wording: Wording): ListItem {
  return { text: namedText(file, tellRemark(remark, wording.remarks), wording) };
}

/** The same on one line that outlives the remark. */
export function toldLine(told: Told, wording: Wording): string {
  return plainLine(
    toldItem(told, wording)
      .text.map(({ text }) => text)
      .join(''),
  );
}

/** Such a line as an entry of a list. */
export function lineItem(line: string): ListItem {
  return { text: inline(plainLine(line)) };
}

const STATES: readonly JobState[] = ['running', 'waiting', 'done', 'failed', 'cancelled', 'superseded'];

/** How many jobs are in each state that there is one of. */
export function tallyOf(jobs: readonly Job[]): [JobState, number][] {
  return STATES.map((state): [JobState, number] => [state, jobs.filter((job) => job.state === state).length]).filter(
    ([, count]) => count > 0,
  );
}

/** All that has changed over several jobs. */
export function changeOf(jobs: readonly Job[]): JobChange {
  const sum = (key: keyof JobChange): number => jobs.reduce((total, { change }) => total + change[key], 0);
  return { added: sum('added'), replaced: sum('replaced'), removed: sum('removed') };
}

/** What the whole ledger owes and what it could not do. */
export function countsText({ running, waiting, failed }: Tally, { admin }: Wording): string {
  return admin.jobs.counts(running, waiting, failed);
}
