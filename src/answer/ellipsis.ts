/** Fills an ellipsis: the question before it, with one of its words exchanged for the one that was said. */
import { findDates } from '../text/dates.ts';
import { PLACE_SUFFIXES } from '../text/lexicon/places.ts';
import { foldText } from '../text/normalize.ts';
import type { Span } from '../text/span.ts';
import { type TaggedWord, tagWords } from '../text/words.ts';
import { ownOf, phraseEndingIn, stemOf, type Turn, withoutTrailing, withTopic } from './antecedents.ts';
import { ATTRIBUTE_ASKS } from './lexicon/follow-ups.ts';
import { analyseQuestion, NUMERIC, type Question } from './question.ts';

/** 最高 and 最低, 第三名: which of an order is meant. */
const RANKED = /最[\p{Script=Han}]|第(?:[一二三四五六七八九十]+|\d{1,2})(?:名|位)?|倒数第[一二三四五]/u;
/** A word is exchanged for one that is at least so much like it: the same part of speech and a shared end. */
const ALIKE = 1.5;
/** Names need less: a place for a place. */
const ALIKE_NAMES = 1;
const PLACE_ENDS: ReadonlySet<string> = new Set(PLACE_SUFFIXES);
const QUOTED = /[“"「《][^”"」》]*[”"」》]/gu;
const NAME = /^(?:nr|ns|nt|nz)/u;
const CONTENT = /^(?:n|v|s|t|j|l|i|x|eng|m|b|a|f)/u;

/** The question that `said` asks after a turn. */
export function filledIn(said: string, turn: Turn): string {
  const word = said.replace(/的$/u, '');
  const { question } = turn;
  return (
    exchangedRank(word, question) ?? exchangedTime(word, question) ?? exchangedWord(word, turn) ?? asked(word, question)
  );
}

function replaced(text: string, { start, end }: Span, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}

/** 最低的呢 after 最高的是谁. */
function exchangedRank(word: string, question: string): string | undefined {
  const rank = RANKED.exec(word);
  const own = ownOf(question);
  const known = RANKED.exec(own);
  if (rank === null || known === null || rank[0].length < word.length - 1) return undefined;
  const at = question.length - own.length + known.index;
  return replaced(question, { start: at, end: at + known[0].length }, rank[0]);
}

/** 2025年呢 after 2024年 or 当年; a time that the question lacks is put before it. */
function exchangedTime(word: string, question: string): string | undefined {
  if (!isTime(word)) return undefined;
  const own = ownOf(question);
  const from = question.length - own.length;
  const known = timeIn(own);
  if (known !== undefined) return replaced(question, { start: from + known.start, end: from + known.end }, word);
  const earlier = timeIn(question);
  return earlier === undefined ? `${question.slice(0, from)}${word}${own}` : replaced(question, earlier, word);
}

function timeIn(text: string): Span | undefined {
  return findDates(text)[0]?.span ?? tagWords(text).find(({ tag, word }) => tag === 't' && word.length > 1);
}

function isTime(word: string): boolean {
  const [date] = findDates(word);
  return date !== undefined && date.span.end - date.span.start >= word.length - 1;
}

/** 江南 for 江北区, 完工 for 开工, 教育板块 for 医疗板块. */
function exchangedWord(word: string, turn: Turn): string | undefined {
  const { question } = turn;
  const said = tagWords(word);
  const last = said.at(-1);
  const names = namesOne(word);
  const name = names ? exchangedName(word, question) : undefined;
  if (name !== undefined) return name;
  // 盘活用地 after 出让土地 is another act and not another name of land.
  if (last === undefined || (!names && said.length > 1 && said[0]?.tag.startsWith('v'))) return undefined;
  const phrase = last.word.length < 2 ? undefined : phraseEndingIn(question, last.word);
  if (phrase !== undefined && said.length > 1) {
    const start = question.lastIndexOf(phrase);
    return replaced(question, { start, end: start + phrase.length }, word);
  }
  const quoted = [...question.matchAll(QUOTED)];
  const inQuotes = ({ start }: TaggedWord): boolean =>
    quoted.some((quote) => start > quote.index && start < quote.index + quote[0].length);
  const [like] = tagWords(question)
    .filter((each) => each.word.length > 1 && CONTENT.test(each.tag) && !inQuotes(each))
    .map((each) => ({ each, likeness: likeness(each, word) + parallel(each.word, word, turn) }))
    .sort((a, b) => b.likeness - a.likeness);
  if (like !== undefined && like.likeness >= (names ? ALIKE_NAMES : ALIKE)) return replaced(question, like.each, word);
  return names ? `${word}${ownOf(question)}` : undefined;
}

/** A name for a name in quotation marks, which is what the question was about. */
function exchangedName(word: string, question: string): string | undefined {
  const own = ownOf(question);
  const quote = [...own.matchAll(QUOTED)][0];
  if (quote === undefined || word.length < 3) return undefined;
  return replaced(own, { start: quote.index, end: quote.index + quote[0].length }, word);
}

/** 1 where the sentence of the answer goes on behind both words in the same way: 东县企业12家、西县企业9家. */
function parallel(known: string, word: string, { proof }: Turn): number {
  const sentence = foldText(proof?.sentence ?? '');
  const behind = (each: string): string => {
    const at = sentence.indexOf(each);
    return at < 0 ? '' : sentence.slice(at + each.length, at + each.length + 2);
  };
  return behind(known) !== '' && behind(known) === behind(word) ? 1 : 0;
}

/** Whether a word names a place, a person, a body or a number of something, of which the same can be asked. */
function namesOne(word: string): boolean {
  const tags = tagWords(word);
  return tags.some(({ tag }) => /^(?:ns|nr|nt|nz|m)/u.test(tag)) || PLACE_ENDS.has(word.slice(-1)) || /\d/u.test(word);
}

function likeness(known: TaggedWord, word: string): number {
  const said = tagWords(word);
  const name = (tag: string): boolean => NAME.test(tag);
  const sameTag = said.some(({ tag }) => tag.slice(0, 2) === known.tag.slice(0, 2)) ? 1 : 0;
  const bothNames = sameTag === 0 && name(known.tag) && said.some(({ tag }) => name(tag)) ? 0.7 : 0;
  const sameEnd = known.word.at(-1) === word.at(-1) ? 1.2 : known.word[0] === word[0] ? 0.5 : 0;
  const sameLength = known.word.length === word.length ? 0.3 : 0;
  const digits = /\d/u.test(known.word) === /\d/u.test(word) ? 0 : -2;
  return sameTag + bothNames + sameEnd + sameLength + digits + asPlaces(known.word, word);
}

/** 白沙 for 石门县: a place is mostly said without the word for what it is. */
function asPlaces(known: string, word: string): number {
  const isPlace = known.length > 2 && PLACE_ENDS.has(known.slice(-1));
  return isPlace && namesOne(word) ? (known.length - 1 === word.length ? 1.5 : 1) : 0;
}

/** Another thing asked of the same subject: 全长呢 after 总投资多少. */
function asked(word: string, question: string): string {
  const own = ownOf(question);
  const known = analyseQuestion(own);
  const base = question.slice(0, Math.max(0, question.length - own.length - 1));
  const subject = stemWithoutAttribute(known);
  const topic = [base, subject].filter((part) => part !== '').join(' · ');
  return withTopic(topic === '' ? stemOf(own) : topic, `${word}${phraseFor(word, known)}`);
}

/** What stands before the question phrase, without the last word, which is what was asked of it. */
function stemWithoutAttribute({ text, ask }: Question): string {
  const before = text.slice(0, ask.start);
  const last = tagWords(before).findLast(({ word, tag }) => word.length > 1 && CONTENT.test(tag));
  return last === undefined ? '' : withoutTrailing(before.slice(0, last.start));
}

function phraseFor(word: string, { kind }: Question): string {
  const named = ATTRIBUTE_ASKS.find(([pattern]) => pattern.test(word))?.[1];
  if (named !== undefined) return named;
  if (NUMERIC.has(kind)) return '是多少?';
  if (kind === 'date') return '是什么时候?';
  if (kind === 'person') return '是谁?';
  return kind === 'place' ? '在哪里?' : '是什么?';
}
