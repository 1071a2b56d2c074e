/**
 * Which parts of a statement could be the answer?
 *
 * Numbers, days, names in quotation marks and persons are recognised by their form; everything else is a run of
 * words inside a clause, an enumeration, or whole clauses. Candidates are many and cheap; the scorer chooses.
 */

import { type DateMention, findDates } from '../text/dates.ts';
import { findQuantities, type Quantity } from '../text/numbers.ts';
import type { Span } from '../text/span.ts';
import type { TaggedWord } from '../text/words.ts';
import { type Aligned, alignedWith } from './alignment.ts';
import type { QuestionKind } from './forms.ts';
import { findPersons } from './persons.ts';
import { clausesOf, enumerationsOf, phrasesOf, quotedRowsOf } from './phrases.ts';
import type { Question } from './question.ts';
import { heldBetween, type Statement, type Weigh, wordsOf } from './statement.ts';
import { type Terrain, terrainOf } from './terrain.ts';

/** How a candidate was found. */
export type CandidateForm = 'quantity' | 'date' | 'person' | 'quoted' | 'list' | 'phrase' | 'clause' | 'sentence';

/** A statement with what all its candidates share, computed once. */
export interface Ground {
  readonly statement: Statement;
  readonly words: readonly TaggedWord[];
  readonly quantities: readonly Quantity[];
  readonly dates: readonly DateMention[];
  readonly persons: readonly Span[];
  readonly clauses: readonly Span[];
  readonly terrain: Terrain;
  readonly aligned: Aligned;
  /** The most of the question's words that one clause holds. */
  readonly bestClause: number;
  /** How the statement stands among all: 1 for the best, fading with the distance to it; and its place, from 0. */
  readonly lead: number;
  readonly rank: number;
}

/** How a statement stands among all. */
export interface Standing {
  readonly lead: number;
  readonly rank: number;
}

/** What grounds are made with. */
export interface Survey {
  readonly weigh: Weigh;
  readonly standing: Standing;
}

/** A part of a statement that may be the answer. Spans count in the folded statement. */
export interface Candidate {
  readonly ground: Ground;
  readonly span: Span;
  readonly form: CandidateForm;
  readonly quantity?: Quantity;
  readonly date?: DateMention;
  /** Elements of an enumeration, 0 for anything else. */
  readonly elements: number;
}

/** Kinds whose answer holds one of these forms whenever a statement offers any. */
const FORMS_OF_KIND: Readonly<Partial<Record<QuestionKind, readonly CandidateForm[]>>> = Object.freeze({
  number: ['quantity'],
  money: ['quantity'],
  percent: ['quantity'],
  duration: ['quantity'],
  date: ['date'],
  person: ['person'],
});

/** Kinds that a name answers, and how many characters one has at most, with what belongs to it. */
const NAMING: ReadonlySet<QuestionKind> = new Set(['person', 'organisation', 'place', 'name', 'office']);
const NAME = 40;
/** Characters that a number or a day has at most, with what belongs to it, and what parts clauses but not thousands. */
const AMOUNT = 24;
const CLAUSES = /[,;](?!\d{3})/u;
/** Names of times: 哪个朝代, 什么时期. */
const NAMES_TIME = /[时年世代朝节季期日月]/u;
/** Kinds that no single word answers, and how many characters an answer has at least. */
const EXPLAINING: ReadonlySet<QuestionKind> = new Set(['reason', 'method', 'definition']);
const EXPLANATION = 4;

/** Characters that an answer of several clauses has at most: nobody asks for a whole paragraph. */
const LONGEST = 60;

/** Prepares a statement for its candidates. */
export function groundOf(question: Question, statement: Statement, { weigh, standing }: Survey): Ground {
  const { text } = statement;
  const anchor = statement.material.date;
  const words = wordsOf(statement);
  const clauses = clausesOf(text);
  return {
    statement,
    words,
    quantities: findQuantities(text),
    dates: anchor === null ? findDates(text) : findDates(text, anchor),
    persons: findPersons(text, words),
    clauses,
    terrain: terrainOf(question, statement, { words, clauses, weigh }),
    aligned: alignedWith(question, text),
    bestClause: Math.max(0, ...clauses.map((clause) => heldBetween(statement, clause))),
    ...standing,
  };
}

/** All candidates of a statement for a question, without two of the same span and form. */
export function candidatesOf(question: Question, ground: Ground): readonly Candidate[] {
  const formal = formalCandidates(ground);
  if (ORDINAL_ASKED.test(question.text)) return ordinalCandidates(ground);
  const wanted = FORMS_OF_KIND[question.kind];
  if (wanted !== undefined) {
    const fitting = formal.filter((candidate) => wanted.includes(candidate.form));
    if (fitting.length > 0)
      return brief(unique([...fitting, ...freeCandidates(ground).filter(holdsOneOf(fitting))]), question.kind);
  }
  const all = unique([...formal, ...freeCandidates(ground)]);
  if (question.kind === 'list') return enumerated(all);
  if (NAMING.has(question.kind)) return brief(timeless(question, all), question.kind);
  if (!EXPLAINING.has(question.kind)) return all;
  const lasting = all.filter(({ span }) => span.end - span.start >= EXPLANATION);
  return lasting.length > 0 ? lasting : all;
}

const ORDINAL_ASKED = /第(?:几|多少)/u;
const ORDINAL = /(?:第[一二三四五六七八九十百零两\d]{1,4}|首|头)\p{Script=Han}{0,4}/gu;

