/** Hands in a page that somebody has typed or pasted. */
import { factsOf, paperDateOption, paperOption, withKeeper } from '../../src/app/admin-replies.ts';
import { receiptReply } from '../../src/app/batch-content.ts';
import { defineCommand } from '../../src/app/command.ts';
import { pastedFile } from '../../src/app/pasted.ts';
import { adminGroup } from './group.ts';

/** Characters that a form of a chat platform holds. */
const TEXT_LIMIT = 4000;

/** Takes in a text as one page, called by its first line. */
export const paste = defineCommand({
  name: 'paste',
  group: adminGroup,
  surface: 'inner',
  permission: 'admin',
  names: { 'zh-CN': '粘贴', 'zh-TW': '貼上', en: 'paste' },
  description: { 'zh-CN': '收入粘贴的文字', 'zh-TW': '收入貼上的文字', en: 'take in a text' },
  pace: 'slow',
  audience: 'asker',
  options: {
    text: {
      type: 'text',
      required: true,
      lines: true,
      maxLength: TEXT_LIMIT,
      names: { 'zh-CN': '文字', 'zh-TW': '文字', en: 'text' },
      description: {
        'zh-CN': '一个版面的文字，标题在前',
        'zh-TW': '一個版面的文字，標題在前',
        en: 'the text of a page, headline first',
      },
    },
    paper: paperOption,
    date: paperDateOption,
  },
  run({ text, paper, date }, library, caller) {
    return withKeeper(library, caller, async ({ keeper, wording, by }) => {
      const facts = factsOf({ paper, date }, caller.locale);
      const receipt = await keeper.takeIn([pastedFile(text)], facts, by);
      return receiptReply(keeper, receipt, { wording, nothing: wording.admin.add.nothing });
    });
  },
});
