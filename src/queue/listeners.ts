/** Who wants to be told. */

/** Calls everybody; one that throws keeps nobody else from being called. */
export class Listeners<Told> {
  readonly #listeners = new Set<(told: Told) => void>();
  readonly #onFault: (fault: unknown) => void;

  /** `onFault` is given what a listener throws. */
  constructor(onFault: (fault: unknown) => void) {
    this.#onFault = onFault;
  }

  /** Adds a listener; returns what takes it out again. */
  add(listener: (told: Told) => void): () => void {
    // The same function added twice is called twice, and each is taken out by itself.
    const own = (told: Told) => listener(told);
    this.#listeners.add(own);
    return () => void this.#listeners.delete(own);
  }

  tell(told: Told): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(told);
      } catch (fault) {
        this.#onFault(fault);
      }
    }
  }
}
