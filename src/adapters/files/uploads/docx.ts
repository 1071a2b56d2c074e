/** Takes the text out of a Word document that may be damaged or made to do harm. */
import { RemarkError } from '../../../app/remarks.ts';
import type { Budget, PartLimit } from './budget.ts';
import type { Deadline } from './deadline.ts';
import { docxLines } from './docx-lines.ts';
import { MOST_CHARACTERS, tooManyCharacters } from './text-limit.ts';
import { UploadError } from './upload-error.ts';
import { openZip } from './zip-read.ts';
import { writeZip } from './zip-write.ts';

/** Parts that say what is written; pictures, fonts and previews are never unpacked. */
const WANTED = /\.(xml|rels)$/i;

/** Parts that a document may have, and bytes that those with text may have together: markup is some ten times its text. */
const MOST_PARTS = 2000;
const MOST_MARKUP = 16 * 1024 * 1024;

/**
 * The text of a document: a line for each paragraph, a line with tabs for each row of a table. Rejects with an UploadError
 * for one that is locked, damaged, too long or empty, and with an ArchiveError where the budget does not suffice.
 */
export async function textOfDocx(bytes: Uint8Array, budget: Budget, deadline: Deadline): Promise<string> {
  try {
    const checked = writeZip(await markupOf(bytes, budget));
    const text = (await deadline.within(linesIn(checked))).join('\n').trim();
    if (text === '') throw new UploadError({ code: 'upload-no-text', details: {} });
    if (text.length > MOST_CHARACTERS) throw tooManyCharacters();
    return text;
  } catch (fault) {
    throw errorOf(fault, bytes);
  }
}

/** The parts with markup, unpacked within limits: the reader itself has none. */
async function markupOf(bytes: Uint8Array, budget: Budget): Promise<Map<string, Uint8Array>> {
  const archive = await openZip(bytes);
  if (archive.count > MOST_PARTS) throw damaged(`${archive.count} parts`);
  const found = new Map<string, Uint8Array>();
  let left = MOST_MARKUP;
  for await (const part of archive.parts()) {
    if (!WANTED.test(part.name)) continue;
    const limit: PartLimit = { bytes: left, error: tooManyCharacters };
    const markup = await part.read(budget, limit);
    left -= markup.length;
    found.set(part.name, markup);
  }
  return found;
}

async function linesIn(document: Uint8Array): Promise<string[]> {
  const { default: mammoth } = await import('mammoth');
  let lines: string[] = [];
  const transformDocument = (tree: object): object => {
    lines = docxLines(tree);
    // The tree was what we came for; there is nothing left to be turned into HTML.
    return { ...tree, children: [] };
  };
  await mammoth.convertToHtml({ buffer: Buffer.from(document) }, { transformDocument, externalFileAccess: false });
  return lines;
}

/** What is wrong, in words for documents; that they are archives need not concern those who write them. */
function errorOf(fault: unknown, bytes: Uint8Array): RemarkError {
  const isKnown = fault instanceof RemarkError && fault.remark.code !== 'upload-archive-damaged';
  if (isKnown) return fault;
  return isLocked(bytes) ? new UploadError({ code: 'upload-encrypted', details: {} }, fault) : damaged(fault);
}

/** With a password Word keeps the document in a file of its old kind, in a part of this name. */
function isLocked(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('EncryptedPackage', 0, 'utf16le');
}

function damaged(fault: unknown): UploadError {
  return new UploadError({ code: 'upload-document-damaged', details: {} }, fault);
}
