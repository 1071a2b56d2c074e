/**
 * Understands a question: what kind of thing is asked for, in which unit, about what, and when.
 *
 * Everything counts in the folded text of the question. Nothing here knows the library.
 */
import { type DateMention, findDates } from '../text/dates.ts';
import { foldText } from '../text/normalize.ts';
import { findQuantities, type Measure, type Quantity, readNumber } from '../text/numbers.ts';
import type { Span } from '../text/span.ts';
import { type TaggedWord, tagWords } from '../text/words.ts';
import { EMPTY_WORDS, POLITE_WORDS, QUESTION_FORMS, type QuestionKind } from './forms.ts';

/** A word of the question that says what it is about. */
export interface QuestionTerm {
  readonly word: string;
  /** Its part of speech. */
  readonly tag: string;
  /** Its place in the folded question. */
  readonly span: Span;
}

/** A question as understood. */
export interface Question {
  /** Folded, without politeness. All spans count here. */
  readonly text: string;
  readonly kind: QuestionKind;
  /** The question phrase (几家, 哪个部门), empty at the end of the text where there is none. */
  readonly ask: Span;
  /** The noun that is asked for: 部门 in 哪个部门, 职工 in 多少名职工; '' where none is named. */
  readonly focus: string;
  /** The unit that a number must have: 家, 平方米, %; '' where none is named. */
  readonly unit: string;
  /** What the number must measure, where that is known. */
  readonly measure: Measure | null;
  /** Set where unit and measure were not said but taken over from an answer before: another one may be meant. */
  readonly assumed?: true;
  /** How many elements are asked for (哪三个 -> 3), 0 where that is open. */
  readonly expects: number;
  readonly terms: readonly QuestionTerm[];
  /** The content word before and after the question phrase, '' at the edges. */
  readonly before: string;
  readonly after: string;
  /** Times named in the question, unresolved where they are relative. */
  readonly dates: readonly DateMention[];
}

const COUNT_WORDS: Readonly<Record<string, number>> = Object.freeze({
  两: 2,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
});

/** Measures that are named by an adjective or a noun instead of a unit. */
const MEASURE_WORDS: readonly (readonly [RegExp, Measure])[] = Object.freeze([
  [/面积|占地|多大(?!年纪|岁数|比例|比重)/u, 'area'],
  [/多长时间|多久/u, 'duration'],
  [/多长|多高|多远|多深|多宽|长度|高度|距离|海拔/u, 'length'],
  [/多重|重量|体重/u, 'weight'],
  [/人数|人口|多少人/u, 'people'],
  [/第几|排名|名次/u, 'ordinal'],
  [/几倍|多少倍/u, 'times'],
] as const);

/** Kinds whose question phrase is a number in waiting. */
export const NUMERIC: ReadonlySet<QuestionKind> = new Set(['number', 'money', 'percent', 'duration']);
const ASKED_NUMBER = /第?(?:几|多少)/u;
const MAX_FOCUS = 10;
/** What the question phrase holds before the question word: 在哪个, 由什么. */
const LEADING = /^[^哪什何啥几多谁怎]{0,4}(?=[哪什何啥几多谁怎])/u;
const INTERROGATIVES = /^(?:哪|什么|何|啥|几|多少|多|第几|谁|叫|是|有|分别|样的?)+/u;
const CLASSIFIERS =
  /^(?:一)?(?:[些个家项种类位名条座所支件部本届场次款首篇份片处样方面大两二三四五六七八九十]|方面)*(?:的)?/u;
const NOUN_TAG = /^(?:n|vn|an|j|l|b|s|i|eng)/u;

/** Analyses a question as typed. Never throws; a text without a question is a description of its own words. */
export function analyseQuestion(raw: string): Question {
  const text = inDigits(foldText(raw).trim().replace(POLITE_WORDS, ''));
  const recognised = recogniseKind(text);
  const counted = CATCHWORD.exec(text)?.groups?.['count'] ?? '';
  const { ask } = recognised;
  const kind = counted !== '' && UNFOLDED.has(recognised.kind) ? 'list' : recognised.kind;
  const words = tagWords(text);
  const terms = contentTerms(words, ask);
  const wanted = wantedUnit(text, ask, kind);
  return {
    text,
    kind: refinedKind(kind, wanted.measure),
    ask,
    focus: NUMERIC.has(kind) ? nounsFrom(words, wanted.end) : focusOf(text, ask, words),
    unit: wanted.unit,
    measure: wanted.measure,
    expects: expectedCount(counted === '' ? text.slice(ask.start, ask.end) : counted),
    terms,
    before: terms.findLast((term) => term.span.end <= ask.start)?.word ?? '',
    after: terms.find((term) => term.span.start >= ask.end)?.word ?? '',
    dates: findDates(text),
  };
}

/** Years, and numbers above ten that count something; not 二十大, 三十六计, 第十五届. */
const IN_WORDS =
  /(?<year>[零〇一二三四五六七八九]{4})(?=年)|(?<![第数几多零〇一二三四五六七八九十百千万])(?<count>[一二两三四五六七八九十百千][零〇一二三四五六七八九十百千]+)(?=[强个家名人项条户位座所台辆万亿元米亩吨次天]|公里|平方|多?年(?!代))/gu;

