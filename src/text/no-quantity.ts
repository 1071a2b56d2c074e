/** Numbers that count and measure nothing: parts of names, dates, clock times, identifiers, list marks. */
import { BARE_QUALIFIERS, NOT_NUMBERS } from './lexicon/numerals.ts';
import { UNITS } from './lexicon/units.ts';

const D = '[0-9０-９]';
/** A number below 100 in digits of either kind. */
const N = `(?:${D}{1,2}|[一二三四五六七八九十]{1,3})`;
const TO = '[ ]?[-－‐–—~～至到、]{1,2}[ ]?';
const MONTH = '(?:[1１][0-2０-２]|[0０]?[1-9１-９]|十[一二]?|[一二三四五六七八九])';
const DAY = '(?:[12１２][0-9０-９]|[3３][01０１]|[0０]?[1-9１-９]|[一二三四五六七八九十]{2,3})';
const DAY_PART = '(?:上午|下午|晚上|晚间|晚|凌晨|早上|早晨|清晨|早|中午|傍晚|夜里|深夜|午后)';
const YEAR = `(?:(?:[1１][6-9６-９]|[2２][01０１])${D}{2}|[一二][零〇○一二三四五六七八九]{3})`;

const LATIN_UNITS = Object.values(UNITS)
  .flatMap((units) => units.trim().split(/\s+/))
  .filter((unit) => /^[A-Za-z]/.test(unit))
  .join('|');

const DATES = [
  `(?:19|20)${D}{2}[-/.．][01]?${D}[-/.．][0-3]?${D}(?!${D})`,
  `(?:19|20)${D}{2}[-/](?:0${D}|1[0-2])(?![0-9.])`,
  `${YEAR}[ ]?年?${TO}(?:${YEAR}|${D}{2})[ ]?学?年(?![多余])`,
  `${YEAR}[ ]?学?年(?![多余来])度?`,
  `${MONTH}(?:[ ]?月份?)?${TO}${MONTH}[ ]?月份?`,
  `${MONTH}[ ]?月份?(?:[ ]?${N}(?:${TO}${N}){0,9}[ ]?[日号])?`,
  `(?<!连续|为期|历时|历经|长达|仅|短短|近|超过|用时)${DAY}(?:${TO}${DAY}){0,9}[ ]?日(?![元内圆]|之内|以内|以上)`,
  `[1-4１-４一二三四][ ]?季度`,
  `(?<=[前头])${N}个(?:月|季度)`,
  `(?:(?:19|20)${D}0|${D}0|[一二三四五六七八九]十)年代`,
  `${N}世纪`,
  '(?<=[上下前后大])半[年月场程]',
  `${D}[0０]后`,
];

const CLOCKS = [
  `${N}时(?![间期代段速光])(?:${N}分)?`,
  `(?<=${DAY_PART}[ ]?)${N}点(?:半|钟|整|${N}分?)?`,
  `${N}点(?:半|钟|整|${N}分)`,
  `${D}{1,3}[:：]${D}{1,3}(?:[:：]${D}{2})?`,
];

const IDENTIFIERS = [
  `${D}+\\+[0-9A-Za-zＮ]+(?:\\+[0-9A-Za-zＮ]+)*`,
  `(?<=[A-Za-z]\\+)${D}+`,
  `${D}+(?:[.．]${D}+){2,}`,
  `${D}+[·•/]${D}+(?!${D})`,
  `${D}+(?:[.．]${D}+)?(?:[ ]?[×xX*][ ]?${D}+(?:[.．]${D}+)?)+`,
  '(?<=周|星期|礼拜)[一二三四五六]',
  '零(?![点.])',
  `0${D}{2,3}[-—]?${D}{7,8}`,
  `1${D}{10}(?!${D})`,
  `${D}+(?:[.．]${D}+)?(?!(?:${LATIN_UNITS})(?![A-Za-z]))[A-Za-z]+(?:-?${D}+)?`,
  `(?<=^[ \\u3000]*[(（]?|\\n[ \\u3000]*[(（]?)${D}{1,2}[.．、)）](?!${D})`,
  `(?<=[(（])${D}{1,2}[)）]`,
  `(?<=No[.．]?[ ]?)${D}+`,
];

/** 百家 is a word, but 上百家 is a number. */
const WORDS = [...NOT_NUMBERS]
  .sort((a, b) => b.length - a.length)
  .map((word) => (/^[百千万亿]/.test(word) ? `(?<!${BARE_QUALIFIERS.join('|')})${word}` : word));

/**
 * Matches, where a number begins, one that is no quantity, whole (sticky). What stands before an offset decides too,
 * so it has to be run on the whole text.
 */
export const NO_QUANTITY = new RegExp([...WORDS, ...DATES, ...CLOCKS, ...IDENTIFIERS].join('|'), 'y');
