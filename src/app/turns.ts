/**
 * What was asked and what we said, kept so that buttons, follow-ups and judgements outlive the process.
 *
 * People appear by a pseudonym only, which the adapter makes; everything kept of somebody can be told and forgotten.
 */
import type { Proof, Turn } from '../answer/antecedents.ts';
import { given } from './given.ts';
import type { Outcome } from './model.ts';

/** One question with its outcome. */
export interface KeptTurn {
  /** Of the request that asked it. */
  readonly id: string;
  readonly session: string | null;
  readonly asker: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** As it was typed, and as it was understood after the turn before. */
  readonly question: string;
  readonly whole: string;
  readonly outcome: Outcome;
}

/** Whether an answer was of use. */
export type Verdict = 'up' | 'down';

/** What somebody thinks of an answer; a later judgement takes the place of an earlier one. */
export interface Judgement {
  readonly turn: string;
  readonly asker: string;
  readonly verdict: Verdict;
  readonly at: number;
}

/** How much is kept of one person. */
export interface KeptOf {
  readonly turns: number;
  readonly judgements: number;
  /** The day of the oldest, in milliseconds since 1970. */
  readonly oldest: number | null;
}

/** Where turns are kept. */
export interface Turns {
  /** Whether anything can be kept at all. */
  readonly keepsTurns: boolean;
  /** Keeps a turn; one whose id is known already is left as it is. */
  addTurn(turn: KeptTurn): Promise<void>;
  turn(id: string): Promise<KeptTurn | null>;
  /** The last turn of a session that is not older than `since`. */
  lastTurn(session: string, since: number): Promise<KeptTurn | null>;
  /** Notes what somebody thinks; `false` where the turn is gone. */
  judge(judgement: Judgement): Promise<boolean>;
  /** What somebody thought of a turn, or `null`. */
  judgement(turn: string, asker: string): Promise<Verdict | null>;
  keptOf(asker: string): Promise<KeptOf>;
  /** Forgets everything of one person; returns how many turns and judgements that were. */
  forget(asker: string): Promise<number>;
  /** Forgets everything from before that time; returns how many turns and judgements that were. */
  forgetBefore(at: number): Promise<number>;
}

/** Keeps nothing: for a library that can only be read, and where nobody follows up. */
export const NO_TURNS: Turns = Object.freeze({
  keepsTurns: false,
  addTurn: async () => {},
  turn: async () => null,
  lastTurn: async () => null,
  judge: async () => false,
  judgement: async () => null,
  keptOf: async () => ({ turns: 0, judgements: 0, oldest: null }),
  forget: async () => 0,
  forgetBefore: async () => 0,
});

/** Where an answer stands, or `undefined` for one that no place in a passage says. */
export function proofOf(outcome: Outcome): Proof | undefined {
  const [first] = outcome.evidence;
  const [mark] = first?.marks ?? [];
  if (outcome.kind !== 'answer' || first === undefined || mark === undefined || first.passage < 0) return undefined;
  return { passage: first.passage, sentence: first.sentence, start: mark.start, end: mark.end };
}

/** A kept turn as the next question sees it. */
export function asPrevious({ whole, outcome }: KeptTurn): Turn {
  return {
    question: whole,
    answer: outcome.kind === 'answer' ? outcome.text : null,
    article: outcome.evidence[0]?.article ?? null,
    ...given({ proof: proofOf(outcome) }),
  };
}
