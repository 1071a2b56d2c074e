/**
 * How far figures would move with other questions of the same kind: 95 % intervals by the bootstrap, which draws as many
 * questions as there are, with repetition, again and again. The same chance each time, so that a run can be repeated.
 */
import { diceOf } from './reading-order/dice.ts';
import { type Figures, figuresOf, type Verdict } from './score.ts';

/** The range that holds the figure in 95 of 100 draws. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Shares that an interval is given for. */
export const SHARES = Object.freeze([
  'hit',
  'em',
  'f1',
  'evidence',
  'proof',
  'answered',
  'precision',
  'abstained',
] as const);
type Share = (typeof SHARES)[number];

/** Intervals by the name of their share. */
export type Intervals = Readonly<Partial<Record<Share, Interval>>>;

const DRAWS = 1000;
/** Draws left out at either end. */
const TAIL = 0.025;

/** The interval of each share that the questions have. */
export function intervalsOf(verdicts: readonly Verdict[], draws = DRAWS): Intervals {
  const dice = diceOf('intervals');
  const drawn = Array.from({ length: draws }, () =>
    figuresOf(verdicts.flatMap(() => verdicts[dice.between(0, verdicts.length - 1)] ?? [])),
  );
  return Object.fromEntries(SHARES.flatMap((key) => intervalOf(drawn, key)));
}

function intervalOf(drawn: readonly Figures[], key: Share): [Share, Interval][] {
  const values = drawn.flatMap((figures) => figures[key] ?? []).sort((a, b) => a - b);
  const low = values[Math.floor(TAIL * values.length)];
  const high = values[Math.ceil((1 - TAIL) * values.length) - 1];
  return low === undefined || high === undefined ? [] : [[key, { low, high }]];
}
