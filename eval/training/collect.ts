/** Turns questions with gold answers into what the model learns from: the candidates of each with their gains. */
import { type Consideration, consider, type RankedCandidate } from '../../src/answer/answer.ts';
import type { FeatureVector } from '../../src/answer/features.ts';
import { analyseQuestion, type Question } from '../../src/answer/question.ts';
import type { Model } from '../../src/answer/score.ts';
import type { Material, Weigh } from '../../src/answer/statement.ts';
import { READ_PASSAGES } from '../../src/app/inquiring.ts';
import { retrieve } from '../../src/app/retrieval.ts';
import { Snapshot } from '../../src/app/snapshot.ts';
import type { LibrarySource } from '../../src/app/source.ts';
import type { Gold } from '../gold.ts';
import type { Sample } from './fit.ts';
import { gainOf, isPlace } from './gain.ts';

/** A question with what the search found for it, so that it can be considered again under other weights. */
export interface Case {
  readonly set: string;
  readonly gold: Gold;
  readonly question: Question;
  readonly materials: readonly Material[];
  readonly weigh: Weigh;
  /** Questions about the same article belong together when folds are made. */
  readonly group: string;
  readonly sample: Sample;
}

/** A set to learn from: its golds, the library of its pages, and how much each of its questions counts. */
export interface Lesson {
  readonly set: string;
  readonly golds: readonly Gold[];
  readonly source: LibrarySource;
  readonly weight: number;
}

/** Wrong candidates kept: the first so many, and every so manyth of the rest. */
const KEPT = Object.freeze({ first: 120, every: 4 });
/** From this gain on a candidate is kept whatever its rank. */
const WORTH = 0.2;

/** Collects the answerable questions of a lesson that are not to be answered by yes or no. */
export async function collect(lesson: Lesson, model: Model): Promise<Case[]> {
  const searcher = await new Snapshot(lesson.source).searcher();
  const weigh: Weigh = (word) => searcher.weightOf(word);
  const cases: Case[] = [];
  for (const gold of lesson.golds) {
    if (gold.answerable === false || gold.type === 'yesno') continue;
    const question = analyseQuestion(gold.question);
    const request = { text: question.text, narrowing: {}, keep: READ_PASSAGES };
    const { found } = await retrieve(lesson.source, searcher, request);
    const materials = found.map(({ passage, article, score }) => ({
      id: passage.id,
      passage,
      score,
      date: article.date,
    }));
    const considered = consider(question, { materials, weigh, model });
    const group = gold.relevant?.[0] ?? gold.id.slice(0, 6);
    cases.push({
      set: lesson.set,
      gold,
      question,
      materials,
      weigh,
      group,
      sample: sampleOf(considered, gold, lesson.weight),
    });
  }
  return cases;
}

/** The text of the page that a candidate stands for. */
export function rawText({ candidate }: RankedCandidate): string {
  const { statement } = candidate.ground;
  const sentence = statement.material.passage.text.slice(statement.span.start, statement.span.end);
  const span = statement.rawSpan(candidate.span);
  return sentence.slice(span.start, span.end);
}

function sampleOf({ question, ranked }: Consideration, gold: Gold, weight: number): Sample {
  const gains = ranked.map((each) => gainAt(each, gold));
  const kept = ranked.map((_, i) => i).filter((i) => (gains[i] ?? 0) > WORTH || i < KEPT.first || i % KEPT.every === 0);
  const vectors = kept.map((i): FeatureVector => ranked[i]?.vector ?? []);
  const offsets = new Uint32Array(kept.length + 1);
  vectors.forEach((vector, c) => {
    offsets[c + 1] = (offsets[c] ?? 0) + vector.length;
  });
  return {
    kind: question.kind,
    offsets,
    features: Uint16Array.from(vectors.flatMap((vector) => vector.map(([feature]) => feature))),
    values: Float32Array.from(vectors.flatMap((vector) => vector.map(([, value]) => value))),
    gains: Float32Array.from(kept, (i) => gains[i] ?? 0),
    weight,
  };
}

function gainAt(each: RankedCandidate, gold: Gold): number {
  const { passage } = each.candidate.ground.statement.material;
  const gain = gainOf(rawText(each), gold);
  if (gain === 0) return 0;
  return isPlace(gold, { article: passage.article, sentence: each.candidate.ground.statement.text }) ? gain : 0;
}
