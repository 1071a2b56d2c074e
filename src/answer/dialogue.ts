/**
 * Follow-up questions: what 那北京呢 means after a question that was whole.
 *
 * A follow-up is completed from the turn before it, and from nothing else: an ellipsis takes the earlier question
 * with one of its words exchanged, a pronoun takes what the earlier turn was about. A question that stands by
 * itself is left alone.
 */
import { PLACE_SUFFIXES } from '../text/lexicon/places.ts';
import { foldText } from '../text/normalize.ts';
import { tagWords } from '../text/words.ts';
import { analyseQuestion, NUMERIC } from './question.ts';

/** One turn of a conversation: the question as it was understood and the answer given, if any. */
export interface Turn {
  readonly question: string;
  readonly answer: string | null;
  /** The article that the answer came from. */
  readonly article: string | null;
}

const ELLIPSIS = /^(?:那么?|还有)?[,，]?(.{1,16}?)(?:呢|又?怎么样|又?如何)[?？!！。\s]*$/u;
const PRONOUN =
  /(?:它们?|他们?|她们?|这(?:个|项|家|位|条|篇|次|座|里|些|件|种)|那(?:个|项|家|位|条|篇|次|座|里|些|件|种)|该(?:项目|公司|区|市|企业|活动|计划)|其中)/u;
const WHOLE_ENOUGH = 4;
const PLACE_ENDS: ReadonlySet<string> = new Set(PLACE_SUFFIXES);

/** The question that a follow-up asks, or the text itself where it stands alone. */
export function completeQuestion(text: string, previous: Turn | undefined): string {
  if (previous === undefined) return text;
  const folded = foldText(text).trim();
  const ellipsis = ELLIPSIS.exec(folded)?.[1];
  if (ellipsis !== undefined && contentWords(ellipsis).length <= WHOLE_ENOUGH)
    return ellipted(previous.question, ellipsis);
  if (PRONOUN.test(folded) || contentWords(folded).length < 2) return `${subjectOf(previous)} ${text}`;
  return text;
}

/** What an ellipsis asks: the same of another one (那北京呢), or another thing of the same one (全长呢). */
function ellipted(question: string, word: string): string {
  return namesOne(word) ? exchange(question, word) : withAttribute(question, word);
}

/** Whether a word names a place, a person, an organisation or a time, of which the same can be asked. */
function namesOne(word: string): boolean {
  const tags = tagWords(word);
  return (
    tags.some(({ tag }) => /^(?:ns|nr|nt|nz|t|m)/u.test(tag)) || PLACE_ENDS.has(word.slice(-1)) || /\d/u.test(word)
  );
}

/** The earlier question with what it asks about its subject taken out and `word` asked instead. */
function withAttribute(question: string, word: string): string {
  const { text, ask, kind } = analyseQuestion(question);
  const before = contentWords(text.slice(0, ask.start));
  const subject = before.slice(0, -1).map((each) => each.word);
  return `${subject.join('')}${word}${NUMERIC.has(kind) ? '是多少' : '是什么'}`;
}

/** The earlier question with the word that is most like `word` exchanged for it; the word is added where none is. */
function exchange(question: string, word: string): string {
  const folded = foldText(question);
  const tags = new Set(tagWords(word).map(({ tag }) => tag.slice(0, 2)));
  const like = contentWords(folded)
    .map((candidate) => ({ ...candidate, likeness: likeness(candidate, { word, tags }) }))
    .sort((a, b) => b.likeness - a.likeness)[0];
  if (like === undefined || like.likeness < 1) return `${word} ${question}`;
  return folded.slice(0, like.start) + word + folded.slice(like.end);
}

function likeness(
  candidate: { word: string; tag: string },
  { word, tags }: { word: string; tags: ReadonlySet<string> },
): number {
  const sameTag = tags.has(candidate.tag.slice(0, 2)) ? 1 : 0;
  const sameEnd = candidate.word.at(-1) === word.at(-1) ? 1 : 0;
  const sameLength = candidate.word.length === word.length ? 0.3 : 0;
  const digits = /\d/u.test(candidate.word) === /\d/u.test(word) ? 0 : -2;
  return sameTag + sameEnd + sameLength + digits;
}

/** What the earlier turn was about: its content words and its answer. */
function subjectOf({ question, answer }: Turn): string {
  const words = contentWords(foldText(question)).map(({ word }) => word);
  return [...words, answer ?? ''].join(' ').trim();
}

function contentWords(text: string): { word: string; tag: string; start: number; end: number }[] {
  return tagWords(text).filter(({ word, tag }) => word.length > 1 && /^(?:n|v|s|t|j|l|i|x|eng|m|b|a)/u.test(tag));
}
