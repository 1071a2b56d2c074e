/**
 * A crew of threads: they cut words, build segments and pack texts on every core, and write one after the other.
 *
 * nodejieba keeps a dictionary for each thread, some 250 MB, so the crew comes with the first page that it is given and
 * leaves together when there has been nothing to do. A thread that leaves lets go of its dictionary first: nodejieba
 * would keep it for as long as the process lives, and every crew that comes would add its own.
 */
import { availableParallelism } from 'node:os';
import Tinypool from 'tinypool';
import type { Crew, ReplaceTerms } from './app/crew.ts';
import { type Claim, ClaimLostError } from './app/ledger.ts';
import type { RawPage } from './app/reading.ts';
import type { IntakeResult } from './app/taking.ts';
import type { Done, MergeTask, ReadTask } from './compose-reader.ts';
import { Rest } from './compose-rest.ts';
import { PageError } from './ingest/errors.ts';
import { StoreError } from './store/errors.ts';

/** Threads at most: each needs memory for a dictionary, and writing is not done by several at once. */
const MOST_THREADS = 4;
/**
 * Mebibytes of JavaScript objects in a thread: several times what the largest batch needs. Without it each thread lets
 * its garbage grow as if the memory of the machine were its own.
 */
const HEAP = { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 512 } as const;
/** Milliseconds after which the pool itself would send a thread away: the longest that there are. */
const NEVER = 2 ** 31 - 1;

/** A crew that can be let go. */
export interface ThreadCrew extends Crew {
  close(): Promise<void>;
}

/** The errors that went out as plain data, or the result. */
function received<Result>(outcome: Done<Result>, claim?: Claim): Result {
  if (outcome.kind === 'done') return outcome.result;
  if (outcome.kind === 'refused') throw new PageError(outcome.refusal.code, outcome.refusal.details);
  if (outcome.kind === 'claim-lost' && claim !== undefined) throw new ClaimLostError(claim);
  if (outcome.kind === 'store') throw new StoreError(outcome.code, outcome.remark);
  throw new Error('A claim was lost where there was none.');
}

/** The order in which threads write. */
class Turns {
  readonly turn = new Int32Array(new SharedArrayBuffer(4));
  readonly #over = new Set<number>();
  #given = 0;

  ticket(): number {
    return this.#given++;
  }

  /** A ticket has been used, or never will be: the next one that is open has its turn. */
  end(ticket: number): void {
    this.#over.add(ticket);
    let next = Atomics.load(this.turn, 0);
    while (this.#over.delete(next)) next += 1;
    Atomics.store(this.turn, 0, next);
    Atomics.notify(this.turn, 0);
  }
}

class Threads implements ThreadCrew {
  readonly hands: number;
  readonly #dataDir: string;
  readonly #program: string;
  readonly #turns = new Turns();
  readonly #rest = new Rest(() => void this.#leave());
  #pool: Tinypool | undefined;
  /** Resolves when all threads that were let go have gone. */
  #left: Promise<unknown> = Promise.resolve();

  constructor(dataDir: string, program: string, threads: number) {
    this.hands = threads;
    this.#dataDir = dataDir;
    this.#program = program;
  }

  async replace(raw: RawPage, terms: ReplaceTerms): Promise<IntakeResult> {
    const ticket = this.#turns.ticket();
    const task: ReadTask = { dataDir: this.#dataDir, raw, terms, turn: this.#turns.turn, ticket };
    try {
      return received(await this.#run<IntakeResult>('read', task), terms.claim);
    } finally {
      this.#turns.end(ticket);
    }
  }

  async merge(group: readonly number[]): Promise<boolean> {
    const task: MergeTask = { dataDir: this.#dataDir, group };
    return received(await this.#run<boolean>('merge', task));
  }

  async close(): Promise<void> {
    this.#rest.stop();
    await this.#leave();
  }

  /** Lets the threads go; who comes back meanwhile gets others. */
  async #leave(): Promise<void> {
    const [pool, before] = [this.#pool, this.#left];
    this.#pool = undefined;
    this.#left = Promise.all([before, pool?.destroy()]);
    await this.#left;
  }

  async #run<Result>(name: string, task: ReadTask | MergeTask): Promise<Done<Result>> {
    this.#rest.begin();
    try {
      return await this.#called().run(task, { name });
    } finally {
      this.#rest.end();
    }
  }

  #called(): Tinypool {
    this.#pool ??= new Tinypool({
      filename: this.#program,
      runtime: 'worker_threads',
      teardown: 'leave',
      ...{ minThreads: 0, maxThreads: this.hands, idleTimeout: NEVER, resourceLimits: HEAP },
    });
    return this.#pool;
  }
}

/**
 * A crew for the library in a folder; `undefined` where there is but one core. `program` is that of a thread, absolute.
 */
export function crewFor(dataDir: string, program: string): ThreadCrew | undefined {
  const cores = availableParallelism();
  return cores < 2 ? undefined : new Threads(dataDir, program, Math.min(cores, MOST_THREADS));
}
