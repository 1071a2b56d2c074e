/** Where a stretch of clauses may begin and end, so that it makes sense by itself. */

import { SPEECH_VERBS } from '../text/lexicon/speech.ts';
import { foldText } from '../text/normalize.ts';
import { ANNOUNCING_ENDS, PREPOSITIONS, SUBORDINATORS, WAITING_ENDS } from './lexicon/clauses.ts';
import { IDLE_CLAUSES, IDLE_PATTERN, LEANING_WORDS, PRONOUN_STARTS } from './lexicon/openers.ts';
import type { Clause, Sentence, Token } from './material.ts';
import { officials } from './officials.ts';

/**
 * What must be in the summary for a clause to begin a stretch: nothing, something of the sentence before (a pronoun, a
 * connective), or a clause of the same sentence (the same again). A predicate whose subject was named in a clause
 * before it wishes for that clause, and can do without.
 */
export type Opening =
  | { readonly kind: 'free' }
  | { readonly kind: 'sentence' }
  | { readonly kind: 'clause' | 'wish'; readonly clause: number };

export interface Boundary {
  readonly opens: Opening;
  /** Whether a stretch may end with it. */
  readonly closes: boolean;
  /** Whether nothing but words that lead up to it stands before it in its sentence. */
  readonly heads: boolean;
  /** Whether it is such words itself. */
  readonly idle: boolean;
}

const LEANING: ReadonlySet<string> = new Set(LEANING_WORDS);
const IDLE: ReadonlySet<string> = new Set(IDLE_CLAUSES);
const CONJUNCTION: ReadonlySet<string> = new Set(SUBORDINATORS);
const PREPOSITION: ReadonlySet<string> = new Set(PREPOSITIONS);
const any = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).join('|');
const WAITING = new RegExp(`(?:${any(WAITING_ENDS)})$`, 'u');
const ANNOUNCING = new RegExp(`(?:${any([...SPEECH_VERBS, ...ANNOUNCING_ENDS])})$`, 'u');
/** A quote, and behind it who said it. */
const SPOKEN = /[”」』"].{0,40}$/u;
const OUTER_SIGN = /^[\s“”‘’"'「」『』《》（）()]+|[\s]+$/gu;
/** Tags of what can be spoken of. */
const SUBJECT = /^(?:n|s$|t$|x$|eng|j|r$)/u;
const NAME = /^(?:nr|ns|nt|nz)/u;
const PREDICATE = /^(?:v|a$|z$)/u;
/** Tags that may stand before the subject: attributes and numbers. */
const ATTRIBUTE = /^(?:m|q|b|a|f|d$|vn)/u;
/** Up to this many words before its subject. */
const SUBJECT_REACH = 2;

function wordsOf({ tokens }: Clause): Token[] {
  return tokens.filter(({ word }) => /[\p{L}\p{N}]/u.test(word));
}

/** Whether a clause begins with words that point back to what was said before. */
function leans(clause: Clause): boolean {
  const [first, second] = wordsOf(clause);
  if (first === undefined) return true;
  if (LEANING.has(first.word) || (first.word.length === 1 && LEANING.has(first.word + (second?.word ?? ''))))
    return true;
  return PRONOUN_STARTS.includes(first.word.charAt(0)) && !NAME.test(first.tag);
}

function isIdle(text: string): boolean {
  return IDLE.has(text) || IDLE_PATTERN.test(text);
}

/** Whether a clause names somebody or something and says something of it. */
function standsAlone(clause: Clause): boolean {
  const words = wordsOf(clause);
  const subject = words.findIndex(({ tag }) => SUBJECT.test(tag) && tag !== 'r');
  if (subject < 0 || subject > SUBJECT_REACH || leans(clause)) return false;
  if (!words.slice(0, subject).every(({ tag }) => ATTRIBUTE.test(tag) && tag !== 'd')) return false;
  return words.slice(subject + 1).some(({ tag }) => PREDICATE.test(tag) && tag !== 'vn');
}

/** Whether a clause says something that has happened or is counted, whatever word it begins with. */
function isFact({ quantities, tokens }: Clause): boolean {
  return quantities.some(({ of }) => of.unit !== '') || tokens.some(({ word, tag }) => word === '了' && tag === 'ul');
}

/** Whether a clause is complete: it has a predicate and does not wait for the next one. */
function isComplete(clause: Clause, text: string): boolean {
  const words = wordsOf(clause);
  const first = words[0]?.word ?? '';
  if (clause.mark === '——' || /[：:]/.test(clause.mark) || CONJUNCTION.has(first) || WAITING.test(text)) return false;
  if (ANNOUNCING.test(text) && !SPOKEN.test(text)) return false;
  if (PREPOSITION.has(first) && !isFact(clause)) return false;
  return words.some(({ tag }) => PREDICATE.test(tag)) || isFact(clause) || officials(clause).length > 0;
}

/** Whether a clause says only when. */
function isTime(clause: Clause): boolean {
  const words = wordsOf(clause);
  const timed = ({ start, tag }: Token) =>
    /^(?:t|f)/.test(tag) || clause.dates.some((date) => start >= date.start && start < date.end);
  return words.length > 0 && words.every(timed);
}

function openingOf(clause: Clause, at: { heads: boolean; idle: boolean; after: string; anchor: number }): Opening {
  const leaning = leans(clause);
  if (at.heads) return leaning || at.idle ? { kind: 'sentence' } : { kind: 'free' };
  if (leaning) return { kind: 'clause', clause: at.anchor };
  return standsAlone(clause) || /[；;]/.test(at.after) ? { kind: 'free' } : { kind: 'wish', clause: at.anchor };
}

/** The boundaries of a sentence's clauses. */
export function boundariesOf(sentence: Sentence, blockText: string): Boundary[] {
  const { clauses, kind } = sentence;
  if (kind === 'row') return [{ opens: { kind: 'free' }, closes: true, heads: true, idle: false }];
  const state = { heads: true, idleOnly: true, anchor: 0 };
  return clauses.map((clause, index) => {
    const text = foldText(blockText.slice(clause.start, clause.end)).replace(OUTER_SIGN, '');
    const last = index === clauses.length - 1;
    const idle = state.heads && !last && isIdle(text);
    const opens = openingOf(clause, { ...state, idle, after: clauses[index - 1]?.mark ?? '' });
    if (opens.kind === 'free' || state.heads) state.anchor = index;
    const boundary = { opens, closes: !idle && (last || isComplete(clause, text)), heads: state.idleOnly, idle };
    state.heads &&= idle || isTime(clause);
    state.idleOnly &&= idle;
    return boundary;
  });
}
