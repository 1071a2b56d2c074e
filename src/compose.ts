/** Builds the parts of the program on a data folder and takes them down in reverse. */
import { randomBytes } from 'node:crypto';
import { setImmediate as others } from 'node:timers/promises';
import { registry } from '../commands/registry.ts';
import type { Workplace } from './adapters/console/workplace.ts';
import { takeInPaths } from './adapters/files/take-in.ts';
import { given } from './app/given.ts';
import { Intake } from './app/intake.ts';
import { Latencies } from './app/latencies.ts';
import { PageLibrary } from './app/library.ts';
import type { Outcome } from './app/model.ts';
import { placesOn } from './app/places.ts';
import { Snapshot } from './app/snapshot.ts';
import type { PageRecord } from './app/target.ts';
import type { Tasks } from './app/vitals.ts';
import { crewFor } from './compose-crew.ts';
import { digest } from './compose-digest.ts';
import { type ConnectRedis, Keeping, type KeepingConfig } from './compose-keeping.ts';
import { SearchThreads } from './compose-search.ts';
import type { Store } from './store/contract.ts';
import { openSqliteStore } from './store/sqlite/store.ts';

/** Any question goes through all that has to be loaded. */
const WARM_UP = '报纸是哪一天出版的？';

/** Whether the columns of a page may be mixed up. */
function isDoubtful({ warnings }: PageRecord): boolean {
  return warnings.some(({ code }) => code === 'columns-interleaved' || code === 'lines-moved');
}

/** Taking in that is under way in this process, beside the jobs of the ledger. */
class TaskCount {
  #running = 0;

  async with(jobs: Promise<Tasks> | undefined): Promise<Tasks> {
    const { running, waiting, failed } = (await jobs) ?? { running: 0, waiting: 0, failed: 0 };
    return { running: running + this.#running, waiting, failed };
  }

  async count<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#running += 1;
    try {
      return await work();
    } finally {
      this.#running -= 1;
    }
  }
}

/** The secret of a store; where it can only be read and has none, one for this process. */
async function secretOf(store: Store): Promise<string> {
  const kept = await store.setting('secret');
  if (kept !== null) return kept;
  const made = randomBytes(32).toString('base64url');
  if (!store.readonly) await store.setSetting('secret', made);
  return made;
}

/** A queue in Redis is loaded only where there is one to connect to. */
async function openKeeping(store: Store, dataDir: string, config: KeepingConfig): Promise<Keeping> {
  const { redis } = config.queue;
  if (redis === null) return new Keeping(store, dataDir, { ...config, connectRedis: null });
  const { connectBullmqQueue } = await import('./queue/bullmq/host.ts');
  const connectRedis: ConnectRedis = (onFault) => connectBullmqQueue({ ...redis, onFault });
  return new Keeping(store, dataDir, { ...config, connectRedis });
}

/** A question that was answered or refused; `outcome` is `undefined` where there was a fault. */
export interface Asked {
  readonly question: string;
  readonly outcome: Outcome | undefined;
  readonly milliseconds: number;
}

/** What a library is opened with besides its folder. */
export interface OpenOptions {
  /** With it, those who keep the library can hand in, take out and look after jobs. */
  readonly keeping?: KeepingConfig;
  /** The program of a thread that reads pages, absolute: with it many pages are taken in by several threads. */
  readonly reader?: string;
  /** The program of a thread that searches, absolute: with it a large index is searched by several threads. */
  readonly seeker?: string;
  /** Told when those threads have failed; questions are answered all the same. */
  onSearchFault?(fault: Error): void;
  /** Told of every question. */
  onAsked?(asked: Asked): void;
}

/** An open library with its store and, where it was opened with one, its keeper. */
export interface OpenWorkplace extends Workplace {
  readonly store: Store;
  readonly keeping: Keeping | null;
}

function searchThreads({ seeker, onSearchFault }: OpenOptions): SearchThreads | undefined {
  if (seeker === undefined) return undefined;
  return new SearchThreads({ program: seeker, ...given({ onFault: onSearchFault }) });
}

/** Opens the library in the folder `dataDir`, which is made where there is none. */
export async function openWorkplace(dataDir: string, options: OpenOptions = {}): Promise<OpenWorkplace> {
  const store = await openSqliteStore(dataDir);
  const { keeping: config, onAsked = () => {} } = options;
  const keeping = config === undefined || store.readonly ? null : await openKeeping(store, dataDir, config);
  const crew = options.reader === undefined || store.readonly ? undefined : crewFor(dataDir, options.reader);
  const intake = new Intake(store, digest, crew);
  const latencies = new Latencies(
    () => performance.now(),
    // Only questions are timed.
    ({ result, took, about }) =>
      onAsked({ question: about, outcome: result as Outcome | undefined, milliseconds: took }),
  );
  const tasks = new TaskCount();
  const vitals = { tasks: () => tasks.with(keeping?.tasks()), latency: () => latencies.latest };
  const keeper = keeping?.keeper ?? null;
  const seekers = searchThreads(options);
  const finders = new Snapshot(store, (searcher) => seekers?.finderOf(searcher) ?? searcher);
  const beside = { finders, turns: store, places: placesOn(store), vitals, latencies, keeper, pause: () => others() };
  const library = new PageLibrary(store, beside);
  return {
    ...{ library, registry, store, keeping },
    readonly: store.readonly,
    shelf: store,
    secret: () => secretOf(store),
    takeIn: (paths, taking) => tasks.count(() => takeInPaths(paths, { intake, target: store, ...taking })),
    async doubtfulPages() {
      const records = await store.pageRecords();
      return new Set(records.filter(isDoubtful).map(({ id }) => id));
    },
    async warm() {
      await library.ask(WARM_UP);
    },
    startKeeping: async (role) =>
      keeping?.start({ works: role === 'worker' || (role === 'asker' && config?.queue.worker === true) }),
    async close() {
      await keeping?.close();
      await crew?.close();
      await seekers?.close();
      await store.close();
    },
  };
}
