/** What the forms of dates are made of: pieces of patterns, and readers of what these pieces caught. */
import {
  type Anchor,
  isoDay,
  lastDay,
  type Month,
  monthsPeriod,
  type Period,
  shiftDay,
  shiftMonth,
  unplaced,
} from './calendar.ts';
import { DAY_PARTS, FIVE_YEAR_PLANS, MONTH_PARTS, RELATIVE_MONTHS, RELATIVE_YEARS } from './lexicon/periods.ts';
import { readNumeral } from './numerals.ts';

/** What the named groups of a rule caught. */
export type Groups = Readonly<Record<string, string | undefined>>;

/** A digit. */
export const D = '[0-9０-９]';
/** What OCR may leave between the parts of a date. */
export const S = '[ \\u3000]{0,2}';
/** A number below 100 in digits of either kind. */
export const N = `(?:${D}{1,2}|[一二三四五六七八九十]{1,3})`;
/** From one to another. */
export const TO = `${S}[-－‐–—~～至到]{1,2}${S}`;
const AND = `${S}[、和及与]${S}`;
/** A year without 年. */
export const YEAR_DIGITS = `(?:${D}{4}|[一二][零〇○一二三四五六七八九]{3})`;
const YEAR_WORDS = Object.keys(RELATIVE_YEARS).join('|');
/** A year, by number (group `year`) or by a word (group `yearWord`). */
export const YEAR = `(?:(?<year>${YEAR_DIGITS})${S}年(?![多余来级])度?|(?<yearWord>${YEAR_WORDS}))`;
/** The year before a month, quarter or half, as far as there is one. */
export const OF_YEAR = `(?:${YEAR}的?${S})?`;
/** 本月, 上月 … */
export const MONTH_WORDS = Object.keys(RELATIVE_MONTHS).join('|');
/** 上旬, 底 … behind a month. */
export const MONTH_PART = Object.keys(MONTH_PARTS)
  .map((part) => (part === '中' ? '中(?![国央小心共考外学山])' : part))
  .join('|');
/** 上午, 下午 … */
export const DAY_PART = DAY_PARTS.join('|');
/** A time of day: 9时30分, 8点半, 20:30. */
export const CLOCK = `(?:${N}${S}(?:[时時](?![间間期代段速光])|[点點](?![建意要希]))(?:${N}分|半|整|许|钟)?|${D}{1,2}[:：]${D}{2}(?:[:：]${D}{2})?)`;
/** A time of day or a range of them. */
export const CLOCKS = `${CLOCK}(?:${TO}${CLOCK})?`;
const WEEKDAY = `(?:${S}[（(]?(?:周|星期)[一二三四五六日天][)）]?)?`;
/** The time of day behind a day, as far as there is one. */
export const TIME = `(?:${S}(?:(?:${DAY_PART})(?:${S}${CLOCKS})?|${CLOCKS}))?`;
/** One day, a list of days or a range; the months and years of a range's end are read from what was caught. */
export const DAYS = `(?<days>${N}(?:(?:${S}[日号號]${WEEKDAY})?(?:${AND}${N}|${TO}(?:(?:${YEAR_DIGITS}年)?${N}${S}月${S})?${N})(?!${S}月)){0,9}${S}[日号號]${WEEKDAY})`;
/** A day of {@link DAYS}: year, month and day. */
const LISTED_DAY = new RegExp(`(?:(${YEAR_DIGITS})年)?(?:(${N})${S}月${S})?(${N})(?![年月])`, 'g');
const WEEKDAYS = /[（(]?(?:周|星期)[一二三四五六日天][)）]?/g;
/** Words before 3日 that make it a length of time. */
export const LASTING = '连续|为期|历时|历经|长达|仅|短短|近|超过|用时|拘留';
/** Short names of the five-year plans. */
export const PLANS = Object.keys(FIVE_YEAR_PLANS).join('|');
/** What a number of whole months is called. */
const PRECISIONS: Readonly<Record<number, Period['precision']>> = { 1: 'month', 3: 'quarter', 6: 'half', 12: 'year' };
/** Behind 日 alone these make it a word or a length of time. */
export const NO_DAY = '(?![元圆报报内游均照产夜程]|之内|以内|以上|以下|后|之后|左右)';

