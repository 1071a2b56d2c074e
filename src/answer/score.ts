/**
 * Scores candidates: a linear model over named features, with weights that all kinds of question share and
 * weights of each kind added to them. The weights are data, made by `eval/train.ts`.
 */
import { FEATURES } from './feature-names.ts';
import type { FeatureVector } from './features.ts';
import { type Forest, type ForestData, plantForest } from './forest.ts';
import type { QuestionKind } from './forms.ts';
import { QUESTION_KINDS } from './forms.ts';
import { SENTENCE_FEATURES } from './sentence-features.ts';

/** Weights by the name of the feature; a feature without a weight counts nothing. */
export type WeightTable = Readonly<Record<string, number>>;

/** A trained model, as it is stored. */
export interface ModelData {
  /** How it was made and what it reached, for people. */
  readonly note: string;
  readonly shared: WeightTable;
  readonly kinds: Readonly<Partial<Record<QuestionKind, WeightTable>>>;
  /** Weights of the facts behind a confidence, with `bias`. */
  readonly confidence: WeightTable;
  /** Ranks statements. */
  readonly sentences: ForestData;
}

/** A model ready for use. */
export interface Model {
  readonly data: ModelData;
  /** Sum over the features of shared weight plus weight of the kind. */
  score(kind: QuestionKind, vector: FeatureVector): number;
  /** The effective weight of a feature for a kind of question. */
  weight(kind: QuestionKind, feature: number): number;
  readonly sentences: Forest;
}

/** Lays the weights out by number of feature. Names that are no features are refused: they would count for nothing unseen. */
export function loadModel(data: ModelData): Model {
  const tables = new Map(QUESTION_KINDS.map((kind) => [kind, rowOf(data, kind)]));
  const row = (kind: QuestionKind): Float64Array => tables.get(kind) ?? new Float64Array(FEATURES.length);
  return {
    data,
    score(kind, vector) {
      const weights = row(kind);
      let sum = 0;
      for (let i = 0; i < vector.length; i += 2) sum += (weights[vector[i] ?? 0] ?? 0) * (vector[i + 1] ?? 0);
      return sum;
    },
    weight: (kind, feature) => row(kind)[feature] ?? 0,
    sentences: plantForest(data.sentences, SENTENCE_FEATURES),
  };
}

function rowOf(data: ModelData, kind: QuestionKind): Float64Array {
  const own = data.kinds[kind] ?? {};
  for (const name of [...Object.keys(data.shared), ...Object.keys(own)]) {
    if (!FEATURES.includes(name)) throw new Error(`the model weighs "${name}", which is no feature; train it again`);
  }
  return Float64Array.from(FEATURES, (name) => (data.shared[name] ?? 0) + (own[name] ?? 0));
}
