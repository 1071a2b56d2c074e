/** Fits a logistic model with an L2 penalty by gradient descent over all examples at once. */
import type { WeightTable } from '../../src/answer/score.ts';

/** Facts by name, and whether it was so. */
export interface Example {
  readonly features: Readonly<Record<string, number>>;
  readonly truth: boolean;
  readonly weight: number;
}

const ROUNDS = 3000;
const RATE = 0.5;
const PENALTY = 1e-4;

/** Weights by name, with `bias`, rounded to three decimals. */
export function fitLogistic(examples: readonly Example[]): WeightTable {
  const names = ['bias', ...new Set(examples.flatMap(({ features }) => Object.keys(features)))];
  const rows = examples.map(({ features }) => names.map((name) => (name === 'bias' ? 1 : (features[name] ?? 0))));
  const weights = new Float64Array(names.length);
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  for (let round = 0; round < ROUNDS; round++) {
    const slope = new Float64Array(names.length);
    rows.forEach((row, i) => {
      const example = examples[i];
      if (example === undefined) return;
      const sum = row.reduce((s, value, j) => s + value * (weights[j] ?? 0), 0);
      const error = (Number(example.truth) - 1 / (1 + Math.exp(-sum))) * example.weight;
      row.forEach((value, j) => {
        slope[j] = (slope[j] ?? 0) + error * value;
      });
    });
    for (let j = 0; j < names.length; j++) {
      const shrink = j === 0 ? 0 : PENALTY * (weights[j] ?? 0);
      weights[j] = (weights[j] ?? 0) + RATE * ((slope[j] ?? 0) / total - shrink) * 4;
    }
  }
  return Object.fromEntries(names.map((name, j) => [name, Math.round((weights[j] ?? 0) * 1000) / 1000]));
}
