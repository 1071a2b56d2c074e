/** Lets work that keeps the process busy begin one piece at a time. */
import { setImmediate as nextRound } from 'node:timers/promises';

/**
 * Between two pieces of work everything that has come in is looked at. Without it the questions of a busy minute would be
 * answered in one go, while those that came after them wait too long for their first sign of life.
 */
export class Turnstile {
  #last: Promise<void> = Promise.resolve();

  /** Resolves when it is one's turn, in the order of arrival. */
  pass(): Promise<void> {
    this.#last = this.#last.then(() => nextRound());
    return this.#last;
  }
}
