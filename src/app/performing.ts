/**
 * Does what the ledger owes for a subject.
 *
 * It may be told of a subject too often, twice at a time or after a crash: what to do is what the ledger says when the
 * work begins, and what an attempt writes counts only as long as the ledger holds it for the newest one.
 */
import { PageError } from '../ingest/errors.ts';
import type { Intake } from './intake.ts';
import {
  type Claim,
  type Claimed,
  ClaimLostError,
  type Job,
  type JobError,
  type JobResult,
  type Ledger,
  MOST_FOUND,
  type Stage,
  type Work,
} from './ledger.ts';
import { fileIdOf, LINES_PER_BATCH } from './line-batches.ts';
import { remarkOf } from './remarks.ts';
import type { IntakeResult } from './taking.ts';
import type { LibraryTarget, PageRecord } from './target.ts';

/** Milliseconds without a sign of life after which whoever did a job is taken for dead. */
export const SILENCE = 20_000;
/** How often a job may fail before it has failed for good, crashes not counted. */
const TRIES = 5;
/** How often a job may be begun, crashes counted. */
const MOST_BEGUN = 8;
const GIVEN_UP: JobError = { kind: 'given-up', times: MOST_BEGUN };
const LINE_FEED = 10;

/** What the work needs. */
export interface PerformParts {
  readonly ledger: Ledger;
  readonly intake: Intake;
  readonly target: Pick<LibraryTarget, 'pageRecord' | 'pageRecords'>;
  /** Milliseconds since 1970. */
  clock(): number;
  /** Records a fault of ours and gives the reference that people may quote. Must not throw. */
  onFault(fault: unknown): string;
  /** Told of the job that is done now, so that somebody can show signs of life for it; `null` for none. */
  onClaim?(claim: Claim | null): void;
  /** Told of every stage. */
  onStage?(stage: Stage): void;
}

/** A job that is over, or whose attempt has failed. */
export interface Performed {
  readonly kind: Work['kind'];
  /** `again`: it waits for the next attempt; `lost`: somebody else has it, or nobody wants it any more. */
  readonly outcome: 'done' | 'failed' | 'again' | 'lost';
  readonly milliseconds: number;
}

/** Bytes as a stream of one piece. */
async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function stepsOf(bytes: Uint8Array): number {
  let lines = 1;
  for (const byte of bytes) if (byte === LINE_FEED) lines += 1;
  return Math.ceil(lines / LINES_PER_BATCH);
}

/** What came of all pages of a subject together. */
function resultOf(results: readonly IntakeResult[], state: JobResult['state']): JobResult {
  return {
    state,
    articles: results.reduce((sum, { change }) => sum + change.articles, 0),
    found: results.flatMap(({ found }) => found).slice(0, MOST_FOUND),
    warnings: results.flatMap(({ warnings }) => warnings).slice(0, MOST_FOUND),
    refusals: results.flatMap(({ refusals }) => refusals).slice(0, MOST_FOUND),
  };
}

function stateOf(results: readonly IntakeResult[]): JobResult['state'] {
  if (results.every(({ state }) => state === 'unchanged')) return 'unchanged';
  return results.some(({ state }) => state === 'taken-in') ? 'taken-in' : 'removed';
}

/** One attempt at a job. */
class Attempt {
  readonly #parts: PerformParts;
  readonly #claim: Claim;
  readonly #job: Job;

  constructor({ claim, job }: Claimed, parts: PerformParts) {
    this.#parts = parts;
    this.#claim = claim;
    this.#job = job;
  }

