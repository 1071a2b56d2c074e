/**
 * Questions about the articles themselves: who wrote one, of which day it is, what a reporter wrote, which article
 * speaks of something. Their answers stand in the heads of the page, not in its sentences.
 */
import { foldText } from '../text/normalize.ts';

/** What is wanted of a set of articles. */
export type OfArticles = 'titles' | 'count' | 'reporters' | 'pages';

/** What is asked about articles. `title` is the headline that the question names, '' where it names none. */
export type ArticleQuestion =
  | { readonly kind: 'writer'; readonly title: string }
  | { readonly kind: 'day'; readonly title: string }
  | { readonly kind: 'by-reporter'; readonly reporter: string; readonly wants: OfArticles }
  /** Articles that carry one of these dispatch lines: 本报7月15日讯. */
  | { readonly kind: 'dispatch'; readonly lines: readonly string[]; readonly wants: readonly OfArticles[] }
  /** Who has written most. */
  | { readonly kind: 'busiest' }
  /** `limit` is how many are wanted, 0 for all; `phrase` is what they have to say to the letter, '' where that is not said. */
  | { readonly kind: 'which'; readonly limit: number; readonly phrase: string; readonly wants: OfArticles };

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
const HOW_MANY = /(?:几|多少)(?:篇|条|则)|(?:几|多少)个(?:报道|消息)/u;
const WHICH_PAGE = /哪(?:一|两|几|些|三)?个?版面?/u;
const DISPATCH = /本报(?:[\p{Script=Han}]{1,6})?\d{1,2}月\d{1,2}日[讯电]/gu;
const BUSIEST = new RegExp(
  `(?:哪[位个名]|谁)(?:记者|作者)?(?:在[^,，]{1,8})?(?:写|发|采写|署名|报道)(?:了|表)?(?:的|得)?${ARTICLE}?(?:数量?|篇数)?最多|(?:${ARTICLE})(?:数量?)?最多的(?:记者|作者)是`,
  'u',
);
const SAYING = '(?:提到|提及|出现|写到|说到|谈到|讲到|涉及|点名)(?:了|过)?';
/** 江北区这个区名: the words behind what is looked for. */
const CALLED = '(?:这个?|这一|这些)(?:[\\p{Script=Han}]{1,5})?';
const PHRASES = [
  new RegExp(`${SAYING}(?<phrase>[^?!。]{2,}?)(?:${CALLED})?(?:的(?:有|${ARTICLE}).*)?[?!。]*$`, 'u'),
  new RegExp(`^(?<phrase>.+?)(?:${CALLED})?[,，]?(?:都)?(?:被|在|出现在)(?:了)?哪.*(?:出现|提到|提及|写到|说到)`, 'u'),
];

/** What a text asks about articles, or `undefined` where it asks about what they say. */
export function askedOfArticles(raw: string): ArticleQuestion | undefined {
  const text = foldText(raw);
  const title = /《([^》]{2,60})》/u.exec(text)?.[1] ?? '';
  const lines = text.match(DISPATCH) ?? [];
  if (lines.length > 0 && wantsOf(text).length > 0) return { kind: 'dispatch', lines, wants: wantsOf(text) };
  if (BUSIEST.test(text)) return { kind: 'busiest' };
  if (DAY.test(text)) return { kind: 'day', title };
  if (WRITER.test(text) && (title !== '' || ABOUT_ARTICLE.test(text))) return { kind: 'writer', title };
  const reporter = BY_REPORTER.exec(text)?.[1];
  if (reporter !== undefined && WROTE_WHAT.test(text))
    return { kind: 'by-reporter', reporter, wants: HOW_MANY.test(text) ? 'count' : 'titles' };
  return whichOf(text);
}

/** What is wanted of a set of articles, in the order of the question. */
function wantsOf(text: string): OfArticles[] {
  const counted = HOW_MANY.test(text);
  const written = /(?:记者|作者)[^,，。]{0,6}(?:谁|哪)|哪[几些](?:位|个)?(?:记者|作者)/u.test(text);
  const titled = WHICH.test(text) && !written;
  return [
    ...(counted ? (['count'] as const) : []),
    ...(written ? (['reporters'] as const) : []),
    ...(titled ? (['titles'] as const) : []),
  ];
}

function whichOf(text: string): ArticleQuestion | undefined {
  const phrase =
    PHRASES.map((pattern) => pattern.exec(text)?.groups?.['phrase'] ?? '').find((each) => each !== '') ?? '';
  if (phrase !== '' && WHICH_PAGE.test(text)) return { kind: 'which', limit: 0, phrase: bare(phrase), wants: 'pages' };
  if (phrase !== '' && HOW_MANY.test(text)) return { kind: 'which', limit: 0, phrase: bare(phrase), wants: 'count' };
  const which = WHICH.exec(text);
  if (which === null) return undefined;
  const many = which[1] ?? which[2] ?? '一';
  return { kind: 'which', limit: LIMITS[many] ?? 0, phrase: bare(phrase), wants: 'titles' };
}

function bare(phrase: string): string {
  return phrase.replace(/^[“"‘'《\s]+|[”"’'》\s,，]+$/gu, '');
}
