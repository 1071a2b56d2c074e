/** Several things that happened on a day or at a place, from as many articles as tell of them. */
import { happeningsIn } from '../../answer/happenings.ts';
import type { Plan } from '../../answer/plan.ts';
import { lookUp } from '../inquiring.ts';
import type { Outcome } from '../model.ts';
import { answered, proofsOf, type Steps } from './steps.ts';

type Happenings = Extract<Plan, { kind: 'happenings' }>;

/** Passages that are looked through: more than for one answer, since each event has its own. */
const READ = 48;
const SURE = 0.5;
/** Events told in one answer, at most. */
const MOST = 6;

/** The events, or `undefined` where there are not as many as were asked for. */
export async function happenings({ expects, noun }: Happenings, { desk, looked }: Steps): Promise<Outcome | undefined> {
  const { question } = looked.considered;
  const { considered, retrieved } = await lookUp({ question, weigh: looked.weigh }, desk, READ);
  const home = [...new Set(retrieved.found.map(({ article }) => article.publication ?? ''))].join('\n');
  const all = happeningsIn(question, { noun, home: `\n${home}` }, considered.statements);
  const wanted = expects === 0 ? MOST : expects;
  const chosen = all.slice(0, wanted).sort((a, b) => a.day.localeCompare(b.day));
  if (chosen.length < Math.max(2, expects)) return undefined;
  const text = chosen.map(({ statement, span }) => statement.text.slice(span.start, span.end)).join('、');
  const evidence = proofsOf(chosen.map(({ statement, span }) => ({ statement, span, found: retrieved.found })));
  return answered(text, evidence, {
    confidence: SURE,
    ...(all.length > chosen.length ? { notice: 'incomplete' as const } : {}),
  });
}
