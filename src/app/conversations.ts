/** Remembers the last turn of each conversation, for a bounded number of conversations. */
import type { Turn } from '../answer/antecedents.ts';
import type { Outcome } from './model.ts';

/** A turn with what was said in it. */
export interface RememberedTurn extends Turn {
  readonly outcome: Outcome;
}

/** Conversations remembered; the one that was silent longest is forgotten first. */
const MAX_CONVERSATIONS = 1000;

/** Last turns by session, in memory: losing them costs a follow-up, never an answer. */
export class Conversations {
  readonly #turns = new Map<string, RememberedTurn>();

  /** The turn before, if the session has one. */
  last(session: string | undefined): RememberedTurn | undefined {
    return session === undefined ? undefined : this.#turns.get(session);
  }

  /** Makes `turn` the last of its session. Without a session nothing is kept. */
  add(session: string | undefined, turn: RememberedTurn): void {
    if (session === undefined) return;
    this.#turns.delete(session);
    this.#turns.set(session, turn);
    const oldest = this.#turns.keys().next();
    if (this.#turns.size > MAX_CONVERSATIONS && oldest.done !== true) this.#turns.delete(oldest.value);
  }
}
