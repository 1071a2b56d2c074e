/** Writes files that replies carry into the data folder. */
import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OutgoingFile } from '../../app/reply.ts';

/** The folder within the data folder. */
const FOLDER = 'exports';

function codeOf(fault: unknown): unknown {
  return fault instanceof Error && 'code' in fault ? fault.code : undefined;
}

/** The name without anything that leads elsewhere: letters, digits, `-`, `_` and `.` inside. */
function safeName(name: string): string {
  return name.replace(/[^\p{L}\p{N}._-]/gu, '_').replace(/^\.+/u, '') || 'export';
}

/** The name itself, then `name-2.json`, `name-3.json` and so on. */
function numbered(name: string, number: number): string {
  if (number === 1) return name;
  const at = name.lastIndexOf('.');
  const end = at > 0 ? at : name.length;
  return `${name.slice(0, end)}-${number}${name.slice(end)}`;
}

/** Takes the first name that no file has, by an empty file, so that nobody else takes it. */
async function reserve(folder: string, name: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const path = join(folder, numbered(name, number));
    try {
      await (await open(path, 'wx')).close();
      return path;
    } catch (fault) {
      if (codeOf(fault) !== 'EEXIST') throw fault;
    }
  }
}

/** Writes a file whole or not at all, never over another one; gives its path. Rejects with faults of the file system. */
export async function saveExport(dataDir: string, { name, bytes }: OutgoingFile): Promise<string> {
  const folder = join(dataDir, FOLDER);
  await mkdir(folder, { recursive: true });
  const path = await reserve(folder, safeName(name));
  const fresh = `${path}.${randomUUID()}`;
  try {
    await writeFile(fresh, bytes, { flag: 'wx' });
    await rename(fresh, path);
    return path;
  } catch (fault) {
    await Promise.allSettled([rm(fresh, { force: true }), rm(path, { force: true })]);
    throw fault;
  }
}
