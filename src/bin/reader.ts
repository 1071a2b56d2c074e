/** A thread of the crew: it does what it is asked, page by page, until whoever started it lets it go. */
import type { IntakeResult } from '../app/taking.ts';
import { type Done, leaveReader, type MergeTask, openReader, type Reader, type ReadTask } from '../compose-reader.ts';

let opened: { readonly dataDir: string; readonly reader: Promise<Reader> } | undefined;

function readerOf(dataDir: string): Promise<Reader> {
  if (opened?.dataDir !== dataDir) {
    opened = { dataDir, reader: openReader(dataDir) };
    // A store that could not be opened may be there the next time.
    opened.reader.catch(() => {
      opened = undefined;
    });
  }
  return opened.reader;
}

/** Reads a page into the library. */
export async function read(task: ReadTask): Promise<Done<IntakeResult>> {
  return (await readerOf(task.dataDir)).read(task);
}

/** Makes one segment of several. */
export async function merge(task: MergeTask): Promise<Done<boolean>> {
  return (await readerOf(task.dataDir)).merge(task);
}

/** Is called before the thread ends. */
export function leave(): void {
  leaveReader();
}
