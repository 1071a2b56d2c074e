/**
 * Trains the model of the answers and writes it down as data.
 *
 *   npm run train -- [--set FOLDER=WEIGHT]... [--limit N] [--out FILE]
 *
 * It learns from the project's own questions and from any folders of `corpus.jsonl` and `questions.jsonl`. What it
 * reports is measured by cross-validation over articles; the weights that it writes are fitted to everything.
 */
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { confidenceFeatures } from '../src/answer/abstain.ts';
import { consider } from '../src/answer/answer.ts';
import { loadModel, type Model, type ModelData } from '../src/answer/score.ts';
import { MODEL } from '../src/answer/weights.ts';
import { openWorkplace } from '../src/compose.ts';
import type { Store } from '../src/store/contract.ts';
import { openSqliteStore } from '../src/store/sqlite/store.ts';
import { projectRoot } from './root.ts';
import { judge } from './score.ts';
import { folderTrial, ownTrial, type Trial } from './sets.ts';
import { type Case, collect, rawText } from './training/collect.ts';
import { type FitOptions, fitWeights, tablesOf } from './training/fit.ts';
import { type Example, fitLogistic } from './training/logistic.ts';
import { modelSource } from './training/print.ts';
import { collectUnanswerable } from './training/unanswerable.ts';

const FOLDS = 5;
/** The project's own questions count this much against one of another set with weight 1. */
const OWN_WEIGHT = 3;
/** A question that a set calls unanswerable counts this many times against one whose articles were kept from the library. */
const SAID_UNANSWERABLE = 2;
const FIT: FitOptions = { epochs: 6, rate: 0.15, penalty: { shared: 1e-4, kind: 1e-3 } };

/** What one fold says of a question that it did not learn from. */
interface HeldOut {
  readonly set: string;
  readonly hit: boolean;
  readonly exact: boolean;
  readonly f1: number;
  readonly example: Example | undefined;
}

async function withStore<Result>(trial: Trial, use: (store: Store) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'wenbao-train-'));
  try {
    const workplace = await openWorkplace(folder);
    await workplace.takeIn(trial.pages, { rebuild: false, onProgress: () => undefined });
    await workplace.close();
    const store = await openSqliteStore(folder);
    try {
      return await use(store);
    } finally {
      await store.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function foldOf(group: string): number {
  return (createHash('sha256').update(group).digest()[0] ?? 0) % FOLDS;
}

function modelOf(cases: readonly Case[]): Model {
  const data: ModelData = {
    note: '',
    confidence: {},
    ...tablesOf(
      fitWeights(
        cases.map(({ sample }) => sample),
        FIT,
      ),
    ),
  };
  return loadModel(data);
}

function judgeCase({ set, gold, question, materials, weigh, sample }: Case, model: Model): HeldOut {
  const considered = consider(question, { materials, weigh, model });
  const best = considered.ranked[0];
  const answer = best === undefined ? '' : rawText(best);
  const verdict = judge(gold, { id: gold.id, answered: true, answer });
  const features = confidenceFeatures(considered);
  const hit = verdict.marks?.hit === true;
  return {
    set,
    hit,
    exact: verdict.marks?.exact ?? hit,
    f1: verdict.marks?.f1 ?? Number(hit),
    example: features === undefined ? undefined : { features, truth: hit, weight: sample.weight },
  };
}

function crossValidate(cases: readonly Case[]): HeldOut[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const model = modelOf(cases.filter(({ group }) => foldOf(group) !== fold));
    return cases.filter(({ group }) => foldOf(group) === fold).map((each) => judgeCase(each, model));
  }).flat();
}

function share(values: readonly (boolean | number)[]): string {
  return (values.reduce<number>((sum, value) => sum + Number(value), 0) / Math.max(1, values.length)).toFixed(3);
}

function figures(held: readonly HeldOut[]): string[] {
  return [...new Set(held.map(({ set }) => set))].map((set) => {
    const mine = held.filter((each) => each.set === set);
    const [hit, exact, f1] = [
      mine.map((each) => each.hit),
      mine.map((each) => each.exact),
      mine.map((each) => each.f1),
    ];
    return `${set}: ${mine.length} questions, hit ${share(hit)}, exact ${share(exact)}, F1 ${share(f1)}`;
  });
}

interface Plan {
  readonly trial: Trial;
  readonly set: string;
  readonly weight: number;
}

function readPlan(root: string): { plans: Plan[]; out: string } {
  const { values } = parseArgs({
    options: {
      set: { type: 'string', multiple: true, default: [] },
      limit: { type: 'string' },
      out: { type: 'string' },
    },
  });
  const limit = values.limit === undefined ? Number.POSITIVE_INFINITY : Number(values.limit);
  const others = values.set.map((text): Plan => {
    const [folder = '', weight = '1'] = text.split('=');
    return { trial: folderTrial(folder, limit), set: folder.split('/').at(-1) ?? folder, weight: Number(weight) };
  });
  const own: Plan = { trial: ownTrial(root, Number.POSITIVE_INFINITY), set: 'pages', weight: OWN_WEIGHT };
  return { plans: [own, ...others], out: values.out ?? join(root, 'src/answer/weights.ts') };
}

async function main(): Promise<void> {
  const { plans, out } = readPlan(projectRoot());
  const starting = loadModel(MODEL);
  const cases: Case[] = [];
  const refused: Case[] = [];
  for (const { trial, set, weight } of plans) {
    await withStore(trial, async (store) => {
      const golds = trial.sets.filter(({ name }) => name !== 'dialogues').flatMap((each) => each.golds);
      cases.push(...(await collect({ set, golds, source: store, weight }, starting)));
      refused.push(...(await collectUnanswerable({ set, golds, source: store, weight })));
    });
  }
  const held = crossValidate(cases);
  const lines = figures(held);
  const model = modelOf(cases);
  const wrong = refused.flatMap((each): Example[] => {
    const { example } = judgeCase(each, model);
    return example === undefined
      ? []
      : [
          {
            ...example,
            truth: false,
            weight: each.sample.weight * (each.gold.answerable === false ? SAID_UNANSWERABLE : 1),
          },
        ];
  });
  const examples = [...held.flatMap(({ example }) => (example === undefined ? [] : [example])), ...wrong];
  const confidence = fitLogistic(examples);
  const note = `cross-validated over articles (${FOLDS} folds): ${lines.join('; ')}`;
  await writeFile(out, modelSource({ ...model.data, note, confidence }));
  process.stdout.write(`${lines.join('\n')}\n${examples.length} examples of confidence, ${out} written\n`);
}

await main();
