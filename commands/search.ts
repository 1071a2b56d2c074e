/** Ranked passages for some words, with the words marked. */
import { defineCommand } from '../src/app/command.ts';
import { UserError } from '../src/app/errors.ts';
import { checkDays, fromOption, pageOption, partOption, reporterOption, toOption } from '../src/app/filters.ts';
import { given } from '../src/app/given.ts';
import { QUESTION_LIMIT } from '../src/app/limits.ts';
import { callOf, pagingOf } from '../src/app/paging.ts';
import { passageQuote } from '../src/app/present.ts';
import { content, inline } from '../src/app/reply.ts';
import { wordingFor } from '../src/app/wording.ts';
import { articles } from './articles.ts';

/** Passages of one screenful. */
const PER_PART = 5;
/** A search gives at most 100 passages. */
const PARTS = 20;

/** Searches the passages; without words, lists the articles that the other options leave. */
export const search = defineCommand({
  name: 'search',
  names: { 'zh-CN': '检索', 'zh-TW': '檢索', en: 'search' },
  description: {
    'zh-CN': '检索报纸里的段落',
    'zh-TW': '檢索報紙裡的段落',
    en: 'search the passages of the newspapers',
  },
  pace: 'slow',
  audience: 'everyone',
  options: {
    words: {
      type: 'text',
      maxLength: QUESTION_LIMIT,
      names: { 'zh-CN': '关键词', 'zh-TW': '關鍵詞', en: 'words' },
      description: { 'zh-CN': '要找的词', 'zh-TW': '要找的詞', en: 'what to look for' },
    },
    reporter: reporterOption,
    from: fromOption,
    to: toOption,
    page: pageOption,
    part: partOption(PARTS),
  },
  async run({ words, part = 1, ...filters }, library, caller) {
    const { from, to, reporter, page } = filters;
    const wording = wordingFor(caller.locale);
    checkDays(from, to);
    if (words === undefined) {
      if ([from, to, reporter, page].every((value) => value === undefined)) throw new UserError('search-empty', {});
      return articles.run({ ...filters, part }, library, caller);
    }
    const limit = part * PER_PART + 1;
    const { passages } = await library.search(words, { ...given(filters), limit: Math.min(limit, PARTS * PER_PART) });
    const shown = passages.slice((part - 1) * PER_PART, part * PER_PART);
    if (shown.length === 0) {
      const text = part > 1 ? wording.noMore : wording.searchNothing(words);
      return content([{ kind: 'text', text: inline(text) }], { tone: 'refusal' });
    }
    const call = callOf('search', { words, ...filters });
    return content(
      [
        { kind: 'heading', level: 1, text: inline(wording.searchHeading(words)) },
        ...shown.map((passage) => ({
          ...passageQuote(passage, wording),
          call: callOf('article', { article: passage.article }),
        })),
      ],
      { paging: pagingOf(call, part, passages.length > part * PER_PART) },
    );
  },
});
