/** Reads the values of a request, which come as text, into what the options of the command declare. */
import { dateRange } from '../text/dates.ts';
import type { ChoiceOption, DateOption, IntegerOption, Option, Options, TextOption, ValuesOf } from './command.ts';
import { UserError } from './errors.ts';
import { exceeds, NAME_LIMIT } from './limits.ts';
import type { Locale } from './locale.ts';
import { plainLine } from './plain-text.ts';

type Value = string | number | boolean;

/** 2022-07-15, 2022/7/15, 2022.7, 2022年7月15日, 2022年 … */
const DAY = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2}))?)?[日号月年]?$/u;

const YES: readonly string[] = ['true', '1', 'yes', 'y', 'on', '是', '好', '开', '開'];
const NO: readonly string[] = ['false', '0', 'no', 'n', 'off', '否', '不', '关', '關'];

/** Refuses text that is longer than `limit` characters. */
function withinLimit(text: string, option: string, limit: number): string {
  if (exceeds(text, limit)) throw new UserError('option-too-long', { option, length: [...text].length, limit });
  return text;
}

function readText(text: string, label: string, option: TextOption): string {
  return withinLimit(text, label, option.maxLength);
}

function readInteger(text: string, label: string, { min, max }: IntegerOption): number {
  const value = /^[+-]?\d{1,9}$/u.test(text) ? Number(text) : Number.NaN;
  if (value >= min && value <= max) return value;
  throw new UserError('option-not-integer', { option: label, value: text, min, max });
}

/** A day, month or year in the ways that people write them, as `2022-07-15`, `2022-07` or `2022`; else `undefined`. */
export function partialDay(text: string): string | undefined {
  const [, year, month, day] = DAY.exec(text.normalize('NFKC')) ?? [];
  const parts = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter((part) => part !== undefined);
  const whole = parts.join('-');
  return year === undefined || dateRange(whole) === undefined ? undefined : whole;
}

function readDay(text: string, label: string, { edge }: DateOption): string {
  const range = dateRange(partialDay(text) ?? '');
  if (range === undefined) throw new UserError('option-not-date', { option: label, value: text });
  return range[edge];
}

function readFlag(text: string, label: string): boolean {
  const word = text.toLowerCase();
  if (YES.includes(word)) return true;
  if (NO.includes(word)) return false;
  throw new UserError('option-not-flag', { option: label, value: text });
}

function readChoice(text: string, option: ChoiceOption, locale: Locale): string {
  const found = option.choices.find(({ value, names }) => value === text || Object.values(names).includes(text));
  if (found !== undefined) return found.value;
  const choices = option.choices.map(({ names }) => names[locale]);
  throw new UserError('option-not-choice', { option: option.names[locale], value: text, choices });
}

function readValue(raw: string, option: Option, locale: Locale): Value {
  const label = option.names[locale];
  const text = plainLine(raw.normalize('NFC'));
  switch (option.type) {
    case 'text':
      return readText(option.lines === true ? raw : text, label, option);
    case 'integer':
      return readInteger(text.normalize('NFKC'), label, option);
    case 'date':
      return readDay(text.normalize('NFKC'), label, option);
    case 'choice':
      return readChoice(text, option, locale);
    case 'article':
      return withinLimit(text, label, NAME_LIMIT);
    case 'file':
      return text;
    case 'channel':
      return withinLimit(text.replace(/^<#(\d+)>$/u, '$1'), label, NAME_LIMIT);
    case 'flag':
      return readFlag(text.normalize('NFKC'), label);
  }
}

/**
 * The values of a request as the options declare them; blank ones count as not given.
 *
 * Throws a `UserError` that names the first option that is missing, unknown or unreadable in `locale`.
 */
export function readValues(options: Options, raw: Readonly<Record<string, string>>, locale: Locale): ValuesOf<Options> {
  const unknown = Object.keys(raw).find((key) => !Object.hasOwn(options, key));
  if (unknown !== undefined) {
    const known = Object.values(options).map(({ names }) => names[locale]);
    throw new UserError('option-unknown', { option: plainLine(unknown), known });
  }
  const values: Record<string, Value | undefined> = {};
  for (const [key, option] of Object.entries(options)) {
    const text = raw[key];
    const given = text !== undefined && plainLine(text) !== '';
    if (!given && option.required === true) throw new UserError('option-missing', { option: option.names[locale] });
    values[key] = given ? readValue(text, option, locale) : undefined;
  }
  return values;
}
