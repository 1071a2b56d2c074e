/** Answers questions of several parts by their plan; each part is proved as any answer is. */
import type { Plan } from '../../answer/plan.ts';
import type { Outcome } from '../model.ts';
import { chained, inParts } from './chained.ts';
import { dated } from './dated.ts';
import { happenings } from './happenings.ts';
import { measured } from './measured.ts';
import { reckoned } from './reckoned.ts';
import type { Steps } from './steps.ts';

/** Whether a plan takes the question apart before anything else may answer it. */
export function comesFirst({ kind }: Plan): boolean {
  return kind === 'parts' || kind === 'chain';
}

/** The outcome of a plan, or `undefined` where the question is better answered as a single one. */
export async function compose(plan: Plan, steps: Steps): Promise<Outcome | undefined> {
  switch (plan.kind) {
    case 'which':
    case 'difference':
    case 'ratio':
    case 'sum':
      return measured(plan, steps);
    case 'first':
    case 'days':
      return dated(plan, steps);
    case 'parts':
      return inParts(plan, steps);
    case 'chain':
      return chained(plan, steps);
    case 'reckoning':
      return reckoned(plan, steps);
    case 'happenings':
      return happenings(plan, steps);
  }
}
