/**
 * Numbers and quantities in raw text: half or full width, simplified or traditional.
 *
 * A quantity is a number that counts or measures. Numbers inside names and dates are none: 三国, 一带一路, G1842, 5G,
 * 2022年, 7月14日. They are told apart by what stands beside them and by lexicons, not by a model.
 */
import { type Amount, amountAt, matchAt } from './amounts.ts';
import {
  BARE_QUALIFIERS,
  CHINESE_NUMERALS,
  QUALIFIER_BLOCKS,
  QUALIFIERS,
  TRAILERS,
  VAGUE_AFTER_ONE,
  VAGUE_BEFORE_ONE,
} from './lexicon/numerals.ts';
import { CURRENCY_SIGNS, TIME_UNITS, WEAK_UNITS } from './lexicon/units.ts';
import { NO_QUANTITY } from './no-quantity.ts';
import { readNumeral } from './numerals.ts';
import type { Span } from './span.ts';

/** What a quantity measures. `times` are both 次 and 倍; ages, temperatures, volumes, power and the like are `other`. */
export type Measure =
  | 'money'
  | 'percent'
  | 'area'
  | 'length'
  | 'weight'
  | 'duration'
  | 'people'
  | 'count'
  | 'ordinal'
  | 'times'
  | 'score'
  | 'other';

/** A number with its unit. */
export interface Quantity {
  /** All of it: 近900家, 超30万户, 20家以上. */
  readonly span: Span;
  /** Number and unit alone. */
  readonly core: Span;
  /** The value in `unit`, 万 and 亿 multiplied in; for a range the lower end. */
  readonly low: number;
  /** The upper end of a range (20-40家, 七八个, 几十人), else the same as `low`. */
  readonly high: number;
  /** The everyday name of the unit: 元 for 亿元, 平方米 for 万㎡; `分之` for a fraction, 半 for a half, '' when there is none. */
  readonly unit: string;
  /** What stands behind the digits: 亿元, 万平方米, 家, %. */
  readonly scaledUnit: string;
  readonly measure: Measure;
  /** Whether it is said to be inexact or a bound: 近, 约, 超, 余, 多, 以上 … */
  readonly approximate: boolean;
}

const CANDIDATE = new RegExp(`[0-9０-９第半好几幾数數${CHINESE_NUMERALS}]`, 'g');
const NUMERAL_RUN = new RegExp(`[${CHINESE_NUMERALS}]+`, 'y');
const TRAILER = new RegExp(`[ ]?(?:${TRAILERS.join('|')})`, 'y');
const BARE = new RegExp(`(?:${BARE_QUALIFIERS.join('|')})$`);
/** Both forms of a character that differs in traditional script. */
function bothScripts(sign: string): string {
  return `[${sign}${{ 过: '過', 约: '約', 将: '將', 于: '於' }[sign] ?? ''}]`;
}

const QUALIFIER = new RegExp(
  `(?:${[...QUALIFIERS]
    .sort((a, b) => b.length - a.length)
    .map((word) => (word.length > 1 ? word : `(?<![${QUALIFIER_BLOCKS}])${word}`).replace(/[过约将于]/g, bothScripts))
    .join('|')})[ ]?$`,
);
/** The longest qualifier with a blank and the character before it. */
const QUALIFIER_REACH = 6;
/** Behind letters only these measures make a number a quantity: GDP5.3%, but G1842次. */
const MEASURED: ReadonlySet<Measure> = new Set(['money', 'percent', 'area', 'length', 'weight']);
/** Digits from which on a number without a unit is taken for a telephone number or the like. */
const LONG_NUMBER = 7;
const WEAK = new Set(WEAK_UNITS);

/**
 * Reads a written number, Chinese or Arabic or mixed, such as `三万五千`, `3.5万` or `１２０`.
 *
 * Returns `undefined` for anything that is not wholly a number, so `三国` is not 3 and `三成` not 0.3; 半 is 0.5.
 */
export function readNumber(text: string): number | undefined {
  const plain = text.trim();
  if (plain === '半') return 0.5;
  const sign = /^(?:[-－−负負]|零下)/.exec(plain)?.[0] ?? '';
  const value = readNumeral(plain.slice(sign.length));
  return value === undefined || sign === '' ? value : -value;
}

/** Whether a number without a unit is worth reporting: not a year, a telephone number or a word such as 万千. */
function standsAlone({ numeral, measure, low }: Amount): boolean {
  if (numeral === undefined || measure === 'ordinal') return true;
  const { digits, arabic, scale } = numeral;
  if (!arabic) return /^[一二两兩三四五六七八九].*[百千万萬亿億]/.test(digits);
  if (scale !== '') return true;
  if (/^[0０][0-9０-９]/.test(digits) || digits.length >= LONG_NUMBER) return false;
  return digits.length !== 4 || low < 1900 || low > 2100;
}

/** Whether one Chinese character, such as 一 or 十, counts anything here. */
function countsInWords(text: string, { start, unit, scaledUnit, numeral }: Amount): boolean {
  if (WEAK.has(unit)) return false;
  if (numeral?.digits !== '一') return true;
  return !VAGUE_AFTER_ONE.includes(scaledUnit.charAt(0)) && !VAGUE_BEFORE_ONE.includes(text.charAt(start - 1) || '\n');
}

