/**
 * Where another article says something else of the same thing.
 *
 * Values change with time, so the newest article counts and the older one is shown beside it. Two articles of one day
 * cannot both be right, and nothing tells which is: then both are shown and neither is asserted. A question that names
 * a time has chosen by itself.
 */
import type { Quantity } from '../text/numbers.ts';
import { type Consideration, type RankedCandidate, textOf } from './answer.ts';
import { NUMERIC } from './question.ts';

/** What the best answer has against it. */
export interface Rivalry {
  /** The answer that counts: the newer one, or the best where the days are one. */
  readonly chosen: RankedCandidate;
  readonly other: RankedCandidate;
  /** Whether both are of one day, so that nothing tells which is right. */
  readonly sameDay: boolean;
}

/** Share of the question's words that both sentences must speak of, for them to speak of one thing. */
const SAME_THING = 0.85;
/** What the rival may be behind by in score. */
const CLOSE = 3;
/** Inexact numbers that are so near to each other are one number. */
const ROUNDED = 0.05;
const LOOKED_AT = 30;

/** The strongest contradiction to the best answer from another article, or `undefined`. */
export function rivalryOf({ question, ranked }: Consideration): Rivalry | undefined {
  const [best] = ranked;
  if (best === undefined || question.dates.length > 0) return undefined;
  if (!NUMERIC.has(question.kind) && question.kind !== 'person') return undefined;
  if (best.candidate.ground.statement.coverage < SAME_THING) return undefined;
  const other = ranked.slice(1, LOOKED_AT).find((each) => contradicts(best, each));
  const [mine, its] = [dayOf(best), other === undefined ? null : dayOf(other)];
  if (other === undefined || mine === null || its === null) return undefined;
  if (mine === its) return { chosen: best, other, sameDay: true };
  // 2022 and 2022-07-15 do not tell which is newer.
  if (mine.startsWith(its) || its.startsWith(mine)) return undefined;
  return mine > its ? { chosen: best, other, sameDay: false } : { chosen: other, other: best, sameDay: false };
}

function dayOf({ candidate }: RankedCandidate): string | null {
  return candidate.ground.statement.material.date;
}

function contradicts(best: RankedCandidate, other: RankedCandidate): boolean {
  const [mine, its] = [best.candidate, other.candidate];
  const { statement } = its.ground;
  if (statement.material.passage.article === mine.ground.statement.material.passage.article) return false;
  if (its.form !== mine.form || statement.coverage < SAME_THING || best.score - other.score > CLOSE) return false;
  if (mine.quantity === undefined || its.quantity === undefined) return textOf(mine) !== textOf(its);
  return differ(mine.quantity, its.quantity);
}

function differ(a: Quantity, b: Quantity): boolean {
  if (a.unit !== b.unit || a.measure !== b.measure || a.low === b.low) return false;
  const rounded = a.approximate || b.approximate;
  return !rounded || Math.abs(a.low - b.low) > ROUNDED * Math.max(Math.abs(a.low), Math.abs(b.low));
}
