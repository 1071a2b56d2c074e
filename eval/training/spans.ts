/** What the ranking of candidates learns from: which part of the sentences is the answer. */
import { type Consideration, consider, type RankedCandidate } from '../../src/answer/answer.ts';
import type { Model } from '../../src/answer/score.ts';
import type { Gold } from '../gold.ts';
import type { Case } from './cases.ts';
import type { Sample } from './fit.ts';
import { gainOf, isPlace } from './gain.ts';

/** Wrong candidates kept: the first so many, and every so manyth of the rest. */
const KEPT = Object.freeze({ first: 150, every: 4 });
/** From this gain on a candidate is kept whatever its rank. */
const WORTH = 0.02;

/** The candidates of a case under a model whose ranking of statements has not learnt from it. */
export function sampleOf({ gold, question, materials, weigh, weight }: Case, model: Model): Sample {
  const { ranked } = consider(question, { materials, weigh, model });
  const gains = ranked.map((each) => gainAt(each, gold));
  const kept = [...gains.keys()].filter((i) => (gains[i] ?? 0) > WORTH || i < KEPT.first || i % KEPT.every === 0);
  return {
    ...laidOut(kept.flatMap((i) => ranked[i] ?? [])),
    kind: question.kind,
    gains: Float32Array.from(kept, (i) => gains[i] ?? 0),
    weight,
  };
}

function laidOut(chosen: Consideration['ranked']): Pick<Sample, 'offsets' | 'features' | 'values'> {
  const offsets = new Uint32Array(chosen.length + 1);
  chosen.forEach(({ vector }, c) => {
    offsets[c + 1] = (offsets[c] ?? 0) + vector.length / 2;
  });
  return {
    offsets,
    features: Uint16Array.from(chosen.flatMap(({ vector }) => vector.filter((_, i) => i % 2 === 0))),
    values: Float32Array.from(chosen.flatMap(({ vector }) => vector.filter((_, i) => i % 2 === 1))),
  };
}

/** The text of the page that a candidate stands for. */
export function rawText({ candidate }: RankedCandidate): string {
  const { statement } = candidate.ground;
  const sentence = statement.material.passage.text.slice(statement.span.start, statement.span.end);
  const span = statement.rawSpan(candidate.span);
  return sentence.slice(span.start, span.end);
}

function gainAt(each: RankedCandidate, gold: Gold): number {
  const { statement } = each.candidate.ground;
  const { article, text } = statement.material.passage;
  const gain = gainOf(rawText(each), gold);
  if (gain === 0) return 0;
  return isPlace(gold, { article, sentence: text.slice(statement.span.start, statement.span.end) }) ? gain : 0;
}
