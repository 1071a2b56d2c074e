/**
 * The keeper's side of a library: what is asked for is noted in the ledger first, bytes and all, and then carried to the
 * queue. Where the queue is away, the ledger still owes it, and whoever watches the ledger hands it in later.
 */
import type {
  Backup,
  Keeper,
  KeeperLimits,
  PageFacts,
  ReadAgain,
  Receipt,
  Submitter,
  UnansweredGroup,
} from './keeper.ts';
import type { Job, JobQuery, Ledger, NewJob, Tally, Work } from './ledger.ts';
import { allJobs, beingRead, checkHour, liveJobs } from './ledger-views.ts';
import { fileIdOf } from './line-batches.ts';
import { type IncomingPage, type NamingParts, namedPage, type UnpackedPage } from './naming.ts';
import { type Named, namedRecord, PageIds } from './page-ids.ts';
import { type Remark, RemarkError, remarkOf } from './remarks.ts';
import type { IncomingFile } from './request.ts';
import type { LibrarySource } from './source.ts';
import type { Told } from './taken-in.ts';
import type { LibraryTarget, PageRecord } from './target.ts';
import { type AskedBadly, grouped } from './unanswered.ts';
import { whereaboutsOf } from './whereabouts.ts';

/** What came out of a file. */
export interface Unpacked {
  readonly pages: readonly UnpackedPage[];
  readonly refused: readonly Told[];
}

/** A file that stays where it is. */
export interface PlacedFile extends IncomingFile {
  /** Its absolute path, links resolved. */
  readonly source: string;
}

/** What a keeper works with. */
export interface KeeperParts {
  readonly ledger: Ledger;
  readonly target: Pick<LibraryTarget, 'pageRecords' | 'pageRecord' | 'pageBytes'>;
  readonly source: Pick<LibrarySource, 'article'>;
  readonly limits: KeeperLimits;
  readonly queue: KeeperQueue;
  readonly asked: AskedBadly;
  /** Hands subjects to the queue; `false` where that cannot be reached. Never rejects. */
  carry(subjects: readonly string[]): Promise<boolean>;
  /** Opens a file. Rejects with a RemarkError where nothing of it can be used. */
  unpack(file: IncomingFile, limits: KeeperLimits): Promise<Unpacked>;
  /** The files of a folder and all below it. Rejects with a RemarkError for one that is not there or not to be used. */
  folder(name: string): Promise<{ readonly files: readonly PlacedFile[]; readonly refused: readonly Told[] }>;
  folders(): Promise<readonly string[]>;
  copy(at: number): Promise<Backup>;
  /** Unlike any other, ever. */
  newId(): string;
  /** Milliseconds since 1970. */
  now(): number;
}

/** What a keeper needs of the queue besides handing in; may reject where it cannot be reached. */
export interface KeeperQueue {
  setPaused(paused: boolean): Promise<void>;
  isPaused(): Promise<boolean>;
  cancel(subject: string): Promise<boolean>;
  retry(subject: string): Promise<boolean>;
}

/** Questions looked at in one go. */
const QUESTIONS = 2000;
/** Files that stand for one page each, under their own names; pages of archives have no place of their own. */
const PLAIN_FILE = /\.(?:txt|md|jsonl)(?:\.gz)?$/iu;

const ARCHIVE = /\.zip$/iu;

/** The keeper over a ledger, a queue and whatever opens files. */
export class PageKeeper implements Keeper {
  readonly limits: KeeperLimits;
  readonly #parts: KeeperParts;
  /** Hands in one submission after the other, so that none is given an id or a share of the hour that another has. */
  #before: Promise<unknown> = Promise.resolve();

  constructor(parts: KeeperParts) {
    this.#parts = parts;
    this.limits = parts.limits;
  }

  async takeIn(files: readonly IncomingFile[], facts: PageFacts, by: Submitter): Promise<Receipt> {
    const { incoming, refused } = await this.#opened(files);
    return this.#inTurn(() => this.#handIn({ incoming, refused, facts }, by));
  }

  async takeInFolder(folder: string, facts: PageFacts, by: Submitter): Promise<Receipt> {
    const found = await this.#parts.folder(folder);
    const { incoming, refused } = await this.#opened(found.files);
    return this.#inTurn(() => this.#handIn({ incoming, refused: [...found.refused, ...refused], facts }, by));
  }

