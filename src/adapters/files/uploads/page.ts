/** Makes a page of a file that was handed in: what it is called says how it is read, and what it holds is checked. */
import type { PageFacts } from '../../../app/keeper.ts';
import { RemarkError } from '../../../app/remarks.ts';
import type { PageKind } from '../../../app/target.ts';
import { decodePage } from '../../../ingest/decode.ts';
import { PageError } from '../../../ingest/errors.ts';
import { MAX_PAGE_BYTES } from '../read.ts';
import type { Budget, PartLimit } from './budget.ts';
import type { Deadline } from './deadline.ts';
import { textOfDocx } from './docx.ts';
import { textOfPdf } from './pdf.ts';
import { UploadError } from './upload-error.ts';

/** A page that was found in what somebody handed in. */
export interface UploadedPage {
  /** Its file as it came; in an archive its path there, `/` between the parts. Never leads out of its folder. */
  readonly name: string;
  readonly kind: PageKind;
  /** Unpacked; of a document its text as UTF-8. */
  readonly bytes: Uint8Array;
  /** What a list of pages beside it says; `null` where it says nothing. */
  readonly facts: PageFacts;
}

/** What reading a page may use up. */
export interface Means {
  readonly budget: Budget;
  readonly deadline: Deadline;
}

/** Name endings that are taken in, for people. */
export const KNOWN_TYPES = '.txt, .md, .jsonl (.gz), .pdf, .docx, .zip';

const TEXT_NAME = /\.(txt|md|jsonl)(\.gz)?$/i;
const ARCHIVE_NAME = /\.(zip|rar|7z|tar|tgz|tar\.\w+)$/i;
const NO_FACTS: PageFacts = Object.freeze({ publication: null, date: null, label: null });

/** A .jsonl file is looked at so far, in bytes; its lines are checked one by one when they are read. */
const LINES_LOOKED_AT = 64 * 1024;

/** A PDF's first bytes stand within so many; some programs write something before them. */
const PDF_START = 1024;

/** How large a page of that name may be at most; `null` for files that are no pages of text. */
export function pageLimit(name: string): PartLimit | null {
  const isPage = TEXT_NAME.test(name) && !/\.jsonl(\.gz)?$/i.test(name);
  return isPage ? { bytes: MAX_PAGE_BYTES, error: tooLargeForPage } : null;
}

/** Whether a page can be made of a file of that name. */
export function isPageName(name: string): boolean {
  return TEXT_NAME.test(name) || /\.(pdf|docx)$/i.test(name);
}

/** Whether a file of that name is an archive, of whatever kind. */
export function isArchiveName(name: string): boolean {
  return ARCHIVE_NAME.test(name);
}

/** What is said of a file of an unknown kind. */
export function unknownType(): UploadError {
  return new UploadError({ code: 'upload-type-unknown', details: { known: KNOWN_TYPES } });
}

/** The page that a file is. Rejects with a RemarkError or PageError for one that is none. */
export async function pageOf(name: string, bytes: Uint8Array, means: Means): Promise<UploadedPage> {
  const text = TEXT_NAME.exec(name);
  if (text !== null) return textPage({ name, bytes, packed: text[2] !== undefined }, means);
  const read = /\.pdf$/i.test(name) ? textOfPdfFile : textOfDocxFile;
  const written = new TextEncoder().encode(await read(bytes, means));
  return { name, kind: 'page', bytes: written, facts: NO_FACTS };
}

async function textPage(
  file: { readonly name: string; readonly bytes: Uint8Array; readonly packed: boolean },
  { budget }: Means,
): Promise<UploadedPage> {
  const { name, packed } = file;
  const limit = pageLimit(name) ?? { bytes: Number.POSITIVE_INFINITY, error: unknownType };
  const bytes = packed ? await budget.unpack({ bytes: file.bytes, method: 'gzip' }, limit) : file.bytes;
  if (bytes.length > limit.bytes) throw limit.error();
  const kind = /\.jsonl(\.gz)?$/i.test(name) ? 'jsonl' : 'page';
  if (kind === 'page') decodePage(bytes);
  else checkLines(bytes);
  return { name, kind, bytes, facts: NO_FACTS };
}

/** @throws PageError where the beginning of the lines is no text at all */
function checkLines(bytes: Uint8Array): void {
  const beginning = bytes.subarray(0, LINES_LOOKED_AT);
  const end = beginning.lastIndexOf(0x0a);
  try {
    decodePage(bytes.length > beginning.length && end > 0 ? beginning.subarray(0, end) : beginning);
  } catch (fault) {
    const { code } = fault instanceof PageError ? fault : { code: null };
    // Blank lines may come first, and a sign may be cut in two.
    const isWhole = bytes.length === beginning.length;
    if (code === null || code === 'binary' || (code === 'empty' && isWhole)) throw fault;
  }
}

async function textOfPdfFile(bytes: Uint8Array, { deadline }: Means): Promise<string> {
  if (!Buffer.from(bytes.subarray(0, PDF_START)).includes('%PDF-')) {
    throw new UploadError({ code: 'upload-document-damaged', details: {} });
  }
  return await textOfPdf(bytes, deadline);
}

async function textOfDocxFile(bytes: Uint8Array, { budget, deadline }: Means): Promise<string> {
  return await textOfDocx(bytes, budget, deadline);
}

function tooLargeForPage(): RemarkError {
  return new RemarkError({ code: 'file-too-large', details: { limit: MAX_PAGE_BYTES } }, 'too large for a page');
}
