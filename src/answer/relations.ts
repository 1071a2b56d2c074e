/** How a candidate stands to the words of the question around it, as features. */
import type { Span } from '../text/span.ts';
import type { Candidate, Ground } from './candidates.ts';
import type { Question } from './question.ts';

/** A relation's feature. */
export type Relation =
  | 'overlap'
  | 'only-question-words'
  | 'proximity'
  | 'ask-proximity'
  | 'order'
  | 'slot-left'
  | 'slot-right'
  | 'slot-both'
  | 'after-copula'
  | 'before-say'
  | 'same-preposition'
  | 'clause-coverage'
  | 'left-covered'
  | 'right-covered'
  | 'right-distance';

/** Characters after which a neighbour counts half. */
const NEAR = 6;
/** Characters on either side in which covered ones are counted. */
const NEIGHBOURHOOD = 6;
const PREPOSITION = /[由被向在于从对与跟和以为按靠把将给用]/u;

/** The relations of a candidate with their values, 0 to 1. */
export function relationsOf(question: Question, { ground, span }: Candidate): (readonly [Relation, number])[] {
  const { statement, terrain } = ground;
  const overlap = coveredShare(ground, span);
  const left = terrain.slotLeft[span.start] ?? 0;
  const right = terrain.slotRight[span.end] ?? 0;
  const closeness = closenessOf(question, ground, span);
  const before = question.text[question.ask.start - 1] ?? '';
  return [
    ['overlap', overlap],
    ['only-question-words', Number(overlap > 0.95)],
    ['proximity', closeness.near],
    ['ask-proximity', closeness.nearAsk],
    ['order', closeness.order],
    ['slot-left', left],
    ['slot-right', right],
    ['slot-both', Math.sqrt(left * right)],
    ['after-copula', terrain.copulaBefore[span.start] ?? 0],
    ['before-say', terrain.sayingAfter[span.end] ?? 0],
    ['same-preposition', Number(PREPOSITION.test(before) && statement.text[span.start - 1] === before)],
    ['clause-coverage', clauseCoverage(ground, span)],
    ['left-covered', coveredShare(ground, { start: Math.max(0, span.start - NEIGHBOURHOOD), end: span.start })],
    [
      'right-covered',
      coveredShare(ground, { start: span.end, end: Math.min(statement.text.length, span.end + NEIGHBOURHOOD) }),
    ],
    ['right-distance', span.start / Math.max(1, statement.text.length)],
  ];
}

/** The share of a stretch that words of the question cover. */
function coveredShare({ terrain }: Ground, { start, end }: Span): number {
  return end <= start ? 0 : ((terrain.coveredBefore[end] ?? 0) - (terrain.coveredBefore[start] ?? 0)) / (end - start);
}

interface Closeness {
  /** Weights of the question's words, each fading with its distance from the span. */
  readonly near: number;
  /** The same with words near the question phrase counting more. */
  readonly nearAsk: number;
  /** Share of the words that stand on the side of the span on which they stand of the question phrase. */
  readonly order: number;
}

function closenessOf(question: Question, { statement }: Ground, span: Span): Closeness {
  let [near, total, nearAsk, totalAsk, ordered, sided] = [0, 1e-9, 0, 1e-9, 0, 1e-9];
  statement.hits.forEach(({ weight, places }, i) => {
    const term = question.terms[i]?.span;
    if (term === undefined) return;
    const leftOfAsk = term.end <= question.ask.start;
    const gap = leftOfAsk ? question.ask.start - term.end : term.start - question.ask.end;
    const askWeight = weight / (1 + Math.max(0, gap) / NEAR);
    total += weight;
    totalAsk += askWeight;
    const nearest = nearestPlace(places, span);
    if (nearest === undefined) return;
    near += weight / (1 + nearest.distance / NEAR);
    nearAsk += askWeight / (1 + nearest.distance / NEAR);
    sided += weight;
    if (nearest.left === leftOfAsk) ordered += weight;
  });
  return { near: near / total, nearAsk: nearAsk / totalAsk, order: ordered / sided };
}

function nearestPlace(places: readonly Span[], span: Span): { distance: number; left: boolean } | undefined {
  let best: { distance: number; left: boolean } | undefined;
  for (const place of places) {
    if (place.start < span.end && place.end > span.start) continue;
    const left = place.end <= span.start;
    const distance = left ? span.start - place.end : place.start - span.end;
    if (best === undefined || distance < best.distance) best = { distance, left };
  }
  return best;
}

/** Weighted share of the question's words inside the clauses that the span touches. */
function clauseCoverage({ statement, terrain }: Ground, span: Span): number {
  const from = terrain.clauseFrom[span.start] ?? span.start;
  const to = terrain.clauseTo[Math.max(span.start, span.end - 1)] ?? span.end;
  let held = 0;
  let total = 1e-9;
  for (const { weight, places } of statement.hits) {
    total += weight;
    if (places.some((place) => place.start >= from && place.end <= to)) held += weight;
  }
  return held / total;
}
