/** What a newspaper page says, article by article. */
import { defineCommand } from '../../src/app/command.ts';
import { partOption } from '../../src/app/filters.ts';
import { given } from '../../src/app/given.ts';
import { NAME_LIMIT } from '../../src/app/limits.ts';
import { callOf } from '../../src/app/paging.ts';
import { summarisePage } from '../../src/app/summaries.ts';
import { SUMMARY_PARTS, stretchOf, summarisedContent } from '../../src/app/summary-content.ts';
import { extentOptions } from '../../src/app/summary-extent.ts';
import { wordingFor } from '../../src/app/wording.ts';
import { summaryGroup } from './group.ts';

/** Summarises every article of a page; offers pages where no single one is meant. */
export const pageSummary = defineCommand({
  name: 'page',
  group: summaryGroup,
  names: { 'zh-CN': '版面', 'zh-TW': '版面', en: 'page' },
  description: { 'zh-CN': '概括一个版面', 'zh-TW': '概括一個版面', en: 'summarise a newspaper page' },
  pace: 'slow',
  audience: 'everyone',
  options: {
    page: {
      type: 'text',
      required: true,
      maxLength: NAME_LIMIT,
      names: { 'zh-CN': '版面', 'zh-TW': '版面', en: 'page' },
      description: {
        'zh-CN': '版面的编号，或文件名，写一部分也行',
        'zh-TW': '版面的編號，或檔名，寫一部分也行',
        en: 'its number, or the name of its file, or a part of it',
      },
    },
    ...extentOptions,
    part: partOption(SUMMARY_PARTS),
  },
  async run(values, library, { locale }) {
    const { page, part = 1, ...extent } = values;
    const summarised = await summarisePage(page, { ...given(extent), ...stretchOf(part) }, library);
    return summarisedContent(summarised, { wording: wordingFor(locale), call: callOf('summary page', values), part });
  },
});
