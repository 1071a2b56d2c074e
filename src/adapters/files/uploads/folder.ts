/** Folders on the server's own disk that may be taken in: all of them below one root, and nothing outside of it. */
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { PageFacts } from '../../../app/keeper.ts';
import type { IncomingFile } from '../../../app/request.ts';
import type { Told } from '../../../app/taken-in.ts';
import type { PageKind } from '../../../app/target.ts';
import { FileError, type FileRemark } from '../file-error.ts';
import { type PageList, readPageList } from '../page-list.ts';
import { readPageBytes } from '../read.ts';
import { type FoundFile, findFiles, isWithin, PAGE_LIST } from '../walk.ts';
import { isLitter, safePath, shownName } from './names.ts';
import { UploadError, type UploadRemark } from './upload-error.ts';

/** Folders that are offered for choice. */
const MOST_FOLDERS = 200;

/** A file below the root; its bytes are read as they lie there, packed or not, so they go through `unpackUpload`. */
export interface FolderFile extends IncomingFile {
  /** Absolute, links resolved. */
  readonly source: string;
  /** As `FoundFile` has them, so that names can be given to its pages. */
  readonly folder: string;
  readonly kind: PageKind;
  /** What a list of pages beside it says; `null` where it says nothing. */
  readonly facts: PageFacts;
}

/** What a folder holds. */
export interface FolderFiles {
  readonly files: readonly FolderFile[];
  readonly refused: readonly Told[];
  /** Odd things in lists of pages. */
  readonly warnings: readonly Told[];
}

const NO_FACTS: PageFacts = Object.freeze({ publication: null, date: null, label: null });

/**
 * Names of the folders below a root, `/` between their parts, in order; of more than {@link MOST_FOLDERS} those that lie
 * highest. Hidden ones, those that cannot be read and links that lead outside are left out.
 */
export async function foldersBelow(root: string): Promise<string[]> {
  const top = await realpath(root).catch(() => null);
  if (top === null) return [];
  const found: string[] = [];
  const seen = new Set([top]);
  for (let level = ['']; level.length > 0 && found.length < MOST_FOLDERS; ) {
    const next: string[] = [];
    for (const folder of level) next.push(...(await foldersIn(folder, { top, seen })));
    found.push(...next);
    level = next;
  }
  return found.slice(0, MOST_FOLDERS).toSorted();
}

/**
 * The pages in a folder below a root and in the folders below that; '' is the root itself. Whatever leads outside is
 * refused, and so is a name that is no folder there. Rejects only for faults of the program.
 */
export async function filesBelow(root: string, folder: string): Promise<FolderFiles> {
  const place = await placeOf(root, folder);
  if ('remark' in place) return { files: [], refused: [place], warnings: [] };
  const { files, problems } = await findFiles([place.path], place.top);
  const told = (shown: string, remark: FileRemark): Told => ({ file: below(place.top, shown), remark });
  const lists = new Lists(place.top);
  const taken: FolderFile[] = [];
  for (const file of files) taken.push(folderFile(file, factsOf(file, await lists.beside(file))));
  return {
    files: taken,
    refused: [...problems.map(({ file, remark }) => told(file, remark)), ...lists.refused],
    warnings: lists.warnings,
  };
}

interface Place {
  /** The root, links resolved. */
  readonly top: string;
  readonly path: string;
}

async function foldersIn(
  folder: string,
  { top, seen }: { readonly top: string; readonly seen: Set<string> },
): Promise<string[]> {
  const names = await readdir(join(top, folder)).catch(() => []);
  const found: string[] = [];
  for (const name of names.toSorted()) {
    if (found.length === MOST_FOLDERS) break;
    const path = isLitter(name) || safePath(name) === null ? null : await folderAt(join(top, folder, name));
    if (path === null || !isWithin(top, path) || seen.has(path)) continue;
    seen.add(path);
    found.push(folder === '' ? name : `${folder}/${name}`);
  }
  return found;
}

/** Where a folder really lies; `null` for anything else. */
async function folderAt(lying: string): Promise<string | null> {
  try {
    const path = await realpath(lying);
    return (await stat(path)).isDirectory() ? path : null;
  } catch {
    return null;
  }
}

async function placeOf(root: string, folder: string): Promise<Place | Told> {
  const refuse = (code: 'upload-path-outside' | 'upload-folder-unknown'): Told => {
    const remark: UploadRemark = { code, details: {} };
    return { file: shownName(folder), remark };
  };
  const top = await folderAt(root);
  if (top === null) return refuse('upload-folder-unknown');
  if (folder === '') return { top, path: top };
  if (safePath(folder) === null) return refuse('upload-path-outside');
  const path = isLitter(folder) ? null : await folderAt(join(top, folder));
  if (path === null) return refuse('upload-folder-unknown');
  return isWithin(top, path) ? { top, path } : refuse('upload-path-outside');
}

/** The lists of pages beside files, each read once. */
class Lists {
  readonly refused: Told[] = [];
  readonly warnings: Told[] = [];
  readonly #top: string;
  readonly #lists = new Map<string, PageList>();

  constructor(top: string) {
    this.#top = top;
  }

  async beside({ path }: FoundFile): Promise<PageList> {
    const folder = dirname(path);
    const known = this.#lists.get(folder);
    if (known !== undefined) return known;
    const list = await this.#read(folder);
    this.#lists.set(folder, list);
    const file = below(this.#top, join(folder, PAGE_LIST));
    for (const remark of list.problems) this.refused.push({ file, remark });
    for (const remark of list.warnings) this.warnings.push({ file, remark });
    return list;
  }

  async #read(folder: string): Promise<PageList> {
    const path = await realpath(join(folder, PAGE_LIST)).catch(() => null);
    if (path === null || isWithin(this.#top, path)) return readPageList(folder, folder);
    return { entries: new Map(), problems: [{ code: 'upload-path-outside', details: {} }], warnings: [] };
  }
}

function factsOf({ name }: FoundFile, { entries }: PageList): PageFacts {
  const base = basename(name);
  return entries.get(base) ?? entries.get(base.replace(/\.gz$/i, '')) ?? NO_FACTS;
}

function folderFile({ path, name, folder, kind }: FoundFile, facts: PageFacts): FolderFile {
  return { name, source: path, folder, kind, facts, size: null, read: (limit) => readLimited(path, limit) };
}

async function readLimited(path: string, limit: number): Promise<Uint8Array> {
  try {
    return await readPageBytes({ path, shown: basename(path), packed: false }, limit);
  } catch (fault) {
    if (!(fault instanceof FileError) || fault.remark.code !== 'file-too-large') throw fault;
    throw new UploadError({ code: 'upload-too-large', details: { limit } }, fault);
  }
}

/** A path as people below the root call it. */
function below(top: string, path: string): string {
  return isWithin(top, path) && path !== top ? path.slice(top.length).replace(/^[/\\]+/, '') : basename(path);
}
