/** Takes the text out of a PDF that may be damaged or made to do harm. */
import { RemarkError } from '../../../app/remarks.ts';
import type { Deadline } from './deadline.ts';
import { linesOf, type PdfPiece } from './pdf-lines.ts';
import { checkStreams } from './pdf-streams.ts';
import { SignTables } from './sign-tables.ts';
import { MOST_CHARACTERS, tooManyCharacters } from './text-limit.ts';
import { UploadError } from './upload-error.ts';

/** Pages that a PDF may have: a paper of a week has some hundred. */
const MOST_PAGES = 500;

/** Share of signs without a meaning above which the text is no text: fonts that do not say what their signs are. */
const MOST_MEANINGLESS = 0.2;

/** What is used of pdf.js; its own types name files that are not there. */
interface PdfFile {
  readonly numPages: number;
  getPage(number: number): Promise<PdfPage>;
  destroy(): Promise<void>;
}

interface PdfPage {
  getTextContent(): Promise<PdfText>;
  cleanup(): boolean;
}

interface PdfText {
  readonly items: readonly ((Omit<PdfPiece, 'vertical'> & { readonly fontName: string }) | { readonly type: string })[];
  readonly styles: Readonly<Record<string, { readonly vertical?: boolean }>>;
}

/**
 * The text of a PDF: lines as they were printed, pages parted by an empty line. Rejects with an UploadError for one that
 * is locked, damaged, too long, or has no text layer.
 */
export async function textOfPdf(bytes: Uint8Array, deadline: Deadline): Promise<string> {
  await checkStreams(bytes, deadline);
  const tables = new SignTables();
  const opening = openPdf(bytes, tables);
  try {
    const file = await deadline.within(opening);
    const text = await textOfPages(file, deadline);
    const [table] = tables.missing;
    if (table !== undefined) throw new UploadError({ code: 'upload-pdf-signs-unknown', details: { table } });
    if (!isMeaningful(text)) throw new UploadError({ code: 'upload-pdf-without-text', details: {} });
    return text;
  } catch (fault) {
    throw errorOf(fault);
  } finally {
    // Also where it opens only after the time was over.
    opening.then((file) => file.destroy()).catch(() => {});
  }
}

async function openPdf(bytes: Uint8Array, tables: SignTables): Promise<PdfFile> {
  const { getDocumentProxy } = await import('unpdf');
  const options = { verbosity: 0, disableFontFace: true, useSystemFonts: false, CMapReaderFactory: tables.reader() };
  // It takes its bytes away from whoever gives them, so it gets a copy.
  return await getDocumentProxy(bytes.slice(), options);
}

async function textOfPages(file: PdfFile, deadline: Deadline): Promise<string> {
  if (file.numPages > MOST_PAGES) {
    throw new UploadError({ code: 'upload-document-too-long', details: { limit: MOST_PAGES, unit: 'pages' } });
  }
  const pages: string[] = [];
  let length = 0;
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = linesOf(await deadline.within(piecesOf(file, number))).join('\n');
    length += page.length;
    if (length > MOST_CHARACTERS) throw tooManyCharacters();
    if (page !== '') pages.push(page);
  }
  return pages.join('\n\n');
}

async function piecesOf(file: PdfFile, number: number): Promise<PdfPiece[]> {
  const page = await file.getPage(number);
  const { items, styles } = await page.getTextContent();
  page.cleanup();
  return items.flatMap((item) => {
    if (!('str' in item)) return [];
    const { str, transform, width, height, hasEOL, fontName } = item;
    return [{ str, transform, width, height, hasEOL, vertical: styles[fontName]?.vertical === true }];
  });
}

/** Whether a text says anything: signs for private use and broken ones do not. */
function isMeaningful(text: string): boolean {
  const signs = text.replaceAll(/\s/g, '');
  const meaningless = signs.match(/[\p{Co}\p{Cn}\p{Cc}\ufffd]/gu)?.length ?? 0;
  return signs !== '' && meaningless / signs.length <= MOST_MEANINGLESS;
}

function errorOf(fault: unknown): RemarkError {
  if (fault instanceof RemarkError) return fault;
  const locked = fault instanceof Error && fault.name === 'PasswordException';
  return new UploadError({ code: locked ? 'upload-encrypted' : 'upload-document-damaged', details: {} }, fault);
}
