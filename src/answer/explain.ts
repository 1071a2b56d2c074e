/** Shows how an answer came about: the same numbers that decided, as a tree. */
import type { Explanation } from '../index/explain.ts';
import { confidenceOf } from './abstain.ts';
import { type Consideration, type RankedCandidate, textOf } from './answer.ts';
import { confidenceFeatures } from './confidence-features.ts';
import { FEATURES } from './feature-names.ts';
import type { QuestionKind } from './forms.ts';
import type { Model } from './score.ts';
import { vetoOf } from './vetoes.ts';

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
  const veto = vetoOf(considered);
  const confidence: Explanation = {
    name: 'confidence (logistic of the sum)',
    value: confidenceOf(considered, model.data),
    parts: factors.sort(byWeight),
  };
  const forbidden = veto === undefined ? [] : [{ name: `forbidden by ${veto.by} ${veto.word}`, value: 0, parts: [] }];
  const candidates = ranked.slice(0, SHOWN).map((each) => explainCandidate(question.kind, each, model));
  return {
    name: `${question.kind}: ${question.text}`,
    value: ranked[0]?.score ?? 0,
    parts: [...forbidden, confidence, ...candidates],
  };
}

function explainCandidate(
  kind: QuestionKind,
  { candidate, vector, score }: RankedCandidate,
  model: Model,
): Explanation {
  const parts = Array.from({ length: vector.length / 2 }, (_, i) => {
    const feature = vector[2 * i] ?? 0;
    const value = (vector[2 * i + 1] ?? 0) * model.weight(kind, feature);
    return { name: FEATURES[feature] ?? '', value, parts: [] };
  });
  return { name: `${candidate.form}: ${textOf(candidate)}`, value: score, parts: parts.sort(byWeight) };
}

function byWeight(a: Explanation, b: Explanation): number {
  return Math.abs(b.value) - Math.abs(a.value);
}
