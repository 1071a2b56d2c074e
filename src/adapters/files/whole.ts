/** Writes a file whole or not at all. */
import { randomUUID } from 'node:crypto';
import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { writeFault } from './file-error.ts';

/**
 * Writes a text to a path, over what is there: readers see the old file or the new one, never a part. A
 * link stays, and what it leads to is written. Rejects with a FileError where the place cannot be written to.
 */
export async function writeWhole(path: string, text: string): Promise<void> {
  const place = await realpath(path).catch(() => path);
  const fresh = `${place}.${randomUUID()}`;
  try {
    const there = await stat(place).catch(() => null);
    // A pipe or a terminal has no old text to keep, and must not be replaced by a file.
    if (there !== null && !there.isFile() && !there.isDirectory()) return await writeFile(path, text);
    await writeFile(fresh, text, { flag: 'wx' });
    await rename(fresh, place);
  } catch (fault) {
    await rm(fresh, { force: true }).catch(() => {});
    throw writeFault(fault, path);
  }
}
