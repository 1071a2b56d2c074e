/** A thread of the crew: it does what it is asked, page by page, until whoever started it lets it go. */
import { leaveReader, openReader, type ReadTask } from '../compose-reader.ts';

let opened: { readonly dataDir: string; readonly reader: ReturnType<typeof openReader> } | undefined;

/** Reads a page into the library. */
export async function read(task: ReadTask) {
  if (opened?.dataDir !== task.dataDir) {
    opened = { dataDir: task.dataDir, reader: openReader(task.dataDir) };
    // A store that could not be opened may be there the next time.
    opened.reader.catch(() => {
      opened = undefined;
    });
  }
  return (await opened.reader)(task);
}

/** Is called before the thread ends. */
export function leave(): void {
  leaveReader();
}
