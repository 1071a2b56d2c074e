/**
 * The facts behind a confidence: how far the best candidate and its sentence lead, how much of the question they
 * speak of, and what the question names that its article does not.
 */
import { PLACE_SUFFIXES } from '../text/lexicon/places.ts';
import { type Consideration, type RankedCandidate, textOf } from './answer.ts';
import type { Candidate } from './candidates.ts';
import { conflictsOf } from './conflicts.ts';
import { NUMERIC, type Question, type QuestionTerm } from './question.ts';
import type { Statement } from './statement.ts';

/** The facts that confidence is made of, by name. */
export type ConfidenceFeatures = Readonly<Record<string, number>>;

/** The weight of a word that one passage in some thousand has. */
const RARE = 8;
const NAME_TAG = /^(?:nr|ns|nt|nz)/u;
const VERB_TAG = /^v/u;
const NOUN_TAG = /^(?:n|vn|an|l|j|i)/u;
const SUPERLATIVE = /最|首个|首次|第一|唯一|仅有/u;
const NEGATION = /不(?!仅|但|断|少|同|久)|没|未(?!来)|无(?!论)|取消|停止|拒绝|撤销|暂停/u;
const PLACE_ENDS: ReadonlySet<string> = new Set(PLACE_SUFFIXES);

/** The facts behind a confidence, or `undefined` where there is no candidate. */
export function confidenceFeatures({ question, statements, ranked }: Consideration): ConfidenceFeatures | undefined {
  const best = ranked[0];
  if (best === undefined) return undefined;
  const { statement } = best.candidate.ground;
  const article = articleText(statement, statements);
  return {
    ...leads(best, ranked, statements),
    coverage: statement.coverage,
    context: statement.context,
    terms: Math.min(1, question.terms.length / 10),
    ...missing(question, statement, article),
    ...slots(question, best.candidate, article),
    ...conflicts(question, statement, article),
    fits: fits(question, best.candidate),
    long: Math.min(1, (best.candidate.span.end - best.candidate.span.start) / 40),
    [`kind:${question.kind}`]: 1,
    [`form:${best.candidate.form}`]: 1,
  };
}

/** All that was found of the statement's article, folded. */
export function articleText({ material, around }: Statement, statements: readonly Statement[]): string {
  const passages = new Map([[material.id, around]]);
  for (const other of statements) {
    if (other.material.passage.article === material.passage.article) passages.set(other.material.id, other.around);
  }
  return [...passages.values()].join('\n');
}

/** Names, numbers, verbs and nouns of the question that the nearest article has no part of, the rarest first. */
export function lackingWords({ question, statements, ranked }: Consideration): { word: string; weight: number }[] {
  const statement = ranked[0]?.candidate.ground.statement ?? statements[0];
  if (statement === undefined) return [];
  const article = articleText(statement, statements);
  return statement.hits
    .flatMap(({ weight, contextShare }, i) => {
      const { word = '', tag = '' } = question.terms[i] ?? {};
      const lacking = contextShare === 0 && !resembles(word, article) && classOf(word, tag) !== 'other';
      return lacking ? [{ word, weight }] : [];
    })
    .sort((a, b) => b.weight - a.weight);
}

function leads(
  best: RankedCandidate,
  ranked: readonly RankedCandidate[],
  statements: readonly Statement[],
): ConfidenceFeatures {
  const rival = ranked.find((other) => !sameAnswer(best, other));
  const { statement } = best.candidate.ground;
  const top = statements[0]?.promise ?? 0;
  const all = statements.reduce((sum, { promise }) => sum + Math.exp(promise - top), 0);
  return {
    probability: probability(ranked),
    margin: Math.tanh((best.score - (rival?.score ?? best.score - 4)) / 2),
    'sentence-share': Math.exp(statement.promise - top) / Math.max(1, all),
    'sentence-promise': Math.tanh(statement.promise / 4),
    'sentence-lead': Math.tanh((statement.promise - (statements[1]?.promise ?? statement.promise - 4)) / 2),
  };
}

/** What the question names and the sentence, or all of its article, does not: the rarest word, names, numbers, verbs, nouns. */
function missing({ terms }: Question, statement: Statement, article: string): ConfidenceFeatures {
  const lacks = statement.hits.map(({ weight, share, contextShare }, i) => {
    const { word = '', tag = '' } = terms[i] ?? {};
    const there = Math.max(contextShare, Number(resembles(word, article)));
    return { weight, said: 1 - share, lack: 1 - there, is: classOf(word, tag) };
  });
  const most = (by: 'said' | 'lack', which: string): number =>
    Math.max(0, ...lacks.filter(({ is }) => which === '' || is === which).map((each) => each.weight * each[by]));
  const total = Math.max(
    1e-9,
    lacks.reduce((sum, { weight }) => sum + weight, 0),
  );
  const rarest = Math.max(1e-9, ...lacks.map(({ weight }) => weight));
  const classes = ['name', 'number', 'verb', 'noun', 'other'] as const;
  return {
    'missing-share': lacks.reduce((sum, { weight, lack }) => sum + weight * lack, 0) / total,
    'missing-rarest': most('lack', '') / rarest,
    'missing-rare': Math.min(1, most('lack', '') / RARE),
    'unsaid-rare': Math.min(1, most('said', '') / RARE),
    ...Object.fromEntries(classes.map((name) => [`missing-${name}`, Math.min(1, most('lack', name) / RARE)])),
    ...Object.fromEntries(classes.map((name) => [`unsaid-${name}`, Math.min(1, most('said', name) / RARE)])),
  };
}