/** A day of a new month may speak of the last days of the old one: on the 3rd, 28日 was last month. */
export const OLD_MONTH = { pageDay: 5, day: 25 } as const;

/** {@link readNumeral} of a group that may be missing. */
export function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : readNumeral(text);
}

/** The year that is named, or else the page's. */
export function yearOf({ year, yearWord }: Groups, anchor: Anchor | undefined): number | undefined {
  if (year !== undefined) return readNumeral(year);
  const distance = yearWord === undefined ? 0 : RELATIVE_YEARS[yearWord];
  return anchor === undefined || distance === undefined || distance === null ? undefined : anchor.year + distance;
}

/** The page's month, or the one before or after it that `word` names. */
export function monthOf(word: string | undefined, anchor: Anchor | undefined): Month | undefined {
  const distance = word === undefined ? 0 : RELATIVE_MONTHS[word];
  if (anchor?.month === undefined || distance === undefined || distance === null) return undefined;
  return shiftMonth({ year: anchor.year, month: anchor.month }, distance);
}

/** The page's day, or one `distance` days from it. */
export function dayOf(anchor: Anchor | undefined, distance: number | undefined): string | undefined {
  if (anchor?.month === undefined || anchor.day === undefined || distance === undefined) return undefined;
  const day = isoDay({ year: anchor.year, month: anchor.month }, anchor.day);
  return day === undefined ? undefined : shiftDay(day, distance);
}

/** Some days of a month; without the month they are only checked. */
export function daysPeriod(month: Month | undefined, first: number, last: number): Period | undefined {
  const precision = first === last ? 'day' : 'days';
  if (month === undefined) return first >= 1 && first <= last && last <= 31 ? unplaced(precision) : undefined;
  const [from, to] = [isoDay(month, first), isoDay(month, last)];
  return from === undefined || to === undefined || from > to ? undefined : { from, to, precision };
}

/** From the first to the last day of a list or range whose first day belongs to `month`. */
export function readDays(days: string, month: Month | undefined): Period | undefined {
  const listed = [...days.replace(WEEKDAYS, '').matchAll(LISTED_DAY)];
  const last = listed.at(-1);
  const [firstDay, lastDay] = [numberOf(listed[0]?.[3]), numberOf(last?.[3])];
  if (firstDay === undefined || lastDay === undefined) return undefined;
  const named = numberOf(last?.[2]);
  if (month === undefined || named === undefined) return daysPeriod(month, firstDay, lastDay);
  // From 12月28日 to 1月3日 the year turns.
  const turned = named < month.month ? month.year + 1 : month.year;
  const end = { year: numberOf(last?.[1]) ?? turned, month: named };
  const [from, to] = [isoDay(month, firstDay), isoDay(end, lastDay)];
  return from === undefined || to === undefined || from > to ? undefined : { from, to, precision: 'days' };
}

/** The months `first` to `last` of the named year. */
export function monthsOf(
  groups: Groups,
  anchor: Anchor | undefined,
  months: readonly [number, number],
): Period | undefined {
  const [first, last] = months;
  if (first < 1 || last > 12 || first > last) return undefined;
  const precision = PRECISIONS[last - first + 1] ?? 'months';
  const year = yearOf(groups, anchor);
  if (year === undefined) return unplaced(precision);
  return monthsPeriod({ year, month: first }, { year, month: last }, precision);
}

/** A month, or the part of it that `part` (上旬, 底 …) names. */
export function partOfMonth(month: Month | undefined, part: string | undefined): Period | undefined {
  const days = MONTH_PARTS[part ?? ''];
  if (month === undefined) return unplaced(days === undefined ? 'month' : 'days');
  if (days === undefined) return monthsPeriod(month, month, 'month');
  return daysPeriod(month, days[0], Math.min(days[1], lastDay(month)));
}
