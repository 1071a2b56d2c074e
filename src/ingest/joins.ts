/** Does a line go on in another one? What the two show at their border. */
import { tagWords } from '../text/words.ts';
import { likelihood } from './beginnings.ts';
import { endsSentence } from './marks.ts';

/** Characters on each side of the border that are cut into words. */
const BORDER = 6;
/** jieba's tag of words that it guessed; they prove nothing. */
const GUESSED = 'x';

/** Tags of single characters that are seldom a word by themselves. */
const BOUND: ReadonlySet<string> = new Set(['n', 'ng', 'v', 'vg', 'a', 'ag', 'b', 'j', 'x', 'zg', 'nr']);
/**
 * Below this, and with such a character behind them, are 1 of 200 borders inside sentences and 1 of 10 between two
 * texts; a natural logarithm.
 */
const LEAST_GAIN = -2.5;

const INTRODUCES = /[：:]["”’」』)）]*$/;
const ENUMERATES = /[；;]$/;
/** A full stop of Latin script; behind a digit it may be a decimal point at a column's end. */
const LATIN_END = /[^\d\s]\.["”’)）]*$/;

/** Whether a paragraph breaks off: it ends without a sentence end, and not with a colon or a semicolon that parts items. */
export function isUnfinished(text: string): boolean {
  return !endsSentence(text) && !LATIN_END.test(text) && !INTRODUCES.test(text) && !ENUMERATES.test(text);
}

/** Whether a word of the dictionary lies across the border of two lines, as 及时调|整 holds 调整. */
export function crossesWord(before: string, after: string): boolean {
  const left = /\p{Script=Han}+$/u.exec(before.slice(-BORDER))?.[0] ?? '';
  const right = /^\p{Script=Han}+/u.exec(after.slice(0, BORDER))?.[0] ?? '';
  if (left === '' || right === '') return false;
  return tagWords(left + right).some(
    (word) => word.tag !== GUESSED && word.start < left.length && word.end > left.length,
  );
}

/**
 * Whether two lines cannot be one sentence: what the second begins with is no word of its own, is none together with the
 * end of the first, and hardly ever follows it, as in 欢迎|额的. A text lies between them that the page has not kept.
 */
export function contradicts(before: string, after: string): boolean {
  const left = /\p{Script=Han}+$/u.exec(before.slice(-BORDER))?.[0] ?? '';
  const right = /^\p{Script=Han}+/u.exec(after.slice(0, BORDER))?.[0] ?? '';
  if (left === '' || right === '') return false;
  const first = tagWords(left + right).find((word) => word.end > left.length);
  if (first === undefined || first.start < left.length || first.end - first.start > 1) return false;
  return BOUND.has(first.tag) && likelihood(before, after) < LEAST_GAIN;
}