  /** Does the job; rejects with a ClaimLostError where it is no longer ours. */
  async result(): Promise<JobResult> {
    const { work, subject } = this.#job;
    await this.#advance({ name: 'reading', done: 0, total: 0 });
    const { intake } = this.#parts;
    const claim = this.#claim;
    switch (work.kind) {
      case 'take-in':
        return this.#takeIn(work);
      case 'read-again':
        return this.#readAgain(subject, work.force);
      case 'remove':
        return { ...(await this.#each(subject, (id) => intake.remove(id, { claim }))), state: 'removed' };
      case 'withhold':
      case 'release': {
        const result = await intake.takeInAgain(work.page, { force: true, claim });
        return resultOf(result === null ? [] : [result], 'taken-in');
      }
    }
  }

  async #takeIn({ info, page, source }: Extract<Work, { kind: 'take-in' }>): Promise<JobResult> {
    const { ledger, intake } = this.#parts;
    const bytes = await ledger.material(this.#job.id);
    // Without its bytes it is over already, whatever brought word of it.
    if (bytes === null) throw new ClaimLostError(this.#claim);
    const claim = this.#claim;
    if (page === 'page') {
      const result = await intake.takeIn({ info, bytes, kind: page, source }, { claim });
      return resultOf([result], result.state);
    }
    const results: IntakeResult[] = [];
    const total = stepsOf(bytes);
    for await (const result of intake.takeInLines({ info, source, chunks: whole(bytes) }, { claim })) {
      results.push(result);
      await this.#advance({ name: 'indexing', done: Math.min(results.length, total), total });
    }
    return resultOf(results, stateOf(results));
  }

  async #readAgain(subject: string, force: boolean): Promise<JobResult> {
    const ids = (await this.#records(subject)).map(({ id }) => id);
    const results: IntakeResult[] = [];
    for await (const { result } of this.#parts.intake.takeInAllAgain(ids, { force, claim: this.#claim })) {
      results.push(await result);
      await this.#advance({ name: 'indexing', done: results.length, total: ids.length });
    }
    return resultOf(results, stateOf(results));
  }

  async #each(subject: string, work: (id: string) => Promise<IntakeResult | null>): Promise<JobResult> {
    const ids = (await this.#records(subject)).map(({ id }) => id);
    const results: IntakeResult[] = [];
    for (const [at, id] of ids.entries()) {
      const result = await work(id);
      if (result !== null) results.push(result);
      await this.#advance({ name: 'indexing', done: at + 1, total: ids.length });
    }
    return resultOf(results, stateOf(results));
  }

  /** The page of that id, or all pages that one file of lines has become. */
  async #records(subject: string): Promise<PageRecord[]> {
    const { target } = this.#parts;
    const page = await target.pageRecord(subject);
    if (page !== null) return [page];
    return (await target.pageRecords()).filter((record) => fileIdOf(record) === subject);
  }

  async #advance(stage: Stage): Promise<void> {
    const { ledger, clock, onStage } = this.#parts;
    if (!(await ledger.advance(this.#claim, stage, clock()))) throw new ClaimLostError(this.#claim);
    onStage?.(stage);
  }
}

/** Whether another attempt may do better: not with a page that cannot be read. */
function mayHelp(fault: unknown): boolean {
  return !(fault instanceof PageError);
}

function errorOf(fault: unknown, { onFault }: PerformParts): JobError {
  const remark = remarkOf(fault);
  return remark === undefined ? { kind: 'fault', reference: onFault(fault) } : { kind: 'remark', remark };
}

async function attempt(claimed: Claimed, parts: PerformParts): Promise<Performed['outcome']> {
  const { ledger, clock } = parts;
  const { claim } = claimed;
  try {
    const result = await new Attempt(claimed, parts).result();
    return (await ledger.finish(claim, result, clock())) ? 'done' : 'lost';
  } catch (fault) {
    if (fault instanceof ClaimLostError) return 'lost';
    const again = mayHelp(fault) && claimed.job.attempts < TRIES;
    if (!(await ledger.fail(claim, { error: errorOf(fault, parts), again }, clock()))) return 'lost';
    return again ? 'again' : 'failed';
  }
}

/**
 * Does everything that is owed for a subject, one job after the other, until nothing is or one has to be tried again.
 * Rejects where the ledger itself fails.
 */
export async function performOwed(subject: string, parts: PerformParts): Promise<readonly Performed[]> {
  const { ledger, clock, onClaim } = parts;
  const performed: Performed[] = [];
  for (;;) {
    const at = clock();
    const silence = { silentSince: at - SILENCE, noLaterThan: at + SILENCE };
    const terms = { at, ...silence, most: MOST_BEGUN, error: GIVEN_UP };
    const claimed = await ledger.claim(subject, terms);
    if (claimed === null) return performed;
    onClaim?.(claimed.claim);
    const outcome = await attempt(claimed, parts).finally(() => onClaim?.(null));
    performed.push({ kind: claimed.job.work.kind, outcome, milliseconds: clock() - at });
    if (outcome === 'again') return performed;
  }
}
