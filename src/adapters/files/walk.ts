/** Finds the pages that files and folders hold. */
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import type { PageKind } from '../../app/target.ts';
import { FileError, fileFault } from './file-error.ts';

/** The file beside the pages that says what they are; never a page itself. */
export const PAGE_LIST = 'pages.json';

const PAGE_NAME = /\.(txt|md|jsonl)(\.gz)?$/i;

/** Whether a file of that name is taken in where it lies in a folder. */
export function isPageName(name: string): boolean {
  return PAGE_NAME.test(name);
}

/** A file that looks like pages. */
export interface FoundFile {
  /** Where it really lies, absolute, links resolved. */
  readonly path: string;
  /** As the person who named it or its folder would write it. */
  readonly shown: string;
  /** The path from the named folder, `/` between its parts; the file's own name where that was named. */
  readonly name: string;
  /** The last part of the named folder's path. */
  readonly folder: string;
  readonly kind: PageKind;
  /** Whether it is packed with gzip. */
  readonly packed: boolean;
}

/** What the named paths hold. */
export interface Findings {
  /** In the order of the paths, within a folder by name; none twice. */
  readonly files: readonly FoundFile[];
  readonly problems: readonly FileError[];
  /** The folders that were named and could be read, as {@link FoundFile.path} writes them. */
  readonly folders: readonly string[];
  /** What lies in these folders and could not be looked into, likewise. */
  readonly hidden: readonly string[];
}

/** A named path under way. */
interface Place {
  readonly path: string;
  readonly shown: string;
  /** The folder that was named, links resolved. */
  readonly root: string;
}

/**
 * Looks into files and folders, folders to their depths. What cannot be looked into is a problem; the rest is found.
 *
 * @param within a folder, links resolved: links that lead out of it are problems; without one they are followed anywhere
 */
export async function findFiles(paths: readonly string[], within: string | null = null): Promise<Findings> {
  const walk = new Walk(within);
  for (const path of paths) await walk.visitNamed(path);
  return walk;
}

/** Whether a path is a folder's own or below it; both absolute, links resolved. */
export function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

class Walk implements Findings {
  readonly files: FoundFile[] = [];
  readonly problems: FileError[] = [];
  readonly folders: string[] = [];
  readonly hidden: string[] = [];
  readonly #seen = new Set<string>();
  readonly #within: string | null;

  constructor(within: string | null) {
    this.#within = within;
  }

  async visitNamed(shown: string): Promise<void> {
    try {
      const path = await this.#place(shown, shown);
      const found = await stat(path);
      if (found.isDirectory()) {
        this.folders.push(path);
        await this.#visitFolder({ path, shown, root: path });
      } else if (found.isFile()) this.#addNamed(path, shown);
      else throw new FileError(shown, { code: 'file-no-file', details: {} });
    } catch (fault) {
      this.problems.push(fileFault(fault, shown));
    }
  }

  #addNamed(path: string, shown: string): void {
    // The name as it was given decides: a link may be called otherwise than the file it leads to.
    if (!PAGE_NAME.test(shown)) throw new FileError(shown, { code: 'file-of-other-kind', details: {} });
    this.#add({ path, shown, root: dirname(path) }, basename(shown));
  }

  /** A folder is looked into once, so links that lead back to it do no harm. */
  async #visitFolder(place: Place): Promise<void> {
    if (this.#seen.has(place.path)) return;
    this.#seen.add(place.path);
    const entries = await readdir(place.path);
    for (const entry of entries.toSorted()) {
      if (entry.startsWith('.') || entry === PAGE_LIST) continue;
      await this.#visitEntry(place, entry);
    }
  }

  async #visitEntry({ path: folder, shown: shownFolder, root }: Place, entry: string): Promise<void> {
    const [lying, shown] = [join(folder, entry), join(shownFolder, entry)];
    try {
      const path = await this.#place(lying, shown);
      const found = await stat(path);
      if (found.isDirectory()) await this.#visitFolder({ path, shown, root });
      else if (found.isFile() && PAGE_NAME.test(entry)) this.#add({ path, shown, root }, relative(root, lying));
    } catch (fault) {
      this.hidden.push(lying);
      this.problems.push(fileFault(fault, shown));
    }
  }

  /** Where something really lies. */
  async #place(lying: string, shown: string): Promise<string> {
    const path = await realpath(lying);
    if (this.#within === null || isWithin(this.#within, path)) return path;
    throw new FileError(shown, { code: 'upload-path-outside', details: {} });
  }

  #add({ path, shown, root }: Place, name: string): void {
    if (this.#seen.has(path)) return;
    this.#seen.add(path);
    const [, kind = '', packed] = PAGE_NAME.exec(name) ?? [];
    this.files.push({
      path,
      shown,
      name: name.split(sep).join('/').normalize('NFC'),
      folder: basename(root),
      kind: kind.toLowerCase() === 'jsonl' ? 'jsonl' : 'page',
      packed: packed !== undefined,
    });
  }
}
