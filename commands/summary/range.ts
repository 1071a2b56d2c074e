/** What the newspapers of some time say, article by article. */
import { defineCommand } from '../../src/app/command.ts';
import { checkDays, fromOption, partOption, toOption } from '../../src/app/filters.ts';
import { given } from '../../src/app/given.ts';
import { callOf } from '../../src/app/paging.ts';
import { summariseDays } from '../../src/app/summaries.ts';
import { SUMMARY_PARTS, stretchOf, summarisedContent } from '../../src/app/summary-content.ts';
import { extentOptions } from '../../src/app/summary-extent.ts';
import { wordingFor } from '../../src/app/wording.ts';
import { summaryGroup } from './group.ts';

/** Summarises every article from one day to another; an end that is left out is open. */
export const rangeSummary = defineCommand({
  name: 'range',
  group: summaryGroup,
  names: { 'zh-CN': '时段', 'zh-TW': '時段', en: 'range' },
  description: {
    'zh-CN': '概括一段时间的新闻；不写日期就是全部资料',
    'zh-TW': '概括一段時間的新聞；不寫日期就是全部資料',
    en: 'summarise the news of some time; without days, all of it',
  },
  pace: 'slow',
  audience: 'everyone',
  options: { from: fromOption, to: toOption, ...extentOptions, part: partOption(SUMMARY_PARTS) },
  async run(values, library, { locale }) {
    const { from, to, part = 1, ...extent } = values;
    checkDays(from, to);
    const summarised = await summariseDays(given({ from, to }), { ...given(extent), ...stretchOf(part) }, library);
    return summarisedContent(summarised, { wording: wordingFor(locale), call: callOf('summary range', values), part });
  },
});
