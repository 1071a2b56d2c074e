/** What those who keep the library can ask for: everything is noted in the ledger before it is acknowledged. */
import type { Job, JobQuery, Tally } from './ledger.ts';
import type { IncomingFile } from './request.ts';
import type { Told } from './taken-in.ts';
import type { PageRecord } from './target.ts';

/** What somebody knows of pages that they hand in; `null` leaves it to the page and its name. */
export interface PageFacts {
  readonly publication: string | null;
  /** `YYYY-MM-DD`, or a month or year. */
  readonly date: string | null;
  readonly label: string | null;
}

/** Who asks, for the ledger. */
export interface Submitter {
  readonly asker: string;
  /** The server of a chat platform, or `null`. */
  readonly place: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What was noted. */
export interface Receipt {
  /** Of the submission, or of an earlier one that does the same already; `null` where nothing was left to do. */
  readonly batch: string | null;
  readonly jobs: number;
  /** Files, or parts of them, that were not accepted. */
  readonly refused: readonly Told[];
  /** Whether the queue has taken it on; if not, it will be handed in as soon as the queue is there again. */
  readonly carried: boolean;
}

/** How much may be handed in. */
export interface KeeperLimits {
  /** Bytes of one file as it comes. */
  readonly fileBytes: number;
  /** Files at once, those in archives counted. */
  readonly files: number;
  /** Bytes of all files of an archive, unpacked. */
  readonly unpackedBytes: number;
  /** How many times its own size an archive may unpack to. */
  readonly unpackRatio: number;
  /** Pages that one place may hand in within an hour. */
  readonly pagesPerHour: number;
}

/** Questions that are alike and were not answered, or not well. */
export interface UnansweredGroup {
  /** The one that was asked last, as it was understood. */
  readonly question: string;
  /** All ways to put it, the last one first. */
  readonly questions: readonly string[];
  /** How often it was refused, and how often an answer to it was called of no use. */
  readonly refused: number;
  readonly disliked: number;
  /** When it was asked last, in milliseconds since 1970. */
  readonly last: number;
}

/** A copy of the store. */
export interface Backup {
  /** Absolute. */
  readonly path: string;
  readonly bytes: number;
  /** The copy itself. */
  read(): Promise<Uint8Array>;
}

/** Which pages are to be read again. */
export interface ReadAgain {
  readonly pages: readonly string[] | 'all';
  /** Also where nothing would change. */
  readonly force: boolean;
}

/** The keeper's side of a library. Everything rejects with a RemarkError for what people can mend. */
export interface Keeper {
  readonly limits: KeeperLimits;
  /** Takes in files: archives are opened, documents turned into text. */
  takeIn(files: readonly IncomingFile[], facts: PageFacts, by: Submitter): Promise<Receipt>;
  /** Takes in a folder below the one where the server keeps its pages; '' is that one itself. */
  takeInFolder(folder: string, facts: PageFacts, by: Submitter): Promise<Receipt>;
  /** Names of folders there, for those who choose one. */
  folders(): Promise<readonly string[]>;
  remove(page: string, by: Submitter): Promise<Receipt>;
  /** Takes an article out, or lets it in again. */
  setWithheld(article: string, withheld: boolean, by: Submitter): Promise<Receipt>;
  readAgain(what: ReadAgain, by: Submitter): Promise<Receipt>;
  /** All pages in the order of their ids. */
  pages(): Promise<readonly PageRecord[]>;
  job(id: string): Promise<Job | null>;
  jobs(query: JobQuery): Promise<readonly Job[]>;
  tally(): Promise<Tally>;
  cancel(job: string): Promise<boolean>;
  retry(job: string): Promise<boolean>;
  /** Stops or goes on taking up jobs, everywhere. */
  setPaused(paused: boolean): Promise<void>;
  isPaused(): Promise<boolean>;
  /** Questions since then that were refused or called of no use, those that were asked most often first. */
  unanswered(since: number, limit: number): Promise<readonly UnansweredGroup[]>;
  /** Copies the store as of now, while it is in use. */
  backup(at: number): Promise<Backup>;
}
