/**
 * The ledger: what was asked of those who keep the library, and what came of it.
 *
 * It is the truth about jobs. A queue only carries word that something is owed for a subject; whatever it loses, brings
 * twice or out of order, the ledger says what is to be done. A subject is a file of pages. Taking it in or out says how
 * it shall be, whatever was asked before: jobs that wait before such a one are superseded by it. All others are done in
 * their order. A job is done at least once; each attempt has a number, and nobody but its newest attempt can change the
 * library or the ledger for it.
 */
import type { PageInfo } from '../ingest/model.ts';
import type { Remark } from './remarks.ts';
import type { PageKind, Warning } from './target.ts';

/**
 * `waiting` until somebody takes it on, `running`, then `done`, `failed` or `cancelled`; `superseded` where a newer
 * job of the same page took its place before it began.
 */
export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled' | 'superseded';

/** What is to be done with a page. */
export type Work =
  /** Take in bytes that are kept as the material of the job. `source` as in a PageRecord. */
  | { readonly kind: 'take-in'; readonly info: PageInfo; readonly page: PageKind; readonly source: string | null }
  /** Read it again from what the library has kept of it: only where the result would be another one, or in any case. */
  | { readonly kind: 'read-again'; readonly force: boolean }
  /** Take it out with all of its articles. */
  | { readonly kind: 'remove' }
  /** Read one page of it again after an article was withheld or let in; the ledger knows which articles are. */
  | { readonly kind: 'withhold' | 'release'; readonly article: string; readonly page: string };

/** A job to be noted. */
export interface NewJob {
  /** Unlike that of any other job, ever. */
  readonly id: string;
  /** Id of the page; for a file of lines the id of the file. */
  readonly subject: string;
  /** What people call it: the name of the file, or the headline of the article. */
  readonly name: string;
  readonly work: Work;
  /** The page as received; only for `take-in`. */
  readonly material?: Uint8Array;
}

/** Jobs that were asked for together. */
export interface Submission {
  /** Unlike that of any other submission, ever. */
  readonly batch: string;
  /** Who asked, by the pseudonym that the adapter gives. */
  readonly asker: string;
  /** The server of a chat platform, or `null`. */
  readonly place: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly jobs: readonly NewJob[];
}

/** How far a running job is; `done` of `total` are articles, pages or batches, both 0 where nothing is counted. */
export interface Stage {
  readonly name: 'reading' | 'indexing' | 'merging';
  readonly done: number;
  readonly total: number;
}

/** An article that a job has found. */
export interface FoundArticle {
  readonly id: string;
  readonly title: string | null;
}

/** What a job that is done has to tell. */
export interface JobResult {
  /** `unchanged`: there was nothing to do. */
  readonly state: 'taken-in' | 'unchanged' | 'removed';
  /** How many articles the page holds now. */
  readonly articles: number;
  /** The first of them, at most {@link MOST_FOUND}. */
  readonly found: readonly FoundArticle[];
  readonly warnings: readonly Warning[];
  /** Parts that could not be read, at most {@link MOST_FOUND}. */
  readonly refusals: readonly Remark[];
}

/** Articles and refusals that a result names at most. */
export const MOST_FOUND = 25;

/**
 * Why an attempt failed: something that can be said in any language, a fault with the reference of its log entry, or
 * that it was begun so many times and nobody came back from it.
 */
export type JobError =
  | { readonly kind: 'remark'; readonly remark: Remark }
  | { readonly kind: 'given-up'; readonly times: number }
  | { readonly kind: 'fault'; readonly reference: string };

/** Articles that a job has changed so far, over all of its attempts. */
export interface JobChange {
  readonly added: number;
  readonly replaced: number;
  readonly removed: number;
}

/** A job as the ledger has it. Times in milliseconds since 1970. */
export interface Job extends Omit<NewJob, 'material'> {
  readonly batch: string;
  readonly asker: string;
  readonly place: string | null;
  readonly at: number;
  readonly state: JobState;
  /** How often it was begun. */
  readonly attempts: number;
  /** When the last attempt began, and when the job was over. */
  readonly started: number | null;
  readonly ended: number | null;
  readonly stage: Stage | null;
  readonly error: JobError | null;
  readonly result: JobResult | null;
  readonly change: JobChange;
}

