/** The list of articles, narrowed and by screenfuls. */
import { defineCommand } from '../src/app/command.ts';
import {
  checkDays,
  fromOption,
  pageOption,
  partOption,
  reporterOption,
  toOption,
  unsignedOption,
} from '../src/app/filters.ts';
import { given } from '../src/app/given.ts';
import { callOf, pagingOf } from '../src/app/paging.ts';
import { articleItem } from '../src/app/present.ts';
import { content, inline } from '../src/app/reply.ts';
import { unsignedArticles } from '../src/app/unsigned.ts';
import { wordingFor } from '../src/app/wording.ts';

/** Articles of one screenful. */
const PER_PART = 20;
/** Far more than anybody turns over; a library of a million articles still has every one within reach of filters. */
const PARTS = 10_000;

/** Lists the articles in page and reading order. */
export const articles = defineCommand({
  name: 'articles',
  names: { 'zh-CN': '文章列表', 'zh-TW': '文章列表', en: 'articles' },
  description: { 'zh-CN': '列出文章', 'zh-TW': '列出文章', en: 'list the articles' },
  pace: 'slow',
  audience: 'everyone',
  options: {
    reporter: reporterOption,
    from: fromOption,
    to: toOption,
    page: pageOption,
    unsigned: unsignedOption,
    part: partOption(PARTS),
  },
  async run({ part = 1, ...filters }, library, { locale }) {
    const wording = wordingFor(locale);
    checkDays(filters.from, filters.to);
    const before = (part - 1) * PER_PART;
    const { unsigned = false, ...conditions } = filters;
    const query = { ...given(conditions), offset: before, limit: PER_PART + 1 };
    const found = await (unsigned ? unsignedArticles(query, library) : library.articles(query));
    if (found.length === 0) {
      const text = part > 1 ? wording.noMore : wording.articlesNothing;
      return content([{ kind: 'text', text: inline(text) }], { tone: 'refusal' });
    }
    const items = found.slice(0, PER_PART).map((article) => articleItem(article, wording));
    return content(
      [
        { kind: 'heading', level: 1, text: inline(wording.articlesHeading) },
        { kind: 'list', start: before + 1, items },
      ],
      { paging: pagingOf(callOf('articles', filters), part, found.length > PER_PART) },
    );
  },
});
