/** Works on the subjects of its own process. */
import { HopelessError, type Progress, type QueueWorker, type WorkerOptions } from '../contract.ts';
import { settledWithin } from '../waiting.ts';
import type { Ending, Entry, Subjects } from './subjects.ts';

/** How long work may take to end once it was aborted, in milliseconds; whatever takes longer is left to itself. */
const SETTLE_MS = 2000;

/** What a worker works with. */
export interface WorkerParts {
  readonly subjects: Subjects;
  readonly tell: (progress: Progress) => void;
  /** Called whenever something has come to its end. */
  readonly ended: () => void;
}

/** One worker; the host brings it subjects as long as it has room. */
export class InProcessWorker implements QueueWorker {
  readonly #options: WorkerOptions;
  readonly #parts: WorkerParts;
  readonly #running = new Map<Entry, Promise<void>>();
  #closing: Promise<void> | null = null;

  constructor(options: WorkerOptions, parts: WorkerParts) {
    this.#options = options;
    this.#parts = parts;
  }

  isReady(): boolean {
    return this.#closing === null;
  }

  /** Whether it takes on one more. */
  get hasRoom(): boolean {
    return this.isReady() && this.#running.size < this.#options.concurrency;
  }

  /** Works on a subject that has just been taken. */
  work(entry: Entry): void {
    const done = this.#perform(entry).then((ending) => {
      this.#running.delete(entry);
      this.#parts.subjects.end(entry, ending);
      this.#parts.ended();
    });
    this.#running.set(entry, done);
  }

  async #perform(entry: Entry): Promise<Ending> {
    const { subject, attempt, controller } = entry;
    const { signal } = controller ?? new AbortController();
    const report = (progress: Omit<Progress, 'subject'>) => this.#parts.tell({ ...progress, subject });
    try {
      // In a turn of its own: whoever hands in is not kept by the work.
      await Promise.resolve();
      await this.#options.perform({ subject, attempt, signal, report });
      return 'done';
    } catch (error) {
      return error instanceof HopelessError ? 'hopeless' : 'failed';
    }
  }

  close(graceMs: number): Promise<void> {
    this.#closing ??= this.#shut(graceMs);
    return this.#closing;
  }

  async #shut(graceMs: number): Promise<void> {
    const settled = Promise.all(this.#running.values());
    if (await settledWithin(settled, graceMs)) return;
    this.abort();
    await settledWithin(settled, SETTLE_MS);
  }

  /** Aborts all that is under way. */
  abort(): void {
    for (const entry of this.#running.keys()) this.#parts.subjects.abort(entry, 'left');
  }

  /** Takes on nothing more, aborts all that is under way and lets go, whatever a `close` before it still waits for. */
  async leave(): Promise<void> {
    const closed = this.close(0);
    this.abort();
    await settledWithin(closed, SETTLE_MS);
  }
}