/** One attempt at a job: what it writes counts as long as no later attempt has begun and nobody has cancelled it. */
export interface Claim {
  readonly job: string;
  /** The number of the attempt. */
  readonly attempt: number;
}

/** A job that was taken on. */
export interface Claimed {
  readonly claim: Claim;
  readonly job: Job;
}

/** How jobs are taken on; times in milliseconds since 1970. */
export interface ClaimTerms {
  readonly at: number;
  /** A running job that has shown no life since then has lost whoever did it. */
  readonly silentSince: number;
  /** A sign of life from after that moment counts for nothing: the clock was turned back. By default there is no such moment. */
  readonly noLaterThan?: number;
  /** How often a job may be begun. */
  readonly most: number;
  /** What is noted of one that was begun so often in vain. */
  readonly error: JobError;
}

/** Jobs by state. */
export type Tally = Readonly<Record<JobState, number>>;

/** Which jobs are wanted, newest first. */
export interface JobQuery {
  readonly states?: readonly JobState[];
  readonly batch?: string;
  readonly limit?: number;
  readonly offset?: number;
}

/** Where jobs are noted. Every writing call is one transaction that is durable when its promise resolves. */
export interface Ledger {
  /** Notes jobs and keeps their material. A submission that is known already is left as it is. */
  submit(submission: Submission): Promise<void>;
  /**
   * Subjects that something is owed for, those that wait longest first: every one with a waiting job, and every one
   * whose running job has shown no life since `silentSince`, or only after `noLaterThan`, as in {@link ClaimTerms}.
   */
  owed(silentSince: number, noLaterThan?: number): Promise<string[]>;
  /**
   * Takes on what is owed for a subject, or `null`. Of the waiting jobs the newest that takes the subject in or out is
   * begun and those before it are superseded; where there is none, the oldest is. Where none waits, a running one that
   * has shown no life since `silentSince` is begun once more, whoever had it; while a running one does show life,
   * nothing is taken on. One that was begun `most` times before fails with `error` instead, and the next is looked for.
   */
  claim(subject: string, terms: ClaimTerms): Promise<Claimed | null>;
  /** The bytes of a job until it is over, or `null`. */
  material(job: string): Promise<Uint8Array | null>;
  /** Shows life, and how far it is; `false` where the claim no longer holds. */
  advance(claim: Claim, stage: Stage, at: number): Promise<boolean>;
  /** Ends a job well and lets go of its material; `false` where the claim no longer holds. */
  finish(claim: Claim, result: JobResult, at: number): Promise<boolean>;
  /** Notes that an attempt failed: with `again` the job waits once more, else it has failed. */
  fail(claim: Claim, failure: { readonly error: JobError; readonly again: boolean }, at: number): Promise<boolean>;
  /** Cancels a waiting or running job; `false` for any other. What it has written so far stays. */
  cancel(job: string, at: number): Promise<boolean>;
  /**
   * Lets a failed or cancelled job wait once more, its attempts counted anew; `false` for any other, for one without its
   * material, and where a later job has taken the subject in or out, or will: the page is not turned back.
   */
  retry(job: string, at: number): Promise<boolean>;
  job(id: string): Promise<Job | null>;
  jobs(query: JobQuery): Promise<Job[]>;
  tally(): Promise<Tally>;
  /** Jobs that a place has asked for since then. */
  submittedSince(place: string | null, at: number): Promise<number>;
  /**
   * Forgets jobs that were over before that time, with their material; returns how many. Those that keep out an article
   * stay for as long as it is kept out, so that it can be let in again.
   */
  forgetJobsBefore(at: number): Promise<number>;
  /** Ids of articles that are kept out of the library although their pages hold them. */
  withheld(): Promise<ReadonlySet<string>>;
  /** Keeps an article out from now on, or no longer. Reading its page again makes it so. */
  setWithheld(article: string, withheld: boolean, at: number): Promise<void>;
}

/** A write or a note of an attempt that is no longer the job's: a later one has begun, or somebody has cancelled it. */
export class ClaimLostError extends Error {
  override readonly name = 'ClaimLostError';
  readonly claim: Claim;

  constructor(claim: Claim) {
    super(`Attempt ${claim.attempt} of job ${claim.job} no longer counts.`);
    this.claim = claim;
  }
}
