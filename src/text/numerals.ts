/**
 * Numerals: the part of a quantity that says how many, without its unit.
 *
 * Chinese (三万五千), Arabic (3.6, １２０, 1,200) and mixed (3.5万, 1亿2000万), simplified or traditional, with
 * the little words inside them that make them inexact (300多, 1200余万, 几十, 十七八).
 */
import { CHINESE_NUMERALS, DIGITS, LARGE_UNITS, NUMERAL_SIGNS, SMALL_UNITS } from './lexicon/numerals.ts';

/** A numeral in a text. `low` and `high` differ where it leaves room: 七八 is 7 to 8, 几十 is 20 to 90. */
export interface Numeral {
  readonly end: number;
  readonly low: number;
  readonly high: number;
  /** Multiplier right before the unit as written behind simple digits: 万 of 3.6万, '' of 三万五千. */
  readonly scale: string;
  readonly approximate: boolean;
  /** Whether it is written in Arabic digits. */
  readonly arabic: boolean;
  /** The digits as written, without words that make them inexact. */
  readonly digits: string;
}

const ARABIC = /(?:[0-9０-９]{1,3}(?:,[0-9０-９]{3})+(?![0-9０-９])|[0-9０-９]+)(?:[.．][0-9０-９]+)?/y;
/** A multiplier behind Arabic digits, unless it begins a unit such as 千克 or 百分点. */
const SCALE =
  /[ \u3000]{0,2}([余餘多来來几幾]?)((?![百千](?:克|米|瓦|卡|伏|帕|赫|分[点之]))[百千万萬亿億]+)([余餘多]?)/y;
const MORE =
  /[ \u3000]?(?:[余餘](?![额热])|多(?![样种元年少层次极式功边维])|[来來](?![自源到了临说看])(?=[个名家人天年位岁公米次里条]))/y;
const CONTINUED = /[零〇]?[0-9０-９]+(?:[.．][0-9０-９]+)?[百千]?[万萬]/y;
const CHINESE = new RegExp(
  `(好?[几幾]|[数數])?([${CHINESE_NUMERALS}]+(?:[点點][零〇○一二三四五六七八九]+)?)([余餘多来來几幾](?![自源了样种少]))?([万萬亿億]*)([余餘多])?`,
  'y',
);
/** Two neighbouring digits that mean "about": 七八, 十五六, 三五百. */
const ADJACENT = /^(.*[十百千万亿])?(一二|二三|三四|四五|五六|六七|七八|八九|三五)([十百千万亿]*)$/;
/** Digits to keep of a product, so that 1.1 × 10⁸ is not 110000000.00000001. */
const PRECISION = 15;

function times(value: number, factor: number): number {
  return Number((value * factor).toPrecision(PRECISION));
}

/** Everyday forms of all signs, without grouping commas. */
function canonical(text: string): string {
  return Array.from(text, (sign) => NUMERAL_SIGNS[sign] ?? sign)
    .join('')
    .replace(/(?<=\d),(?=\d{3})/g, '');
}

/** The state of reading a number from left to right. */
class Sum {
  private total = 0;
  private section = 0;
  private digit: number | undefined;
  private factor = 1;
  private zero = false;
  private ceiling = Infinity;
  private started = false;
  /** Whether it began with a bare 万 or 亿, behind which nothing smaller may stand. */
  private bare = false;

  /** Takes the next token; false when it cannot stand there. */
  take(token: string): boolean {
    const small = SMALL_UNITS[token];
    const large = LARGE_UNITS[token];
    const taken =
      small !== undefined ? this.small(small) : large !== undefined ? this.large(large) : this.figure(token);
    this.started = true;
    return taken;
  }

  /** The number read so far. */
  value(): number {
    const { digit = 0, factor } = this;
    // 三万五 is 35000 and 二百五 is 250, but 二百零五 is 205 and 3万5000 is what it says.
    const last = factor > 10 && !this.zero && digit < 10 ? times(digit, factor / 10) : digit;
    return this.total + this.section + last;
  }

  private figure(token: string): boolean {
    const value = DIGITS[token] ?? Number(token);
    if (this.digit !== undefined || this.bare || Number.isNaN(value)) return false;
    if (value === 0 && this.started) this.zero = true;
    else this.digit = value;
    return true;
  }

  private small(unit: number): boolean {
    const bare = this.digit === undefined && this.started && !(unit === 10 && this.section > 0);
    if (unit >= this.ceiling || bare || this.bare) return false;
    this.section += times(this.digit ?? 1, unit);
    [this.digit, this.factor, this.ceiling, this.zero] = [undefined, unit, unit, false];
    return true;
  }

