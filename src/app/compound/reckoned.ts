/** What follows from one sentence without being said in it. */
import type { Plan } from '../../answer/plan.ts';
import type { Question } from '../../answer/question.ts';
import { reckon } from '../../answer/reckonings.ts';
import type { Statement } from '../../answer/statement.ts';
import { strangerOf } from '../../answer/strangers.ts';
import { given } from '../given.ts';
import type { Outcome } from '../model.ts';
import { answered, proofsOf, type Steps } from './steps.ts';

type Reckoning = Extract<Plan, { kind: 'reckoning' }>;

/** Of what was held out in training, every such answer was right. */
const SURE = 0.85;
/** Sentences that are looked at beside that of the best answer. */
const LOOKED_AT = 2;
/** The share of the question's nouns that a sentence and its surroundings must speak of. */
const ABOUT = 0.6;
/** Nouns that only say what is reckoned. */
const RECKONED = /^(?:数量|数字|个数|面积|金额|规模|人数|部分|之前|以前|此前|(?:举?办|召?开)过|.?[届期类项种个])$/u;
const NOUN = /^(?:n|vn|j|l|i|x|eng)/u;

/** The outcome, or `undefined` where no sentence at hand gives what it is reckoned from, so that one may say the result itself. */
export function reckoned({ asked }: Reckoning, { looked }: Steps): Outcome | undefined {
  const { considered, retrieved } = looked;
  const { statements, ranked } = considered;
  if (strangerOf(considered) !== undefined) return undefined;
  const best = ranked[0]?.candidate.ground.statement;
  for (const statement of [...(best === undefined ? [] : [best]), ...statements.slice(0, LOOKED_AT)]) {
    if (!isAbout(considered.question, statement)) continue;
    const told = reckon(asked, { text: statement.text, day: statement.material.date });
    if (told === undefined) continue;
    const proofs = proofsOf(told.spans.map((span) => ({ statement, found: retrieved.found, span })));
    return answered(told.text, proofs, { confidence: SURE, ...given({ calculation: told.calculation }) });
  }
  return undefined;
}

/** Whether a sentence is about what the question is about, beside what is to be reckoned. */
function isAbout({ terms }: Question, { hits }: Statement): boolean {
  const shares = terms.flatMap(({ word, tag }, i) => {
    const hit = hits[i];
    return hit === undefined || !NOUN.test(tag) || RECKONED.test(word) ? [] : [hit];
  });
  const total = shares.reduce((sum, { weight }) => sum + weight, 0);
  return shares.reduce((sum, { weight, contextShare }) => sum + weight * contextShare, 0) >= ABOUT * total;
}
