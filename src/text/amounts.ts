/**
 * Amounts: a numeral with its unit, a fraction, a half, an ordinal, a range.
 *
 * Reads what stands at an offset, whatever it may mean there; whether it counts anything is decided in numbers.ts.
 */
import { CHINESE_NUMERALS } from './lexicon/numerals.ts';
import { TIME_UNITS } from './lexicon/units.ts';
import { type Numeral, numeralAt, readNumeral } from './numerals.ts';
import { type Unit, type UnitKind, unitAt } from './units.ts';

/** A numeral with what it counts; the fields are those of a quantity. */
export interface Amount {
  readonly start: number;
  readonly end: number;
  readonly low: number;
  readonly high: number;
  readonly unit: string;
  readonly scaledUnit: string;
  readonly measure: UnitKind;
  readonly approximate: boolean;
  /** The (last) numeral, where one is written: not in 半年, 一半. */
  readonly numeral?: Numeral;
}

const RANGE = /[ ]?(?:[-－‐–—~～]{1,2}|[至到])[ ]?/y;
const FRACTION = new RegExp(`([百千万])分(?:之|(?=百))|([${CHINESE_NUMERALS}]{1,3})分之`, 'y');
const FRACTION_UNITS: Readonly<Record<string, string>> = { 百: '%', 千: '‰', 万: '‱' };
const HALF = /一半|半数|半(?=[个個]?多?(?:百分点|小时|小時|钟头|星期|学期|月)|[年天日]|公里|亩|斤|里地|分钟)/y;
/** 个 with 半 or 多 between number and unit: 一个半小时, 两个多月. */
const SPLIT_UNIT = /[个個]([半多])(小时|小時|钟头|月|星期|礼拜|学期|百分点)/y;
const AFTER_UNIT = /半(?![年天月日径])|[多余餘](?![种样个家名少元万项条])/y;
/** What is left of 八成五. */
const TENTHS = /[一二三四五六七八九半]/y;
/** Units that 半 and 多 may follow. */
const DIVISIBLE = new Set([...Object.keys(TIME_UNITS), '元', '公里', '米', '倍', '岁', '亩', '斤']);

/** Runs a sticky pattern at an offset. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** What the unit at an offset, and 半 or 多 in or behind it, make of a number. */
interface Measured extends Pick<Amount, 'end' | 'unit' | 'scaledUnit' | 'measure' | 'approximate'> {
  /** What 半 adds to the number. */
  readonly extra: number;
}

/** The word behind a unit that belongs to it: 半 of 一年半, 多 of 3公里多, 五 of 八成五. */
function behindUnit(text: string, { name, end }: Unit): string {
  if (name === '成') return matchAt(TENTHS, text, end)?.[0] ?? '';
  return DIVISIBLE.has(name) ? (matchAt(AFTER_UNIT, text, end)?.[0] ?? '') : '';
}

function measuredAt(text: string, at: number): Measured {
  const split = matchAt(SPLIT_UNIT, text, at);
  const unit = split === null ? unitAt(text, at) : unitAt(`个${split[2] ?? ''}`, 0);
  if (unit === undefined) return { end: at, unit: '', scaledUnit: '', measure: 'other', approximate: false, extra: 0 };
  const behind = split === null ? behindUnit(text, unit) : '';
  const word = split?.[1] ?? behind;
  return {
    end: split === null ? unit.end + behind.length : at + split[0].length,
    unit: unit.name,
    scaledUnit: split === null ? unit.written : split[0],
    measure: unit.kind,
    approximate: /[多余餘]/.test(word),
    extra: word === '半' ? 0.5 : (readNumeral(word) ?? 0) / 10,
  };
}

/** 百分之十, 千分之三点五, 三分之一. */
function fractionAt(text: string, start: number): Amount | undefined {
  const found = matchAt(FRACTION, text, start);
  if (found === null) return undefined;
  const numeral = numeralAt(text, start + found[0].length);
  if (numeral === undefined) return undefined;
  const unit = FRACTION_UNITS[found[1] ?? ''] ?? '分之';
  const parts = found[2] === undefined ? 1 : (readNumeral(found[2]) ?? 1);
  const { end, approximate } = numeral;
  const [low, high] = [numeral.low / parts, numeral.high / parts];
  return { start, end, low, high, unit, scaledUnit: unit, measure: 'percent', approximate, numeral };
}

/** 半年, 半个月, 半数, 一半. */
function halfAt(text: string, start: number): Amount | undefined {
  const found = matchAt(HALF, text, start)?.[0];
  if (found === undefined) return undefined;
  const shared = { start, low: 0.5, high: 0.5 };
  const end = start + found.length;
  if (found !== '半') return { ...shared, end, unit: '半', scaledUnit: '半', measure: 'percent', approximate: false };
  const { extra: _, ...measured } = measuredAt(text, end);
  return measured.unit === '' ? undefined : { ...shared, ...measured };
}

/** 第一, 第三届, 第100万辆. */
function ordinalAt(text: string, start: number): Amount | undefined {
  if (text.charAt(start) !== '第') return undefined;
  const numeral = numeralAt(text, start + 1);
  if (numeral === undefined || numeral.approximate) return undefined;
  const unit = unitAt(text, numeral.end);
  const { low, high, approximate, scale } = numeral;
  const scaledUnit = `${scale}${unit?.written ?? ''}`;
  const end = unit?.end ?? numeral.end;
  return { start, end, low, high, approximate, unit: unit?.name ?? '', scaledUnit, measure: 'ordinal', numeral };
}

function plainAt(text: string, start: number): (Amount & { readonly numeral: Numeral }) | undefined {
  const numeral = numeralAt(text, start);
  if (numeral === undefined) return undefined;
  const { extra, ...measured } = measuredAt(text, numeral.end);
  return {
    ...measured,
    start,
    low: numeral.low + extra,
    high: numeral.high + extra,
    scaledUnit: numeral.scale + measured.scaledUnit,
    approximate: numeral.approximate || measured.approximate,
    numeral,
  };
}

/** A number with its unit, extended to the range that it may begin: 20-40家, 10亿-50亿元, 30%至50%. */
function rangeAt(text: string, start: number): Amount | undefined {
  const first = plainAt(text, start);
  const sign = first === undefined ? null : matchAt(RANGE, text, first.end);
  if (first === undefined || sign === null) return first;
  const second = plainAt(text, first.end + sign[0].length);
  if (second === undefined || second.unit === '' || (first.unit !== '' && first.unit !== second.unit)) return first;
  // 1-2万元 is 10000 to 20000, but 5000-1万元 begins at 5000.
  const factor = first.unit === '' && first.numeral.scale === '' ? (readNumeral(second.numeral.scale) ?? 1) : 1;
  const low = [first.low * factor, first.low].find((value) => value <= second.high);
  if (low === undefined) return first;
  return { ...second, start, low, approximate: first.approximate || second.approximate };
}

/** The amount that begins at an offset, `undefined` where none does. */
export function amountAt(text: string, at: number): Amount | undefined {
  return fractionAt(text, at) ?? halfAt(text, at) ?? ordinalAt(text, at) ?? rangeAt(text, at);
}
