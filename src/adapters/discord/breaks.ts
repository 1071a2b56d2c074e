/** Where a text may be parted: after paragraphs, sentences, clauses, words, and at last between characters as people see them. */
import { splitSentences } from '../../text/sentences.ts';
import { cut } from '../../text/words.ts';

/** What a text is parted into, the largest first. */
export type Rank = 'paragraph' | 'sentence' | 'clause' | 'word';

const RANKS: readonly Rank[] = ['paragraph', 'sentence', 'clause'];

/** Units before an end that are read for words; a longer word is parted. */
const WORD_REACH = 60;
/** Units behind an end that are read, so that a word or character that crosses it is seen whole. */
const AHEAD = 64;
/** A part that is shorter than this share of what fits is no reason to stop so early. */
const LEAST_SHARE = 1 / 3;

const GRAPHEMES = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** A comma between digits belongs to a number. */
const CLAUSE_END = /[，；、：;]\s*|,(?!\d)\s*|\s+/gu;

/** Letters, digits, ideographs and signs that never join another character: nearly all of what newspapers print. */
const SINGLES = /^[\n -~\u2010-\u2027\u3000-\u3029\u3400-\u4DBF\u4E00-\u9FFF\uFF01-\uFF60]*$/u;

/** The ends of the grapheme clusters of a text, ascending; the last one is the length of the text. */
export function graphemeEnds(text: string): number[] {
  // The segmenter takes a microsecond a character, which is felt where long articles are turned over.
  if (SINGLES.test(text)) return Array.from(text, (_, at) => at + 1);
  return Array.from(GRAPHEMES.segment(text), ({ index, segment }) => index + segment.length);
}

/** The ends of the code points, for clusters that are longer than any limit. */
function codePointEnds(text: string): number[] {
  let at = 0;
  return Array.from(text, (character) => {
    at += character.length;
    return at;
  });
}

function matchEnds(text: string, pattern: RegExp): number[] {
  return Array.from(text.matchAll(pattern), ({ 0: match, index }) => index + match.length);
}

/** Ends of words, ascending; the last one is the length of the text. */
function wordEnds(text: string): number[] {
  let at = 0;
  return cut(text).map((word) => {
    at += word.length;
    return at;
  });
}

/** The offsets where a text may be parted, ascending; blanks stay with what is before them. */
export function breaksOf(text: string, rank: Rank): number[] {
  switch (rank) {
    case 'paragraph':
      return matchEnds(text, /\n\s*/gu);
    case 'sentence':
      return splitSentences(text)
        .slice(1)
        .map(({ start }) => start);
    case 'clause':
      return matchEnds(text, CLAUSE_END);
    case 'word':
      return wordEnds(text);
  }
}

/** The last word end at or before `end`, or 0; `whole` may go on behind it. */
function lastWordEnd(whole: string, end: number, allowed: ReadonlySet<number>): number {
  const from = [...allowed].findLast((at) => at <= end - WORD_REACH) ?? 0;
  const ends = wordEnds(whole.slice(from, end + AHEAD)).map((at) => from + at);
  return ends.findLast((at) => at <= end && allowed.has(at)) ?? 0;
}

/** The best place at or before `end`: the highest rank that leaves a part of fair length. */
function bestBreak(whole: string, end: number, allowed: ReadonlySet<number>): number {
  const floor = end * LEAST_SHARE;
  for (const rank of RANKS) {
    const at = breaksOf(whole, rank).findLast((offset) => offset <= end && allowed.has(offset));
    if (at !== undefined && at >= floor && at > 0) return at;
  }
  const word = lastWordEnd(whole, end, allowed);
  return word >= floor && word > 0 ? word : end;
}

/** The last of `ends` that fits, or 0; what fits may only ever stop fitting as it grows. */
function lastThatFits(ends: readonly number[], fits: (end: number) => boolean): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(ends[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return ends[low - 1] ?? 0;
}

/**
 * How much of a text stands before the best place to part it; at least one code point, all of it where all fits.
 *
 * `fits` says whether the first so many units fit; `reach` is how many units could fit at the very most.
 */
export function partAt(text: string, reach: number, fits: (end: number) => boolean): number {
  if (text.length <= reach && fits(text.length)) return text.length;
  const whole = text.slice(0, reach + AHEAD);
  const ends = graphemeEnds(whole);
  const end = lastThatFits(ends, fits);
  if (end > 0) return bestBreak(whole, end, new Set(ends));
  const points = codePointEnds(whole);
  return Math.max(lastThatFits(points, fits), points[0] ?? 0);
}
