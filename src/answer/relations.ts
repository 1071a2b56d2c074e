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

/** Hears a relation's value. There are thousands of candidates, so that lists of values would be most of the work. */
export type PutRelation = (name: Relation, value: number) => void;

/** Puts the relations of a candidate, each 0 to 1. */
export function putRelations(question: Question, { ground, span }: Candidate, put: PutRelation): void {
  const { statement, terrain } = ground;
  const overlap = coveredShare(ground, span.start, span.end);
  const left = terrain.slotLeft[span.start] ?? 0;
  const right = terrain.slotRight[span.end] ?? 0;
  const before = question.text[question.ask.start - 1] ?? '';
  const held = clauseCoverage(ground, span);
  put('overlap', overlap);
  put('only-question-words', Number(overlap > 0.95));
  putCloseness(question, { ground, span }, put);
  put('slot-left', left);
  put('slot-right', right);
  put('slot-both', Math.sqrt(left * right));
  put('after-copula', terrain.copulaBefore[span.start] ?? 0);
  put('before-say', terrain.sayingAfter[span.end] ?? 0);
  put('same-preposition', Number(PREPOSITION.test(before) && statement.text[span.start - 1] === before));
  put('clause-coverage', held);
  put('clause-lead', held / Math.max(1e-9, ground.bestClause));
  putSurroundings(ground, span, put);
  put('left-covered', coveredShare(ground, Math.max(0, span.start - NEIGHBOURHOOD), span.start));
  put('right-covered', coveredShare(ground, span.end, Math.min(statement.text.length, span.end + NEIGHBOURHOOD)));
  put('right-distance', span.start / Math.max(1, statement.text.length));
}

function putSurroundings({ terrain, statement }: Ground, { start, end }: Span, put: PutRelation): void {
  const pairs = (from: number, to: number): number =>
    to <= from ? 0 : ((terrain.pairsBefore[to] ?? 0) - (terrain.pairsBefore[from] ?? 0)) / (to - from);
  const asked = (at: number): number => (terrain.coveredBefore[at + 1] ?? 0) - (terrain.coveredBefore[at] ?? 0);
  const from = terrain.clauseFrom[start] ?? start;
  const to = terrain.clauseTo[Math.max(start, end - 1)] ?? end;
  put('pairs-left', pairs(Math.max(0, start - BESIDE), start));
  put('pairs-right', pairs(end, Math.min(statement.text.length, end + BESIDE)));
  put('pairs-inside', pairs(start, end));
  put('clause-share', (end - start) / Math.max(1, to - from));
  put('first-asked', asked(start));
  put('last-asked', asked(end - 1));
  put('previous-asked', start === 0 ? 0 : asked(start - 1));
  put('next-asked', end >= statement.text.length ? 0 : asked(end));
}

/** The share of a stretch that words of the question cover. */
function coveredShare({ terrain }: Ground, start: number, end: number): number {
  return end <= start ? 0 : ((terrain.coveredBefore[end] ?? 0) - (terrain.coveredBefore[start] ?? 0)) / (end - start);
}

/**
 * The weights of the question's words, each fading with its distance from the span; the same with words near the question
 * phrase counting more; and the share of the words that stand on the side of the span on which they stand of the phrase.
 */
function putCloseness(
  question: Question,
  { ground, span }: Pick<Candidate, 'ground' | 'span'>,
  put: PutRelation,
): void {
  const { hits } = ground.statement;
  let [near, total, nearAsk, totalAsk, ordered, sided] = [0, 1e-9, 0, 1e-9, 0, 1e-9];
  for (let i = 0; i < hits.length; i++) {
    const [hit, term] = [hits[i], question.terms[i]?.span];
    if (hit === undefined || term === undefined) continue;
    const { weight, places } = hit;
    const leftOfAsk = term.end <= question.ask.start;
    const gap = leftOfAsk ? question.ask.start - term.end : term.start - question.ask.end;
    const askWeight = weight / (1 + Math.max(0, gap) / NEAR);
    total += weight;
    totalAsk += askWeight;
    const nearest = nearestPlace(places, span);
    if (nearest === undefined) continue;
    const fading = 1 + nearest.distance / NEAR;
    near += weight / fading;
    nearAsk += askWeight / fading;
    sided += weight;
    if (nearest.left === leftOfAsk) ordered += weight;
  }
  put('proximity', near / total);
  put('ask-proximity', nearAsk / totalAsk);
  put('order', ordered / sided);
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
