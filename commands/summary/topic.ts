/** What the library says of a topic or a person, in order of time. */
import { defineCommand } from '../../src/app/command.ts';
import { checkDays, fromOption, toOption } from '../../src/app/filters.ts';
import { given } from '../../src/app/given.ts';
import { QUESTION_LIMIT } from '../../src/app/limits.ts';
import { callOf } from '../../src/app/paging.ts';
import { summariseTopic } from '../../src/app/summaries.ts';
import { summarisedContent } from '../../src/app/summary-content.ts';
import { extentOptions } from '../../src/app/summary-extent.ts';
import { wordingFor } from '../../src/app/wording.ts';
import { summaryGroup } from './group.ts';

/** Summarises the articles that speak of some words; refuses where none really does. */
export const topicSummary = defineCommand({
  name: 'topic',
  group: summaryGroup,
  names: { 'zh-CN': '话题', 'zh-TW': '話題', en: 'topic' },
  description: {
    'zh-CN': '概括与一个话题或一个人有关的报道，按时间排列',
    'zh-TW': '概括與一個話題或一個人有關的報導，按時間排列',
    en: 'summarise what is said of a topic or a person, in order of time',
  },
  pace: 'slow',
  audience: 'everyone',
  options: {
    words: {
      type: 'text',
      required: true,
      maxLength: QUESTION_LIMIT,
      names: { 'zh-CN': '话题', 'zh-TW': '話題', en: 'words' },
      description: { 'zh-CN': '话题、人名或单位', 'zh-TW': '話題、人名或單位', en: 'a topic, person or body' },
    },
    from: fromOption,
    to: toOption,
    ...extentOptions,
  },
  async run(values, library, { locale }) {
    const { words, ...wish } = values;
    checkDays(wish.from, wish.to);
    const summarised = await summariseTopic(words, given(wish), library);
    return summarisedContent(summarised, { wording: wordingFor(locale), call: callOf('summary topic', values) });
  },
});
