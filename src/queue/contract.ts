/**
 * What a queue is: it carries word that something is owed for a subject to whoever does the work, once or more often.
 *
 * What is owed, to whom and why is in the ledger; here are subjects alone. So a queue may lose everything, and whoever
 * reads the ledger hands in again what it still owes. Rules for every implementation:
 *
 * - A subject that is handed in while it waits is brought once; while it is being worked on, it is brought once more
 *   afterwards, however often it was handed in.
 * - No subject is worked on twice at a time, as long as the queue's server and its workers are alive.
 * - Work that rejects is brought again after a pause that doubles each time, `attempts` times in all; work that rejects
 *   with a {@link HopelessError} is not. What is brought no more counts as failed until it is handed in again.
 * - One subject that fails holds up no other.
 */

/** Far from here: small enough to be sent with every change of stage. */
export interface Progress {
  readonly subject: string;
  readonly stage: string;
  readonly done: number;
  readonly total: number;
}

/** Word that something is owed. */
export interface Delivery {
  readonly subject: string;
  /** From 1. */
  readonly attempt: number;
  /** Aborted when the subject is cancelled, or when the worker has to leave. */
  readonly signal: AbortSignal;
  /** Tells whoever listens how far it is. Never rejects; what cannot be told is lost. */
  report(progress: Omit<Progress, 'subject'>): void;
}

/** Does what is owed for a subject. */
export type Perform = (delivery: Delivery) => Promise<void>;

/** Trying again would not help. */
export class HopelessError extends Error {
  override readonly name = 'HopelessError';
}

/** The queue cannot be reached; what was to be handed in is still owed. */
export class QueueUnavailableError extends Error {
  override readonly name = 'QueueUnavailableError';
}

/** Where a subject stands; one that waits for its next attempt is `waiting`. */
export type SubjectState = 'waiting' | 'running' | 'failed';

/** Subjects by state. */
export type QueueCounts = Readonly<Record<SubjectState, number>>;

/** The side of a queue that hands in and looks. Every call rejects with a QueueUnavailableError within some seconds where it cannot be done. */
export interface Queue {
  /** Hands in subjects, in this order. */
  submit(subjects: readonly string[]): Promise<void>;
  /** Takes out a subject that waits, or aborts the work on it; `false` where neither was there. */
  cancel(subject: string): Promise<boolean>;
  /** Brings a subject that failed or waits for its next attempt at once; `false` where there is none. */
  retry(subject: string): Promise<boolean>;
  /** Brings nothing more until `resume`, in every process; what is being worked on goes on. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  isPaused(): Promise<boolean>;
  /** At most `limit` subjects in that state, in the order that they will be or were worked on. */
  list(state: SubjectState, limit: number): Promise<string[]>;
  counts(): Promise<QueueCounts>;
  /** Calls `listener` with all that workers tell from now on; returns what ends it. */
  onProgress(listener: (progress: Progress) => void): () => void;
  /** Calls `listener` whenever the queue can be reached again and may have lost what it held; returns what ends it. */
  onReturn(listener: () => void): () => void;
  /** Resolves when nothing waits and nothing is worked on. Of a paused queue with something waiting, never. */
  drain(): Promise<void>;
  /** Lets go of everything within some seconds, whether the queue can be reached or not. Closing twice is fine. */
  close(): Promise<void>;
}

/** The side that works. */
export interface QueueWorker {
  /** Whether it can take on work: its connection stands. */
  isReady(): boolean;
  /** Takes on nothing more, waits for what is under way up to `graceMs`, aborts what is left, and lets go. */
  close(graceMs: number): Promise<void>;
}

/** How a worker works. */
export interface WorkerOptions {
  /** Subjects at a time. */
  readonly concurrency: number;
  readonly perform: Perform;
  /** Told of faults of the queue itself; work that rejects is no such fault. */
  onFault(fault: unknown): void;
}

/** How often work is tried, and how long the pause before the second attempt is; it is varied by up to a half. */
export interface RetryPolicy {
  readonly attempts: number;
  readonly pauseMs: number;
}

/** Five attempts over some half a minute: longer than a database is busy, shorter than people wait. */
export const RETRIES: RetryPolicy = Object.freeze({ attempts: 5, pauseMs: 2000 });

/** A queue with its workers. */
export interface QueueHost {
  readonly queue: Queue;
  startWorker(options: WorkerOptions): QueueWorker;
}