/** Whether an amount counts or measures where it stands. */
function isQuantity(text: string, amount: Amount): boolean {
  const { start, unit, measure, numeral, high } = amount;
  const before = text.slice(Math.max(0, start - 2), start);
  if (unit === '' && !(text.charAt(start - 1) in CURRENCY_SIGNS) && !standsAlone(amount)) return false;
  if (/[A-Za-z][-—]?$/.test(before) && !MEASURED.has(measure)) return false;
  if (numeral === undefined || measure === 'ordinal' || numeral.arabic || unit === '分之') return true;
  if (unit === '成' && high > 10) return false;
  if (measure !== 'percent' && /^[百千万萬亿億]/.test(numeral.digits) && text.startsWith(numeral.digits, start)) {
    return numeral.digits.length > 1 || numeral.approximate || BARE.test(before);
  }
  return numeral.digits.length > 1 || numeral.approximate || countsInWords(text, amount);
}

/** The words before an amount that say how exact it is, or the sign or currency written there; nothing before `floor`. */
function withPrefix(text: string, amount: Amount, floor: number): { amount: Amount; start: number } {
  const { start, unit } = amount;
  if (start === floor) return { amount, start };
  const sign = text.charAt(start - 1);
  const currency = CURRENCY_SIGNS[sign];
  if (unit === '' && currency !== undefined) {
    const priced = { ...amount, start: start - 1, unit: currency, measure: 'money' } as const;
    return { amount: priced, start: start - 1 };
  }
  const negative =
    /[%℃度]$/.test(unit) && /(?:^|[^0-9A-Za-z０-９%])[-－−]$/.test(text.slice(Math.max(0, start - 2), start));
  if (negative)
    return { amount: { ...amount, start: start - 1, low: -amount.high, high: -amount.low }, start: start - 1 };
  const before = text.slice(Math.max(floor, start - QUALIFIER_REACH), start);
  const bare = /^[百千万萬亿億]/.test(text.slice(start)) ? BARE.exec(before)?.[0] : undefined;
  const word = QUALIFIER.exec(before)?.[0] ?? bare ?? '';
  if (word === '') return { amount, start };
  if (word === '零下')
    return { amount: { ...amount, low: -amount.high, high: -amount.low }, start: start - word.length };
  return { amount: { ...amount, approximate: true }, start: start - word.length };
}

function toQuantity(text: string, found: Amount, floor: number): Quantity {
  const { amount, start } = withPrefix(text, found, floor);
  const { low, high, unit, scaledUnit, measure } = amount;
  const trailer = unit === '' ? '' : (matchAt(TRAILER, text, amount.end)?.[0] ?? '');
  return {
    span: { start, end: amount.end + trailer.length },
    core: { start: amount.start, end: amount.end },
    low,
    high,
    unit,
    scaledUnit,
    measure,
    approximate: amount.approximate || trailer !== '',
  };
}

/** 1小时30分钟 and 2年零3个月 are one duration each. */
function joinDurations(text: string, first: Quantity | undefined, second: Quantity): Quantity | undefined {
  const [long, short] = [TIME_UNITS[first?.unit ?? ''], TIME_UNITS[second.unit]];
  if (first === undefined || long === undefined || short === undefined || short >= long) return undefined;
  if (!/^[零又]?$/.test(text.slice(first.span.end, second.span.start))) return undefined;
  const extra = (second.low * short) / long;
  return {
    ...first,
    span: { start: first.span.start, end: second.span.end },
    core: { start: first.core.start, end: second.core.end },
    low: first.low + extra,
    high: first.high + extra,
    measure: 'duration',
    approximate: first.approximate || second.approximate,
  };
}

/** The quantity that begins at `at`, if one does, and where to look on; `floor` is the end of the one before. */
function quantityAt(text: string, at: number, floor: number): { quantity?: Quantity; next: number } {
  const skipped = matchAt(NO_QUANTITY, text, at)?.[0].length ?? 0;
  if (skipped > 0) return { next: at + skipped };
  const amount = amountAt(text, at);
  // Where nothing begins, the whole run of Chinese digits is no number, so its tail is none either.
  if (amount === undefined) return { next: at + Math.max(1, matchAt(NUMERAL_RUN, text, at)?.[0].length ?? 0) };
  if (!isQuantity(text, amount)) return { next: amount.end };
  const quantity = toQuantity(text, amount, floor);
  return { quantity, next: quantity.span.end };
}

/** All quantities of a text, in order, not overlapping. */
export function findQuantities(text: string): Quantity[] {
  const found: Quantity[] = [];
  let at = matchAt(CANDIDATE, text, 0)?.index;
  while (at !== undefined) {
    const { quantity, next } = quantityAt(text, at, found.at(-1)?.span.end ?? 0);
    at = matchAt(CANDIDATE, text, next)?.index;
    if (quantity === undefined) continue;
    const joined = joinDurations(text, found.at(-1), quantity);
    if (joined !== undefined) found.pop();
    found.push(joined ?? quantity);
  }
  return found;
}
