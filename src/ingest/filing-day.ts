/** Which day does a dateline mean? It leaves out what the day's paper made plain: the year, often the month. */
import { readNumber } from '../text/numbers.ts';

const NUMBER = '(?<year>[\\d〇○零一二三四五六七八九]{4})';
/** Months that a dateline may lie ahead of its page before it must be last year's. */
const HALF_YEAR = 6;
const SMALL = '[\\d一二三四五六七八九十]{1,3}';
const DAY = new RegExp(`(?:${NUMBER}\\s?年\\s?)?(?:(?<month>${SMALL})\\s?月\\s?)?(?<day>${SMALL})\\s?日`);

/** Reads a number in digits or in Chinese, a year digit by digit (二〇二二). */
function read(written: string): number {
  return readNumber(written) ?? Number.NaN;
}

/** `YYYY-MM-DD`, or `null` for a day that no calendar has. */
function format(year: number, month: number, day: number): string | null {
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31)) return null;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** A page's date in numbers; parts that are not known are `undefined`. */
interface PageDay {
  readonly year: number | undefined;
  readonly month: number | undefined;
  readonly day: number | undefined;
}

function readPageDay(date: string | null): PageDay {
  const [year, month, day] = (date ?? '').split('-').map(Number);
  return { year: year !== undefined && year > 0 ? year : undefined, month, day };
}

/** A day with its month: of the page's year, or of the year before where the month is still to come. */
function dayOfYear(month: number, day: number, page: PageDay): string | null {
  if (page.year === undefined) return null;
  const toCome = page.month !== undefined && month - page.month > HALF_YEAR;
  return format(toCome ? page.year - 1 : page.year, month, day);
}

/** A day alone: of the page's month, or of the month before where the day is still to come. */
function dayOfMonth(day: number, { year, month, day: pageDay }: PageDay): string | null {
  if (year === undefined || month === undefined) return null;
  if (pageDay === undefined || day <= pageDay) return format(year, month, day);
  return month === 1 ? format(year - 1, 12, day) : format(year, month - 1, day);
}

/**
 * The day of a dateline such as `本报7月15日讯`, what it leaves out taken from the day of its page (`2022-07-15`,
 * `2020-05` or `2022`). A paper prints the past: a dateline of December on a page of January is last year's, a day
 * later than the page's own is last month's. `null` where the dateline names no day or the page's date is too vague.
 */
export function filingDay(dateline: string, pageDate: string | null): string | null {
  const found = DAY.exec(dateline.normalize('NFKC'))?.groups;
  if (found?.['day'] === undefined) return null;
  const day = read(found['day']);
  const page = readPageDay(pageDate);
  if (found['month'] === undefined) return dayOfMonth(day, page);
  const month = read(found['month']);
  return found['year'] === undefined ? dayOfYear(month, day, page) : format(read(found['year']), month, day);
}
