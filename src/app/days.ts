/** Days as people write them into lists and file names. */
import { dateRange } from '../text/dates.ts';

const DAY = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

/** `2022-07-15`, `2022-07`, `20220715`, also with `_` or `.` between, as a part of a name and not of a longer number. */
const DAY_IN_NAME = /(?<!\d)(1[89]\d\d|20\d\d|21\d\d)(?:([-_.])(\d\d)(?:\2(\d\d))?|(\d\d)(\d\d))(?!\d)/g;

/** Whether a text is a day, month or year of the calendar: `2022-07-15`, `2022-07` or `2022`. */
export function isDay(text: string): boolean {
  return DAY.test(text) && dateRange(text) !== undefined;
}

/** The day or month that a file's name speaks of, or `null`. */
export function dayInName(name: string): string | null {
  for (const [, year, , month, day, packedMonth, packedDay] of name.matchAll(DAY_IN_NAME)) {
    const date = [year, month ?? packedMonth, day ?? packedDay].filter((part) => part !== undefined).join('-');
    if (isDay(date)) return date;
  }
  return null;
}

/** `2022-07-15` as a Chinese newspaper writes it; '' for an unknown day. */
export function spokenDay(date: string | null): string {
  const [year, month, day] = (date ?? '').split('-').map(Number);
  if (year === undefined || year === 0) return '';
  return [`${year}年`, month === undefined ? '' : `${month}月`, day === undefined ? '' : `${day}日`].join('');
}
