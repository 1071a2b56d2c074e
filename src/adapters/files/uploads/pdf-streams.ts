/** Looks whether a PDF would unpack to more than there is room for: the reader of PDF files itself has no limit. */
import { unpackedChunks } from './budget.ts';
import type { Deadline } from './deadline.ts';
import { UploadError } from './upload-error.ts';

/** Unpacked bytes of one stream: a large picture has some 80 MB, a page of text a thousandth of that. */
const MOST_STREAM_BYTES = 128 * 1024 * 1024;

const WORD = 'stream';

/**
 * Rejects with an UploadError where a packed stream of the file is far too large, or looking takes too long. Streams that
 * are packed twice, or locked, are looked at from outside only.
 */
export async function checkStreams(bytes: Uint8Array, deadline: Deadline): Promise<void> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = file.indexOf(WORD); at !== -1; at = file.indexOf(WORD, at + WORD.length)) {
    const start = startOf(file, at + WORD.length);
    if (start !== null) await deadline.within(checkStream(file.subarray(start)));
  }
}

/** Where the bytes of a stream begin, if they look like packed ones. */
function startOf(file: Buffer, after: number): number | null {
  const start = after + (file[after] === 0x0d ? 1 : 0) + 1;
  if (file[start - 1] !== 0x0a || start + 2 > file.length) return null;
  const header = file.readUInt16BE(start);
  return (header & 0x0f00) === 0x0800 && header % 31 === 0 ? start : null;
}

async function checkStream(rest: Buffer): Promise<void> {
  let length = 0;
  try {
    for await (const chunk of unpackedChunks({ bytes: rest, method: 'zlib' })) {
      length += chunk.length;
      if (length > MOST_STREAM_BYTES) break;
    }
  } catch {
    // What cannot be unpacked is for the reader to judge.
  }
  if (length <= MOST_STREAM_BYTES) return;
  throw new UploadError({ code: 'upload-document-swells', details: { limit: MOST_STREAM_BYTES } });
}
