/** Waiting for something to become true without asking again and again. */

interface Waiting {
  readonly look: () => void;
  readonly give: (reason: Error) => void;
}

/** Tells everybody who waits that something happened. */
export class Changes {
  readonly #waiting = new Set<Waiting>();
  #closed: string | null = null;

  /** Something happened: everybody looks whether it is what they wait for. */
  notify(): void {
    for (const { look } of [...this.#waiting]) look();
  }

  /** Nothing will happen any more: everybody who still waits is told why. */
  close(reason: string): void {
    this.#closed = reason;
    for (const { give } of [...this.#waiting]) give(new Error(reason));
  }

  /**
   * Resolves with what `look` gives as soon as that is neither null nor undefined nor false. Rejects after `timeoutMs`
   * with what `complaint` says by then, and with whatever `look` throws.
   */
  until<T>(
    look: () => T | null | undefined | false,
    timeoutMs: number,
    complaint: () => string,
  ): Promise<NonNullable<T>> {
    return new Promise((resolve, reject) => {
      const end = (finish: () => void): void => {
        clearTimeout(timer);
        this.#waiting.delete(waiting);
        finish();
      };
      const waiting: Waiting = {
        give: (reason) => end(() => reject(reason)),
        look: () => {
          try {
            const seen = look();
            if (seen !== null && seen !== undefined && seen !== false) end(() => resolve(seen as NonNullable<T>));
          } catch (error) {
            end(() => reject(error));
          }
        },
      };
      const timer = setTimeout(
        () => end(() => reject(new Error(`${complaint()} (waited ${timeoutMs} ms)`))),
        timeoutMs,
      );
      this.#waiting.add(waiting);
      if (this.#closed === null) waiting.look();
      else waiting.give(new Error(this.#closed));
    });
  }
}
