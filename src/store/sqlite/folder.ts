/** Makes folders. */
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder and those above it that are missing, one after the other. Node 20 can do that in one call, which never
 * returns where the system answers that there is no such place, as it does for new folders in /proc.
 *
 * Throws what the file system complains about.
 */
export function makeFolder(folder: string): void {
  const missing: string[] = [];
  let at = resolve(folder);
  while (!existsSync(at) && dirname(at) !== at) {
    missing.unshift(at);
    at = dirname(at);
  }
  for (const path of missing.length === 0 ? [resolve(folder)] : missing) makeOne(path);
}

/** Another process may have made it meanwhile; a file in its place is a fault. */
function makeOne(path: string): void {
  try {
    mkdirSync(path);
  } catch (fault) {
    if (!(existsSync(path) && statSync(path).isDirectory())) throw fault;
  }
}
