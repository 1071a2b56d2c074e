/** Questions that the library could not answer, or not well. */
import { refusal, withKeeper } from '../../src/app/admin-replies.ts';
import { defineCommand } from '../../src/app/command.ts';
import { partOption } from '../../src/app/filters.ts';
import { callOf, pagingOf } from '../../src/app/paging.ts';
import { content, inline } from '../../src/app/reply.ts';
import { unansweredFile, unansweredItem } from '../../src/app/unanswered-content.ts';
import { adminGroup } from './group.ts';

const DAY_MS = 86_400_000;
/** How far back it goes unless asked otherwise, and at most. */
const DAYS = 30;
const MOST_DAYS = 365;
/** Groups of one screenful, and groups in all. */
const PER_PART = 10;
const GROUPS = 1000;

/** Lists them in groups that are alike, or gives them as a file. */
export const unanswered = defineCommand({
  name: 'unanswered',
  group: adminGroup,
  permission: 'admin',
  names: { 'zh-CN': '没答好', 'zh-TW': '沒答好', en: 'unanswered' },
  description: {
    'zh-CN': '看没答上或被评为没用的问题',
    'zh-TW': '看沒答上或被評為沒用的問題',
    en: 'questions that were refused or called of no use',
  },
  pace: 'slow',
  audience: 'asker',
  options: {
    days: {
      type: 'integer',
      min: 1,
      max: MOST_DAYS,
      names: { 'zh-CN': '天数', 'zh-TW': '天數', en: 'days' },
      description: {
        'zh-CN': '看最近多少天，不写是 30 天',
        'zh-TW': '看最近多少天，不寫是 30 天',
        en: 'of so many days; 30 by default',
      },
    },
    export: {
      type: 'flag',
      names: { 'zh-CN': '导出', 'zh-TW': '匯出', en: 'export' },
      description: { 'zh-CN': '导出成表格文件', 'zh-TW': '匯出成表格檔案', en: 'as a file for spreadsheets' },
    },
    part: partOption(GROUPS / PER_PART),
  },
  run({ days = DAYS, export: wanted = false, part = 1 }, library, caller) {
    return withKeeper(library, caller, async ({ keeper, wording, by }) => {
      const words = wording.admin.unanswered;
      const groups = await keeper.unanswered(by.at - days * DAY_MS, GROUPS);
      if (groups.length === 0) return refusal(words.nothing);
      if (wanted) {
        const text = inline(words.exported(groups.length));
        return content([{ kind: 'text', text }], { file: unansweredFile(groups, wording) });
      }
      const before = (part - 1) * PER_PART;
      const items = groups.slice(before, before + PER_PART).map((group) => unansweredItem(group, by.at, wording));
      if (items.length === 0) return refusal(wording.noMore);
      return content(
        [
          { kind: 'heading', level: 1, text: inline(words.heading(days)) },
          { kind: 'list', start: before + 1, items },
        ],
        {
          actions: [{ label: words.export, call: callOf('admin unanswered', { days, export: true }) }],
          paging: pagingOf(callOf('admin unanswered', { days }), part, groups.length > before + PER_PART),
        },
      );
    });
  },
});
