/**
 * From a question and the passages that the search found to ranked answers, each with its statement.
 *
 * The order is: sentences by what they share with the question, candidates inside the best of them, features,
 * score. The decision whether the best one is good enough to be said aloud is `abstain.ts`'s.
 */
import { type Candidate, candidatesOf, groundOf } from './candidates.ts';
import { type FeatureVector, featuresOf } from './features.ts';
import type { Question } from './question.ts';
import type { Model } from './score.ts';
import { type Material, type Statement, statementsOf, type Weigh } from './statement.ts';

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
const STATEMENTS = 6;
/** A statement is considered when it promises at least this share of what the best one does. */
const PROMISE_FLOOR = 0.55;

/** Considers a question. Never throws; without materials nothing is ranked. */
export function consider(question: Question, { materials, weigh, model }: Grounds): Consideration {
  const known = remembered(weigh);
  const statements = statementsOf(question, materials, known);
  const floor = (statements[0]?.promise ?? 0) * PROMISE_FLOOR;
  const looked = statements.slice(0, STATEMENTS).filter((statement) => statement.promise >= floor);
  const offered = looked.flatMap((statement) => candidatesOf(question, groundOf(question, statement, known)));
  const candidates = fitting(question, offered);
  const repeats = countStatements(candidates);
  const ranked = candidates.map((candidate): RankedCandidate => {
    const vector = featuresOf(question, candidate, (repeats.get(textOf(candidate)) ?? 1) - 1);
    return { candidate, vector, score: model.score(question.kind, vector) };
  });
  ranked.sort((a, b) => b.score - a.score || a.candidate.span.start - b.candidate.span.start);
  return { question, statements, ranked };
}

/** A person is asked for: where names are offered, nothing but names. */
function fitting({ kind }: Question, candidates: readonly Candidate[]): readonly Candidate[] {
  if (kind !== 'person') return candidates;
  const persons = candidates.filter(({ form }) => form === 'person');
  return persons.length > 0 ? persons : candidates;
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