  folders(): Promise<readonly string[]> {
    return this.#parts.folders();
  }

  async remove(page: string, by: Submitter): Promise<Receipt> {
    const [record] = (await this.pages()).filter((each) => each.id === page || fileIdOf(each) === page);
    if (record === undefined) throw unknown('page-unknown', page);
    return this.#submit([this.#job(fileIdOf(record), record.file, { kind: 'remove' })], by);
  }

  async setWithheld(article: string, withheld: boolean, by: Submitter): Promise<Receipt> {
    const kept = await whereaboutsOf(article, this.#parts);
    if (kept === undefined) throw unknown('article-unknown', article);
    const before = await this.#parts.ledger.withheld();
    if (before.has(article) === withheld && kept.isThere !== withheld) return NOTHING;
    await this.#parts.ledger.setWithheld(article, withheld, by.at);
    const work: Work = { kind: withheld ? 'withhold' : 'release', article, page: kept.page };
    return this.#submit([this.#job(kept.subject, kept.name, work)], by);
  }

  async readAgain({ pages, force }: ReadAgain, by: Submitter): Promise<Receipt> {
    const wanted = pages === 'all' ? null : new Set(pages);
    const names = new Map<string, string>();
    for (const record of await this.pages()) {
      const subject = fileIdOf(record);
      if (wanted === null || wanted.has(record.id) || wanted.has(subject)) names.set(subject, record.file);
    }
    const underWay = await beingRead(this.#parts.ledger, force);
    const due = [...names].filter(([subject]) => !underWay.has(subject));
    const [first] = [...names.keys()];
    // What is asked for again while it goes on is what goes on.
    if (due.length === 0 && first !== undefined) return { ...NOTHING, batch: underWay.get(first) ?? null };
    const jobs = due.map(([subject, name]) => this.#job(subject, name, { kind: 'read-again', force }));
    return this.#submit(jobs, by);
  }

  pages(): Promise<readonly PageRecord[]> {
    return this.#parts.target.pageRecords();
  }

  job(id: string): Promise<Job | null> {
    return this.#parts.ledger.job(id);
  }

  jobs(query: JobQuery): Promise<readonly Job[]> {
    return this.#parts.ledger.jobs(query);
  }

  tally(): Promise<Tally> {
    return this.#parts.ledger.tally();
  }

  /** The ledger decides; the queue is told so that work under way ends sooner. */
  async cancel(id: string): Promise<boolean> {
    const { ledger, queue } = this.#parts;
    const job = await ledger.job(id);
    if (job === null || !(await ledger.cancel(id, this.#parts.now()))) return false;
    const others = await liveJobs(ledger, job.subject);
    if (others.some(({ state }) => state === 'running')) return true;
    await queue.cancel(job.subject).catch(() => false);
    if (others.length > 0) await this.#parts.carry([job.subject]);
    return true;
  }

  async retry(id: string): Promise<boolean> {
    const { ledger, queue } = this.#parts;
    const job = await ledger.job(id);
    if (job === null || !(await ledger.retry(id, this.#parts.now()))) return false;
    // A subject that the queue has given up is brought at once; one that it has forgotten is handed in anew.
    await queue.retry(job.subject).catch(() => false);
    await this.#parts.carry([job.subject]);
    return true;
  }

  setPaused(paused: boolean): Promise<void> {
    return reaching(this.#parts.queue.setPaused(paused));
  }

  isPaused(): Promise<boolean> {
    return reaching(this.#parts.queue.isPaused());
  }

  async unanswered(since: number, limit: number): Promise<readonly UnansweredGroup[]> {
    return grouped(await this.#parts.asked.refusedOrDisliked(since, QUESTIONS)).slice(0, limit);
  }

  backup(at: number): Promise<Backup> {
    return this.#parts.copy(at);
  }

  #job(subject: string, name: string, work: Work): NewJob {
    return { id: this.#parts.newId(), subject, name, work };
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#before.then(work);
    this.#before = done.catch(() => undefined);
    return done;
  }

  /** What the files hold; a file that cannot be opened is refused and the rest goes on. */
  async #opened(files: readonly (IncomingFile | PlacedFile)[]): Promise<{ incoming: IncomingPage[]; refused: Told[] }> {
    const [incoming, refused]: [IncomingPage[], Told[]] = [[], []];
    for (const file of files) {
      const left = this.limits.files - incoming.length;
      try {
        if (left <= 0) throw tooMany(this.limits.files);
        const unpacked = await this.#parts.unpack(file, { ...this.limits, files: left });
        const source = 'source' in file && PLAIN_FILE.test(file.name) ? file.source : null;
        const archive = ARCHIVE.test(file.name) ? file.name : null;
        incoming.push(...unpacked.pages.map((page) => ({ page, source, archive })));
        refused.push(
          ...unpacked.refused.map(({ file: name, remark }) => ({ file: name, remark: this.#whole(remark) })),
        );
      } catch (error) {
        const remark = remarkOf(error);
        if (remark === undefined) throw error;
        refused.push({ file: file.name, remark: this.#whole(remark) });
      }
    }
    return { incoming, refused };
  }

  /** An archive is opened with the files that are left to it; people are told of how many there may be in all. */
  #whole(remark: Remark): Remark {
    return remark.code === 'upload-too-many' ? { code: remark.code, details: { limit: this.limits.files } } : remark;
  }

  async #handIn(
    { incoming, refused, facts }: { incoming: readonly IncomingPage[]; refused: readonly Told[]; facts: PageFacts },
    by: Submitter,
  ): Promise<Receipt> {
    await checkHour(this.#parts.ledger, { pages: incoming.length, limit: this.limits.pagesPerHour }, by);
    const records = incoming.length === 0 ? [] : await this.pages();
    const { target } = this.#parts;
    const naming = { ids: new PageIds(await this.#named(records)), records: byFile(records), target };
    const jobs: NewJob[] = [];
    for (const each of incoming) jobs.push(await this.#takingIn(each, facts, naming));
    return { ...(await this.#submit(jobs, by)), refused };
  }

  async #takingIn(incoming: IncomingPage, facts: PageFacts, parts: NamingParts): Promise<NewJob> {
    const { page } = incoming;
    const { info, source } = await namedPage(incoming, facts, parts);
    const { id, file, publication, date, label } = info;
    const work: Work = { kind: 'take-in', info: { id, file, publication, date, label }, page: page.kind, source };
    return { ...this.#job(id, file, work), material: page.bytes };
  }

  /** Pages of the library, then those that are on their way into it. */
  async #named(known: readonly PageRecord[]): Promise<Named[]> {
    const records = known.map(namedRecord);
    const coming: Named[] = [];
    for await (const { work } of allJobs(this.#parts.ledger, { states: ['waiting', 'running'] })) {
      if (work.kind === 'take-in') coming.push({ ...work.info, source: work.source });
    }
    // Newest first, and the last one counts.
    return [...records, ...coming.reverse()];
  }

  async #submit(jobs: readonly NewJob[], { asker, place, at }: Submitter): Promise<Receipt> {
    if (jobs.length === 0) return NOTHING;
    const batch = this.#parts.newId();
    await this.#parts.ledger.submit({ batch, asker, place, at, jobs });
    const carried = await this.#parts.carry([...new Set(jobs.map(({ subject }) => subject))]);
    return { batch, jobs: jobs.length, refused: [], carried };
  }
}

/** Records by the names of their files. */
function byFile(records: readonly PageRecord[]): ReadonlyMap<string, PageRecord[]> {
  const files = new Map<string, PageRecord[]>();
  for (const record of records) {
    const same = files.get(record.file);
    if (same === undefined) files.set(record.file, [record]);
    else same.push(record);
  }
  return files;
}

const NOTHING: Receipt = Object.freeze({ batch: null, jobs: 0, refused: [], carried: true });

function unknown(code: 'page-unknown' | 'article-unknown', name: string): RemarkError {
  return new RemarkError({ code, details: { name } }, `${code}: ${name}`);
}

function tooMany(limit: number): RemarkError {
  return new RemarkError({ code: 'upload-too-many', details: { limit } }, `More than ${limit} files.`);
}

/** Whatever a queue that cannot be reached rejects with, people are told that much. */
async function reaching<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (cause) {
    throw new RemarkError({ code: 'queue-away', details: {} }, 'The queue cannot be reached.', { cause });
  }
}
