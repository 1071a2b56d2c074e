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

/** What came of the pages of a subject so far; of a file of a million articles only the first are kept by name. */
class Gathered {
  readonly #states = new Set<IntakeResult['state']>();
  readonly #found: JobResult['found'][number][] = [];
  readonly #warnings: JobResult['warnings'][number][] = [];
  readonly #refusals: JobResult['refusals'][number][] = [];
  #articles = 0;
  #pages = 0;

  add({ state, change, found, warnings, refusals }: IntakeResult): void {
    this.#states.add(state);
    this.#articles += change.articles;
    this.#pages += 1;
    fill(this.#found, found);
    fill(this.#warnings, warnings);
    fill(this.#refusals, refusals);
  }

  /** How many pages. */
  get pages(): number {
    return this.#pages;
  }

  /** All of it together; the state follows from those of the pages unless it is given. */
  result(state: JobResult['state'] = this.#state): JobResult {
    const [found, warnings, refusals] = [this.#found, this.#warnings, this.#refusals];
    return { state, articles: this.#articles, found, warnings, refusals };
  }

  get #state(): JobResult['state'] {
    if (this.#states.has('taken-in')) return 'taken-in';
    return this.#states.has('removed') ? 'removed' : 'unchanged';
  }
}

/** Adds as many as may be named. */
function fill<Item>(kept: Item[], more: readonly Item[]): void {
  kept.push(...more.slice(0, MOST_FOUND - kept.length));
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
        return this.#remove(subject);
      case 'withhold':
      case 'release': {
        const gathered = new Gathered();
        const result = await intake.takeInAgain(work.page, { force: true, claim });
        if (result !== null) gathered.add(result);
        return gathered.result('taken-in');
      }
    }
  }

  async #takeIn({ info, page, source }: Extract<Work, { kind: 'take-in' }>): Promise<JobResult> {
    const { ledger, intake } = this.#parts;
    const bytes = await ledger.material(this.#job.id);
    // Without its bytes it is over already, whatever brought word of it.
    if (bytes === null) throw new ClaimLostError(this.#claim);
    const claim = this.#claim;
    const gathered = new Gathered();
    if (page === 'page') {
      gathered.add(await intake.takeIn({ info, bytes, kind: page, source }, { claim }));
      return gathered.result();
    }
    const total = stepsOf(bytes);
    for await (const result of intake.takeInLines({ info, source, chunks: whole(bytes) }, { claim })) {
      gathered.add(result);
      await this.#advance({ name: 'indexing', done: Math.min(gathered.pages, total), total });
    }
    return gathered.result();
  }

  async #readAgain(subject: string, force: boolean): Promise<JobResult> {
    const ids = (await this.#records(subject)).map(({ id }) => id);
    const gathered = new Gathered();
    for await (const { result } of this.#parts.intake.takeInAllAgain(ids, { force, claim: this.#claim })) {
      gathered.add(await result);
      await this.#advance({ name: 'indexing', done: gathered.pages, total: ids.length });
    }
    return gathered.result();
  }

  async #remove(subject: string): Promise<JobResult> {
    const ids = (await this.#records(subject)).map(({ id }) => id);
    const gathered = new Gathered();
    for (const [at, id] of ids.entries()) {
      gathered.add(await this.#parts.intake.remove(id, { claim: this.#claim }));
      await this.#advance({ name: 'indexing', done: at + 1, total: ids.length });
    }
    return gathered.result('removed');
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
