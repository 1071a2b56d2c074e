/**
 * The stages of the training: statements, candidates, confidence.
 *
 * Each stage learns from what the stages before say of questions that they have not learnt from, so that it sees them
 * as wrong as they will be.
 */

import { consider } from '../../src/answer/answer.ts';
import { confidenceFeatures } from '../../src/answer/confidence-features.ts';
import { FEATURES } from '../../src/answer/feature-names.ts';
import type { ForestData } from '../../src/answer/forest.ts';
import { loadModel, type ModelData, type WeightTable } from '../../src/answer/score.ts';
import { vetoOf } from '../../src/answer/vetoes.ts';
import { MODEL } from '../../src/answer/weights.ts';
import { judge } from '../score.ts';
import { type Case, teaches } from './cases.ts';
import { type FitOptions, fitWeights, type Sample, tablesOf } from './fit.ts';
import { type Example, fitLogistic, rescaled } from './logistic.ts';
import { growSentences, sentenceGroups } from './sentences.ts';
import { rawText, sampleOf } from './spans.ts';

const FIT: FitOptions = { epochs: 6, rate: 0.15, penalty: { shared: 1e-4, kind: 1e-3 } };
const NO_FOREST: ForestData = Object.freeze({ features: [], trees: [] });

/** How the training goes on. */
export interface Course {
  readonly folds: number;
  /** The set whose share of right answers confidence is to say. */
  readonly home: string;
  told(line: string): void;
}

/** A model of each fold, which has not learnt from it, and one that has learnt from everything. */
export interface Trained {
  readonly folds: readonly ModelData[];
  readonly whole: ModelData;
  /** What the models of the folds say of questions that they have not learnt from. */
  readonly held: readonly Held[];
}

/** What a model says of a case that it has not learnt from. */
export interface Held {
  readonly from: Case;
  readonly hit: boolean;
  readonly exact: boolean;
  readonly f1: number;
  /** What confidence can learn from it; nothing where a rule of the language forbids the answer, which is then never said. */
  readonly example: Example | undefined;
}

/** Trains on cases. */
export function train(cases: readonly Case[], course: Course): Trained {
  const own = cases.filter(teaches);
  const foldOf = (each: Case): number => each.place % course.folds;
  const others = (fold: number): number[] => own.flatMap((each, i) => (foldOf(each) === fold ? [] : [i]));
  const everything = [...own.keys()];
  const groups = sentenceGroups(own);
  const sentences = spread(course, (fold) => growSentences(groups, fold === null ? everything : others(fold)));
  course.told('statements are ranked');
  const samples = samplesOf(own, sentences.folds, foldOf);
  course.told(`candidates are collected, ${mean(samples.map(({ gains }) => gains.length)).toFixed(0)} a question`);
  const linear = spread(course, (fold) => {
    const taken = fold === null ? everything : others(fold);
    return fitWeights(
      taken.flatMap((i) => samples[i] ?? []),
      FIT,
    );
  });
  course.told('candidates are weighed');
  const parts = (fold: number | null): ModelData => ({
    note: '',
    ...tablesOf(fold === null ? linear.whole : (linear.folds[fold] ?? linear.whole)),
    confidence: {},
    sentences: fold === null ? sentences.whole : (sentences.folds[fold] ?? NO_FOREST),
  });
  const models = spread(course, parts);
  const held = heldOut(cases, models.folds, foldOf);
  course.told('what was held out is judged');
  return { held, ...withTrust(models, held, { course, foldOf }) };
}

/** Something for each fold and for all of them together. */
interface Spread<Value> {
  readonly folds: readonly Value[];
  readonly whole: Value;
}

function spread<Value>({ folds }: Course, make: (fold: number | null) => Value): Spread<Value> {
  return { folds: Array.from({ length: folds }, (_, fold) => make(fold)), whole: make(null) };
}

/** The weights that are there already, by which the wrong candidates that are worth learning from are chosen. */
function startingTables(): Pick<ModelData, 'shared' | 'kinds'> {
  const known = (table: WeightTable = {}): WeightTable =>
    Object.fromEntries(Object.entries(table).filter(([name]) => FEATURES.includes(name)));
  const kinds = Object.entries(MODEL.kinds).map(([kind, table]) => [kind, known(table)] as const);
  return { shared: known(MODEL.shared), kinds: Object.fromEntries(kinds) };
}

function samplesOf(own: readonly Case[], forests: readonly ForestData[], foldOf: (each: Case) => number): Sample[] {
  const models = forests.map((sentences) => loadModel({ ...startingTables(), note: '', confidence: {}, sentences }));
  return own.flatMap((each) => {
    const model = models[foldOf(each)];
    return model === undefined ? [] : [sampleOf(each, model)];
  });
}

function heldOut(cases: readonly Case[], models: readonly ModelData[], foldOf: (each: Case) => number): Held[] {
  const loaded = models.map(loadModel);
  return cases.flatMap((from): Held[] => {
    const model = loaded[foldOf(from)];
    if (model === undefined || from.gold.type === 'yesno') return [];
    const considered = consider(from.question, { materials: from.materials, weigh: from.weigh, model });
    const best = considered.ranked[0];
    const answer = best === undefined ? '' : rawText(best);
    const none = from.hidden || from.gold.answerable === false;
    const marks = none ? undefined : judge(from.gold, { id: from.gold.id, answered: true, answer }).marks;
    const features = vetoOf(considered) === undefined ? confidenceFeatures(considered) : undefined;
    const hit = marks?.hit === true;
    const example = features === undefined ? undefined : { features, truth: hit, weight: from.trust };
    return [{ from, hit, exact: marks?.exact ?? hit, f1: marks?.f1 ?? Number(hit), example }];
  });
}

interface TrustMeans {
  readonly course: Course;
  readonly foldOf: (each: Case) => number;
}

/**
 * The models with what their confidence is made of: learnt from everything, then stretched and moved so that it says the
 * share of right answers among the questions of the home set as people put them.
 */
function withTrust(
  models: Spread<ModelData>,
  held: readonly Held[],
  { course, foldOf }: TrustMeans,
): Spread<ModelData> {
  return spread(course, (fold) => {
    const others = held.filter(({ from }) => foldOf(from) !== fold);
    const put = others.filter(({ from }) => from.set === course.home && !from.hidden && !from.made);
    const learnt = fitLogistic(others.flatMap(({ example }) => example ?? []));
    const confidence = rescaled(
      learnt,
      put.flatMap(({ example }) => example ?? []),
    );
    return { ...(fold === null ? models.whole : (models.folds[fold] ?? models.whole)), confidence };
  });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
