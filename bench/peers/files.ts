/** Bytes on disk. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The bytes of a file, or of all files below a folder. */
export function bytesIn(path: string): number {
  const status = statSync(path);
  if (!status.isDirectory()) return status.size;
  return readdirSync(path).reduce((sum, name) => sum + bytesIn(join(path, name)), 0);
}
