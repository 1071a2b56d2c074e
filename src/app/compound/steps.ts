/** What every way of answering a question of several parts works with. */
import type { Turn } from '../../answer/antecedents.ts';
import type { Statement } from '../../answer/statement.ts';
import type { Span } from '../../text/span.ts';
import { evidenceOf } from '../evidence.ts';
import type { Desk, Looked } from '../inquiring.ts';
import type { Abstention, Answer, Evidence, Outcome, Reason } from '../model.ts';
import type { Found } from '../retrieval.ts';

/** The question that has a plan, and the ways to look further. */
export interface Steps {
  readonly desk: Desk;
  /** What the whole question found. */
  readonly looked: Looked;
  /** Answers a question of one part, after the part before it. */
  answer(question: string, previous: Turn | undefined): Promise<Outcome>;
}

/** A sentence that proves a part, with the words that say it. */
export interface Proven {
  readonly statement: Statement;
  readonly found: readonly Found[];
  readonly span: Span;
}

/** Sentences shown with one answer or refusal. */
const SHOWN = 9;
const HITS = 10;

/** One evidence for each sentence, all that it proves marked in it. */
export function proofsOf(proven: readonly Proven[]): Evidence[] {
  const bySentence = new Map<string, { first: Proven; spans: Span[] }>();
  for (const each of proven) {
    const { material, span } = each.statement;
    const key = `${material.id}:${span.start}`;
    const known = bySentence.get(key);
    if (known === undefined) bySentence.set(key, { first: each, spans: [each.span] });
    else known.spans.push(each.span);
  }
  return [...bySentence.values()].flatMap(({ first, spans }) => evidenceOf(first.statement, first.found, spans) ?? []);
}

/** An answer that was put together. */
export function answered(
  text: string,
  evidence: readonly Evidence[],
  more: Pick<Answer, 'confidence'> & Partial<Pick<Answer, 'calculation' | 'notice' | 'whole' | 'proofs'>>,
): Answer {
  const shown = evidence.slice(0, SHOWN);
  return { kind: 'answer', text, evidence: shown, hits: hitsOf(evidence), proofs: shown.length, ...more };
}

/** A refusal because a part is not proved; `missing` names it. What was found for the others is shown unmarked. */
export function refused(reason: Reason, evidence: readonly Evidence[], missing?: string): Abstention {
  const shown = evidence.slice(0, SHOWN).map((each) => ({ ...each, marks: [] }));
  const named = missing === undefined ? {} : { missing };
  return { kind: 'abstention', reason, confidence: 0, evidence: shown, hits: hitsOf(evidence), ...named };
}

function hitsOf(evidence: readonly Evidence[]): string[] {
  return [...new Set(evidence.map(({ article }) => article))].slice(0, HITS);
}
