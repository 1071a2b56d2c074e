/** `npm run eval`: how good the answers are. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Given, readLines } from './gold.ts';
import { type EvalOptions, OptionsError, readOptions, USAGE } from './options.ts';
import { missText, trialText } from './print.ts';
import { runReadingOrder } from './reading-order/run.ts';
import { reportOn } from './report.ts';
import { projectRoot } from './root.ts';
import { judgeAll } from './score.ts';
import { folderTrial, ownTrial, recordedSet } from './sets.ts';
import { runSummaries } from './summaries.ts';
import { type AnsweredSet, runTrial } from './trial.ts';

/** Judges answers from a file. */
function judgeRecorded(
  { gold, answers }: { readonly gold: string; readonly answers: string },
  limit: number,
): AnsweredSet {
  const { name, golds } = recordedSet(gold, limit);
  const givens = readLines<Given>(readFileSync(answers, 'utf8'));
  return { name, givens, verdicts: judgeAll(golds, givens) };
}

async function answerSets(options: EvalOptions): Promise<AnsweredSet[]> {
  if (options.recorded !== null) return [judgeRecorded(options.recorded, options.limit)];
  const trial = options.set === null ? ownTrial(projectRoot(), options.limit) : folderTrial(options.set, options.limit);
  return runTrial(trial, {
    distractors: options.distractors,
    clock: () => performance.now(),
    told: (line) => process.stderr.write(`${line}\n`),
  });
}

function save(folder: string, sets: readonly AnsweredSet[]): void {
  mkdirSync(folder, { recursive: true });
  for (const { name, givens } of sets) {
    writeFileSync(join(folder, `${name}.jsonl`), givens.map((given) => `${JSON.stringify(given)}\n`).join(''));
  }
}

function show(sets: readonly AnsweredSet[], { json, misses, intervals }: EvalOptions): string {
  const report = reportOn(sets, intervals);
  if (json) return `${JSON.stringify(report)}\n`;
  const wrong = sets.flatMap(({ verdicts }) => verdicts.filter(({ right }) => !right).slice(0, misses));
  return trialText(report) + wrong.map((verdict) => `\n${missText(verdict)}\n`).join('');
}

async function main(args: readonly string[]): Promise<number> {
  try {
    const options = readOptions(args);
    if (options.summaries) {
      process.stdout.write(await runSummaries(projectRoot(), options));
      return 0;
    }
    if (options.readingOrder) {
      process.stdout.write(runReadingOrder(projectRoot(), options));
      return 0;
    }
    const sets = await answerSets(options);
    if (options.save !== null) save(options.save, sets);
    process.stdout.write(show(sets, options));
    return 0;
  } catch (error) {
    if (!(error instanceof OptionsError)) throw error;
    process.stderr.write(`${error.message}\n\n${USAGE}`);
    return 2;
  }
}

process.exitCode = await main(process.argv.slice(2));
