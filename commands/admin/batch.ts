/** How far a submission is. */
import { withKeeper } from '../../src/app/admin-replies.ts';
import { batchReply, jobsOf, REFUSED_LIMIT } from '../../src/app/batch-content.ts';
import { defineCommand } from '../../src/app/command.ts';
import { isRetriable, isUnfinished } from '../../src/app/job-words.ts';
import type { Keeper } from '../../src/app/keeper.ts';
import { NAME_LIMIT } from '../../src/app/limits.ts';
import { adminGroup } from './group.ts';

/** Cancels or retries every job of the submission that it applies to. */
async function actOn(batch: string, act: 'cancel' | 'retry', keeper: Keeper): Promise<void> {
  for (const job of await jobsOf(keeper, batch)) {
    if (act === 'cancel' && isUnfinished(job)) await keeper.cancel(job.id);
    if (act === 'retry' && isRetriable(job)) await keeper.retry(job.id);
  }
}

/** Shows the jobs of a submission, after cancelling or retrying them where that is asked for. */
export const batch = defineCommand({
  name: 'batch',
  group: adminGroup,
  surface: 'inner',
  permission: 'admin',
  names: { 'zh-CN': '进度', 'zh-TW': '進度', en: 'batch' },
  description: { 'zh-CN': '看办到哪里了', 'zh-TW': '看辦到哪裡了', en: 'how far it is' },
  pace: 'slow',
  audience: 'asker',
  options: {
    batch: {
      type: 'text',
      required: true,
      maxLength: NAME_LIMIT,
      names: { 'zh-CN': '批次', 'zh-TW': '批次', en: 'batch' },
      description: { 'zh-CN': '哪一批', 'zh-TW': '哪一批', en: 'which submission' },
    },
    refused: {
      type: 'text',
      lines: true,
      maxLength: REFUSED_LIMIT,
      names: { 'zh-CN': '没有收入的', 'zh-TW': '沒有收入的', en: 'refused' },
      description: {
        'zh-CN': '没有收入的，一行一个',
        'zh-TW': '沒有收入的，一行一個',
        en: 'what was refused, a line each',
      },
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
  run({ batch: id, refused, act }, library, caller) {
    return withKeeper(library, caller, async ({ keeper, wording }) => {
      if (act !== undefined) await actOn(id, act, keeper);
      return batchReply(keeper, { batch: id, refused }, wording);
    });
  },
});
