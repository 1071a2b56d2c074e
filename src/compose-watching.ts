/** Takes in what changes in a folder of pages, through the keeper as everything else. */
import { relative, resolve, sep } from 'node:path';
import { filesBelow } from './adapters/files/uploads/folder.ts';
import { type FolderWatch, watchFolder } from './adapters/files/watch.ts';
import type { Log } from './adapters/log.ts';
import type { Keeper, PageFacts, Submitter } from './app/keeper.ts';
import { fileIdOf } from './app/line-batches.ts';

/** Who takes in, and where what goes wrong is told. */
export interface WatchingParts {
  readonly keeper: Keeper;
  readonly log: Log;
}

const NO_FACTS: PageFacts = Object.freeze({ publication: null, date: null, label: null });

/** The folder itself asks, so that the ledger does not name a person. */
function submitter(): Submitter {
  return { asker: 'corpus-folder', place: null, at: Date.now() };
}

async function takeIn(root: string, paths: readonly string[], { keeper, log }: WatchingParts): Promise<void> {
  const { files } = await filesBelow(root, '');
  const wanted = new Set(paths);
  const changed = files.filter(({ source }) => wanted.has(source));
  // As many at once as somebody may hand in.
  for (let from = 0; from < changed.length; from += keeper.limits.files) {
    const some = changed.slice(from, from + keeper.limits.files);
    const { jobs, refused } = await keeper.takeIn(some, NO_FACTS, submitter());
    log.info('watched', { jobs, refused: refused.map(({ file, remark }) => ({ file, code: remark.code })) });
  }
}

async function takeOut(paths: readonly string[], { keeper, log }: WatchingParts): Promise<void> {
  const gone = new Set(paths);
  const records = (await keeper.pages()).filter(({ source }) => source !== null && gone.has(source));
  const files = new Set(records.map(fileIdOf));
  for (const file of files) await keeper.remove(file, submitter());
  log.info('watched', { removed: files.size, of: paths.map((path) => path.split(sep).at(-1)) });
}

/** Watches a folder until it is closed. */
export function watchPages(folder: string, parts: WatchingParts): FolderWatch {
  const root = resolve(folder);
  const { log } = parts;
  let before: Promise<void> = Promise.resolve();
  // One after the other, so that a file which comes and goes ends as it is.
  const inTurn = (work: () => Promise<void>): void => {
    before = before.then(work).catch((fault: unknown) => log.error('watching', { fault }));
  };
  const watch = watchFolder(root, {
    onChange: (paths) => inTurn(() => takeIn(root, paths, parts)),
    onGone: (paths) => inTurn(() => takeOut(paths, parts)),
    onFault: (fault) => log.error('watching', { folder: relative('.', root), fault }),
  });
  return {
    ready: watch.ready,
    async close() {
      await watch.close();
      await before;
    },
  };
}