/** 第二, 第二总部, 第3名: what could say which in a row something is, with what it counts. */
function ordinalCandidates(ground: Ground): Candidate[] {
  const { statement, words } = ground;
  const ends = new Set(words.map(({ end }) => end));
  return [...statement.text.matchAll(ORDINAL)].flatMap(({ index, 0: found }) =>
    Array.from(found, (_, at) => index + at + 1)
      .filter((end) => ends.has(end) && /^(?:第.|首|头)/u.test(statement.text.slice(index, end)))
      .map((end): Candidate => ({ ground, span: { start: index, end }, form: 'quantity', elements: 0 })),
  );
}

/** Where a statement enumerates, what is enumerated is the answer to 哪些, not the clauses around it. */
function enumerated(candidates: readonly Candidate[]): Candidate[] {
  const enumerates = candidates.some(({ form }) => form === 'list');
  return candidates.filter(({ form }) => form !== 'sentence' && !(enumerates && form === 'clause'));
}

/** Nothing that only says when, where a name is asked for that is none of a time. */
function timeless({ text, ask, focus }: Question, candidates: readonly Candidate[]): readonly Candidate[] {
  if (NAMES_TIME.test(text.slice(ask.start, ask.end) + focus)) return candidates;
  return candidates.filter(
    ({ ground, span }) => !ground.dates.some((date) => span.start >= date.span.start && span.end <= date.span.end),
  );
}

/** Nothing longer than a name where a name is asked for, no clauses around a number or a day. */
function brief(candidates: readonly Candidate[], kind: QuestionKind): readonly Candidate[] {
  if (!NAMING.has(kind))
    return candidates.filter(
      ({ ground, span }) =>
        span.end - span.start <= AMOUNT && !CLAUSES.test(ground.statement.text.slice(span.start, span.end)),
    );
  return candidates.filter(({ span, form }) => form !== 'sentence' && span.end - span.start <= NAME);
}

/** Whether a candidate is one of those given with what belongs to it: 于1991年12月21日, 五个指标. */
function holdsOneOf(fitting: readonly Candidate[]): (candidate: Candidate) => boolean {
  return ({ span, form }) =>
    form !== 'sentence' && fitting.some((other) => span.start <= other.span.start && span.end >= other.span.end);
}

function formalCandidates(ground: Ground): Candidate[] {
  const { quantities, dates, persons } = ground;
  const inDate = (span: Span) => dates.some((date) => span.start < date.span.end && span.end > date.span.start);
  return [
    ...quantities
      .filter(({ span }) => !inDate(span) && !isNamePart(span, ground.statement.text))
      .map((quantity): Candidate => ({ ground, span: quantity.span, form: 'quantity', quantity, elements: 0 })),
    ...dates.map((date): Candidate => ({ ground, span: date.span, form: 'date', date, elements: 0 })),
    ...persons.map((span): Candidate => ({ ground, span, form: 'person', elements: 0 })),
    ...quotedSpans(ground.statement.text).map((span): Candidate => ({ ground, span, form: 'quoted', elements: 0 })),
  ];
}

const QUOTED = /[“"「『]([^“”"「」『』\n]{1,48})[”"」』]|(《[^《》\n]{1,60}》)/gu;

/** Whether a number is a part of a short name in quotation marks: “五个一”, “1+1+4”. */
function isNamePart({ start, end }: Span, text: string): boolean {
  const from = Math.max(0, start - SHORT_NAME);
  const before = text.slice(from, start).search(/[“"「『][^“”"「」『』]*$/u);
  const behind = text.slice(end, end + SHORT_NAME).search(/[”"」』]/u);
  return before >= 0 && behind >= 0 && end + behind - from - before <= SHORT_NAME + 1;
}

/** Characters of a name that is a catchword. */
const SHORT_NAME = 6;

function quotedSpans(text: string): Span[] {
  return [...text.matchAll(QUOTED)].map((found) => {
    const inner = found[1] ?? found[2] ?? '';
    const start = found.index + found[0].indexOf(inner);
    return { start, end: start + inner.length };
  });
}

function freeCandidates(ground: Ground): Candidate[] {
  const { statement, words, clauses } = ground;
  const make =
    (form: CandidateForm) =>
    (span: Span): Candidate => ({ ground, span, form, elements: 0 });
  const runs: Candidate[] = [];
  for (let i = 0; i < clauses.length; i++) {
    for (let j = i; j < Math.min(clauses.length, i + 3); j++) {
      const first = clauses[i];
      const last = clauses[j];
      if (first === undefined || last === undefined || (j > i && last.end - first.start > LONGEST)) break;
      runs.push(make('clause')({ start: first.start, end: last.end }));
    }
  }
  return [
    ...phrasesOf(statement.text, words, clauses).map(make('phrase')),
    ...[...enumerationsOf(statement.text, words), ...quotedRowsOf(statement.text)].map(
      ({ span, elements }): Candidate => ({ ground, span, form: 'list', elements }),
    ),
    ...runs,
    ...(statement.text.length <= LONGEST || clauses.length < 2
      ? [make('sentence')(trimmedSentence(statement.text))]
      : []),
  ];
}

function trimmedSentence(text: string): Span {
  const end = text.replace(/[\s。!?;,]+$/u, '').length;
  return { start: text.length - text.trimStart().length, end: Math.max(end, 0) };
}

function unique(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Map<number, Candidate>();
  for (const candidate of candidates) {
    const { start, end } = candidate.span;
    if (end <= start) continue;
    const key = start * 4096 + end;
    const known = seen.get(key);
    if (known === undefined || (known.form === 'phrase' && candidate.form === 'list')) seen.set(key, candidate);
  }
  return [...seen.values()];
}
