/** By how much something changed, reckoned from the two numbers of the sentence that tells it. */
import type { Plan } from '../../answer/plan.ts';
import { toldChange } from '../../answer/told-changes.ts';
import { vetoOf } from '../../answer/vetoes.ts';
import type { Outcome } from '../model.ts';
import { answered, proofsOf, type Steps } from './steps.ts';

type Change = Extract<Plan, { kind: 'change' }>;

const SURE = 0.7;
/** Sentences that are looked at beside that of the best answer. */
const LOOKED_AT = 2;

/** The outcome, or `undefined` where no sentence at hand says from what to what, so that it may say the change itself. */
export function changed({ change }: Change, { looked }: Steps): Outcome | undefined {
  const { considered, retrieved } = looked;
  const { statements, ranked } = considered;
  if (vetoOf(considered) !== undefined) return undefined;
  const best = ranked[0]?.candidate.ground.statement;
  for (const statement of [...(best === undefined ? [] : [best]), ...statements.slice(0, LOOKED_AT)]) {
    const told = toldChange(change, statement.text);
    if (told === undefined) continue;
    const proofs = proofsOf(told.spans.map((span) => ({ statement, found: retrieved.found, span })));
    const calculation = `${told.more.text} − ${told.less.text} = ${told.text}`;
    return answered(told.text, proofs, { confidence: SURE, calculation });
  }
  return undefined;
}
