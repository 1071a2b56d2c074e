/**
 * Follow-up questions: what 那北京呢 means after a question that was whole.
 *
 * A follow-up is completed from the turn before it, and from nothing else: an ellipsis takes the earlier question
 * with one of its words exchanged, a pronoun what it stands for, and a question that names nothing is asked of what
 * the conversation is about. A question that stands by itself is left alone.
 */

import { foldText } from '../text/normalize.ts';
import { readNumber } from '../text/numbers.ts';
import {
  leansOnBefore,
  namesSomething,
  openingPointer,
  ownOf,
  resolvePronoun,
  stemOf,
  type Turn,
  topicOf,
  withTopic,
} from './antecedents.ts';
import { filledIn } from './ellipsis.ts';
import { ALONE, BARE_NAME, CONNECTIVES, ELEMENT, ELLIPSIS, MORE, WHY_ALONE } from './lexicon/follow-ups.ts';
import { analyseQuestion } from './question.ts';
import type { Weigh } from './statement.ts';

/** A question as it is understood in its conversation. */
export interface FollowUp {
  /** The question itself, gaps filled and pronouns replaced. */
  readonly own: string;
  /** What the conversation is about, '' where the question stands alone. Its words count less than those of `own`. */
  readonly topic: string;
  /** Both as one line, to be shown and to be followed up. */
  readonly whole: string;
  /** What was typed, folded. */
  readonly typed: string;
  /** Whether it cannot be understood without the turn before. */
  readonly leans: boolean;
}

/** How a question is understood after the turn before. */
export function followUp(text: string, previous: Turn | undefined): FollowUp {
  const typed = foldText(text).trim();
  if (previous === undefined) return { own: text, topic: '', whole: text, typed, leans: false };
  if (MORE.test(typed)) return more(previous);
  const bare = typed.replace(CONNECTIVES, '');
  const filled = wholeByItself(bare, previous);
  if (filled !== undefined)
    return { own: ownOf(filled), topic: topicIn(filled), whole: filled, typed: bare, leans: true };
  const resolved = elementOf(bare, previous) ?? (leansOnBefore(bare) ? resolvePronoun(bare, previous) : undefined);
  if (resolved === undefined && namesSomething(bare)) return { own: text, topic: '', whole: text, typed, leans: false };
  const topic = topicOf(previous);
  const own = resolved ?? bare;
  return { own, topic, whole: withTopic(topic, own), typed: own, leans: true };
}

/** The question before once more, for what was not told yet. */
function more({ question }: Turn): FollowUp {
  const own = ownOf(question);
  return { own, topic: topicIn(question), whole: question, typed: own, leans: true };
}

/** A noun that is rarer than this (its weight in the library) says by itself what is meant by 该 or 这个. */
const TELLING = 3;

/** Whether a question cannot be understood without a turn before it, of which there is none. */
export function lacksAntecedent(text: string, weigh: Weigh): boolean {
  const typed = foldText(text).trim();
  if (MORE.test(typed) || ALONE.test(typed)) return true;
  const pointer = openingPointer(typed);
  if (pointer === undefined || namesSomething(typed) || analyseQuestion(typed).kind === 'yesno') return false;
  return pointer.length < 2 || weigh(pointer) < TELLING;
}

/** A follow-up that the question before makes whole: its reason, or the same with a word exchanged. */
function wholeByItself(bare: string, previous: Turn): string | undefined {
  if (WHY_ALONE.test(bare)) return withTopic(topicOf(previous), `${stemOf(ownOf(previous.question))}是为什么?`);
  if (ELEMENT.test(bare) && previous.answer?.includes('、') === true) return undefined;
  const word = ELLIPSIS.exec(bare)?.[1] ?? bareName(bare);
  return word === undefined ? undefined : filledIn(word, previous);
}

/** A word with a question mark and nothing that is asked of it. */
function bareName(bare: string): string | undefined {
  const word = BARE_NAME.exec(bare)?.[1];
  if (word === undefined) return undefined;
  const { ask, kind } = analyseQuestion(word);
  return kind === 'description' && ask.start === ask.end ? word : undefined;
}

/** The question with 第二个 replaced by the second element of the answer before. */
function elementOf(bare: string, { answer }: Turn): string | undefined {
  const found = ELEMENT.exec(bare);
  const elements = answer?.split('、') ?? [];
  const element = elements[(readNumber(found?.[1] ?? '') ?? 0) - 1];
  if (found === null || elements.length < 2 || element === undefined) return undefined;
  const asked = bare.replace(found[0], () => element);
  return ELLIPSIS.test(asked) ? `${element}是什么?` : asked;
}

function topicIn(whole: string): string {
  return whole === ownOf(whole) ? '' : whole.slice(0, whole.length - ownOf(whole).length - 1);
}
