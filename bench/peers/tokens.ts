/**
 * The same tokens for every peer that takes ours: nodejieba's words, or pairs of characters.
 *
 * Texts and questions are folded first (width, case, traditional to simplified), which is ours and not the peers'. It
 * is given to all of them, so that what is compared is the search and not who knows traditional characters. So are
 * our stop words: without them MiniSearch takes 24 times as long for a question, Orama 40 times, and both find less.
 */
import { isStopword } from '../../src/index/analyzer.ts';
import { foldText } from '../../src/text/normalize.ts';
import { cut } from '../../src/text/words.ts';

const SPEAKING = /[\p{L}\p{N}]/u;
const RUN = /\p{Script=Han}+|[^\p{Script=Han}\P{L}]+|\p{N}+/gu;
const HAN = /^\p{Script=Han}/u;

/** Words as nodejieba cuts them, without stop words, punctuation and white space. */
export function wordsOf(text: string): string[] {
  return cut(foldText(text)).filter((word) => SPEAKING.test(word) && !isStopword(word));
}

/** Pairs of neighbouring Chinese characters; a character that stands alone, a number and a word of another script are one token each. */
export function bigramsOf(text: string): string[] {
  return (foldText(text).match(RUN) ?? []).flatMap((run) => {
    const characters = HAN.test(run) ? [...run] : [run];
    if (characters.length === 1) return characters;
    return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
  });
}

/** A text with everything but letters and numbers made blank, for engines with tokens of their own. */
export function plainOf(text: string): string {
  return foldText(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
