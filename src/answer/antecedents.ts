/**
 * What the turn before was about, and what a pronoun in the question after it stands for.
 *
 * An antecedent is looked for where a reader would: for a person in the answer that named one, for 这个项目 in words
 * that end in 项目, for 它 in an answer that is a name and else in what the question was about. Where nothing fits
 * the pronoun stays, and the article of the turn before has to tell.
 */
import { foldText } from '../text/normalize.ts';
import { findQuantities } from '../text/numbers.ts';
import { type TaggedWord, tagWords } from '../text/words.ts';
import type { QuestionKind } from './forms.ts';
import {
  ASKING_PART,
  MATTER_PRONOUN,
  MEASURED,
  PERSON_PRONOUN,
  PLACE_PRONOUN,
  PLURAL_PRONOUN,
  POINTED,
  PRINTED_NOUN,
  THING_PRONOUN,
  TRAILING,
} from './lexicon/follow-ups.ts';
import { analyseQuestion } from './question.ts';

/** One turn of a conversation: the question as it was understood and the answer given, if any. */
export interface Turn {
  readonly question: string;
  readonly answer: string | null;
  /** The article that the answer came from. */
  readonly article: string | null;
  /** Where the answer stands: its passage, and what the sentence says before it and with it. */
  readonly proof?: Proof;
}

/** A place in a sentence of a passage; the offsets count in the sentence. */
export interface Proof {
  readonly passage: number;
  readonly sentence: string;
  readonly start: number;
  readonly end: number;
}

/** Between what a conversation is about and what was asked of it. */
const ABOUT = '：';
/** Between the parts of what it is about. */
const PART = ' · ';
const ENTITY_KINDS: ReadonlySet<QuestionKind> = new Set(['name', 'organisation', 'place', 'person']);
const LONGEST_ENTITY = 30;
/** 哪座桥 asks for a name as well; a longer answer to it is a clause. */
const LONGEST_OF_ANY = 16;
const NAMED_TAG = /^(?:nr|ns|nt|nz)/u;
const NOUN_PART = /^(?:n|j|b|a|vn|v$|l|x|eng|m|q|f)/u;

/** A question and what it is asked about, as one line that can be taken apart again. */
export function withTopic(topic: string, own: string): string {
  return topic === '' ? own : `${topic}${ABOUT}${own}`;
}

/** The question of a turn without what it was asked about. */
export function ownOf(question: string): string {
  return question.slice(question.lastIndexOf(ABOUT) + 1);
}

/** What the next question may be about: what the turn was about, what it asked of that, and an answer that is a name. */
export function topicOf(turn: Turn): string {
  const cut = turn.question.lastIndexOf(ABOUT);
  const base = cut < 0 ? '' : (turn.question.slice(0, cut).split(PART)[0] ?? '');
  const parts = [base, stemOf(ownOf(turn.question)), entityOf(turn) ?? ''];
  return parts
    .filter((part, i) => part !== '' && !parts.slice(0, i).some((earlier) => earlier.includes(part)))
    .join(PART);
}

/** A question without its question phrase and the words that lead to it. */
export function stemOf(own: string): string {
  const { text, ask } = analyseQuestion(own);
  const asked = text
    .slice(ask.start, ask.end)
    .replace(ASKING_PART, '')
    .replace(/(?:是|为|有|达到?)?(?:了)?多少$/u, '');
  const after = `${asked}${text.slice(ask.end)}`.replace(/^(?:[里儿的了是])+|[的了?!。\s]+$/gu, '');
  return withoutTrailing(text.slice(0, ask.start)) + after;
}

