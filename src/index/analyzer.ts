/**
 * Which terms stand for a text.
 *
 * Two kinds: words as jieba cuts them, and pairs of neighbouring Chinese characters, which find a name even where it
 * was cut otherwise. A number or a word of another script is one term of each kind, English ones by their stem.
 * Particles and their like are no words here: they stand in every passage and tell none from another. Whoever changes these rules
 * changes the version in `fingerprint.ts` as well.
 */
import stemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';
import { QUESTION_WORDS } from '../text/lexicon/question-words.ts';
import { STOPWORDS } from '../text/lexicon/stopwords.ts';
import { foldText } from '../text/normalize.ts';
import { cut } from '../text/words.ts';
import { LONGEST_TERM } from './dictionary.ts';
import { QUESTION_CORES } from './lexicon/question-cores.ts';
import { isTerm, scanUnits } from './units.ts';

/** The terms of a text, in its order, as often as they occur. */
export interface Terms {
  readonly words: string[];
  /** Pairs of characters, and whatever stands alone: numbers, words of other scripts, single characters. */
  readonly bigrams: string[];
}

/** Stems that are remembered at most; a text of more different words than this begins anew. */
const STEMS_KEPT = 50_000;
/** z: words that begin with anything behind it are not English, which is most of them. */
const LAST_LETTER = 0x7a;
const ENGLISH = /^[a-z]{3,}$/;

const LINE_FEED = '\n';

const stopwords = new Set(STOPWORDS);
/** Per UTF-16 unit: whether a stop word begins with it. Most words are told by that alone. */
const STOP_HEADS = new Uint8Array(0x10000);
for (const word of STOPWORDS) STOP_HEADS[word.charCodeAt(0)] = 1;
const questionWords = new Set(QUESTION_WORDS);
const questionCores = new RegExp(
  QUESTION_WORDS.filter((word) => QUESTION_CORES.some((core) => word.includes(core)))
    .sort((a, b) => b.length - a.length)
    .join('|'),
  'g',
);
const stems = new Map<string, string>();

/** The term of a number or a word of another script: English by its stem, all of it no longer than a term may be. */
export function tokenTerm(token: string): string {
  if (token.charCodeAt(0) > LAST_LETTER || !ENGLISH.test(token))
    return token.length > LONGEST_TERM ? token.slice(0, LONGEST_TERM) : token;
  const known = stems.get(token);
  if (known !== undefined) return known;
  if (stems.size >= STEMS_KEPT) stems.clear();
  const stem = stemmer.stem(token);
  stems.set(token, stem);
  return stem;
}

/** Whether a word is one of those that the index leaves out. */
export function isStopword(word: string): boolean {
  return stopwords.has(word);
}

/** The term of a word, or `undefined` for one that does not count. jieba takes a full stop behind a number for its decimal point. */
function wordTerm(word: string): string | undefined {
  if (!isTerm(word)) return undefined;
  const unit = word.charCodeAt(0);
  if (STOP_HEADS[unit] === 1 && stopwords.has(word)) return undefined;
  return tokenTerm(word.endsWith('.') ? word.slice(0, -1) : word);
}

/** Hands on the words of a folded text that count. */
export function eachWord(folded: string, take: (term: string) => void): void {
  for (const word of cut(folded)) {
    const term = wordTerm(word);
    if (term !== undefined) take(term);
  }
}

/**
 * Hands on the words of several folded texts that count, each with the number of its text. They are cut in one go: jieba
 * is a tenth faster where nothing else is done between two texts. No folded text has a line feed, and jieba cuts
 * what stands between two of them by itself.
 */
export function eachWordOfAll(folded: readonly string[], take: (term: string, text: number) => void): void {
  let text = 0;
  for (const word of cut(folded.join(LINE_FEED))) {
    if (word === LINE_FEED) {
      text++;
      continue;
    }
    const term = wordTerm(word);
    if (term !== undefined) take(term, text);
  }
}

function termsOf(folded: string): Terms {
  const words: string[] = [];
  const bigrams: string[] = [];
  eachWord(folded, (word) => words.push(word));
  scanUnits(folded, {
    pair: (first, second) => bigrams.push(String.fromCharCode(first, second)),
    token: (token) => bigrams.push(tokenTerm(token)),
  });
  return { words, bigrams };
}

/** The terms of a text as the index knows them. */
export function analyze(text: string): Terms {
  return termsOf(foldText(text));
}

/**
 * The terms of a question: what makes it a question is left out (谁, 多少, 请问 …), for it stands in other questions
 * and not in answers. A text of nothing else keeps its words.
 */
export function analyzeQuestion(text: string): Terms {
  const folded = foldText(text);
  const words = cut(folded.replace(questionCores, ' '));
  const terms = termsOf(words.map((word) => (questionWords.has(word) ? ' ' : word)).join(''));
  return terms.bigrams.length === 0 ? termsOf(folded) : terms;
}
