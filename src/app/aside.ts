/** Work that is done beside all else, one at a time. */
export class Aside {
  #underWay: Promise<void> | undefined;
  /** What the last work failed with, until somebody has met it. */
  #fault: { readonly error: unknown } | undefined;

  /** Begins a work unless one is under way. Throws what the one before failed with. */
  begin(work: () => Promise<unknown>): void {
    this.#meet();
    this.#underWay ??= this.#finish(work);
  }

  /** Waits until nothing is under way. Rejects with what that failed with, once. */
  async settle(): Promise<void> {
    await this.#underWay;
    this.#meet();
  }

  async #finish(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#fault = { error };
    } finally {
      this.#underWay = undefined;
    }
  }

  #meet(): void {
    const fault = this.#fault;
    this.#fault = undefined;
    if (fault !== undefined) throw fault.error;
  }
}
