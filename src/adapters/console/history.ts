/** Remembers what was typed in the chat, in the data folder. A convenience: when it fails, nobody is told. */
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cleanLine } from './clean.ts';

/** Lines that are kept. */
export const HISTORY_LENGTH = 500;

/** The lines typed so far, newest first. */
export interface History {
  load(): Promise<string[]>;
  save(lines: readonly string[]): Promise<void>;
}

/** The history in the folder `dataDir`; the file holds a line per entry, oldest first, as people expect of it. */
export function historyIn(dataDir: string): History {
  const file = join(dataDir, 'chat-history');
  return {
    async load() {
      const text = await readFile(file, 'utf8').catch(() => '');
      const lines = text.split('\n').filter((line) => line !== '');
      return lines.slice(-HISTORY_LENGTH).reverse();
    },
    async save(lines) {
      const kept = lines.slice(0, HISTORY_LENGTH).reverse().map(cleanLine);
      // A file of its own first: two chats at once then lose an entry at worst, never the whole history.
      const fresh = `${file}.${process.pid}`;
      await writeFile(fresh, `${kept.join('\n')}\n`, { mode: 0o600 })
        .then(() => rename(fresh, file))
        .catch(() => {});
    },
  };
}
