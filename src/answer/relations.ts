/** How a candidate stands to the words of the question around it, as features. */
import type { Span } from '../text/span.ts';
import type { Candidate, Ground } from './candidates.ts';
import type { Question } from './question.ts';
import { heldBetween } from './statement.ts';

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
  | 'right-distance'
  | 'pairs-left'
  | 'pairs-right'
  | 'pairs-inside'
  | 'clause-lead'
  | 'clause-share'
  | 'first-asked'
  | 'last-asked'
  | 'previous-asked'
  | 'next-asked';

/** Characters after which a neighbour counts half. */
const NEAR = 6;
/** Characters on either side in which pairs are counted. */
const BESIDE = 10;
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
  const held = clauseCoverage(ground, span);
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
    ['clause-coverage', held],
    ['clause-lead', held / Math.max(1e-9, ground.bestClause)],
    ...surroundings(ground, span),
    ['left-covered', coveredShare(ground, { start: Math.max(0, span.start - NEIGHBOURHOOD), end: span.start })],
    [
      'right-covered',
      coveredShare(ground, { start: span.end, end: Math.min(statement.text.length, span.end + NEIGHBOURHOOD) }),
    ],
    ['right-distance', span.start / Math.max(1, statement.text.length)],
  ];
}

function surroundings({ terrain, statement }: Ground, { start, end }: Span): (readonly [Relation, number])[] {
  const pairs = (from: number, to: number): number =>
    to <= from ? 0 : ((terrain.pairsBefore[to] ?? 0) - (terrain.pairsBefore[from] ?? 0)) / (to - from);
  const asked = (at: number): number => (terrain.coveredBefore[at + 1] ?? 0) - (terrain.coveredBefore[at] ?? 0);
  const from = terrain.clauseFrom[start] ?? start;
  const to = terrain.clauseTo[Math.max(start, end - 1)] ?? end;
  return [
    ['pairs-left', pairs(Math.max(0, start - BESIDE), start)],
    ['pairs-right', pairs(end, Math.min(statement.text.length, end + BESIDE))],
    ['pairs-inside', pairs(start, end)],
    ['clause-share', (end - start) / Math.max(1, to - from)],
    ['first-asked', asked(start)],
    ['last-asked', asked(end - 1)],
    ['previous-asked', start === 0 ? 0 : asked(start - 1)],
    ['next-asked', end >= statement.text.length ? 0 : asked(end)],
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
  const start = terrain.clauseFrom[span.start] ?? span.start;
  const end = terrain.clauseTo[Math.max(span.start, span.end - 1)] ?? span.end;
  return heldBetween(statement, { start, end });
}
