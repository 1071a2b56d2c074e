/**
 * Decides whether the best candidate is good enough to be said aloud.
 *
 * A wrong answer costs a reader more than a missing one, so silence is the default. Rules of the language forbid what
 * is of another year, round, place or office (`vetoes.ts`); beyond them an answer must clear a floor of confidence, which
 * is a logistic model over a few plain facts: how far the best candidate and its sentence lead, how much of the question
 * they speak of, and what the question names that the article does not have.
 */
import type { Consideration } from './answer.ts';
import { type ConfidenceFeatures, confidenceFeatures, lackingWords } from './confidence-features.ts';
import type { ModelData, WeightTable } from './score.ts';

/** An answer is said aloud from here on. Below 0.55 it is shown as one to be checked. */
export const CONFIDENCE_FLOOR = 0.08;
/** A word of the question weighs at least so much for its absence to be told. */
const TELLING = 4;

/** How sure the best candidate is, 0 to 1; 0 where there is none. */
export function confidenceOf(consideration: Consideration, data: ModelData): number {
  const features = confidenceFeatures(consideration);
  return features === undefined ? 0 : logistic(features, data.confidence);
}

/** The probability that a logistic model gives to facts. */
export function logistic(features: ConfidenceFeatures, weights: WeightTable): number {
  let sum = weights['bias'] ?? 0;
  for (const [name, value] of Object.entries(features)) sum += (weights[name] ?? 0) * value;
  return 1 / (1 + Math.exp(-sum));
}

/** What the question is about and the article nearest to it does not have, `undefined` where it has everything. */
export function lackingWord(consideration: Consideration): string | undefined {
  return lackingWords(consideration).find(({ weight }) => weight >= TELLING)?.word;
}