function classOf(word: string, tag: string): 'name' | 'number' | 'verb' | 'noun' | 'other' {
  if (/\d|^第/u.test(word)) return 'number';
  if (NAME_TAG.test(tag) || endsAsName(word)) return 'name';
  if (VERB_TAG.test(tag) && !tag.startsWith('vn')) return 'verb';
  return NOUN_TAG.test(tag) ? 'noun' : 'other';
}

/** Whether a text has a word, or one that looks like it with one sign in three another: 幼儿圆 for 幼儿园. */
export function resembles(word: string, text: string): boolean {
  if (text.includes(word)) return true;
  if (word.length < 3 || /\d/u.test(word)) return false;
  if (PLACE_ENDS.has(word.slice(-1)) && text.includes(word.slice(0, -1))) return true;
  const needed = Math.ceil((2 * word.length) / 3);
  for (let at = 0; at + word.length <= text.length; at++) {
    let same = 0;
    for (let i = 0; i < word.length; i++) same += Number(text[at + i] === word[i]);
    if (same >= needed) return true;
  }
  return false;
}

/** Whether a word ends as the name of a place does: 李村区, 东路. */
function endsAsName(word: string): boolean {
  return word.length > 1 && PLACE_ENDS.has(word.slice(-1));
}

/** Whether what stands beside the question phrase, and what is asked for, is where the candidate is. */
function slots(question: Question, { ground, span }: Candidate, article: string): ConfidenceFeatures {
  const { text } = ground.statement;
  const near = text.slice(Math.max(0, span.start - BESIDE), span.end + BESIDE);
  const { before, after, focus } = question;
  const lacks = (word: string, where: string): number => Number(word !== '' && !where.includes(word));
  return {
    'before-far': lacks(before, near),
    'before-unsaid': lacks(before, text),
    'before-missing': lacks(before, article),
    'after-far': lacks(after, near),
    'after-unsaid': lacks(after, text),
    'after-missing': lacks(after, article),
    'focus-unsaid': lacks(focus, text),
    'focus-missing': lacks(focus, article),
  };
}

/** Characters on either side of a candidate in which the words beside the question phrase are looked for. */
const BESIDE = 14;

/** What stands in the place of what the question names. */
function conflicts(question: Question, statement: Statement, article: string): ConfidenceFeatures {
  const { ordinal, deputy, year, period } = conflictsOf(question, statement);
  const { text } = statement;
  return {
    'other-ordinal': ordinal,
    'only-deputy': deputy,
    'other-year': year,
    'other-period': period,
    'other-place': Number(question.terms.some((term) => otherOfKind(term, article, text))),
    'no-superlative': Number(SUPERLATIVE.test(question.text) && !SUPERLATIVE.test(text)),
    'other-negation': Number(NEGATION.test(question.text) && !NEGATION.test(text)),
  };
}

/** Whether the article has no such place but the sentence another one of its kind: 李村区 for 江北区. */
function otherOfKind({ word }: QuestionTerm, article: string, said: string): boolean {
  if (!endsAsName(word) || article.includes(word)) return false;
  const end = word.slice(-1);
  return new RegExp(`\\p{Script=Han}{1,3}${end}`, 'u').test(said);
}

/** Whether the candidate has the form that the question asks for: 1 yes, 0 no, 0.5 where no form can be told. */
function fits({ kind, unit, measure }: Question, { form, quantity, ground, span }: Candidate): number {
  const text = ground.statement.text.slice(span.start, span.end);
  if (kind === 'date') return Number(form === 'date' || /\d+[年月日]/u.test(text));
  if (kind === 'person') return Number(form === 'person');
  if (!NUMERIC.has(kind)) return 0.5;
  if (!/[\d一二两三四五六七八九十百千万亿]/u.test(text)) return 0;
  if (unit !== '') return Number(text.includes(unit) || quantity?.unit === unit);
  return measure === null ? 0.8 : Number(quantity === undefined || quantity.measure === measure);
}

/** Candidates that hold each other (近5800家 and 5800家) are one answer. */
function sameAnswer(a: RankedCandidate, b: RankedCandidate): boolean {
  const [first, second] = [textOf(a.candidate), textOf(b.candidate)];
  return first.includes(second) || second.includes(first);
}

/** The softmax share of the best answer among the first fifty candidates. */
function probability(ranked: readonly RankedCandidate[]): number {
  const best = ranked[0];
  if (best === undefined) return 0;
  let all = 0;
  let same = 0;
  for (const other of ranked.slice(0, 50)) {
    const share = Math.exp(other.score - best.score);
    all += share;
    if (sameAnswer(best, other)) same += share;
  }
  return same / all;
}
