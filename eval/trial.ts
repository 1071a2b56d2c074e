/** A trial from end to end: an empty library, the pages in, the questions asked, the answers judged. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkplace } from '../src/compose.ts';
import { askAll, type Clock } from './ask.ts';
import { writeDistractors } from './distractors.ts';
import type { Given } from './gold.ts';
import type { Distractors } from './options.ts';
import type { JudgedSet } from './report.ts';
import { judgeAll } from './score.ts';
import type { QuestionSet, Trial } from './sets.ts';

/** What a trial works with. */
export interface TrialMeans {
  readonly distractors: Distractors | null;
  readonly clock: Clock;
  /** Hears how far it is, in short lines. */
  told(line: string): void;
}

/** A judged set and the answers it was judged by. */
export interface AnsweredSet extends JudgedSet {
  readonly givens: readonly Given[];
}

type Workplace = Awaited<ReturnType<typeof openWorkplace>>;

/** Runs a trial in a folder of its own, which is gone afterwards. */
export async function runTrial(trial: Trial, means: TrialMeans): Promise<AnsweredSet[]> {
  const folder = await mkdtemp(join(tmpdir(), 'wenbao-eval-'));
  try {
    const workplace = await openWorkplace(join(folder, 'data'));
    try {
      await takeIn(workplace, { trial, folder, means });
      return await askSets(workplace, trial.sets, means);
    } finally {
      await workplace.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function takeIn(
  workplace: Workplace,
  { trial, folder, means }: { readonly trial: Trial; readonly folder: string; readonly means: TrialMeans },
): Promise<void> {
  const started = means.clock();
  const paths = [...trial.pages];
  if (means.distractors !== null) {
    const file = join(folder, 'distractors.jsonl');
    await writeDistractors(means.distractors, file);
    paths.push(file);
  }
  const { refused } = await workplace.takeIn(paths, { rebuild: false, onProgress: () => undefined });
  const told = refused.map(({ file, remark }) => `${file}: ${remark.code} ${JSON.stringify(remark.details)}`);
  if (told.length > 0) throw new Error(told.join('\n'));
  const { articles, passages } = await workplace.library.counts();
  const seconds = (means.clock() - started) / 1000;
  means.told(`${articles} articles, ${passages} passages taken in within ${seconds.toFixed(1)} s`);
}

async function askSets(
  workplace: Workplace,
  sets: readonly QuestionSet[],
  { clock, told }: TrialMeans,
): Promise<AnsweredSet[]> {
  const answered: AnsweredSet[] = [];
  for (const { name, golds } of sets) {
    const givens = await askAll(workplace.library, golds, clock);
    told(`${name}: ${givens.length} questions asked`);
    answered.push({ name, givens, verdicts: judgeAll(golds, givens) });
  }
  return answered;
}