  private large(unit: number): boolean {
    this.bare ||= !this.started;
    const here = this.started ? this.section + (this.digit ?? 0) : 1;
    if (this.total >= unit && here === 0) return false;
    this.total = this.total >= unit ? this.total + times(here, unit) : times(this.total + here, unit);
    [this.section, this.digit, this.factor, this.ceiling, this.zero] = [0, undefined, unit, Infinity, false];
    return true;
  }
}

/** The value of a whole numeral, `undefined` for anything that is not wholly one. */
export function readNumeral(text: string): number | undefined {
  const plain = canonical(text).replace(
    /^([零一二三四五六七八九十百千]+)点([零一二三四五六七八九]+)/,
    (whole, integer, fraction) => {
      const value = readNumeral(String(integer));
      return value === undefined ? whole : `${value}.${Array.from(String(fraction), (sign) => DIGITS[sign]).join('')}`;
    },
  );
  if (/^[零一二三四五六七八九]{2,}$/.test(plain)) return Number(Array.from(plain, (sign) => DIGITS[sign]).join(''));
  const tokens = plain.match(/\d+(?:\.\d+)?|[^\d]/g);
  if (tokens === null) return undefined;
  const sum = new Sum();
  return tokens.every((token) => sum.take(token)) ? sum.value() : undefined;
}

/** What 几, 数 and two neighbouring digits leave open. */
function readLoosely(digits: string, vague: boolean, more: string | undefined): [number, number] | undefined {
  const plain = canonical(digits);
  const pair = ADJACENT.exec(plain);
  if (pair !== null) {
    const [low, high] = [0, 1].map((at) => readNumeral(`${pair[1] ?? ''}${pair[2]?.charAt(at) ?? ''}${pair[3] ?? ''}`));
    return low === undefined || high === undefined ? undefined : [low, high];
  }
  // 一一 and 一二〇 are words and names of numbers, not amounts.
  const value = /^[零一二三四五六七八九]{2,}$/.test(plain) ? undefined : readNumeral(digits);
  if (value === undefined || (vague && !/^[十百千万亿]/.test(plain))) return undefined;
  if (vague) return [2 * value, 9 * value];
  return more === '几' || more === '幾' ? [value + 1, value + 9] : [value, value];
}

function chineseAt(text: string, at: number): Numeral | undefined {
  CHINESE.lastIndex = at;
  const found = CHINESE.exec(text);
  if (found === null) return undefined;
  const [whole, vague, digits = '', more, scale = '', over] = found;
  const factor = scale === '' ? 1 : readNumeral(scale);
  const range = readLoosely(digits, vague !== undefined, more);
  if (range === undefined || factor === undefined) return undefined;
  const [low, high] = range;
  const tail = /^[^万萬亿億]*([万萬亿億]+)$/.exec(digits + scale)?.[1] ?? '';
  return {
    end: at + whole.length,
    low: times(low, factor),
    high: times(high, factor),
    scale: canonical(tail),
    approximate: low !== high || more !== undefined || over !== undefined,
    arabic: false,
    digits,
  };
}

function arabicAt(text: string, at: number): Numeral | undefined {
  ARABIC.lastIndex = at;
  const digits = ARABIC.exec(text)?.[0];
  if (digits === undefined) return undefined;
  const value = Number(canonical(digits));
  const end = at + digits.length;
  SCALE.lastIndex = end;
  const scaled = SCALE.exec(text);
  const factor = readNumeral(scaled?.[2] ?? '');
  if (scaled === null || factor === undefined) {
    MORE.lastIndex = end;
    const more = MORE.exec(text)?.[0] ?? '';
    return {
      end: end + more.length,
      low: value,
      high: value,
      scale: '',
      approximate: more !== '',
      arabic: true,
      digits,
    };
  }
  const scale = canonical(scaled[2] ?? '');
  CONTINUED.lastIndex = SCALE.lastIndex;
  const rest = scale === '亿' ? (CONTINUED.exec(text)?.[0] ?? '') : '';
  const low = times(value, factor) + (readNumeral(rest) ?? 0);
  const approximate = `${scaled[1] ?? ''}${scaled[3] ?? ''}` !== '';
  return {
    end: end + scaled[0].length + rest.length,
    low,
    high: low,
    scale: rest === '' ? scale : '',
    approximate,
    arabic: true,
    digits,
  };
}

/** The numeral that begins at an offset, `undefined` where none does. */
export function numeralAt(text: string, at: number): Numeral | undefined {
  return arabicAt(text, at) ?? chineseAt(text, at);
}