/** A text without the words at its end that name nothing. */
export function withoutTrailing(text: string): string {
  const words = tagWords(text);
  const last = words.findLastIndex(({ word }) => !TRAILING.has(word) && /[\p{L}\p{N}”"」》]/u.test(word));
  return text.slice(0, words[last]?.end ?? 0);
}

/** The answer of a turn, where it is the name of something; `undefined` for numbers, days and the like. */
function entityOf({ question, answer }: Turn): string | undefined {
  if (answer === null || answer.length > LONGEST_ENTITY || answer.includes('、')) return undefined;
  const { kind, text } = analyseQuestion(ownOf(question));
  if (ENTITY_KINDS.has(kind)) return answer;
  const isName = kind === 'description' && answer.length <= LONGEST_OF_ANY && /哪/u.test(text);
  return isName && findQuantities(answer).length === 0 ? answer : undefined;
}

/** What a question is about, without what is asked of it: 新桥 of 新桥全长多少米; '' where it names nothing. */
export function subjectOf(question: string): string {
  const { text, ask } = analyseQuestion(question);
  const clause =
    text
      .slice(0, ask.start)
      .split(/[,，]/u)
      .findLast((part) => part.trim().length > 1) ?? '';
  const words = tagWords(withoutTrailing(clause));
  const preposition = words.findIndex(({ tag }, i) => tag === 'p' && i > 0);
  const kept = preposition > 0 ? words.slice(0, preposition) : words;
  const last = kept.findLastIndex(({ tag }) => /^(?:n|j|l|x|eng|nz|m|q)/u.test(tag));
  const named = kept.slice(0, last + 1).map(({ word }) => word);
  return named.join('').replace(MEASURED, '');
}

/** The question with its pronoun replaced by what it stands for, or `undefined` where it has none. */
export function resolvePronoun(text: string, turn: Turn): string | undefined {
  if (PERSON_PRONOUN.test(text)) return text.replace(PERSON_PRONOUN, (pronoun) => personOf(turn) ?? pronoun);
  if (PLURAL_PRONOUN.test(text) || MATTER_PRONOUN.test(text)) return text;
  if (THING_PRONOUN.test(text)) return text.replace(THING_PRONOUN, (pronoun) => thingOf(turn) ?? pronoun);
  if (PLACE_PRONOUN.test(text)) return text.replace(PLACE_PRONOUN, (pronoun) => placeOf(turn) ?? pronoun);
  return pointed(text, turn);
}

/** Where the first pronoun of a text stands, -1 for none. */
function firstPronoun(text: string): number {
  const found = [PERSON_PRONOUN, PLURAL_PRONOUN, THING_PRONOUN, PLACE_PRONOUN, MATTER_PRONOUN, POINTED].flatMap(
    (pattern) => pattern.exec(text)?.index ?? [],
  );
  return found.length === 0 ? -1 : Math.min(...found);
}

/**
 * What a text begins with that points to something said before it: a pronoun, or the noun that is pointed to (项目 of
 * 这个项目); `undefined` where something stands before it that it may point to.
 */
export function openingPointer(text: string): string | undefined {
  const first = firstPronoun(text);
  if (first < 0 || /[\p{L}\p{N}]{2}/u.test(text.slice(0, first))) return undefined;
  const pointed = POINTED.exec(text);
  if (pointed === null || pointed.index !== first) return text[first];
  const behind = first + pointed[0].length;
  return tagWords(text).find(({ start }) => start >= behind)?.word;
}

/** Whether the pronouns of a text point to what was said before: no clause of its own before them names anything. */
export function leansOnBefore(text: string): boolean {
  const first = firstPronoun(text);
  const before = text.slice(0, Math.max(0, first));
  return first >= 0 && (MATTER_PRONOUN.test(text) || !(namesSomething(before) || /.{6}[,，;；]/u.test(before)));
}

/** The person whom a turn named: its answer, else the last name in its question. */
function personOf(turn: Turn): string | undefined {
  const asked = analyseQuestion(ownOf(turn.question)).kind === 'person';
  if (asked && turn.answer !== null && turn.answer.length <= LONGEST_ENTITY) return turn.answer;
  return tagWords(foldText(ownOf(turn.question))).findLast(({ tag, word }) => tag.startsWith('nr') && word.length > 1)
    ?.word;
}

/** The thing that a turn was about: an answer that is its name, else what the question asked about. */
function thingOf(turn: Turn): string | undefined {
  const { kind } = analyseQuestion(ownOf(turn.question));
  const entity = kind === 'person' || kind === 'place' ? undefined : entityOf(turn);
  const base = turn.question.split(ABOUT)[0]?.split(PART)[0] ?? '';
  return [entity, subjectOf(ownOf(turn.question)), subjectOf(`${base}是什么?`), entityOf(turn)].find(
    (name) => name !== undefined && name.length > 1,
  );
}

/** The place that a turn named; what stands at an address is spoken of by its own name. */
function placeOf(turn: Turn): string | undefined {
  const { kind } = analyseQuestion(ownOf(turn.question));
  const entity = kind === 'place' ? entityOf(turn) : undefined;
  return entity === undefined || /\d/u.test(entity) ? thingOf(turn) : entity;
}

function pointed(text: string, turn: Turn): string | undefined {
  const found = POINTED.exec(text);
  if (found === null) return undefined;
  const behind = found.index + found[0].length;
  if (PRINTED_NOUN.test(text.slice(behind)) || /[篇则条]$/u.test(found[0])) return text;
  const word = tagWords(text).find(({ start, tag }) => start === behind && /^(?:n|j|vn|s|l)/u.test(tag))?.word ?? '';
  // 公司总部 is one word to the dictionary, and its first half is what is pointed to.
  const noun = word.length > 3 ? word.slice(0, 2) : word;
  const name = noun === '' ? undefined : namedBy(noun, turn);
  return name === undefined ? text : text.slice(0, found.index) + name + text.slice(behind + noun.length);
}

/** The words of a turn that a noun closes (东湖隧道 for 隧道), else its answer where that is a name. */
function namedBy(noun: string, turn: Turn): string | undefined {
  const closing = [turn.answer ?? '', turn.question]
    .map((text) => phraseEndingIn(foldText(text), noun))
    .find((phrase) => phrase !== undefined && phrase.length > noun.length);
  return closing ?? entityOf(turn) ?? thingOf(turn);
}

/** The longest run of noun-like words of a text that ends in `noun`, or `undefined`. */
export function phraseEndingIn(text: string, noun: string): string | undefined {
  const words = tagWords(text);
  const last = words.findLastIndex(({ word }) => word.endsWith(noun));
  if (last < 0) return undefined;
  let first = last;
  while (first > 0 && isNounPart(words[first - 1])) first--;
  return words
    .slice(first, last + 1)
    .map(({ word }) => word)
    .join('');
}

function isNounPart(word: TaggedWord | undefined): boolean {
  if (word === undefined || /^[\s\p{P}]+$/u.test(word.word)) return false;
  return NOUN_PART.test(word.tag) && !/^(?:哪|什么|几|多少|谁|这|那|该)/u.test(word.word);
}

/** Whether a text names something by itself: a person, a place, a body, a title or quoted words. */
export function namesSomething(text: string): boolean {
  return /[《“"「]/u.test(text) || tagWords(text).some(({ tag, word }) => NAMED_TAG.test(tag) && word.length > 1);
}
