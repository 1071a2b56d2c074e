/** Reads ZIP archives that may be damaged or made to do harm; nothing is unpacked before it is asked for. */
import { type Entry, fromBufferPromise, getFileNameLowLevel, type ZipFile } from 'yauzl';
import type { Budget, PartLimit } from './budget.ts';
import { crcOf } from './crc.ts';
import { decodeName } from './names.ts';
import { UploadError } from './upload-error.ts';

/** Says that a name is UTF-8. */
const NAME_IS_UTF8 = 0x800;

/** Info-ZIP's field with the name as UTF-8. */
const UNICODE_NAME = 0x7075;

/** What the upper half of the outer attributes says of a link, where Unix wrote them. */
const UNIX_TYPE = 0xf000;
const UNIX_LINK = 0xa000;

const METHODS: ReadonlyMap<number, 'stored' | 'deflate'> = new Map([
  [0, 'stored'],
  [8, 'deflate'],
]);

/** A file or folder in an archive. */
export interface ZipPart {
  /** As the archive has it; to be trusted in nothing. */
  readonly name: string;
  readonly isFolder: boolean;
  readonly isLink: boolean;
  /** Its bytes, checked. Rejects with an UploadError where it is locked, damaged or more than may be. */
  read(budget: Budget, limit: PartLimit): Promise<Uint8Array>;
}

/** An archive that was opened. */
export interface ZipArchive {
  /** How many parts it says it has; it never brings more. */
  readonly count: number;
  /** In the order of its list. Fails with an UploadError where that is torn. */
  parts(): AsyncGenerator<ZipPart>;
}

/** Opens an archive. Rejects with an UploadError for bytes that are none. */
export async function openZip(bytes: Uint8Array): Promise<ZipArchive> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const zip = await fromBufferPromise(buffer, { decodeStrings: false });
    return { count: zip.entryCount, parts: () => partsOf(zip, buffer) };
  } catch (fault) {
    throw damaged(fault);
  }
}

async function* partsOf(zip: ZipFile, archive: Buffer): AsyncGenerator<ZipPart> {
  const entries = zip.eachEntry();
  for (;;) {
    const next = await entries.next().catch((fault: unknown) => {
      throw damaged(fault);
    });
    if (next.done === true) return;
    yield partOf(next.value, { zip, archive });
  }
}

function partOf(entry: Entry, place: { readonly zip: ZipFile; readonly archive: Buffer }): ZipPart {
  const name = nameOf(entry);
  return {
    name,
    isFolder: name.endsWith('/'),
    isLink: ((entry.externalFileAttributes >>> 16) & UNIX_TYPE) === UNIX_LINK,
    async read(budget, limit) {
      if (entry.isEncrypted()) throw new UploadError({ code: 'upload-encrypted', details: {} });
      const packed = { bytes: await packedBytes(entry, place), method: methodOf(entry) };
      const bytes = await budget.unpack(packed, limit);
      if (bytes.length !== entry.uncompressedSize || crcOf(bytes) !== entry.crc32) throw damaged('other bytes');
      return bytes;
    },
  };
}

function nameOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  if (extraFields.some(({ id }) => id === UNICODE_NAME)) {
    const name = getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true);
    // The field counts only for the name that it was made for; without it yauzl answers with its own code page.
    if (name !== getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, [], true)) return name;
  }
  return generalPurposeBitFlag & NAME_IS_UTF8 ? new TextDecoder().decode(fileNameRaw) : decodeName(fileNameRaw);
}

function methodOf({ compressionMethod }: Entry): 'stored' | 'deflate' {
  const method = METHODS.get(compressionMethod);
  if (method === undefined) throw damaged(`method ${compressionMethod}`);
  return method;
}

async function packedBytes(
  entry: Entry,
  { zip, archive }: { readonly zip: ZipFile; readonly archive: Buffer },
): Promise<Uint8Array> {
  try {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    return archive.subarray(fileDataStart, fileDataStart + entry.compressedSize);
  } catch (fault) {
    throw damaged(fault);
  }
}

function damaged(fault: unknown): UploadError {
  const locked = fault instanceof Error && fault.message.includes('encryption');
  return new UploadError({ code: locked ? 'upload-encrypted' : 'upload-archive-damaged', details: {} }, fault);
}
