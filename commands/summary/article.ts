/** What one article says, in a few of its sentences. */
import { defineCommand } from '../../src/app/command.ts';
import { given } from '../../src/app/given.ts';
import { callOf } from '../../src/app/paging.ts';
import { summariseNamed } from '../../src/app/summaries.ts';
import { summarisedContent } from '../../src/app/summary-content.ts';
import { extentOptions } from '../../src/app/summary-extent.ts';
import { wordingFor } from '../../src/app/wording.ts';
import { summaryGroup } from './group.ts';

/** Summarises an article by id or headline; offers the nearest ones where no single one is meant. */
export const articleSummary = defineCommand({
  name: 'article',
  group: summaryGroup,
  names: { 'zh-CN': '文章', 'zh-TW': '文章', en: 'article' },
  description: { 'zh-CN': '概括一篇文章', 'zh-TW': '概括一篇文章', en: 'summarise one article' },
  pace: 'slow',
  audience: 'everyone',
  options: {
    article: {
      type: 'article',
      required: true,
      names: { 'zh-CN': '文章', 'zh-TW': '文章', en: 'article' },
      description: { 'zh-CN': '文章的标题或编号', 'zh-TW': '文章的標題或編號', en: 'its headline or id' },
    },
    ...extentOptions,
    table: {
      type: 'flag',
      inner: true,
      names: { 'zh-CN': '表格', 'zh-TW': '表格', en: 'table' },
      description: { 'zh-CN': '把数字列成表格', 'zh-TW': '把數字列成表格', en: 'show its figures as a table' },
    },
  },
  async run(values, library, { locale }) {
    const { article, table, ...extent } = values;
    const summarised = await summariseNamed(article, given({ table, ...extent }), library);
    const look = { wording: wordingFor(locale), call: callOf('summary article', values), ...given({ table }) };
    return summarisedContent(summarised, look);
  },
});
