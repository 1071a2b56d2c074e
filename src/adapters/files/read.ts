/** Reads files that may be large, packed, or both, and never more of them than is allowed. */
import { createReadStream, type ReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { FileError, fileFault } from './file-error.ts';
import type { FoundFile } from './walk.ts';

/** A page, unpacked, may have so many bytes: a whole paper has some 500,000. Lines of a .jsonl file have a limit each. */
export const MAX_PAGE_BYTES = 20 * 1024 * 1024;

/** A file that is being read. */
export interface OpenFile {
  /** Its bytes, unpacked; fails with a FileError. */
  readonly chunks: AsyncIterable<Uint8Array>;
  /** How much of the file has been read, 0 to 1. */
  share(): number;
}

type Location = Pick<FoundFile, 'path' | 'shown' | 'packed'>;

/** Opens a file for reading in pieces: the next piece is read when the one before has been taken. */
export async function openFile({ path, shown, packed }: Location): Promise<OpenFile> {
  const size = await sizeOf(path, shown);
  const source = createReadStream(path);
  return {
    chunks: checked(packed ? unpacked(source) : source, shown),
    share: () => Math.min(1, source.bytesRead / Math.max(1, size)),
  };
}

/** The bytes of a page. Rejects with a FileError where they cannot be read or are more than {@link MAX_PAGE_BYTES}. */
export async function readPageBytes(file: Location, limit = MAX_PAGE_BYTES): Promise<Uint8Array> {
  const size = await sizeOf(file.path, file.shown);
  if (size > limit) throw tooLarge(file.shown, limit);
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of (await openFile(file)).chunks) {
    length += chunk.length;
    if (length > limit) throw tooLarge(file.shown, limit);
    parts.push(chunk);
  }
  return new Uint8Array(Buffer.concat(parts));
}

async function sizeOf(path: string, shown: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (fault) {
    throw fileFault(fault, shown);
  }
}

function unpacked(source: ReadStream): Readable {
  // What goes wrong with the file comes out of the unpacked stream, which pipeline ends with the same fault.
  return pipeline(source, createGunzip(), () => {});
}

async function* checked(stream: Readable, shown: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of stream) yield chunk;
  } catch (fault) {
    throw fileFault(fault, shown);
  }
}

function tooLarge(shown: string, limit: number): FileError {
  return new FileError(shown, { code: 'file-too-large', details: { limit } });
}
