/** Works on the jobs of BullMQ. */
import { type Job, UnrecoverableError, WaitingError, type Worker } from 'bullmq';
import { HopelessError, type Progress, type QueueWorker, type WorkerOptions } from '../contract.ts';
import { settledWithin } from '../waiting.ts';
import type { Address } from './address.ts';
import type { Channel } from './channel.ts';
import { closeClient, WorkerClient } from './clients.ts';
import { type JobData, type Jobs, QUEUE_NAME } from './jobs.ts';
import { PatientWorker } from './patient-worker.ts';
import { Reporter } from './reporter.ts';

/**
 * How long a worker holds a job without showing life, in milliseconds. Work that keeps its process busy for longer
 * without a pause loses the job to another worker.
 */
const LOCK_MS = 30_000;

/** How long work may take to end once it was aborted, and BullMQ to let go, in milliseconds each. */
const SETTLE_MS = 2000;

/** What a worker works with. */
export interface BullmqWorkerParts {
  readonly address: Address;
  readonly prefix: string;
  readonly jobs: Jobs;
  readonly channel: Channel;
  /** 30 s by default. */
  readonly lockMs?: number | undefined;
}

/** Work under way. */
interface Work {
  readonly controller: AbortController;
  aborted: 'cancelled' | 'left' | 'lost' | null;
}

/** One worker, with connections of its own. */
export class BullmqWorker implements QueueWorker {
  readonly #options: WorkerOptions;
  readonly #parts: BullmqWorkerParts;
  readonly #reporter: Reporter;
  readonly #client: WorkerClient;
  readonly #worker: Worker<JobData>;
  readonly #running = new Map<string, Work>();
  readonly #endStops: () => void;
  /** Called whenever work has ended, while somebody waits for all of it. */
  #onEnded: () => void = () => {};
  #closing: Promise<void> | null = null;

  constructor(options: WorkerOptions, parts: BullmqWorkerParts) {
    this.#options = options;
    this.#parts = parts;
    this.#reporter = new Reporter(parts.address, (fault) => options.onFault(fault));
    this.#client = new WorkerClient(parts.address);
    this.#client.on('ready', () => this.#reporter.forget());
    // BullMQ hands on what its clients say, this one only from the end of its setting up.
    this.#client.on('error', (fault) => this.#tell(fault));
    this.#worker = this.#start();
    this.#endStops = parts.channel.onStop((jobId) => this.#abort(jobId, 'cancelled'));
  }

