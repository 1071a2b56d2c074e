/** Finds the question in a message: one that it asks, or whether what it says is so. */

import { foldText } from '../text/normalize.ts';
import { splitSentences } from '../text/sentences.ts';
import { QUESTION_LIMIT } from './limits.ts';
import { plainLine } from './plain-text.ts';

const ASKS = /[?？]\s*$/u;
/** What questions without a question mark have. */
const QUESTION_WORDS =
  /(?:什么|哪|谁|多[少长高大远久重宽深快]|几[个家年月日次名位条项]|怎么|怎样|如何|为何|是否|吗|呢)/u;
const END = /[。．.!！?？…；;，,\s]+$/u;
/** A claim of fewer letters says too little to be looked up: 好的, 哈哈. */
const SHORTEST = 4;

function letters(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

function isQuestion(sentence: string): boolean {
  return ASKS.test(sentence) || QUESTION_WORDS.test(foldText(sentence));
}

/** The first sentence that asks something, else the longest one as a claim to be confirmed; `null` where nothing is said. */
export function questionOf(text: string): string | null {
  const sentences = splitSentences(text)
    .map(({ start, end }) => plainLine(text.slice(start, end)))
    .filter((sentence) => letters(sentence) >= SHORTEST && [...sentence].length < QUESTION_LIMIT);
  const asked = sentences.find(isQuestion);
  if (asked !== undefined) return asked;
  const [claim] = sentences.toSorted((a, b) => letters(b) - letters(a));
  return claim === undefined ? null : `${claim.replace(END, '')}吗？`;
}