/** A folded question with its numbers in digits, as newspapers print them: 二〇二二年, 五百强. */
function inDigits(text: string): string {
  return text.replace(IN_WORDS, (words: string, year: string | undefined) => {
    if (year !== undefined)
      return Array.from(year, (sign) => '零一二三四五六七八九'.indexOf(sign === '〇' ? '零' : sign)).join('');
    const value = readNumber(words);
    return value === undefined || value < 11 ? words : String(value);
  });
}

/** “五定”指的是什么: a catchword whose first sign says of how many things it is made. */
const CATCHWORD =
  /[“"「『](?<count>[两二三四五六七八九十])(?:个|大|项|条)?\p{Script=Han}{1,4}[”"」』](?:\p{Script=Han}{1,4})?(?:都|分别|具体|究竟|到底)?(?:是?指的?|包括|包含|是|有)(?:的是|了)?(?:什么|哪|啥)/u;
const UNFOLDED: ReadonlySet<QuestionKind> = new Set(['definition', 'description', 'name', 'list']);

function recogniseKind(text: string): { kind: QuestionKind; ask: Span } {
  for (const { kind, pattern } of QUESTION_FORMS) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const ask = found.groups?.['ask'] ?? found[0];
    const start = found.index + found[0].indexOf(ask);
    return { kind, ask: { start, end: start + ask.length } };
  }
  const end = text.replace(/[?!。.\s]+$/u, '').length;
  return { kind: 'description', ask: { start: end, end } };
}

/** A number that is asked for in per cent or in money is a share or a sum. */
function refinedKind(kind: QuestionKind, measure: Measure | null): QuestionKind {
  return kind === 'number' && (measure === 'percent' || measure === 'money') ? measure : kind;
}

/** The words that a sentence must speak of: not the question phrase itself, not particles, each word once. */
function contentTerms(words: readonly TaggedWord[], ask: Span): QuestionTerm[] {
  const seen = new Set<string>();
  const terms: QuestionTerm[] = [];
  for (const { word, tag, start, end } of words) {
    const asked = start < ask.end && end > ask.start && INTERROGATIVES.test(word);
    if (asked || EMPTY_WORDS.has(word) || seen.has(word) || !/[\p{L}\p{N}]/u.test(word)) continue;
    seen.add(word);
    terms.push({ word, tag, span: { start, end } });
  }
  return terms;
}

/** Puts a number where the question phrase stands and reads the unit that follows it; `end` is behind that unit. */
function wantedUnit(
  text: string,
  ask: Span,
  kind: QuestionKind,
): { unit: string; measure: Measure | null; end: number } {
  if (kind === 'percent') return { unit: '%', measure: 'percent', end: ask.end };
  const { quantity, end } = askedQuantity(text, ask);
  if (kind === 'money') return { unit: '元', measure: 'money', end: Math.max(end, ask.end) };
  const around = text.slice(Math.max(0, ask.start - 6), ask.end + 6);
  const named = MEASURE_WORDS.find(([pattern]) => pattern.test(around))?.[1] ?? null;
  if (quantity === undefined) return { unit: '', measure: kind === 'duration' ? 'duration' : named, end };
  const vague = quantity.measure === 'other' || quantity.measure === 'count';
  return { unit: quantity.unit, measure: vague ? (named ?? quantity.measure) : quantity.measure, end };
}

/** The quantity that would stand there if 3 were the answer; `undefined` where no unit follows. */
function askedQuantity(text: string, ask: Span): { quantity: Quantity | undefined; end: number } {
  const asked = ASKED_NUMBER.exec(text.slice(ask.start));
  if (asked === null) return { quantity: undefined, end: ask.end };
  const end = ask.start + asked.index + asked[0].length;
  const quantity = findQuantities(`3${text.slice(end)}`)[0];
  if (quantity === undefined || quantity.span.start > 0 || quantity.unit === '') return { quantity: undefined, end };
  return { quantity, end: end + quantity.core.end - 1 };
}

/** The noun in or right behind the question phrase. */
function focusOf(text: string, ask: Span, words: readonly TaggedWord[]): string {
  const asked = text.slice(ask.start, ask.end).replace(LEADING, '');
  const inside = asked
    .replace(INTERROGATIVES, '')
    .replace(CLASSIFIERS, '')
    .replace(/^[是为]/u, '');
  const named = inside.replace(/(?:是|为|叫|什么|多少|了)+$/u, '');
  return named + nounsFrom(words, ask.end).slice(0, Math.max(0, MAX_FOCUS - named.length));
}

/** The nouns that begin at an offset, as one. */
function nounsFrom(words: readonly TaggedWord[], offset: number): string {
  let nouns = '';
  for (const { word, tag, start } of words) {
    if (start < offset) continue;
    if (!NOUN_TAG.test(tag) || nouns.length + word.length > MAX_FOCUS) break;
    nouns += word;
  }
  return nouns;
}

/** The pairs of neighbouring characters of a question, without those of the question phrase. */
export function pairsOf({ text, ask }: Question): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const part of [text.slice(0, ask.start), text.slice(ask.end)]) {
    for (let i = 0; i + 2 <= part.length; i++) if (PAIR.test(part.slice(i, i + 2))) pairs.add(part.slice(i, i + 2));
  }
  return pairs;
}

const PAIR = /^[\p{L}\p{N}]{2}$/u;

function expectedCount(ask: string): number {
  const word = /[两二三四五六七八九十]/u.exec(ask)?.[0];
  return word === undefined ? 0 : (COUNT_WORDS[word] ?? 0);
}
