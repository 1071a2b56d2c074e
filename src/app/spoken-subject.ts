/** What a wish is about, as people say it: an article, a page, a day, all that there is, or a topic. */
import { findDates } from '../text/dates.ts';
import {
  ARTICLE_POINTERS,
  EVERYTHING,
  NEWS_NOUNS,
  PAGE_NOUNS,
  POINTERS,
  TOPIC_ENDS,
  TOPIC_STARTS,
} from './lexicon/spoken.ts';
import { namesDays } from './summary-days.ts';

/** What is to be summarised; an article without a name is one that was only pointed to. */
export type SpokenSubject =
  | { readonly kind: 'article'; readonly name: string }
  | { readonly kind: 'page'; readonly name: string }
  | { readonly kind: 'day'; readonly text: string }
  | { readonly kind: 'everything' }
  | { readonly kind: 'topic'; readonly words: string; readonly from?: string; readonly to?: string };

/** Longer ones are sentences. */
const LONGEST_TOPIC = 30;

const TITLE = /《([^》]+)》/u;
const ONLY_EVERYTHING = new RegExp(`^${EVERYTHING}(?:里|中)?(?:的)?(?:内容|${NEWS_NOUNS})?$`, 'u');
const POINTED = new RegExp(`^${POINTERS}*(?:${ARTICLE_POINTERS})?$`, 'u');
const NAMED_ARTICLE = new RegExp(`^(?:关于|有关|讲|说|谈|写)?(.+?)的?${ARTICLE_POINTERS}(?:的?内容)?$`, 'u');
const FILE = /^([\w.-]+\.(?:txt|md|jsonl)(?:\.gz)?)(?:文件)?$/u;
const PAGE = new RegExp(
  `^(?:整个|整)?第?([a-z]?[0-9]{1,4}|[一二三四五六七八九十]{1,3})(?:那个|这个|那|这)?${PAGE_NOUNS}$`,
  'u',
);
const NAMED_PAGE = /^(?:整个|整)?(.{2,20}?)(?:的)?(?:那个|这个|那|这)?(?:文件|版面)$/u;
const DAY = new RegExp(`^(.+?)(?:的|那天的?|当天的?)?(?:所有|全部)?(?:的)?${NEWS_NOUNS}?$`, 'u');
const TOPIC_START = new RegExp(`^(?:${TOPIC_STARTS}\\s*)+`, 'u');
const TOPIC_END = new RegExp(`(?:(?:的|之)?${TOPIC_ENDS})+$`, 'u');
const CHINESE_DIGITS = '零一二三四五六七八九十';

function pageNumber(text: string): string {
  const digit = CHINESE_DIGITS.indexOf(text);
  return digit > 0 ? String(digit) : text;
}

function pageOf(text: string): SpokenSubject | undefined {
  const file = FILE.exec(text)?.[1] ?? NAMED_PAGE.exec(text)?.[1];
  const numbered = PAGE.exec(text)?.[1];
  if (numbered !== undefined) return { kind: 'page', name: pageNumber(numbered) };
  return file === undefined ? undefined : { kind: 'page', name: file };
}

/** Headlines leave out the 的 between two nouns that people say. */
function asHeadline(name: string): string {
  return name.replace(/(?<=\p{L}{2})的(?=\p{L}{2})/gu, '');
}

function articleOf(text: string): SpokenSubject | undefined {
  const title = TITLE.exec(text)?.[1];
  if (title !== undefined) return { kind: 'article', name: title };
  if (POINTED.test(text)) return { kind: 'article', name: '' };
  const name = NAMED_ARTICLE.exec(text)?.[1]
    ?.replace(/^(?:the|that) /u, '')
    .trim();
  return name === undefined ? undefined : { kind: 'article', name: asHeadline(name) };
}

function dayOf(text: string): SpokenSubject | undefined {
  const day = namesDays(text) ? text : DAY.exec(text)?.[1];
  return day !== undefined && namesDays(day) ? { kind: 'day', text: day } : undefined;
}

/** A topic, with the days before it where they name their year. */
function topicOf(text: string): SpokenSubject | undefined {
  const [date] = findDates(text);
  const dated = date !== undefined && date.span.start === 0 && date.from !== '' && !date.relative;
  const rest = dated ? text.slice(date.span.end).replace(/^(?:的|间|期间|以来)+/u, '') : text;
  const words = rest.replace(TOPIC_START, '').replace(TOPIC_END, '').replace(/的$/u, '').trim();
  if (words === '' || words.length > LONGEST_TOPIC || /[,。;!?]/u.test(words)) return undefined;
  return { kind: 'topic', words, ...(dated ? { from: date.from, to: date.to } : {}) };
}

/** What a folded text without verbs and politeness names. */
export function subjectOf(raw: string): SpokenSubject | undefined {
  const text = raw
    .trim()
    .replace(/^(?:一下|下|出|[:,])+/u, '')
    .replace(/^(?:the )?(?:news|articles) (?:of|from|on|for) /u, '')
    .replace(/[:,]+$/u, '')
    .trim();
  if (ONLY_EVERYTHING.test(text)) return { kind: 'everything' };
  return dayOf(text) ?? pageOf(text) ?? articleOf(text) ?? topicOf(text);
}

/** Whether there can be no doubt that something in the library is meant. */
export function isDefinite(subject: SpokenSubject): boolean {
  return subject.kind !== 'topic';
}

/** An article's name without what only points to it. */
export function articleName(raw: string): string | undefined {
  const subject = articleOf(raw.trim());
  if (subject?.kind === 'article') return subject.name;
  const name = asHeadline(raw.trim().replace(/(?:的|这|那)+$/u, ''));
  return name === '' || name.length > LONGEST_TOPIC || /[,。;!?]/u.test(name) ? undefined : name;
}
