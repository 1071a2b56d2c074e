/**
 * Questions about the articles themselves: who wrote one, of which day it is, what a reporter wrote, which article
 * speaks of something. Their answers stand in the heads of the page, not in its sentences.
 */
import { foldText } from '../text/normalize.ts';

/** What is asked about articles. `title` is the headline that the question names, '' where it names none. */
export type ArticleQuestion =
  | { readonly kind: 'writer'; readonly title: string }
  | { readonly kind: 'day'; readonly title: string }
  | { readonly kind: 'by-reporter'; readonly reporter: string }
  /** `limit` is how many are wanted, 0 for all. */
  | { readonly kind: 'which'; readonly limit: number };

const ARTICLE = '(?:文章|报道|新闻|消息|稿子|稿件|通讯|侧记|特写)';
const WRITER =
  /(?:谁|哪[几]?[位名](?:记者|作者)?|哪[个几些](?:记者|作者|人))(?:采访)?(?:写|报道|采写|撰写|撰|署名)|(?:记者|作者|署名)(?:分别)?(?:是|叫|都有|有)?(?:谁|哪[位个名几些]|什么名字)|由谁(?:采写|报道|撰写)/u;
const ABOUT_ARTICLE = new RegExp(`${ARTICLE}|[这那该](?:篇|条|则)|记者|作者|^(?:是|由)?谁(?:写|报道|采写)`, 'u');
const DAY = new RegExp(
  `(?:[这那该](?:篇|条|则)|${ARTICLE}|》).{0,8}(?:哪一?天|什么时候|何时|几号|几月几[日号]|哪一?日).{0,4}(?:发|登|刊|见报|出版)`,
  'u',
);
const BY_REPORTER = /(?:记者|通讯员|作者)([\p{Script=Han}]{2,4}?)(?=在|都|分别|一共|共|写|报道|采写|署名|发表|的|有)/u;
const WROTE_WHAT = new RegExp(`哪|什么|几篇|多少篇|${ARTICLE}有`, 'u');
const WHICH = new RegExp(
  `哪(一|两|几|些|三|四|五)?(?:篇|则)${ARTICLE}?|哪(一|两|几|些|三|四|五)?(?:条|个)?${ARTICLE}`,
  'u',
);
const LIMITS: Readonly<Record<string, number>> = Object.freeze({ 一: 1, 两: 2, 三: 3, 四: 4, 五: 5 });

/** What a text asks about articles, or `undefined` where it asks about what they say. */
export function askedOfArticles(raw: string): ArticleQuestion | undefined {
  const text = foldText(raw);
  const title = /《([^》]{2,60})》/u.exec(text)?.[1] ?? '';
  if (DAY.test(text)) return { kind: 'day', title };
  if (WRITER.test(text) && (title !== '' || ABOUT_ARTICLE.test(text))) return { kind: 'writer', title };
  const reporter = BY_REPORTER.exec(text)?.[1];
  if (reporter !== undefined && WROTE_WHAT.test(text)) return { kind: 'by-reporter', reporter };
  const which = WHICH.exec(text);
  if (which === null) return undefined;
  const many = which[1] ?? which[2] ?? '一';
  return { kind: 'which', limit: LIMITS[many] ?? 0 };
}
