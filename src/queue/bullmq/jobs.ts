/** The jobs of BullMQ behind the subjects: one for each subject that waits or is worked on. */
import { Queue as BullQueue, type Job } from 'bullmq';
import type { QueueCounts, RetryPolicy, SubjectState } from '../contract.ts';
import type { Link } from './link.ts';
import type { Reporter } from './reporter.ts';
import { newJobId, subjectId, subjectIdOfJob } from './subject-id.ts';

/** All that Redis gets to know of a job: what is owed for a subject is in the ledger. */
export interface JobData {
  readonly subject: string;
}

/** The queue's name within its prefix. */
export const QUEUE_NAME = 'subjects';

const JOB_NAME = 'owed';

/** Most jobs in one transaction. */
const BATCH = 500;

const DAY_S = 24 * 60 * 60;

/** How long the word that a job is cancelled is kept for a worker that has just begun it, in seconds. */
const CANCELLED_S = DAY_S;

/** Jobs that are over and kept for whoever looks at the board. */
const KEPT = {
  removeOnComplete: { count: 1000, age: DAY_S },
  removeOnFail: { count: 5000, age: 7 * DAY_S },
} as const;

/** What the jobs are reached with. */
export interface JobsParts {
  readonly link: Link;
  readonly prefix: string;
  readonly retries: RetryPolicy;
  readonly reporter: Reporter;
}

/** Every call rejects with a QueueUnavailableError where Redis does not do it within some seconds. */
export class Jobs {
  /** BullMQ's own queue. */
  readonly bull: BullQueue<JobData>;
  readonly #link: Link;

  constructor({ link, prefix, retries, reporter }: JobsParts) {
    this.#link = link;
    const backoff = { type: 'exponential', delay: retries.pauseMs, jitter: 0.5 };
    this.bull = new BullQueue<JobData>(QUEUE_NAME, {
      connection: link.client,
      prefix,
      skipWaitingForReady: true,
      // Asking for the version fails without a connection, and the queue would never work; the worker asks.
      skipVersionCheck: true,
      defaultJobOptions: { attempts: retries.attempts, backoff, ...KEPT },
    });
    // The link tells of faults of the connection.
    this.bull.on('error', (fault) => {
      if (link.client.status === 'ready') reporter.tell(fault);
    });
  }

  async add(subjects: readonly string[]): Promise<void> {
    const ids = new Set(subjects.map(subjectId));
    const failed = await this.#failures(ids);
    for (let from = 0; from < subjects.length; from += BATCH) {
      const jobs = subjects.slice(from, from + BATCH).map((subject) => {
        const deduplication = { id: subjectId(subject), keepLastIfActive: true };
        return { name: JOB_NAME, data: { subject }, opts: { jobId: newJobId(subject), deduplication } };
      });
      await this.#link.call(() => this.bull.addBulk(jobs));
    }
    await this.#remove(failed);
  }

  /** Jobs that have failed for these subjects. */
  async #failures(ids: ReadonlySet<string>): Promise<string[]> {
    const failed = await this.#link.call(() => this.bull.getRanges(['failed'], 0, -1));
    return failed.filter((jobId) => ids.has(subjectIdOfJob(jobId)));
  }

  async #remove(jobIds: readonly string[]): Promise<void> {
    if (jobIds.length > 0) await this.#link.call(() => Promise.all(jobIds.map((jobId) => this.bull.remove(jobId))));
  }

  /** Takes jobs of a subject that have failed off the list. */
  async forgetFailures(subject: string): Promise<void> {
    await this.#remove(await this.#failures(new Set([subjectId(subject)])));
  }

  /** The job of a subject that waits or is worked on. */
  async current(subject: string): Promise<Job<JobData> | null> {
    const jobId = await this.#link.call(() => this.bull.getDeduplicationJobId(subjectId(subject)));
    if (jobId === null) return null;
    return (await this.#link.call(() => this.bull.getJob(jobId))) ?? null;
  }

  async hasFailed(subject: string): Promise<boolean> {
    return (await this.#failures(new Set([subjectId(subject)]))).length > 0;
  }

  /** Takes out a job that waits, and lets its subject be handed in anew; `false` where somebody works on it. */
  async takeOut(jobId: string): Promise<boolean> {
    return (await this.#link.call(() => this.bull.remove(jobId))) === 1;
  }

  /** Lets a job that waits for its next attempt wait no longer; `false` where it does not. */
  async hasten(job: Job<JobData>): Promise<boolean> {
    if ((await this.#link.call(() => job.getState())) !== 'delayed') return false;
    await this.#link.call(() => job.promote());
    return true;
  }

  /** Notes that whoever begins this job is to leave it. */
  async markCancelled(jobId: string): Promise<void> {
    const { client } = this.#link;
    await this.#link.call(() => client.set(this.#cancelledKey(jobId), '1', 'EX', CANCELLED_S));
  }

  async isCancelled(jobId: string): Promise<boolean> {
    return (await this.#link.call(() => this.#link.client.exists(this.#cancelledKey(jobId)))) === 1;
  }

  #cancelledKey(jobId: string): string {
    return this.bull.toKey(`cancelled:${jobId}`);
  }

  async counts(): Promise<QueueCounts> {
    const counts = await this.#link.call(() => this.bull.getJobCounts('wait', 'delayed', 'active', 'failed'));
    const { wait = 0, delayed = 0, active = 0, failed = 0 } = counts;
    return { waiting: wait + delayed, running: active, failed };
  }

  async list(state: SubjectState, limit: number): Promise<string[]> {
    const types = { waiting: ['wait', 'delayed'], running: ['active'], failed: ['failed'] } as const;
    const subjects: string[] = [];
    for (const type of types[state]) {
      const wanted = limit - subjects.length;
      if (wanted <= 0) break;
      const jobs = await this.#link.call(() => this.bull.getJobs([type], 0, wanted - 1, true));
      subjects.push(...jobs.map(({ data }) => data.subject));
    }
    return [...new Set(subjects)];
  }

  async setPaused(paused: boolean): Promise<void> {
    await this.#link.call(() => (paused ? this.bull.pause() : this.bull.resume()));
  }

  async isPaused(): Promise<boolean> {
    return this.#link.call(() => this.bull.isPaused());
  }
}
