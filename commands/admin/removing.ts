/** Really takes a page or an article out, or lets an article in again. */
import { refusal, withKeeper } from '../../src/app/admin-replies.ts';
import { receiptReply } from '../../src/app/batch-content.ts';
import { defineCommand } from '../../src/app/command.ts';
import { NAME_LIMIT } from '../../src/app/limits.ts';
import { adminGroup } from './group.ts';

/** Stands behind the button of `admin remove`, and behind the one that takes it back. */
export const removing = defineCommand({
  name: 'removing',
  group: adminGroup,
  surface: 'inner',
  permission: 'admin',
  names: { 'zh-CN': '确定移除', 'zh-TW': '確定移除', en: 'removing' },
  description: { 'zh-CN': '确定移除', 'zh-TW': '確定移除', en: 'really remove' },
  pace: 'slow',
  audience: 'asker',
  options: {
    page: {
      type: 'text',
      maxLength: NAME_LIMIT,
      names: { 'zh-CN': '版面', 'zh-TW': '版面', en: 'page' },
      description: { 'zh-CN': '版面的名字', 'zh-TW': '版面的名字', en: 'which page' },
    },
    article: {
      type: 'text',
      maxLength: NAME_LIMIT,
      names: { 'zh-CN': '文章', 'zh-TW': '文章', en: 'article' },
      description: { 'zh-CN': '文章的编号', 'zh-TW': '文章的編號', en: 'which article' },
    },
    restore: {
      type: 'flag',
      names: { 'zh-CN': '恢复', 'zh-TW': '恢復', en: 'restore' },
      description: { 'zh-CN': '让文章回来', 'zh-TW': '讓文章回來', en: 'let the article in again' },
    },
  },
  run({ page, article, restore = false }, library, caller) {
    return withKeeper(library, caller, async ({ keeper, wording, by }) => {
      if (page === undefined && article === undefined) return refusal(wording.admin.remove.which);
      const receipt =
        article === undefined ? await keeper.remove(page ?? '', by) : await keeper.setWithheld(article, !restore, by);
      return receiptReply(keeper, receipt, { wording, nothing: wording.admin.batch.nothing });
    });
  },
});
