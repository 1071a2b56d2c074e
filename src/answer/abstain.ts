/**
 * Decides whether the best candidate is good enough to be said aloud.
 *
 * A wrong answer costs a reader more than a missing one, so silence is the default: an answer must clear a floor
 * of confidence. Confidence is a logistic model over a few plain facts: how far the best candidate leads, how
 * much of the question its sentence and passage speak of, and whether a rare word of the question, which is
 * mostly the name or the year that it is about, is missing altogether.
 */
import { PLACE_SUFFIXES } from '../text/lexicon/places.ts';
import { type Consideration, type RankedCandidate, textOf } from './answer.ts';
import { conflictsOf } from './conflicts.ts';
import type { Question } from './question.ts';
import type { ModelData } from './score.ts';
import type { Statement } from './statement.ts';

/** The facts that confidence is made of, by name. */
export type ConfidenceFeatures = Readonly<Record<string, number>>;

/**
 * An answer is said aloud from here on. Set on the questions in `eval/pages`: at 0.10, 325 of 376 are answered, 0.72 of
 * them rightly; at 0.30, 270 and 0.80. Below 0.55 an answer is shown as one to be checked.
 */
export const CONFIDENCE_FLOOR = 0.1;

/** How sure the best candidate is, 0 to 1; 0 where there is none. */
export function confidenceOf(consideration: Consideration, data: ModelData): number {
  const features = confidenceFeatures(consideration);
  if (features === undefined) return 0;
  let sum = data.confidence['bias'] ?? 0;
  for (const [name, value] of Object.entries(features)) sum += (data.confidence[name] ?? 0) * value;
  return 1 / (1 + Math.exp(-sum));
}

/** The facts behind a confidence, or `undefined` where there is no candidate. */
export function confidenceFeatures({ question, ranked }: Consideration): ConfidenceFeatures | undefined {
  const best = ranked[0];
  if (best === undefined) return undefined;
  const { statement } = best.candidate.ground;
  const rival = ranked.find((other) => !sameAnswer(best, other));
  return {
    probability: probability(ranked),
    margin: Math.tanh((best.score - (rival?.score ?? best.score - 4)) / 2),
    score: Math.tanh(best.score / 10),
    coverage: statement.coverage,
    context: statement.context,
    terms: Math.min(1, question.terms.length / 10),
    ...missing(question, statement),
    ...conflicts(question, statement),
    [`kind:${question.kind}`]: 1,
    [`form:${best.candidate.form}`]: 1,
  };
}

/** What the question names and the statement with its surroundings does not: the rarest word, names, numbers, years. */
function missing(question: Question, statement: Statement): ConfidenceFeatures {
  const lacks = statement.hits.map(({ weight, contextShare }, i) => {
    const { word = '', tag = '' } = question.terms[i] ?? {};
    return {
      weight,
      lack: 1 - contextShare,
      name: NAME_TAG.test(tag) || endsAsName(word),
      number: /\d|^第/u.test(word),
    };
  });
  const rarest = Math.max(1e-9, ...lacks.map(({ weight }) => weight));
  const most = (which: (each: (typeof lacks)[number]) => boolean): number =>
    Math.min(1, Math.max(0, ...lacks.filter(which).map(({ weight, lack }) => weight * lack)) / RARE);
  return {
    'missing-rarest': Math.max(0, ...lacks.map(({ weight, lack }) => weight * lack)) / rarest,
    'missing-rare': Math.min(1, Math.max(0, ...lacks.map(({ weight, lack }) => weight * lack)) / RARE),
    'missing-name': most(({ name }) => name),
    'missing-number': most(({ number }) => number),
  };
}

/** What the statement has in the place of what the question names. */
function conflicts(question: Question, statement: Statement): ConfidenceFeatures {
  const { ordinal, deputy, year } = conflictsOf(question, statement);
  return { 'other-ordinal': ordinal, 'only-deputy': deputy, 'other-year': year };
}

/** The weight of a word that one passage in some thousand has. */
const RARE = 8;
const NAME_TAG = /^(?:nr|ns|nt|nz)/u;

/** Whether a word ends as the name of a place does: 李村区, 东路. */
function endsAsName(word: string): boolean {
  return word.length > 1 && PLACE_ENDS.has(word.slice(-1));
}

const PLACE_ENDS: ReadonlySet<string> = new Set(PLACE_SUFFIXES);

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
