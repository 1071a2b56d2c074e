/** What is being done, what waits and what has failed. */
import { agoText, refusal, withKeeper } from '../../src/app/admin-replies.ts';
import { type Condition, conditionBlocks, conditionOf } from '../../src/app/batch-content.ts';
import { defineCommand } from '../../src/app/command.ts';
import { partOption } from '../../src/app/filters.ts';
import { countsText, jobItem } from '../../src/app/job-words.ts';
import type { Job, JobState } from '../../src/app/ledger.ts';
import { callOf, pagingOf } from '../../src/app/paging.ts';
import { type Action, type Block, content, inline, type ListItem } from '../../src/app/reply.ts';
import type { Wording } from '../../src/app/wording-zh-cn.ts';
import { adminGroup } from './group.ts';

/** Jobs of one screenful, and how many screenfuls there are at most. */
const PER_PART = 10;
const PARTS = 1000;
/** What those who keep the library can still do something about. */
const OPEN: readonly JobState[] = ['running', 'waiting', 'failed'];

function itemOf(job: Job, now: number, wording: Wording): ListItem {
  const details = [wording.admin.works[job.work.kind], agoText(job.at, now, wording)];
  const known = details.map((detail) => wording.separator + detail).join('');
  return {
    text: [...jobItem(job, wording).text, { text: known, style: 'faint' }],
    call: callOf('admin job', { job: job.id }),
  };
}

function actionsOf(
  condition: Condition,
  values: Readonly<Record<string, string | undefined>>,
  wording: Wording,
): Action[] {
  const { jobs, batch } = wording.admin;
  const refresh = { label: batch.refresh, call: callOf('admin jobs', values) };
  if (condition === 'away') return [refresh];
  const act = condition === 'paused' ? 'resume' : 'pause';
  return [refresh, { label: jobs[act], call: callOf('admin jobs', { ...values, act }) }];
}

/** Lists jobs, newest first; stops or goes on taking them up where that is asked for. */
export const jobs = defineCommand({
  name: 'jobs',
  group: adminGroup,
  permission: 'admin',
  names: { 'zh-CN': '任务', 'zh-TW': '任務', en: 'jobs' },
  description: {
    'zh-CN': '看进行中、等待和失败的任务',
    'zh-TW': '看進行中、等待和失敗的任務',
    en: 'what is running, waiting and failed',
  },
  pace: 'slow',
  audience: 'asker',
  options: {
    state: {
      type: 'choice',
      choices: [
        { value: 'running', names: { 'zh-CN': '进行中', 'zh-TW': '進行中', en: 'running' } },
        { value: 'waiting', names: { 'zh-CN': '等待', 'zh-TW': '等待', en: 'waiting' } },
        { value: 'failed', names: { 'zh-CN': '失败', 'zh-TW': '失敗', en: 'failed' } },
        { value: 'done', names: { 'zh-CN': '完成', 'zh-TW': '完成', en: 'done' } },
        { value: 'cancelled', names: { 'zh-CN': '已取消', 'zh-TW': '已取消', en: 'cancelled' } },
      ],
      names: { 'zh-CN': '状态', 'zh-TW': '狀態', en: 'state' },
      description: { 'zh-CN': '只看这种任务', 'zh-TW': '只看這種任務', en: 'only these' },
    },
    part: partOption(PARTS),
    act: {
      type: 'choice',
      inner: true,
      choices: [
        { value: 'pause', names: { 'zh-CN': '暂停', 'zh-TW': '暫停', en: 'pause' } },
        { value: 'resume', names: { 'zh-CN': '继续', 'zh-TW': '繼續', en: 'resume' } },
      ],
      names: { 'zh-CN': '操作', 'zh-TW': '操作', en: 'act' },
      description: { 'zh-CN': '暂停或继续', 'zh-TW': '暫停或繼續', en: 'pause or resume' },
    },
  },
  run({ state, part = 1, act }, library, caller) {
    return withKeeper(library, caller, async ({ keeper, wording, by }) => {
      if (act !== undefined) await keeper.setPaused(act === 'pause');
      const before = (part - 1) * PER_PART;
      const states = state === undefined ? OPEN : [state];
      const found = await keeper.jobs({ states, offset: before, limit: PER_PART + 1 });
      if (found.length === 0 && part > 1) return refusal(wording.noMore);
      const condition = await conditionOf(keeper);
      const items = found.slice(0, PER_PART).map((job) => itemOf(job, by.at, wording));
      const list: Block =
        items.length === 0
          ? { kind: 'text', text: inline(wording.admin.jobs.nothing) }
          : { kind: 'list', start: before + 1, items };
      const blocks: Block[] = [
        { kind: 'heading', level: 1, text: inline(wording.admin.jobs.heading) },
        { kind: 'note', text: inline(countsText(await keeper.tally(), wording)) },
        ...conditionBlocks(condition, wording),
        list,
      ];
      return content(blocks, {
        actions: actionsOf(condition, { state }, wording),
        paging: pagingOf(callOf('admin jobs', { state }), part, found.length > PER_PART),
      });
    });
  },
});
