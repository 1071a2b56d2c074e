/**
 * Turns a file that somebody hands in into pages: texts, archives of them, PDF and Word documents.
 *
 * Nothing is ever written to disk, and nothing costs more memory than the limits say, whatever the file claims to be.
 */
import { remarkOf } from '../../../app/remarks.ts';
import type { IncomingFile } from '../../../app/request.ts';
import { type Unpacked, unpackArchive } from './archive.ts';
import { Budget, type UnpackLimits } from './budget.ts';
import { Deadline } from './deadline.ts';
import { safePath, shownName } from './names.ts';
import { isPageName, type Means, pageOf, unknownType } from './page.ts';
import { UploadError } from './upload-error.ts';

/** Seconds that reading the documents of one file may take together. */
const DOCUMENT_SECONDS = 30;

const ZIP_NAME = /\.zip$/i;

/** The pages of a file. Whatever is wrong with it is told; rejects only for faults that are none of the file's. */
export async function unpackUpload(file: IncomingFile, limits: UnpackLimits): Promise<Unpacked> {
  try {
    return await unpackFile(file, limits);
  } catch (fault) {
    const remark = remarkOf(fault);
    if (remark === undefined) throw fault;
    return { pages: [], refused: [{ file: shownName(file.name), remark }], warnings: [] };
  }
}

async function unpackFile(file: IncomingFile, limits: UnpackLimits): Promise<Unpacked> {
  const name = safePath(file.name);
  if (name === null) throw new UploadError({ code: 'upload-path-outside', details: {} });
  const isZip = ZIP_NAME.test(name);
  if (!isZip && !isPageName(name)) throw unknownType();
  const bytes = await readWhole(file, limits.fileBytes);
  const means: Means = { budget: new Budget(limits, bytes.length), deadline: new Deadline(DOCUMENT_SECONDS) };
  if (isZip) return await unpackArchive({ name: shownName(name), bytes }, limits, means);
  return { pages: [await pageOf(name, bytes, means)], refused: [], warnings: [] };
}

/** The bytes of a file. Rejects with a RemarkError where it is larger than `limit` bytes, whatever it says of itself. */
export async function readWhole(file: IncomingFile, limit: number): Promise<Uint8Array> {
  const tooLarge = new UploadError({ code: 'upload-too-large', details: { limit } });
  if (file.size !== null && file.size > limit) throw tooLarge;
  const bytes = await file.read(limit);
  if (bytes.length > limit) throw tooLarge;
  return bytes;
}
