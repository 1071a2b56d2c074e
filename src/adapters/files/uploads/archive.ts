/** Finds the pages in an archive that somebody handed in. What is wrong with one of them does not touch the others. */
import { remarkOf } from '../../../app/remarks.ts';
import type { Told } from '../../../app/taken-in.ts';
import { type PageList, parsePageList } from '../page-list.ts';
import { PAGE_LIST } from '../walk.ts';
import type { PartLimit, UnpackLimits } from './budget.ts';
import { isLitter, safePath, shownName } from './names.ts';
import { isArchiveName, isPageName, type Means, pageLimit, pageOf, type UploadedPage, unknownType } from './page.ts';
import { ArchiveError, UploadError } from './upload-error.ts';
import { openZip, type ZipPart } from './zip-read.ts';

/** What was found in something that was handed in. */
export interface Unpacked {
  readonly pages: readonly UploadedPage[];
  /** Files and parts of them that are no pages, each with the reason. */
  readonly refused: readonly Told[];
  /** Odd things in lists of pages. */
  readonly warnings: readonly Told[];
}

/** An archive may have so many parts for each page that it may have: folders, and what systems leave there. */
const PARTS_PER_PAGE = 4;
const PARTS_BESIDES = 100;

/** Looks into an archive. Rejects with an UploadError where nothing of it can be used. */
export async function unpackArchive(
  file: { readonly name: string; readonly bytes: Uint8Array },
  limits: UnpackLimits,
  means: Means,
): Promise<Unpacked> {
  const archive = await openZip(file.bytes);
  if (archive.count > limits.files * PARTS_PER_PAGE + PARTS_BESIDES) throw tooMany(limits);
  const unpacking = new Unpacking(file.name, limits, means);
  for await (const part of archive.parts()) await unpacking.take(part);
  return unpacking.result();
}

class Unpacking {
  readonly #archive: string;
  readonly #limits: UnpackLimits;
  readonly #means: Means;
  readonly #pages: UploadedPage[] = [];
  readonly #refused: Told[] = [];
  readonly #warnings: Told[] = [];
  /** Lists of pages by their folders. */
  readonly #lists = new Map<string, PageList>();
  readonly #names = new Set<string>();

  constructor(archive: string, limits: UnpackLimits, means: Means) {
    this.#archive = archive;
    this.#limits = limits;
    this.#means = means;
  }

  result(): Unpacked {
    if (this.#pages.length === 0 && this.#refused.length === 0) {
      throw new UploadError({ code: 'upload-archive-empty', details: {} });
    }
    const pages = this.#pages.map((page) => ({ ...page, facts: this.#factsOf(page) }));
    return { pages, refused: this.#refused, warnings: this.#warnings };
  }

  async take(part: ZipPart): Promise<void> {
    try {
      await this.#takePart(part);
    } catch (fault) {
      const remark = remarkOf(fault);
      if (fault instanceof ArchiveError || remark === undefined) throw fault;
      this.#refused.push({ file: this.#shown(part.name), remark });
    }
  }

  async #takePart(part: ZipPart): Promise<void> {
    const name = safePath(part.isFolder ? part.name.slice(0, -1) : part.name);
    if (name === null || part.isLink) throw new UploadError({ code: 'upload-path-outside', details: {} });
    if (part.isFolder || isLitter(name)) return;
    if (baseOf(name) === PAGE_LIST) await this.#takeList(name, part);
    else await this.#takePage(name, part);
  }

  async #takePage(name: string, part: ZipPart): Promise<void> {
    if (this.#names.size >= this.#limits.files) throw tooMany(this.#limits);
    if (this.#names.has(name)) throw new UploadError({ code: 'upload-name-repeated', details: {} });
    this.#names.add(name);
    if (isArchiveName(name)) throw new UploadError({ code: 'upload-archive-nested', details: {} });
    if (!isPageName(name)) throw unknownType();
    const bytes = await part.read(this.#means.budget, this.#limitOf(name));
    this.#pages.push(await pageOf(name, bytes, this.#means));
  }

  async #takeList(name: string, part: ZipPart): Promise<void> {
    const bytes = await part.read(this.#means.budget, this.#limitOf(name));
    const list = parsePageList(new TextDecoder().decode(bytes));
    this.#lists.set(folderOf(name), list);
    for (const remark of list.problems) this.#refused.push({ file: this.#shown(name), remark });
    for (const remark of list.warnings) this.#warnings.push({ file: this.#shown(name), remark });
  }

  #limitOf(name: string): PartLimit {
    const { fileBytes } = this.#limits;
    const ofPage = pageLimit(name);
    if (ofPage !== null && ofPage.bytes <= fileBytes) return ofPage;
    const error = () => new UploadError({ code: 'upload-entry-too-large', details: { limit: fileBytes } });
    return { bytes: fileBytes, error };
  }

  #factsOf({ name, facts }: UploadedPage): UploadedPage['facts'] {
    const entries = this.#lists.get(folderOf(name))?.entries;
    const base = baseOf(name);
    return entries?.get(base) ?? entries?.get(base.replace(/\.gz$/i, '')) ?? facts;
  }

  #shown(name: string): string {
    return `${this.#archive}/${shownName(name)}`;
  }
}

function tooMany({ files }: UnpackLimits): ArchiveError {
  return new ArchiveError({ code: 'upload-too-many', details: { limit: files } });
}

function baseOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
