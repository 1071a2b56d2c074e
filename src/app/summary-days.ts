/** Days as people name them, and the articles of a stretch of days. */
import type { Article } from '../ingest/model.ts';
import { shiftDay } from '../text/calendar.ts';
import { dateRange, findDates } from '../text/dates.ts';
import { foldText } from '../text/normalize.ts';
import type { Library } from './model.ts';

/** A stretch of days, both ends included, `YYYY-MM-DD`; an end that is left out is open. */
export interface Days {
  readonly from?: string;
  readonly to?: string;
}

/** A day (or month, where no more is known) that the library has articles of. */
export interface KnownDay {
  readonly day: string;
  readonly articles: number;
}

/** Articles that are looked through for one request at most; a daily paper prints as many in a month. */
export const MOST_ARTICLES = 2000;
/** How far back a day without a year is looked for. */
const YEARS_BACK = 120;
/** Days around an empty stretch that are looked through for others, one after the other until there is one. */
const AROUND = [7, 31, 366] as const;
/** A year that has every day. */
const ANY_YEAR = '2000';
/** Days offered before the stretch and behind it. */
const OFFERED = 3;
/** 7-15, 7/15, 7.15. */
const BARE_MONTH_DAY = /^(\d{1,2})[-/.](\d{1,2})$/u;
/** A day of a month or a month, but none that is told from today: 今年7月, 上月. */
const MONTH = /月/u;
const FROM_TODAY = /[今昨前明去上本下这当同每]/u;
/** Days that are told from today; the library knows no today, so that its newest day stands for it. */
const NEWEST = /^(?:今天|今日|当天|最新|最近|近日|最近一天|最新一期|今天的?报纸|today|latest|newest)$/u;

/** Whether all the days that a date may mean lie within. */
function isWithin(date: string | null, { from, to }: Days): boolean {
  if (from === undefined && to === undefined) return true;
  const range = date === null ? undefined : dateRange(date);
  if (range === undefined) return false;
  return (from === undefined || range.from >= from) && (to === undefined || range.to <= to);
}

/** By day, undated ones last, else in the order that they came in. */
export function inOrderOfTime(articles: readonly Article[]): Article[] {
  return [...articles].sort((a, b) => {
    const [first, second] = [a.date ?? '9', b.date ?? '9'];
    return first < second ? -1 : Number(first > second);
  });
}

/** The articles of these days, in page order; `null` where there are more than {@link MOST_ARTICLES}. */
export async function articlesOf(days: Days, library: Library): Promise<Article[] | null> {
  const found = await library.articles({ ...days, limit: MOST_ARTICLES + 1 });
  return found.length > MOST_ARTICLES ? null : found.filter(({ date }) => isWithin(date, days));
}

async function hasArticles(days: Days, library: Library): Promise<boolean> {
  const found = await library.articles({ ...days, limit: MOST_ARTICLES });
  return found.some(({ date }) => isWithin(date, days));
}

/** What the text names when the library's newest day is today. */
function mentioned(text: string, anchor: string): { readonly days: Required<Days>; readonly relative: boolean } | null {
  const [mention, ...more] = findDates(text, anchor);
  if (mention === undefined || more.length > 0 || mention.from === '' || mention.to === '') return null;
  // 7月15日的 names a day, 7月15日开会的人 does not.
  const rest = text.slice(0, mention.span.start) + text.slice(mention.span.end);
  return /[\p{L}\p{N}]/u.test(rest)
    ? null
    : { days: { from: mention.from, to: mention.to }, relative: mention.relative };
}

/** Whether a folded text is the name of a day or of several, and nothing else. */
export function namesDays(text: string): boolean {
  return NEWEST.test(text) || mentioned(text.replace(BARE_MONTH_DAY, '$1月$2日'), ANY_YEAR) !== null;
}

/**
 * The days that a text names: 2022-07-15, 7月15日, 7-15, 2022年7月. Without a year it is the newest year in which the
 * library has articles of these days, else the year of its newest day. `null` where no day is named.
 */
export async function readDays(raw: string, library: Library): Promise<Required<Days> | null> {
  const text = foldText(raw).trim().replace(BARE_MONTH_DAY, '$1月$2日');
  const { newest } = await library.counts();
  const exact = dateRange(text) ?? (NEWEST.test(text) && newest !== null ? dateRange(newest) : undefined);
  if (exact !== undefined) return exact;
  const found = mentioned(text, newest ?? '');
  if (found === null || !found.relative || !MONTH.test(text) || FROM_TODAY.test(text)) return found?.days ?? null;
  const year = Number((newest ?? '').slice(0, 4));
  for (let back = 0; back < YEARS_BACK; back += 1) {
    const then = mentioned(text, String(year - back));
    if (then !== null && (await hasArticles(then.days, library))) return then.days;
  }
  return found.days;
}

function countDays(articles: readonly Article[]): KnownDay[] {
  const counts = new Map<string, number>();
  for (const { date } of articles) if (date !== null) counts.set(date, (counts.get(date) ?? 0) + 1);
  return [...counts].map(([day, count]) => ({ day, articles: count })).sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** Days nearest to an empty stretch that the library has articles of, in order of time. */
export async function nearestDays({ from, to }: Days, library: Library): Promise<KnownDay[]> {
  for (const around of AROUND) {
    const wider = {
      ...(from === undefined ? {} : { from: shiftDay(from, -around) }),
      ...(to === undefined ? {} : { to: shiftDay(to, around) }),
    };
    const days = countDays((await articlesOf(wider, library)) ?? []);
    if (days.length === 0) continue;
    const middle = from ?? to ?? '';
    const before = days.filter(({ day }) => day < middle);
    const after = days.filter(({ day }) => day >= middle);
    return [...before.slice(-OFFERED), ...after.slice(0, OFFERED)];
  }
  const { newest } = await library.counts();
  if (newest === null) return [];
  const ofNewest = await articlesOf(dateRange(newest) ?? {}, library);
  return countDays(ofNewest ?? []).slice(-1);
}
