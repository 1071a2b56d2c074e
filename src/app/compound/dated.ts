/** Which of two things came first, and how many days lie between them. */
import { type Dated, dayOf, daysBetween, isBefore } from '../../answer/days.ts';
import type { Plan } from '../../answer/plan.ts';
import { analyseQuestion } from '../../answer/question.ts';
import { lookUp } from '../inquiring.ts';
import type { Outcome } from '../model.ts';
import { answered, type Proven, proofsOf, refused, type Steps } from './steps.ts';

type DatedPlan = Extract<Plan, { kind: 'first' | 'days' }>;
type Known = Dated & { readonly proven: Proven };

const SURE = 0.65;

/** The outcome, or `undefined` where no day of any of the things is known. */
export async function dated(plan: DatedPlan, steps: Steps): Promise<Outcome | undefined> {
  const { frame, names } = plan.things;
  const known: Known[] = [];
  for (const name of names) {
    const question = analyseQuestion(`${frame}${name}是哪天?`);
    const { retrieved, considered, weigh } = await lookUp({ question, weigh: steps.looked.weigh }, steps.desk);
    const day = dayOf(name, considered.statements, weigh);
    if (day !== undefined)
      known.push({ ...day, proven: { statement: day.statement, found: retrieved.found, span: day.date.span } });
  }
  if (known.length === 0) return undefined;
  const evidence = proofsOf(known.map(({ proven }) => proven));
  const missing = names.filter((name) => !known.some((each) => each.name === name));
  if (missing.length > 0) return refused('part-missing', evidence, missing.join('、'));
  const sorted = [...known].sort((a, b) => (isBefore(a, b) ? -1 : 1));
  const text = plan.kind === 'days' ? gap(sorted) : firstOf(sorted, plan.later);
  if (text === undefined) return refused('unsure', evidence);
  return answered(text, proofsOf(sorted.map(({ proven }) => proven)), { confidence: SURE, calculation: line(sorted) });
}

function firstOf(sorted: readonly Known[], later: boolean): string | undefined {
  const apart = sorted.every((each, i) => i === 0 || isBefore(sorted[i - 1] ?? each, each));
  return apart ? (later ? sorted.at(-1) : sorted[0])?.name : undefined;
}

function gap([first, second]: readonly Known[]): string | undefined {
  if (first === undefined || second === undefined) return undefined;
  const days = daysBetween(first, second);
  return days === undefined ? undefined : `${days}天`;
}

/** The things in the order of their days. */
function line(sorted: readonly Known[]): string {
  return sorted
    .map(({ name, date }) => `${name} ${date.from === date.to ? date.from : `${date.from} – ${date.to}`}`)
    .join(' → ');
}
