/**
 * What holds at each offset of a statement, computed once, so that a thousand candidates cost a few look-ups each.
 *
 * Arrays have one entry an offset; those that speak of a gap between two characters have one more at the end.
 */
import type { Span } from '../text/span.ts';
import type { TaggedWord } from '../text/words.ts';
import { CUES, CUES_BEHIND, type Cue } from './lexicon/cues.ts';
import { pairsOf, type Question } from './question.ts';
import type { Statement, Weigh } from './statement.ts';
import { tagClassOf } from './tag-classes.ts';

/** Facts by offset of the folded statement. */
export interface Terrain {
  /** How many characters before this offset a word of the question covers. */
  readonly coveredBefore: Uint16Array;
  /** How many characters before this offset are digits. */
  readonly digitsBefore: Uint16Array;
  /** Whether a clause starts, or ends, at this offset. */
  readonly clauseStart: Uint8Array;
  readonly clauseEnd: Uint8Array;
  /** The number of the word that covers this offset. */
  readonly wordAt: Uint16Array;
  /** Where the clause around this offset starts and ends. */
  readonly clauseFrom: Uint16Array;
  readonly clauseTo: Uint16Array;
  /** The class of each word's part of speech, by the word's number. */
  readonly tagClasses: Uint8Array;
  /** How rare each word is, by its number. */
  readonly rarity: Float32Array;
  /** Whether 是, 为, 叫 or the like ends here; whether 说, 表示 or the like begins here. */
  readonly copulaBefore: Uint8Array;
  readonly sayingAfter: Uint8Array;
  /** Which cues end here, one bit each in the order of {@link CUE_NAMES}; which of those behind begin here. */
  readonly cuesBefore: Uint16Array;
  readonly cuesBehind: Uint16Array;
  /** How many pairs of characters that begin before this offset stand in the question too. */
  readonly pairsBefore: Uint16Array;
  /** 1 where the question's word before its question phrase ends right here, fading with the distance to it. */
  readonly slotLeft: Float32Array;
  /** The same for the word behind the question phrase, beginning here or later. */
  readonly slotRight: Float32Array;
}

const COPULAS: ReadonlySet<string> = new Set('是为叫做称即指达到至有共由名:');
/** Verbs before which a person stands, by their first two characters; those of one character in the second set. */
const SAYINGS: ReadonlySet<string> = new Set(
  '表示 介绍 认为 指出 强调 要求 告诉 透露 坦言 主持 出席 带队 当选'.split(' '),
);
const SHORT_SAYINGS: ReadonlySet<string> = new Set('说称');
/** The cues in the order of their bits. */
export const CUE_NAMES = Object.freeze(Object.keys(CUES) as Cue[]);
const CUE_PATTERNS = CUE_NAMES.map((name) => new RegExp(CUES[name], 'gu'));
/** The cues behind in the order of their bits. */
export const BEHIND_NAMES = Object.freeze(Object.keys(CUES_BEHIND) as (keyof typeof CUES_BEHIND)[]);
const BEHIND_PATTERNS = BEHIND_NAMES.map((name) => new RegExp(CUES_BEHIND[name], 'gu'));
/** Characters after which a neighbour of the question phrase counts half. */
const SLOT_FADE = 2;

/** What has been made of the statement already. */
export interface TerrainParts {
  readonly words: readonly TaggedWord[];
  readonly clauses: readonly Span[];
  readonly weigh: Weigh;
}

/** Surveys a statement for a question. */
export function terrainOf(question: Question, statement: Statement, parts: TerrainParts): Terrain {
  const { text } = statement;
  const size = text.length + 1;
  const terrain: Terrain = {
    coveredBefore: coveredBefore(statement),
    digitsBefore: new Uint16Array(size),
    clauseStart: new Uint8Array(size),
    clauseEnd: new Uint8Array(size),
    clauseFrom: new Uint16Array(size),
    clauseTo: new Uint16Array(size).fill(text.length),
    tagClasses: Uint8Array.from(parts.words, tagClassOf),
    rarity: Float32Array.from(parts.words, ({ word }) => parts.weigh(word)),
    wordAt: new Uint16Array(size).fill(parts.words.length),
    copulaBefore: new Uint8Array(size),
    sayingAfter: new Uint8Array(size),
    cuesBefore: cueBits(text, CUE_PATTERNS, 'end'),
    cuesBehind: cueBits(text, BEHIND_PATTERNS, 'start'),
    pairsBefore: pairsBefore(text, pairsOf(question)),
    slotLeft: slots(text, question.before, 'left'),
    slotRight: slots(text, question.after, 'right'),
  };
  for (const { start, end } of parts.clauses) {
    terrain.clauseStart[start] = 1;
    terrain.clauseEnd[end] = 1;
    terrain.clauseFrom.fill(start, start, end + 1);
    terrain.clauseTo.fill(end, start, end + 1);
  }
  for (const [i, { start, end }] of parts.words.entries()) terrain.wordAt.fill(i, start, end);
  for (let i = 0; i < size; i++) {
    if (i > 0) terrain.digitsBefore[i] = (terrain.digitsBefore[i - 1] ?? 0) + Number(isDigit(text.charCodeAt(i - 1)));
    terrain.copulaBefore[i] = Number(COPULAS.has(text[i - 1] ?? ''));
    terrain.sayingAfter[i] = Number(SHORT_SAYINGS.has(text[i] ?? '') || SAYINGS.has(text.slice(i, i + 2)));
  }
  return terrain;
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

function coveredBefore({ text, hits }: Statement): Uint16Array {
  const covered = new Uint8Array(text.length);
  for (const { places } of hits) for (const { start, end } of places) covered.fill(1, start, end);
  const sums = new Uint16Array(text.length + 1);
  for (let i = 0; i < text.length; i++) sums[i + 1] = (sums[i] ?? 0) + (covered[i] ?? 0);
  return sums;
}

function cueBits(text: string, patterns: readonly RegExp[], edge: 'start' | 'end'): Uint16Array {
  const bits = new Uint16Array(text.length + 1);
  patterns.forEach((pattern, bit) => {
    for (const { index, 0: found } of text.matchAll(pattern)) {
      const at = edge === 'end' ? index + found.length : index;
      bits[at] = (bits[at] ?? 0) | (1 << bit);
    }
  });
  return bits;
}

function pairsBefore(text: string, pairs: ReadonlySet<string>): Uint16Array {
  const sums = new Uint16Array(text.length + 1);
  for (let i = 0; i < text.length; i++) sums[i + 1] = (sums[i] ?? 0) + Number(pairs.has(text.slice(i, i + 2)));
  return sums;
}

function slots(text: string, word: string, side: 'left' | 'right'): Float32Array {
  const values = new Float32Array(text.length + 1);
  if (word === '') return values;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (side === 'left') {
      for (let i = at + word.length; i <= text.length; i++) values[i] = 1 / (1 + (i - at - word.length) / SLOT_FADE);
    } else {
      for (let i = at; i >= 0 && (values[i] ?? 0) < 1 / (1 + (at - i) / SLOT_FADE); i--)
        values[i] = 1 / (1 + (at - i) / SLOT_FADE);
    }
  }
  return values;
}
