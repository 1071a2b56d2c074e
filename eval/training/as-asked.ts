/** Asks the library the questions of sets, each with the model of its fold, as people would ask it. */

import { loadModel, type ModelData } from '../../src/answer/score.ts';
import { PageLibrary } from '../../src/app/library.ts';
import type { LibrarySource } from '../../src/app/source.ts';
import { askAll } from '../ask.ts';
import { reliabilityTable } from '../print.ts';
import { type JudgedSet, reportOn } from '../report.ts';
import { figuresOf, judgeAll, precisionOf, type Verdict } from '../score.ts';
import type { QuestionSet } from '../sets.ts';
import { placeOf } from './cases.ts';

/** What held-out asking gives. */
export interface AskedFolds {
  /** A line a set, and one for the precision over questions and unanswerable ones. */
  readonly lines: readonly string[];
  /** How often answers of each confidence are right. */
  readonly reliability: string;
  /** JSON lines: each question with its gold answer, what was said to it, and whether that is right. */
  readonly answers: string;
}

/** Asks the own questions and the unanswerable ones, each with the model that has not learnt from it. */
export async function askFolds(
  sets: readonly QuestionSet[],
  source: LibrarySource,
  models: readonly ModelData[],
): Promise<AskedFolds> {
  const libraries = models.map((data) => new PageLibrary(source, { model: loadModel(data) }));
  const lines: string[] = [];
  const judged: JudgedSet[] = [];
  let answers = '';
  for (const { name, golds } of sets.filter((set) => set.name === 'questions' || set.name === 'unanswerable')) {
    const verdicts: Verdict[] = [];
    for (const [fold, library] of libraries.entries()) {
      const mine = golds.filter((gold) => placeOf(gold) % libraries.length === fold);
      verdicts.push(...judgeAll(mine, await askAll(library, mine, () => 0)));
    }
    answers += verdicts.map((verdict) => `${JSON.stringify(verdict)}\n`).join('');
    judged.push({ name, verdicts });
    const { hit, em, f1, evidence, answered, abstained } = figuresOf(verdicts);
    const told = Object.entries({ hit, em, f1, evidence, answered, abstained }).flatMap(([key, value]) =>
      value === null ? [] : [`${key} ${value.toFixed(3)}`],
    );
    lines.push(`asked ${name}: ${told.join(', ')}`);
  }
  const both = precisionOf(judged.flatMap(({ verdicts }) => verdicts)) ?? 0;
  return {
    lines: [...lines, `precision over both ${both.toFixed(3)}`],
    reliability: reliabilityTable(reportOn(judged)),
    answers,
  };
}
