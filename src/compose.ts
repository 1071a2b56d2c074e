/** Builds the parts of the program on a data folder and takes them down in reverse. */
import { createHash } from 'node:crypto';
import { registry } from '../commands/registry.ts';
import type { Workplace } from './adapters/console/workplace.ts';
import { takeInPaths } from './adapters/files/take-in.ts';
import { Intake } from './app/intake.ts';
import { PageLibrary } from './app/library.ts';
import { placesOn } from './app/places.ts';
import type { PageRecord } from './app/target.ts';
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

/** Opens the library in the folder `dataDir`, which is made where there is none. */
export async function openWorkplace(dataDir: string): Promise<Workplace> {
  const store = await openSqliteStore(dataDir);
  const intake = new Intake(store, digest);
  const library = new PageLibrary(store, { turns: store, places: placesOn(store) });
  return {
    library,
    registry,
    readonly: store.readonly,
    takeIn: (paths, options) => takeInPaths(paths, { intake, target: store, ...options }),
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
