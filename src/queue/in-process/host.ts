/** A queue inside one process, for machines without Redis: what it holds goes with the process. */
import {
  type Progress,
  type Queue,
  type QueueCounts,
  type QueueHost,
  QueueUnavailableError,
  type QueueWorker,
  RETRIES,
  type RetryPolicy,
  type SubjectState,
  type WorkerOptions,
} from '../contract.ts';
import { Listeners } from '../listeners.ts';
import { Subjects, type Timers } from './subjects.ts';
import { InProcessWorker } from './worker.ts';

/** All have defaults. */
export interface InProcessOptions {
  readonly retries?: RetryPolicy;
  /** From 0 up to 1; `Math.random` by default. */
  readonly random?: () => number;
  /** The clock of Node by default. */
  readonly timers?: Timers;
  /** Given what a listener throws; such faults are dropped by default. */
  readonly onFault?: (fault: unknown) => void;
}

const NODE_TIMERS: Timers = {
  now: () => performance.now(),
  after(ms, action) {
    const timer = setTimeout(action, ms);
    return () => clearTimeout(timer);
  },
};

/** Opens a queue of this process, empty. Its `onReturn` never calls: what is in the same process is never away. */
export function createInProcessQueue(options: InProcessOptions = {}): QueueHost {
  return new InProcessHost(options);
}

class InProcessHost implements QueueHost, Queue {
  readonly queue: Queue = this;
  readonly #subjects: Subjects;
  readonly #workers = new Set<InProcessWorker>();
  readonly #progress: Listeners<Progress>;
  readonly #idle: (() => void)[] = [];
  #paused = false;
  #closing: Promise<void> | null = null;

  constructor({ retries = RETRIES, random = Math.random, timers = NODE_TIMERS, onFault }: InProcessOptions) {
    this.#subjects = new Subjects({ retries, random, timers }, () => this.#bring());
    this.#progress = new Listeners(onFault ?? (() => {}));
  }

  startWorker(options: WorkerOptions): QueueWorker {
    const tell = (progress: Progress) => this.#progress.tell(progress);
    const worker = new InProcessWorker(options, { subjects: this.#subjects, tell, ended: () => this.#bring() });
    this.#workers.add(worker);
    this.#bring();
    return worker;
  }

  /** Gives what is ready to whoever has room, and tells who waits for the end. */
  #bring(): void {
    for (const worker of this.#workers) {
      while (worker.hasRoom && !this.#paused && this.#closing === null) {
        const entry = this.#subjects.take();
        if (entry === null) break;
        worker.work(entry);
      }
    }
    const { waiting, running } = this.#subjects.counts();
    if (waiting + running === 0) for (const done of this.#idle.splice(0)) done();
  }

  #mustBeOpen(): void {
    if (this.#closing !== null) throw new QueueUnavailableError('The queue has been closed.');
  }

  async submit(subjects: readonly string[]): Promise<void> {
    this.#mustBeOpen();
    for (const subject of subjects) this.#subjects.submit(subject);
    this.#bring();
  }

  async cancel(subject: string): Promise<boolean> {
    this.#mustBeOpen();
    const cancelled = this.#subjects.cancel(subject);
    this.#bring();
    return cancelled;
  }

  async retry(subject: string): Promise<boolean> {
    this.#mustBeOpen();
    const retried = this.#subjects.retry(subject);
    this.#bring();
    return retried;
  }

  async pause(): Promise<void> {
    this.#mustBeOpen();
    this.#paused = true;
  }

  async resume(): Promise<void> {
    this.#mustBeOpen();
    this.#paused = false;
    this.#bring();
  }

  async isPaused(): Promise<boolean> {
    this.#mustBeOpen();
    return this.#paused;
  }

  async list(state: SubjectState, limit: number): Promise<string[]> {
    this.#mustBeOpen();
    return this.#subjects.list(state, limit);
  }

  async counts(): Promise<QueueCounts> {
    this.#mustBeOpen();
    return this.#subjects.counts();
  }

  onProgress(listener: (progress: Progress) => void): () => void {
    return this.#progress.add(listener);
  }

  onReturn(): () => void {
    return () => {};
  }

  async drain(): Promise<void> {
    this.#mustBeOpen();
    await new Promise<void>((resolve) => {
      this.#idle.push(resolve);
      this.#bring();
    });
    this.#mustBeOpen();
  }

  close(): Promise<void> {
    this.#closing ??= this.#shut();
    return this.#closing;
  }

  async #shut(): Promise<void> {
    // Not before `#closing` is set, which keeps the rest of this from bringing anything more.
    await Promise.resolve();
    await Promise.all([...this.#workers].map((worker) => worker.leave()));
    this.#subjects.clear();
    for (const done of this.#idle.splice(0)) done();
  }
}
