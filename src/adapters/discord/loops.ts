/** Work that goes on by itself for a while, one piece under each name at most. */

/** Goes on until it is done or `signal` is aborted. Must not reject. */
export type Work = (signal: AbortSignal) => Promise<void>;

interface Loop {
  readonly end: AbortController;
  /** Resolves when nothing of it is under way any more; never rejects. */
  readonly over: Promise<void>;
}

/** Everything that goes on by itself. */
export class Loops {
  readonly #loops = new Map<string, Loop>();
  #isClosed = false;

  /** How many go on. */
  get size(): number {
    return this.#loops.size;
  }

  /** Begins work, unless some goes on under the name, which is newer then, or everything has ended. */
  begin(name: string, work: Work): void {
    if (!this.#loops.has(name)) this.#add(name, Promise.resolve(work));
  }

  /**
   * Ends what goes on under the name and waits until nothing of it is under way; only then calls `put`, and begins the
   * work that this gives. Of several the last one stays. Rejects as `put` does.
   */
  async replace(name: string, put: () => Promise<Work | null>): Promise<void> {
    const before = this.#loops.get(name);
    before?.end.abort();
    const placed = (before?.over ?? Promise.resolve()).then(put);
    this.#add(name, placed);
    await placed;
  }

  /** Ends everything and begins nothing more; resolves when nothing is under way. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const loops = [...this.#loops.values()];
    for (const { end } of loops) end.abort();
    await Promise.all(loops.map(({ over }) => over));
  }

  #add(name: string, placed: Promise<Work | null>): void {
    const end = new AbortController();
    if (this.#isClosed) end.abort();
    const go = async (work: Work | null): Promise<void> => {
      if (!end.signal.aborted) await work?.(end.signal);
    };
    // Whoever asked for it hears of what could not be placed.
    const over = placed.then(go, () => {});
    const loop = { end, over };
    this.#loops.set(name, loop);
    void over.then(() => {
      if (this.#loops.get(name) === loop) this.#loops.delete(name);
    });
  }
}