  #start(): Worker<JobData> {
    const { prefix, lockMs = LOCK_MS } = this.#parts;
    const worker = new PatientWorker<JobData>(QUEUE_NAME, (job, token) => this.#process(job, token), {
      connection: this.#client,
      prefix,
      concurrency: this.#options.concurrency,
      lockDuration: lockMs,
      stalledInterval: lockMs,
      maxStalledCount: 1,
    });
    worker.on('error', (fault) => this.#tell(fault));
    worker.on('failed', (job) => void this.#forgetIfOwed(job));
    worker.on('lockRenewalFailed', (jobIds) => {
      for (const jobId of jobIds) this.#abort(jobId, 'lost');
    });
    return worker;
  }

  #tell(fault: unknown): void {
    if (this.#closing === null) this.#reporter.tell(fault);
  }

  isReady(): boolean {
    return this.#closing === null && this.#worker.isRunning() && this.#isConnected();
  }

  #isConnected(): boolean {
    return [this.#client, ...this.#client.copies].every(({ status }) => status === 'ready');
  }

  async #process(job: Job<JobData>, token: string | undefined): Promise<void> {
    const jobId = job.id ?? '';
    const work: Work = { controller: new AbortController(), aborted: null };
    this.#running.set(jobId, work);
    try {
      await this.#perform(job, work);
    } catch (error) {
      if (work.aborted === 'cancelled') return;
      if (work.aborted === 'left') await giveBack(job, token);
      if (error instanceof HopelessError) throw new UnrecoverableError(error.message);
      throw error instanceof Error ? error : new Error(String(error));
    } finally {
      this.#running.delete(jobId);
      this.#onEnded();
    }
  }

  async #perform(job: Job<JobData>, { controller }: Work): Promise<void> {
    const jobId = job.id ?? '';
    // Taken on in the very moment of closing.
    if (this.#closing !== null) this.#abort(jobId, 'left');
    else if (await this.#wasCancelled(job)) this.#abort(jobId, 'cancelled');
    const { signal } = controller;
    signal.throwIfAborted();
    const { subject } = job.data;
    const report = (progress: Omit<Progress, 'subject'>) => void this.#report(job, { ...progress, subject });
    await this.#options.perform({ subject, attempt: job.attemptsMade + 1, signal, report });
  }

  /**
   * Whether somebody has cancelled the job between Redis giving it out and our taking it on. Also takes earlier jobs of
   * the subject off the list of those that failed.
   */
  async #wasCancelled({ id = '', data, attemptsMade }: Job<JobData>): Promise<boolean> {
    const { jobs } = this.#parts;
    try {
      const forgotten = attemptsMade === 0 ? jobs.forgetFailures(data.subject) : Promise.resolve();
      const [cancelled] = await Promise.all([jobs.isCancelled(id), forgotten]);
      return cancelled;
    } catch (fault) {
      this.#tell(fault);
      return false;
    }
  }

  async #report(job: Job<JobData>, progress: Progress): Promise<void> {
    const { stage, done, total } = progress;
    const sent = this.#parts.channel.sendProgress(progress);
    // For whoever looks at the board.
    const noted = job.updateProgress({ stage, done, total });
    for (const told of await Promise.allSettled([sent, noted])) {
      if (told.status === 'rejected') this.#tell(told.reason);
    }
  }

  /** What was handed in once more while it was worked on waits already, so that it does not count as failed. */
  async #forgetIfOwed(job: Job<JobData> | undefined): Promise<void> {
    if (job?.finishedOn === undefined) return;
    const { jobs } = this.#parts;
    try {
      if ((await jobs.current(job.data.subject)) !== null) await jobs.forgetFailures(job.data.subject);
    } catch (fault) {
      this.#tell(fault);
    }
  }

  #abort(jobId: string, reason: Exclude<Work['aborted'], null>): void {
    const work = this.#running.get(jobId);
    if (work === undefined) return;
    // That it was cancelled counts in any case.
    if (work.aborted !== 'cancelled') work.aborted = reason;
    work.controller.abort(new Error(REASONS[reason]));
  }

  close(graceMs: number): Promise<void> {
    this.#closing ??= this.#shut(graceMs);
    return this.#closing;
  }

  async #shut(graceMs: number): Promise<void> {
    // Its own close would first wait for Redis, for ever if need be; this only keeps it from taking on more.
    await this.#worker.pause(true);
    await settledWithin(this.#allEnded(), graceMs);
    this.#abortAll();
    const idle = await settledWithin(this.#allEnded(), SETTLE_MS);
    const forced = !idle || !this.#isConnected();
    await settledWithin(this.#worker.close(forced), SETTLE_MS);
    this.#endStops();
    for (const copy of this.#client.copies) copy.disconnect();
    await closeClient(this.#client);
  }

  async #allEnded(): Promise<void> {
    while (this.#running.size > 0) {
      await new Promise<void>((resolve) => {
        this.#onEnded = resolve;
      });
    }
  }

  #abortAll(): void {
    for (const jobId of this.#running.keys()) this.#abort(jobId, 'left');
  }

  /** Takes on nothing more, aborts all that is under way and lets go, whatever a `close` before it still waits for. */
  async leave(): Promise<void> {
    const closed = this.close(0);
    this.#abortAll();
    await closed;
  }
}

const REASONS = {
  cancelled: 'The work was cancelled.',
  left: 'The work was given up: the worker leaves.',
  lost: 'The work was given up: Redis has not heard of its worker for too long and gives it to another.',
} as const;

/** A worker that leaves has not failed: the job is the next one again, and the attempt does not count. */
async function giveBack(job: Job<JobData>, token: string | undefined): Promise<never> {
  await job.moveToWait(token);
  throw new WaitingError('The worker leaves.');
}
