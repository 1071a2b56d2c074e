/** Fits a logistic model with an L2 penalty by Newton's method. */
import type { WeightTable } from '../../src/answer/score.ts';

/** Facts by name, and whether it was so. */
export interface Example {
  readonly features: Readonly<Record<string, number>>;
  readonly truth: boolean;
  readonly weight: number;
}

const ROUNDS = 12;
/** Curvature that every weight but the bias has from the start; the higher, the nearer to 0 it stays. */
const PENALTY = 2;

/** Weights by name, with `bias`, rounded to three decimals. */
export function fitLogistic(examples: readonly Example[]): WeightTable {
  const names = ['bias', ...new Set(examples.flatMap(({ features }) => Object.keys(features)))];
  const rows = examples.map(({ features }) =>
    Float64Array.from(names, (name) => (name === 'bias' ? 1 : (features[name] ?? 0))),
  );
  const weights = new Float64Array(names.length);
  for (let round = 0; round < ROUNDS; round++) {
    const { slope, curve } = differentiate(examples, rows, weights);
    const move = solve(curve, slope);
    move.forEach((by, j) => {
      weights[j] = (weights[j] ?? 0) + by;
    });
  }
  return Object.fromEntries(names.map((name, j) => [name, Math.round((weights[j] ?? 0) * 1000) / 1000]));
}

/** The same weights, all stretched and the bias moved, so that the probabilities fit other examples. */
export function rescaled(weights: WeightTable, examples: readonly Example[]): WeightTable {
  const sums = examples.map((each) => ({ ...each, features: { sum: sumOf(weights, each) } }));
  const { bias = 0, sum: stretch = 0 } = fitLogistic(sums);
  const moved = Object.entries(weights).map(
    ([name, weight]) => [name, Math.round((weight * stretch + (name === 'bias' ? bias : 0)) * 1000) / 1000] as const,
  );
  return Object.fromEntries(moved);
}

function sumOf(weights: WeightTable, { features }: Example): number {
  return Object.entries(features).reduce(
    (sum, [name, value]) => sum + (weights[name] ?? 0) * value,
    weights['bias'] ?? 0,
  );
}

function differentiate(
  examples: readonly Example[],
  rows: readonly Float64Array[],
  weights: Float64Array,
): { slope: Float64Array; curve: Float64Array[] } {
  const slope = weights.map((weight, j) => (j === 0 ? 0 : -PENALTY * weight));
  const curve = Array.from(weights, (_, j) => {
    const row = new Float64Array(weights.length);
    row[j] = j === 0 ? 1e-6 : PENALTY;
    return row;
  });
  examples.forEach(({ truth, weight }, i) => {
    const row = rows[i] ?? weights;
    const share = 1 / (1 + Math.exp(-row.reduce((sum, value, j) => sum + value * (weights[j] ?? 0), 0)));
    addExample(row, { error: weight * (Number(truth) - share), steep: weight * share * (1 - share) }, { slope, curve });
  });
  return { slope, curve };
}

function addExample(
  row: Float64Array,
  { error, steep }: { readonly error: number; readonly steep: number },
  { slope, curve }: { readonly slope: Float64Array; readonly curve: readonly Float64Array[] },
): void {
  for (let j = 0; j < row.length; j++) {
    const value = row[j] ?? 0;
    const line = curve[j];
    if (value === 0 || line === undefined) continue;
    slope[j] = (slope[j] ?? 0) + error * value;
    for (let k = 0; k <= j; k++) line[k] = (line[k] ?? 0) + steep * value * (row[k] ?? 0);
  }
}

/** Solves a symmetric positive system, of which the lower half is given, by Cholesky's method. */
function solve(half: readonly Float64Array[], right: Float64Array): Float64Array {
  decompose(half);
  const at = (i: number, j: number): number => half[i]?.[j] ?? 0;
  const forth = new Float64Array(right.length);
  for (let i = 0; i < right.length; i++) {
    let sum = right[i] ?? 0;
    for (let k = 0; k < i; k++) sum -= at(i, k) * (forth[k] ?? 0);
    forth[i] = sum / at(i, i);
  }
  const back = new Float64Array(right.length);
  for (let i = right.length - 1; i >= 0; i--) {
    let sum = forth[i] ?? 0;
    for (let k = i + 1; k < right.length; k++) sum -= at(k, i) * (back[k] ?? 0);
    back[i] = sum / at(i, i);
  }
  return back;
}

/** Puts in the place of a symmetric matrix, row by row, the triangle whose square it is. */
function decompose(half: readonly Float64Array[]): void {
  half.forEach((row, i) => {
    for (let j = 0; j <= i; j++) {
      const other = half[j] ?? row;
      let sum = row[j] ?? 0;
      for (let k = 0; k < j; k++) sum -= (row[k] ?? 0) * (other[k] ?? 0);
      row[j] = i === j ? Math.sqrt(Math.max(sum, 1e-9)) : sum / (other[j] ?? 1);
    }
  });
}
