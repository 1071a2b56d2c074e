/**
 * Trains the model of the answers and writes it down as data.
 *
 *   npm run train -- [--set FOLDER=WEIGHT]... [--limit N] [--folds N] [--out FOLDER] [--held FOLDER]
 *
 * It learns from the project's own questions and from any folders of `corpus.jsonl` and `questions.jsonl`. What it
 * reports is measured by cross-validation over articles, for the own pages by asking the whole library with the model
 * of the fold; what it writes has learnt from everything.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openWorkplace } from '../src/compose.ts';
import type { Store } from '../src/store/contract.ts';
import { openSqliteStore } from '../src/store/sqlite/store.ts';
import { projectRoot } from './root.ts';
import { folderTrial, ownTrial, type Trial } from './sets.ts';
import { askFolds } from './training/as-asked.ts';
import { type Case, collect } from './training/cases.ts';
import { heldFigures, heldLines } from './training/held.ts';
import { perturbed } from './training/perturb.ts';
import { forestSource, modelSource } from './training/print.ts';
import { train } from './training/stages.ts';

/** The project's own questions count this much against one of another set with weight 1, for answers and for confidence. */
const OWN_WEIGHT = 3;
const OWN_TRUST = 3;
/** Near misses made of each own question, every so manyth of another set's, and how much each of them counts. */
const NEAR_MISSES = Object.freeze({ each: 3, every: 4, trust: 0.1 });

/** The name of the project's own questions among the sets. */
const OWN = 'pages';

interface Plan {
  readonly trial: Trial;
  readonly set: string;
  readonly weight: number;
}

interface Options {
  readonly plans: readonly Plan[];
  readonly out: string;
  readonly folds: number;
  /** The folder into which what is said of held-out questions is written, for a closer look. */
  readonly held: string | undefined;
}

function readPlan(root: string): Options {
  const { values } = parseArgs({
    options: {
      set: { type: 'string', multiple: true, default: [] },
      limit: { type: 'string' },
      folds: { type: 'string', default: '10' },
      out: { type: 'string' },
      held: { type: 'string' },
    },
  });
  const limit = values.limit === undefined ? Number.POSITIVE_INFINITY : Number(values.limit);
  const others = values.set.map((text): Plan => {
    const [folder = '', weight = '1'] = text.split('=');
    return { trial: folderTrial(folder, limit), set: folder.split('/').at(-1) ?? folder, weight: Number(weight) };
  });
  const own: Plan = { trial: ownTrial(root, Number.POSITIVE_INFINITY), set: OWN, weight: OWN_WEIGHT };
  return {
    plans: [own, ...others],
    out: values.out ?? join(root, 'src/answer'),
    folds: Number(values.folds),
    held: values.held,
  };
}

async function openStore({ pages }: Trial, folder: string): Promise<Store> {
  const workplace = await openWorkplace(folder);
  await workplace.takeIn(pages, { rebuild: false, onProgress: () => undefined });
  await workplace.close();
  return openSqliteStore(folder);
}

/** The questions of a plan, near misses of them, and those without their articles. */
async function casesOf({ trial, set, weight }: Plan, source: Store): Promise<Case[]> {
  const golds = trial.sets.filter(({ name }) => name !== 'dialogues' && name !== 'cross').flatMap((each) => each.golds);
  const trust = set === OWN ? OWN_TRUST : weight;
  const near = perturbed(golds, NEAR_MISSES.each).filter((_, i) => set === OWN || i % NEAR_MISSES.every === 0);
  return [
    ...(await collect({ set, golds, source, weight, trust })),
    ...(await collect({ set, golds: near, source, weight, trust: trust * NEAR_MISSES.trust })),
  ];
}

async function main(): Promise<void> {
  const { plans, out, folds, held } = readPlan(projectRoot());
  const started = performance.now();
  const told = (line: string): void => {
    process.stdout.write(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${line}\n`);
  };
  const folder = await mkdtemp(join(tmpdir(), 'wenbao-train-'));
  const stores: Store[] = [];
  try {
    const cases: Case[] = [];
    for (const [at, plan] of plans.entries()) {
      const store = await openStore(plan.trial, join(folder, String(at)));
      stores.push(store);
      cases.push(...(await casesOf(plan, store)));
      told(`${plan.set}: ${cases.length} questions so far`);
    }
    const trained = train(cases, { folds, home: OWN, told });
    const lines = heldFigures(trained.held);
    const [pages] = stores;
    const asked = pages && (await askFolds(plans[0]?.trial.sets ?? [], pages, trained.folds));
    lines.push(...(asked?.lines ?? []));
    if (held !== undefined) {
      await mkdir(held, { recursive: true });
      await writeFile(join(held, 'candidates.jsonl'), heldLines(trained));
      await writeFile(join(held, 'asked.jsonl'), asked?.answers ?? '');
    }
    process.stdout.write(`${lines.join('\n')}\n\n${asked?.reliability ?? ''}\n`);
    const note = `cross-validated over articles (${folds} folds): ${lines.join('; ')}`;
    await writeFile(join(out, 'weights.ts'), modelSource({ ...trained.whole, note }));
    await writeFile(join(out, 'sentence-trees.ts'), forestSource('SENTENCE_TREES', trained.whole.sentences));
  } finally {
    for (const store of stores) await store.close();
    await rm(folder, { recursive: true, force: true });
  }
}

await main();
