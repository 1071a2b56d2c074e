/**
 * From a question and the passages that the search found to ranked answers, each with its statement.
 *
 * The order is: sentences by what they share with the question, candidates inside the best of them, features,
 * score. The decision whether the best one is good enough to be said aloud is `abstain.ts`'s.
 */
import type { Span } from '../text/span.ts';
import { type Candidate, candidatesOf, groundOf } from './candidates.ts';
import { type FeatureVector, featuresOf } from './features.ts';
import { ownItemFirst } from './parallel-items.ts';
import type { Question } from './question.ts';
import type { Model } from './score.ts';
import { sentenceRows } from './sentence-features.ts';
import { type Material, type Statement, statementsOf, type Weigh } from './statement.ts';
import { restFirst } from './told-rests.ts';

/** A candidate with its score. */
export interface RankedCandidate {
  readonly candidate: Candidate;
  readonly vector: FeatureVector;
  readonly score: number;
}

/** Everything that was considered, best first. */
export interface Consideration {
  readonly question: Question;
  readonly statements: readonly Statement[];
  readonly ranked: readonly RankedCandidate[];
}

/** What answering draws on. */
export interface Grounds {
  readonly materials: readonly Material[];
  readonly weigh: Weigh;
  readonly model: Model;
}

/** Statements whose candidates are considered, at most. */
const STATEMENTS = 5;
/** A statement is considered when it is this likely, against the best one, to hold the answer. */
const LIKELY = 0.06;
/** Where names are asked for, of which few sentences have any, this is enough. */
const LIKELY_NAMED = 0.01;

/** Candidates whose features are computed in a step. */
const AT_ONCE = 64;

/** Considers a question. Never throws; without materials nothing is ranked. */
export function consider(question: Question, grounds: Grounds): Consideration {
  const steps = considering(question, grounds);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** As {@link consider}, in steps of a few milliseconds for those who have others waiting. */
export function* considering(
  question: Question,
  { materials, weigh, model }: Grounds,
): Generator<undefined, Consideration, undefined> {
  const known = remembered(weigh);
  const told = statementsOf(question, materials, known);
  yield;
  const statements = rankStatements(question, told, model);
  yield;
  const proposed = yield* proposing(question, statements, known);
  const ranked = yield* scoring(question, fitting(question, proposed), model);
  return { question, statements, ranked: restFirst(question.text, ownItemFirst(question, ranked.sort(byScore))) };
}

/** The candidates of the best statements, a statement a step. */
function* proposing(
  question: Question,
  statements: readonly Statement[],
  weigh: Weigh,
): Generator<undefined, Candidate[], undefined> {
  const best = statements[0]?.promise ?? 0;
  const proposed: Candidate[] = [];
  for (const [rank, statement] of statements.slice(0, STATEMENTS).entries()) {
    const lead = Math.exp(statement.promise - best);
    if (lead < (question.kind === 'person' ? LIKELY_NAMED : LIKELY)) continue;
    proposed.push(...candidatesOf(question, groundOf(question, statement, { weigh, standing: { lead, rank } })));
    yield;
  }
  return proposed;
}

/** Candidates with their scores, some of them a step. */
function* scoring(
  question: Question,
  offered: readonly Candidate[],
  model: Model,
): Generator<undefined, RankedCandidate[], undefined> {
  const repeats = countStatements(offered);
  const ranked: RankedCandidate[] = [];
  for (const candidate of offered) {
    const vector = featuresOf(question, candidate, (repeats.get(textOf(candidate)) ?? 1) - 1);
    ranked.push({ candidate, vector, score: model.score(question.kind, vector) });
    if (ranked.length % AT_ONCE === 0) yield;
  }
  return ranked;
}

/** A person is asked for: where names are offered, nothing without a name. */
function fitting({ kind }: Question, candidates: readonly Candidate[]): readonly Candidate[] {
  if (kind !== 'person') return candidates;
  const named = candidates.filter(({ ground, span, form }) => {
    const holds = (name: Span): boolean => name.start >= span.start && name.end <= span.end;
    return form === 'person' || ground.persons.some(holds);
  });
  return named.length > 0 ? named : candidates;
}

/** The statements as the forest for statements ranks them. */
function rankStatements(question: Question, statements: readonly Statement[], model: Model): Statement[] {
  const rows = sentenceRows({ question, statements });
  return statements
    .map((statement, i) => ({ ...statement, promise: model.sentences.score(rows[i] ?? []) }))
    .sort((a, b) => b.promise - a.promise);
}

function byScore(a: RankedCandidate, b: RankedCandidate): number {
  return b.score - a.score || a.candidate.span.start - b.candidate.span.start;
}

/** The same weights, each looked up once. */
function remembered(weigh: Weigh): Weigh {
  const weights = new Map<string, number>();
  return (word) => {
    const known = weights.get(word);
    if (known !== undefined) return known;
    const weight = weigh(word);
    weights.set(word, weight);
    return weight;
  };
}

/** In how many statements each answer text is offered. */
function countStatements(candidates: readonly Candidate[]): Map<string, number> {
  const counts = new Map<string, number>();
  const seen = new Set<string>();
  candidates.forEach((candidate) => {
    const text = textOf(candidate);
    const { material, span } = candidate.ground.statement;
    const key = `${material.id}:${span.start}:${text}`;
    if (seen.has(key)) return;
    seen.add(key);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  });
  return counts;
}

/** The candidate's folded text. */
export function textOf({ ground, span }: Candidate): string {
  return ground.statement.text.slice(span.start, span.end);
}
