/**
 * Words of a Chinese text, by jieba.
 *
 * The one file that loads nodejieba. Its dictionary is state of the whole process and takes about a second to read,
 * so programs call {@link warmWords} at start. Words always rebuild the text: none is dropped, changed or trimmed.
 */
import jieba from 'nodejieba';
import { USER_WORDS } from './lexicon/user-words.ts';
import type { Span } from './span.ts';

/** A word, its part of speech in jieba's tags (`x` for names that the statistical model found), and its place. */
export interface TaggedWord {
  readonly word: string;
  readonly tag: string;
  readonly start: number;
  readonly end: number;
}

let warm = false;

/** Loads the dictionary and our own words; every later call returns at once. */
export function warmWords(): void {
  if (warm) return;
  jieba.load();
  for (const [tag, words] of Object.entries(USER_WORDS)) {
    for (const word of words.trim().split(/\s+/)) jieba.insertWord(word, tag);
  }
  warm = true;
}

/** The files of a dictionary of one word, absolute: a line `word count tag`, and one `word rarity`. Both must exist. */
export interface OneWordFiles {
  readonly words: string;
  readonly rarities: string;
}

/**
 * Lets go of the dictionary of this thread by putting one of a single word in its place, for nodejieba frees none but
 * the one that it replaces, not even when its thread ends. Whoever cuts afterwards loads the whole one again.
 */
export function coolWords({ words, rarities }: OneWordFiles): void {
  if (!warm) return;
  warm = false;
  jieba.load({ dict: words, userDict: words, idfDict: rarities });
}

/** Where words that follow each other stand. */
function placed(words: readonly string[]): Span[] {
  let at = 0;
  return words.map((word) => {
    const start = at;
    at += word.length;
    return { start, end: at };
  });
}

/** Cuts a text into words, unknown names found by the statistical model; white space and signs are words too. */
export function cut(text: string): string[] {
  warmWords();
  const words = jieba.cut(text, true);
  // jieba sees a lone surrogate as U+FFFD: same length, other letter.
  if (!/\p{Surrogate}/u.test(text)) return words;
  return placed(words).map(({ start, end }) => text.slice(start, end));
}

/** Cuts a text into words with their parts of speech; half as fast as {@link cut}. */
export function tagWords(text: string): TaggedWord[] {
  warmWords();
  const tagged = jieba.tag(text);
  const spans = placed(tagged.map(({ word }) => word));
  return spans.map((span, index) => ({
    word: text.slice(span.start, span.end),
    tag: tagged[index]?.tag ?? 'x',
    ...span,
  }));
}
