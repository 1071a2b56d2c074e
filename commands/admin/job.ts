/** One job, with what can be done about it. */
import { agoText, refusal, withKeeper } from '../../src/app/admin-replies.ts';
import { defineCommand } from '../../src/app/command.ts';
import { jobContent } from '../../src/app/job-content.ts';
import type { Keeper } from '../../src/app/keeper.ts';
import { NAME_LIMIT } from '../../src/app/limits.ts';
import type { Wording } from '../../src/app/wording-zh-cn.ts';
import { adminGroup } from './group.ts';

/** Cancels or retries; says why not where it cannot be. */
async function actOn(
  id: string,
  act: 'cancel' | 'retry',
  { keeper, wording }: { keeper: Keeper; wording: Wording },
): Promise<string | null> {
  const words = wording.admin.jobs;
  if (act === 'cancel') return (await keeper.cancel(id)) ? null : words.notCancelled;
  return (await keeper.retry(id)) ? null : words.notRetried;
}

/** Shows a job, after cancelling or retrying it where that is asked for. */
export const job = defineCommand({
  name: 'job',
  group: adminGroup,
  surface: 'inner',
  permission: 'admin',
  names: { 'zh-CN': '一项任务', 'zh-TW': '一項任務', en: 'job' },
  description: { 'zh-CN': '看一项任务', 'zh-TW': '看一項任務', en: 'one job' },
  pace: 'slow',
  audience: 'asker',
  options: {
    job: {
      type: 'text',
      required: true,
      maxLength: NAME_LIMIT,
      names: { 'zh-CN': '任务', 'zh-TW': '任務', en: 'job' },
      description: { 'zh-CN': '哪一项', 'zh-TW': '哪一項', en: 'which one' },
    },
    act: {
      type: 'choice',
      choices: [
        { value: 'cancel', names: { 'zh-CN': '取消', 'zh-TW': '取消', en: 'cancel' } },
        { value: 'retry', names: { 'zh-CN': '重试', 'zh-TW': '重試', en: 'retry' } },
      ],
      names: { 'zh-CN': '操作', 'zh-TW': '操作', en: 'act' },
      description: { 'zh-CN': '取消或重试', 'zh-TW': '取消或重試', en: 'cancel or retry' },
    },
  },
  run({ job: id, act }, library, caller) {
    return withKeeper(library, caller, async ({ keeper, wording, by }) => {
      const problem = act === undefined ? null : await actOn(id, act, { keeper, wording });
      const found = await keeper.job(id);
      if (found === null) return refusal(wording.admin.gone);
      return jobContent(found, { asked: agoText(found.at, by.at, wording), problem }, wording);
    });
  },
});
