/** What the newspapers of a day say, article by article. */
import { defineCommand } from '../../src/app/command.ts';
import { UserError } from '../../src/app/errors.ts';
import { partOption } from '../../src/app/filters.ts';
import { given } from '../../src/app/given.ts';
import { NAME_LIMIT } from '../../src/app/limits.ts';
import { callOf } from '../../src/app/paging.ts';
import { summariseDays } from '../../src/app/summaries.ts';
import { SUMMARY_PARTS, stretchOf, summarisedContent } from '../../src/app/summary-content.ts';
import { readDays } from '../../src/app/summary-days.ts';
import { extentOptions } from '../../src/app/summary-extent.ts';
import { wordingFor } from '../../src/app/wording.ts';
import { summaryGroup } from './group.ts';

const dayNames = { 'zh-CN': '日期', 'zh-TW': '日期', en: 'day' } as const;

/** Summarises every article of a day (or of a month, where a month is named). */
export const daySummary = defineCommand({
  name: 'day',
  group: summaryGroup,
  names: dayNames,
  description: { 'zh-CN': '概括一天的新闻', 'zh-TW': '概括一天的新聞', en: 'summarise the news of a day' },
  pace: 'slow',
  audience: 'everyone',
  options: {
    day: {
      type: 'text',
      required: true,
      maxLength: NAME_LIMIT,
      names: dayNames,
      description: {
        'zh-CN': '如 2022-07-15；只写 7-15 就是资料库里最近一年的这一天',
        'zh-TW': '如 2022-07-15；只寫 7-15 就是資料庫裡最近一年的這一天',
        en: 'such as 2022-07-15; 7-15 is that day of the newest year that the library has it of',
      },
    },
    ...extentOptions,
    part: partOption(SUMMARY_PARTS),
  },
  async run(values, library, { locale }) {
    const { day, part = 1, ...extent } = values;
    const days = await readDays(day, library);
    if (days === null) throw new UserError('option-not-date', { option: dayNames[locale], value: day });
    // A button must mean the same day when a newer year has come in.
    const meant = days.from === days.to ? days.from : day;
    const summarised = await summariseDays(days, { ...given(extent), ...stretchOf(part) }, library);
    return summarisedContent(summarised, {
      wording: wordingFor(locale),
      call: callOf('summary day', { ...values, day: meant }),
      part,
    });
  },
});
