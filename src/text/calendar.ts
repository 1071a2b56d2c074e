/** Calendar arithmetic on days written `YYYY-MM-DD`, without clock and time zone. */

/** How much time a period takes in. */
export type Precision = 'day' | 'days' | 'month' | 'quarter' | 'half' | 'year' | 'years' | 'months';

/** A stretch of whole days, both ends included; '' for an end that is not known. */
export interface Period {
  readonly from: string;
  readonly to: string;
  readonly precision: Precision;
}

/** A day, or the part of it that is known. */
export interface Anchor {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

/** A month of a year. */
export interface Month {
  readonly year: number;
  readonly month: number;
}

const DAY_MS = 86_400_000;

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

/** The number of days in a month. */
export function lastDay({ year, month }: Month): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** `YYYY-MM-DD`, or `undefined` for a day that the calendar does not have. */
export function isoDay({ year, month }: Month, day: number): string | undefined {
  if (month < 1 || month > 12 || day < 1 || day > lastDay({ year, month })) return undefined;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** The day `days` later (or earlier). */
export function shiftDay(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Days from one day to another, negative for an earlier one. */
export function daysFrom(day: string, other: string): number {
  return Math.round((Date.parse(`${other}T00:00:00Z`) - Date.parse(`${day}T00:00:00Z`)) / DAY_MS);
}

/** The month `months` later (or earlier). */
export function shiftMonth({ year, month }: Month, months: number): Month {
  const count = year * 12 + month - 1 + months;
  return { year: Math.floor(count / 12), month: (count % 12) + 1 };
}

/** 0 for Monday to 6 for Sunday. */
export function weekday(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** From the first day of one month to the last day of another. */
export function monthsPeriod(from: Month, to: Month, precision: Precision): Period {
  return { from: isoDay(from, 1) ?? '', to: isoDay(to, lastDay(to)) ?? '', precision };
}

/** From the first day of one year to the last day of another. */
export function yearsPeriod(from: number, to: number): Period {
  const precision = from === to ? 'year' : 'years';
  return monthsPeriod({ year: from, month: 1 }, { year: to, month: 12 }, precision);
}

/** A period that is named but cannot be placed. */
export function unplaced(precision: Precision): Period {
  return { from: '', to: '', precision };
}

/** Reads `2022`, `2020-05` or `2022-07-15`; `undefined` for anything else. */
export function readAnchor(day: string): Anchor | undefined {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(day);
  if (found === null) return undefined;
  const year = Number(found[1]);
  if (found[2] === undefined) return { year };
  const month = Number(found[2]);
  if (isoDay({ year, month }, Number(found[3] ?? 1)) === undefined) return undefined;
  return found[3] === undefined ? { year, month } : { year, month, day: Number(found[3]) };
}
