/** Summaries. */
import type { Group } from '../../src/app/command.ts';

/** The commands under `/summary`. */
export const summaryGroup: Group = {
  name: 'summary',
  names: { 'zh-CN': '概括', 'zh-TW': '概括', en: 'summary' },
  description: {
    'zh-CN': '概括文章、话题或一天的新闻',
    'zh-TW': '概括文章、話題或一天的新聞',
    en: 'summarise articles',
  },
};
