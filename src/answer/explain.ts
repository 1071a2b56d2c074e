/** Shows how an answer came about: the same numbers that decided, as a tree. */
import type { Explanation } from '../index/explain.ts';
import { confidenceFeatures, confidenceOf } from './abstain.ts';
import { type Consideration, type RankedCandidate, textOf } from './answer.ts';
import { FEATURES } from './features.ts';
import type { QuestionKind } from './forms.ts';
import type { Model } from './score.ts';

/** Candidates that are shown. */
const SHOWN = 5;

/** The tree behind a decision: confidence with its factors, then the best candidates with every weighted feature. */
export function explainAnswer(considered: Consideration, model: Model): Explanation {
  const { question, ranked } = considered;
  const factors = Object.entries(confidenceFeatures(considered) ?? {}).map(([name, value]) => ({
    name: `${name} = ${value.toFixed(3)}`,
    value: value * (model.data.confidence[name] ?? 0),
    parts: [],
  }));
  const confidence: Explanation = {
    name: 'confidence (logistic of the sum)',
    value: confidenceOf(considered, model.data),
    parts: factors,
  };
  const candidates = ranked.slice(0, SHOWN).map((each) => explainCandidate(question.kind, each, model));
  return {
    name: `${question.kind}: ${question.text}`,
    value: ranked[0]?.score ?? 0,
    parts: [confidence, ...candidates],
  };
}

function explainCandidate(
  kind: QuestionKind,
  { candidate, vector, score }: RankedCandidate,
  model: Model,
): Explanation {
  const parts = vector
    .map(([feature, value]) => ({
      name: FEATURES[feature] ?? '',
      value: value * model.weight(kind, feature),
      parts: [],
    }))
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  return { name: `${candidate.form}: ${textOf(candidate)}`, value: score, parts };
}
