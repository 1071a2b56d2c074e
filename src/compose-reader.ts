/** What a thread of the crew does: it reads pages into the store of a data folder, and writes when it is its turn. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReplaceTerms } from './app/crew.ts';
import { Intake } from './app/intake.ts';
import { ClaimLostError } from './app/ledger.ts';
import type { RawPage } from './app/reading.ts';
import type { StoreRemarks } from './app/remarks.ts';
import type { IntakeResult } from './app/taking.ts';
import { digest } from './compose-digest.ts';
import { PageError, refusalOf } from './ingest/errors.ts';
import type { PageRefusal, RemarkOf } from './ingest/remarks.ts';
import { StoreError, type StoreErrorCode } from './store/errors.ts';
import { openSqliteStore } from './store/sqlite/store.ts';
import { coolWords } from './text/words.ts';

/** A page for a thread. */
export interface ReadTask {
  /** Absolute. */
  readonly dataDir: string;
  readonly raw: RawPage;
  readonly terms: ReplaceTerms;
  /** Shared by all threads: the ticket that may write now. */
  readonly turn: Int32Array<SharedArrayBuffer>;
  readonly ticket: number;
}

/** Segments for a thread. */
export interface MergeTask {
  /** Absolute. */
  readonly dataDir: string;
  readonly group: readonly number[];
}

/** What came of a task as plain data, for errors lose their class on the way between threads. */
export type Done<Result> =
  | { readonly kind: 'done'; readonly result: Result }
  | { readonly kind: 'claim-lost' }
  | { readonly kind: 'refused'; readonly refusal: PageRefusal }
  | { readonly kind: 'store'; readonly code: StoreErrorCode; readonly remark: RemarkOf<StoreRemarks> };

/** Milliseconds after which a thread looks at the turn even though nobody woke it. */
const LOOK = 1000;

/** Waits until the turn is at this ticket. The thread has nothing else to do, so it sleeps. */
function waitFor(turn: Int32Array<SharedArrayBuffer>, ticket: number): void {
  for (let now = Atomics.load(turn, 0); now !== ticket; now = Atomics.load(turn, 0)) Atomics.wait(turn, 0, now, LOOK);
}

/** What a thread can do; one task after the other. */
export interface Reader {
  /** Reads a page into the library. */
  read(task: ReadTask): Promise<Done<IntakeResult>>;
  /** Makes one segment of several, and tells whether that was possible. */
  merge(task: MergeTask): Promise<Done<boolean>>;
}

async function told<Result>(work: Promise<Result>): Promise<Done<Result>> {
  try {
    return { kind: 'done', result: await work };
  } catch (fault) {
    if (fault instanceof ClaimLostError) return { kind: 'claim-lost' };
    if (fault instanceof PageError) return { kind: 'refused', refusal: refusalOf(fault) };
    if (fault instanceof StoreError) return { kind: 'store', code: fault.code, remark: fault.remark };
    throw fault;
  }
}

/** Opens the store of a data folder for a thread. */
export async function openReader(dataDir: string): Promise<Reader> {
  const intake = new Intake(await openSqliteStore(dataDir), digest);
  return {
    read: ({ raw, terms, turn, ticket }) => told(intake.replace(raw, terms, async () => waitFor(turn, ticket))),
    merge: ({ group }) => told(intake.merge(group)),
  };
}

/** Gives back the memory of the dictionary before a thread leaves; where no file can be written it stays. Never throws. */
export function leaveReader(): void {
  let folder: string | undefined;
  try {
    folder = mkdtempSync(join(tmpdir(), 'wenbao-words-'));
    const files = { words: join(folder, 'words.utf8'), rarities: join(folder, 'rarities.utf8') };
    writeFileSync(files.words, '的 1 x\n');
    writeFileSync(files.rarities, '的 1\n');
    coolWords(files);
  } catch {
    // What cannot be given back here goes with the process.
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  }
}
