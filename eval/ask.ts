/** Asks the questions of a set, one after the other, as somebody would who waits for each answer. */
import { shownEvidence } from '../src/app/evidence.ts';
import type { Library, Outcome } from '../src/app/model.ts';
import type { Given, Gold } from './gold.ts';

/** Milliseconds from any fixed point. */
export type Clock = () => number;

/** Asks everything in order. The time is the library's own. */
export async function askAll(library: Library, golds: readonly Gold[], clock: Clock): Promise<Given[]> {
  const givens: Given[] = [];
  for (const { id, question, session } of golds) {
    const started = clock();
    const outcome = await library.ask(question, session === undefined ? {} : { session });
    givens.push({ ...givenOf(id, outcome), ms: clock() - started });
  }
  return givens;
}

/** An outcome as a line of `wenbao ask --jsonl`. */
export function givenOf(id: string, outcome: Outcome): Given {
  const answered = outcome.kind === 'answer';
  return {
    id,
    answered,
    answer: answered ? outcome.text : null,
    confidence: outcome.confidence,
    ...(answered ? {} : { reason: outcome.reason }),
    evidence: shownEvidence(outcome).map(({ article, sentence }) => ({ article, sentence })),
    hits: outcome.hits,
  };
}
