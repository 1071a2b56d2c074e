/** A queue in Redis, by BullMQ: any number of processes hand in and work. */
import type { Queue as BullQueue } from 'bullmq';
import {
  type Progress,
  type Queue,
  type QueueCounts,
  type QueueHost,
  type QueueWorker,
  RETRIES,
  type RetryPolicy,
  type SubjectState,
  type WorkerOptions,
} from '../contract.ts';
import { settledWithin } from '../waiting.ts';
import { type Address, readAddress } from './address.ts';
import { Channel } from './channel.ts';
import { Jobs } from './jobs.ts';
import { Link } from './link.ts';
import { Reporter } from './reporter.ts';
import { BullmqWorker } from './worker.ts';

/** How often is looked whether all is done, in milliseconds. */
const DRAIN_MS = 50;

/** The longest that BullMQ's queue may take to close, in milliseconds: it has no connection of its own to close. */
const CLOSE_MS = 1000;

/** Where Redis is and how it is used. */
export interface BullmqOptions {
  /** `redis://` or `rediss://`, with user, password and the number of the database where they are needed. */
  readonly url: string;
  /**
   * Begins all our names in Redis, keys and channels: a user of Redis with limited rights needs
   * `~prefix:* &prefix:* +@all -@dangerous +info`. Without spaces.
   */
  readonly prefix: string;
  readonly retries?: RetryPolicy;
  /**
   * Told of faults of the connection, each once until it stands again, and given an {@link EvictionWarning} where Redis
   * may throw jobs away. None of them holds a secret.
   */
  onFault(fault: unknown): void;
  /** For tests: how long a worker holds a job without showing life, in milliseconds; 30 s by default. */
  readonly lockMs?: number;
}

/** A queue in Redis with its workers. */
export interface BullmqHost extends QueueHost {
  /** Whether the connection stands and was answered last time. */
  isReady(): boolean;
  /** Asks Redis for a sign of life. Rejects with a QueueUnavailableError within some seconds where none comes. */
  ping(): Promise<void>;
}

/**
 * Opens the queue. It connects by itself, now and whenever the connection is lost; nothing is awaited here. Throws a
 * TypeError for an address that is none.
 */
export function connectBullmqQueue(options: BullmqOptions): BullmqHost {
  return new Host(options);
}

/** BullMQ's own queue behind a host of `connectBullmqQueue`, for a board. Throws a TypeError for any other. */
export function bullmqQueueOf(host: QueueHost): BullQueue {
  if (!(host instanceof Host)) throw new TypeError('This queue is not one of BullMQ.');
  return host.jobs.bull;
}

class Host implements BullmqHost, Queue {
  readonly queue: Queue = this;
  readonly jobs: Jobs;
  readonly #options: BullmqOptions;
  readonly #address: Address;
  readonly #link: Link;
  readonly #channel: Channel;
  readonly #workers = new Set<BullmqWorker>();
  #closing: Promise<void> | null = null;

  constructor(options: BullmqOptions) {
    const { url, prefix, retries = RETRIES } = options;
    this.#options = options;
    this.#address = readAddress(url);
    const reporter = new Reporter(this.#address, (fault) => options.onFault(fault));
    this.#link = new Link(this.#address, reporter);
    this.#channel = new Channel({ address: this.#address, link: this.#link, prefix, reporter });
    this.jobs = new Jobs({ link: this.#link, prefix, retries, reporter });
  }

  isReady(): boolean {
    return this.#link.isReady();
  }

  async ping(): Promise<void> {
    await this.#link.call(() => this.#link.client.ping());
  }

  startWorker(options: WorkerOptions): QueueWorker {
    const { prefix, lockMs } = this.#options;
    const parts = { address: this.#address, prefix, jobs: this.jobs, channel: this.#channel, lockMs };
    const worker = new BullmqWorker(options, parts);
    this.#workers.add(worker);
    return worker;
  }

  async submit(subjects: readonly string[]): Promise<void> {
    if (subjects.length > 0) await this.jobs.add(subjects);
  }

  async cancel(subject: string): Promise<boolean> {
    const job = await this.jobs.current(subject);
    if (job?.id === undefined) return false;
    if (await this.jobs.takeOut(job.id)) return true;
    // Noted before it is said: a worker that has not begun the job yet does not hear it, but looks.
    await this.jobs.markCancelled(job.id);
    await this.#channel.sendStop(job.id);
    return true;
  }

  async retry(subject: string): Promise<boolean> {
    const job = await this.jobs.current(subject);
    if (job !== null) return this.jobs.hasten(job);
    if (!(await this.jobs.hasFailed(subject))) return false;
    await this.jobs.add([subject]);
    return true;
  }

  pause(): Promise<void> {
    return this.jobs.setPaused(true);
  }

  resume(): Promise<void> {
    return this.jobs.setPaused(false);
  }

  isPaused(): Promise<boolean> {
    return this.jobs.isPaused();
  }

  list(state: SubjectState, limit: number): Promise<string[]> {
    return this.jobs.list(state, limit);
  }

  counts(): Promise<QueueCounts> {
    return this.jobs.counts();
  }

  onProgress(listener: (progress: Progress) => void): () => void {
    return this.#channel.onProgress(listener);
  }

  onReturn(listener: () => void): () => void {
    return this.#link.onReturn(listener);
  }

  async drain(): Promise<void> {
    for (;;) {
      const { waiting, running } = await this.jobs.counts();
      if (waiting + running === 0) return;
      await new Promise((resolve) => setTimeout(resolve, DRAIN_MS));
    }
  }

  close(): Promise<void> {
    this.#closing ??= this.#shut();
    return this.#closing;
  }

  async #shut(): Promise<void> {
    await Promise.all([...this.#workers].map((worker) => worker.leave()));
    await settledWithin(this.jobs.bull.close(), CLOSE_MS);
    await Promise.all([this.#channel.close(), this.#link.close()]);
  }
}
