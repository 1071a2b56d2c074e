/** Builds the parts of the program on a data folder and takes them down in reverse. */
import { createHash, randomBytes } from 'node:crypto';
import { registry } from '../commands/registry.ts';
import type { Workplace } from './adapters/console/workplace.ts';
import { takeInPaths } from './adapters/files/take-in.ts';
import { Intake } from './app/intake.ts';
import { Latencies } from './app/latencies.ts';
import { PageLibrary } from './app/library.ts';
import { placesOn } from './app/places.ts';
import type { PageRecord } from './app/target.ts';
import type { Tasks } from './app/vitals.ts';
import type { Store } from './store/contract.ts';
import { openSqliteStore } from './store/sqlite/store.ts';

/** Any question goes through all that has to be loaded. */
const WARM_UP = '报纸是哪一天出版的？';

/** SHA-256 in hex. */
function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Whether the columns of a page may be mixed up. */
function isDoubtful({ warnings }: PageRecord): boolean {
  return warnings.some(({ code }) => code === 'columns-interleaved');
}

/** Taking in that is under way in this process. */
class TaskCount {
  #running = 0;

  get now(): Tasks {
    return { running: this.#running, waiting: 0, failed: 0 };
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

/** Opens the library in the folder `dataDir`, which is made where there is none. */
export async function openWorkplace(dataDir: string): Promise<Workplace> {
  const store = await openSqliteStore(dataDir);
  const intake = new Intake(store, digest);
  const latencies = new Latencies(() => performance.now());
  const tasks = new TaskCount();
  const vitals = { tasks: async () => tasks.now, latency: () => latencies.latest };
  const library = new PageLibrary(store, { turns: store, places: placesOn(store), vitals, latencies });
  return {
    library,
    registry,
    readonly: store.readonly,
    shelf: store,
    secret: () => secretOf(store),
    takeIn: (paths, options) => tasks.count(() => takeInPaths(paths, { intake, target: store, ...options })),
    async doubtfulPages() {
      const records = await store.pageRecords();
      return new Set(records.filter(isDoubtful).map(({ id }) => id));
    },
    async warm() {
      await library.ask(WARM_UP);
    },
    close: () => store.close(),
  };
}
