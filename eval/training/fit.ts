/**
 * Fits the weights of the answer model: softmax over the candidates of each question, maximising the expected
 * gain (the share of the gold answer that a candidate gives), by AdaGrad with an L2 penalty, averaged over its second half. A feature's weight is
 * a shared part plus a part of the question's kind, which the penalty keeps small where data are few.
 */
import { FEATURES } from '../../src/answer/feature-names.ts';
import { QUESTION_KINDS, type QuestionKind } from '../../src/answer/forms.ts';
import type { WeightTable } from '../../src/answer/score.ts';

/** The candidates of one question, flattened: candidate `c` has the features `offsets[c]` to `offsets[c + 1]`. */
export interface Sample {
  readonly kind: QuestionKind;
  readonly offsets: Uint32Array;
  readonly features: Uint16Array;
  readonly values: Float32Array;
  /** 0 to 1: how good an answer each candidate is. */
  readonly gains: Float32Array;
  /** How much this question counts. */
  readonly weight: number;
}

/** Shared weights first, then one row a kind. */
export type Weights = Float64Array;

export interface FitOptions {
  readonly epochs: number;
  readonly rate: number;
  /** Penalty a question on the shared part and on the part of a kind. */
  readonly penalty: { readonly shared: number; readonly kind: number };
}

const WIDTH = FEATURES.length;
/** A smaller weight moves no answer. */
const NEGLIGIBLE = 0.03;

/** Fits weights to samples. Deterministic: samples are visited in an order made from their number. */
export function fitWeights(samples: readonly Sample[], options: FitOptions): Weights {
  const weights = new Float64Array(WIDTH * (QUESTION_KINDS.length + 1));
  const squares = new Float64Array(weights.length).fill(1e-6);
  const sums = new Float64Array(weights.length);
  const averaged = Math.max(1, Math.floor(options.epochs / 2));
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (let i = 0; i < samples.length; i++) {
      const sample = samples[(i * 7919 + epoch * 104729) % samples.length];
      if (sample !== undefined) step(sample, { weights, squares, options });
      if (epoch >= options.epochs - averaged) add(sums, weights);
    }
  }
  return sums.map((sum) => sum / Math.max(1, averaged * samples.length));
}

function add(sums: Float64Array, weights: Weights): void {
  for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] ?? 0) + (weights[i] ?? 0);
}

interface State {
  readonly weights: Weights;
  readonly squares: Float64Array;
  readonly options: FitOptions;
}

function step(sample: Sample, { weights, squares, options }: State): void {
  const row = WIDTH * (1 + QUESTION_KINDS.indexOf(sample.kind));
  const gradient = gradientOf(sample, weights, row);
  if (gradient === undefined) return;
  for (let feature = 0; feature < WIDTH; feature++) {
    const slope = (gradient[feature] ?? 0) * sample.weight;
    if (slope === 0) continue;
    move(feature, slope - options.penalty.shared * (weights[feature] ?? 0), { weights, squares, options });
    move(row + feature, slope - options.penalty.kind * (weights[row + feature] ?? 0), { weights, squares, options });
  }
}

function move(at: number, slope: number, { weights, squares, options }: State): void {
  const square = (squares[at] ?? 0) + slope * slope;
  squares[at] = square;
  weights[at] = (weights[at] ?? 0) + (options.rate * slope) / Math.sqrt(square);
}

/** The gradient of log expected gain, `undefined` where no candidate gains anything. */
function gradientOf(sample: Sample, weights: Weights, row: number): Float64Array | undefined {
  const shares = sharesOf(sample, weights, row);
  const all = shares.reduce((sum, share) => sum + share, 0);
  const good = shares.reduce((sum, share, c) => sum + share * (sample.gains[c] ?? 0), 0);
  if (good <= 1e-12 * all) return undefined;
  const gradient = new Float64Array(WIDTH);
  shares.forEach((share, c) => {
    addFeatures(gradient, sample, { candidate: c, pull: share * ((sample.gains[c] ?? 0) / good - 1 / all) });
  });
  return gradient;
}

/** Exponentials of the scores, relative to the best one's. */
function sharesOf(sample: Sample, weights: Weights, row: number): Float64Array {
  const scores = Float64Array.from(sample.gains, (_, candidate) => scoreOf(sample, candidate, { weights, row }));
  const top = scores.reduce((best, score) => Math.max(best, score), Number.NEGATIVE_INFINITY);
  return scores.map((score) => Math.exp(score - top));
}

/** The score of every candidate of a sample. */
export function scoresOf(sample: Sample, weights: Weights): Float64Array {
  const row = WIDTH * (1 + QUESTION_KINDS.indexOf(sample.kind));
  return Float64Array.from(sample.gains, (_, candidate) => scoreOf(sample, candidate, { weights, row }));
}

function addFeatures(
  gradient: Float64Array,
  sample: Sample,
  { candidate, pull }: { candidate: number; pull: number },
): void {
  if (Math.abs(pull) < 1e-7) return;
  for (let k = sample.offsets[candidate] ?? 0; k < (sample.offsets[candidate + 1] ?? 0); k++) {
    const feature = sample.features[k] ?? 0;
    gradient[feature] = (gradient[feature] ?? 0) + pull * (sample.values[k] ?? 0);
  }
}

function scoreOf(sample: Sample, candidate: number, { weights, row }: { weights: Weights; row: number }): number {
  let sum = 0;
  for (let k = sample.offsets[candidate] ?? 0; k < (sample.offsets[candidate + 1] ?? 0); k++) {
    const feature = sample.features[k] ?? 0;
    sum += ((weights[feature] ?? 0) + (weights[row + feature] ?? 0)) * (sample.values[k] ?? 0);
  }
  return sum;
}

/** The weights as tables by name, rounded to two decimals, those next to zero left out. */
export function tablesOf(weights: Weights): { shared: WeightTable; kinds: Partial<Record<QuestionKind, WeightTable>> } {
  const table = (row: number): WeightTable => {
    const entries = FEATURES.map((name, i) => [name, Math.round((weights[row + i] ?? 0) * 100) / 100] as const);
    return Object.fromEntries(entries.filter(([, value]) => Math.abs(value) >= NEGLIGIBLE));
  };
  const kinds = QUESTION_KINDS.map((kind, i) => [kind, table(WIDTH * (i + 1))] as const);
  return { shared: table(0), kinds: Object.fromEntries(kinds.filter(([, weight]) => Object.keys(weight).length > 0)) };
}
