/** Asks the library the questions of sets, each with the model of its fold, as people would ask it. */

import { loadModel, type ModelData } from '../../src/answer/score.ts';
import { PageLibrary } from '../../src/app/library.ts';
import type { LibrarySource } from '../../src/app/source.ts';
import { askAll } from '../ask.ts';
import { figuresOf, judgeAll, precisionOf, type Verdict } from '../score.ts';
import type { QuestionSet } from '../sets.ts';
import { placeOf } from './cases.ts';

/** A line a set, and one for the precision over questions and unanswerable ones. */
export async function askFolds(
  sets: readonly QuestionSet[],
  source: LibrarySource,
  models: readonly ModelData[],
): Promise<string[]> {
  const libraries = models.map((data) => new PageLibrary(source, { model: loadModel(data) }));
  const lines: string[] = [];
  const both: Verdict[] = [];
  for (const { name, golds } of sets.filter((set) => set.name === 'questions' || set.name === 'unanswerable')) {
    const verdicts: Verdict[] = [];
    for (const [fold, library] of libraries.entries()) {
      const mine = golds.filter((gold) => placeOf(gold) % libraries.length === fold);
      verdicts.push(...judgeAll(mine, await askAll(library, mine, () => 0)));
    }
    both.push(...verdicts);
    const { hit, em, f1, evidence, answered, abstained } = figuresOf(verdicts);
    const told = Object.entries({ hit, em, f1, evidence, answered, abstained }).flatMap(([key, value]) =>
      value === null ? [] : [`${key} ${value.toFixed(3)}`],
    );
    lines.push(`asked ${name}: ${told.join(', ')}`);
  }
  return [...lines, `precision over both ${(precisionOf(both) ?? 0).toFixed(3)}`];
}
