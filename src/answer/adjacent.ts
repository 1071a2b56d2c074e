/**
 * The value that stands right behind a word: 贷款1208.96亿元, 去程班列货物达1.8万标箱.
 *
 * A follow-up is short, so its last word decides more than in a whole question: of several numbers in a sentence the one
 * behind it is meant. Nothing but a few characters may stand between them, above all no other number.
 */
import { foldText } from '../text/normalize.ts';
import type { Quantity } from '../text/numbers.ts';
import { tagWords } from '../text/words.ts';
import type { RankedCandidate } from './answer.ts';
import type { Question } from './question.ts';

/** Characters between the word and its value, at most. */
const REACH = 6;
/** What a candidate right behind its word is ahead of every other one. */
const LEAD = 2;
/** The share of the other words typed that its sentence has to hold. */
const OTHERS = 0.5;
const CONTENT = /^(?:n|v|s|t|j|l|i|x|eng|m|b|a|f)/u;
const EMPTY = /^(?:是|有|多少.?|几.{0,2}|呢|只看|其中|已经|的|多|大|达到?|能|到|分别|一共|什么|谁|哪.*)$/u;

/** The candidates with the one first that stands right behind the last word of what was typed; `undefined` where none does. */
export function behindLastWord(
  question: Question,
  typed: string,
  ranked: readonly RankedCandidate[],
): readonly RankedCandidate[] | undefined {
  const words = wordsOf(typed, question);
  const last = words.at(-1);
  if (last === undefined) return undefined;
  const others = words.slice(0, -1);
  const fitting = ranked.filter(
    (each) => fits(question, each.candidate.quantity) && isBehind(last, each) && shareIn(each, others) >= OTHERS,
  );
  const most = Math.max(0, ...fitting.map((each) => shareIn(each, others)));
  const chosen = fitting.filter((each) => shareIn(each, others) === most);
  const [first] = chosen;
  if (first === undefined) return undefined;
  const score = (ranked[0]?.score ?? 0) + LEAD;
  return [{ ...first, score }, ...ranked.filter((each) => each !== first)];
}

/** The words that were typed but for those that ask. */
function wordsOf(typed: string, { unit }: Question): string[] {
  return tagWords(foldText(typed))
    .filter(({ word, tag }) => CONTENT.test(tag) && !EMPTY.test(word) && word !== unit && /[\p{L}\p{N}]/u.test(word))
    .map(({ word }) => word);
}

function fits({ unit, measure }: Question, quantity: Quantity | undefined): boolean {
  if (quantity === undefined || quantity.measure === 'ordinal') return false;
  if (unit !== '')
    return quantity.unit === unit || (measure === quantity.measure && measure !== 'count' && measure !== 'other');
  return measure === null || measure === quantity.measure;
}

function isBehind(word: string, { candidate }: RankedCandidate): boolean {
  const { text } = candidate.ground.statement;
  const { start } = candidate.span;
  const window = text.slice(Math.max(0, start - REACH - word.length), start);
  const at = window.lastIndexOf(word);
  return at >= 0 && !/[\d,。;:、]/u.test(window.slice(at + word.length));
}

function shareIn({ candidate }: RankedCandidate, words: readonly string[]): number {
  const before = candidate.ground.statement.text.slice(0, candidate.span.start);
  return words.length === 0 ? 1 : words.filter((word) => before.includes(word)).length / words.length;
}
