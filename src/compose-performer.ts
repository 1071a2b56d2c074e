/**
 * The part of a worker that does the work, in a process of its own: cutting words and writing pages never keep those
 * waiting who ask, and a page that kills its reader kills nothing else.
 */
import { randomUUID } from 'node:crypto';
import type { Crew } from './app/crew.ts';
import { Intake } from './app/intake.ts';
import type { Claim, Stage } from './app/ledger.ts';
import { type Performed, performOwed } from './app/performing.ts';
import { crewFor } from './compose-crew.ts';
import { digest } from './compose-digest.ts';
import type { Store } from './store/contract.ts';
import { openSqliteStore } from './store/sqlite/store.ts';

/** What a performer is asked to do. */
export interface PerformTask {
  /** Absolute. */
  readonly dataDir: string;
  readonly subject: string;
}

/** What a performer tells while it works. */
export type PerformNews =
  | { readonly kind: 'claim'; readonly claim: Claim | null }
  | { readonly kind: 'stage'; readonly stage: Stage }
  | { readonly kind: 'fault'; readonly reference: string; readonly name: string; readonly stack: string };

/** Milliseconds between two signs of life; several of them fit into the silence after which a job is taken over. */
const BEAT = 3000;
/** After so many jobs segments are merged even though more jobs wait. */
const MERGE_AFTER = 20;

/** Shows life for the job that is being done. */
class Heart {
  readonly #store: Store;
  #claim: Claim | null = null;
  #stage: Stage = { name: 'reading', done: 0, total: 0 };
  #timer: NodeJS.Timeout | undefined;

  constructor(store: Store) {
    this.#store = store;
  }

  beatFor(claim: Claim | null): void {
    clearInterval(this.#timer);
    this.#claim = claim;
    this.#stage = { name: 'reading', done: 0, total: 0 };
    if (claim !== null) this.#timer = setInterval(() => this.#beat(), BEAT).unref();
  }

  at(stage: Stage): void {
    this.#stage = stage;
  }

  #beat(): void {
    // What a beat cannot write, the next one may; the work itself meets the same fault and tells it.
    if (this.#claim !== null) this.#store.advance(this.#claim, this.#stage, Date.now()).catch(() => {});
  }
}

/** An open store with what works on it. */
export class Performer {
  readonly #store: Store;
  readonly #intake: Intake;
  readonly #heart: Heart;
  readonly #tell: (news: PerformNews) => void;
  #sinceMerge = 0;

  /** `tell` must not throw. */
  constructor(store: Store, tell: (news: PerformNews) => void, crew?: Crew) {
    this.#store = store;
    this.#intake = new Intake(store, digest, crew);
    this.#heart = new Heart(store);
    this.#tell = tell;
  }

  /** Does everything that is owed for a subject. Rejects where the store fails. */
  async perform(subject: string): Promise<readonly Performed[]> {
    const store = this.#store;
    const performed = await performOwed(subject, {
      ...{ ledger: store, target: store, intake: this.#intake },
      clock: () => Date.now(),
      onFault: (fault) => this.#fault(fault),
      onClaim: (claim) => {
        this.#heart.beatFor(claim);
        this.#tell({ kind: 'claim', claim });
      },
      onStage: (stage) => {
        this.#heart.at(stage);
        this.#tell({ kind: 'stage', stage });
      },
    });
    await this.#tidy(performed.length);
    return performed;
  }

  /** Merges segments when there is nothing more urgent, and now and then all the same. */
  async #tidy(jobs: number): Promise<void> {
    this.#sinceMerge += jobs;
    if (this.#sinceMerge === 0) return;
    const { waiting } = await this.#store.tally();
    if (waiting > 0 && this.#sinceMerge < MERGE_AFTER) return;
    this.#sinceMerge = 0;
    await this.#intake.mergeSegments();
  }

  #fault(fault: unknown): string {
    const reference = randomUUID().slice(0, 8);
    const { name, stack = '' } = fault instanceof Error ? fault : new Error(String(fault));
    this.#tell({ kind: 'fault', reference, name, stack });
    return reference;
  }
}

/** What an open performer needs besides its folder. */
export interface PerformerParts {
  /** The program of a thread that reads pages, absolute. */
  readonly reader: string;
  tell(news: PerformNews): void;
}

/** Opens the store of a data folder for work. */
export async function openPerformer(dataDir: string, { reader, tell }: PerformerParts): Promise<Performer> {
  return new Performer(await openSqliteStore(dataDir), tell, crewFor(dataDir, reader));
}
