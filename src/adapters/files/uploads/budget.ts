/**
 * Unpacks within limits. A few bytes can unpack to gigabytes, so every byte that comes out is counted while it comes, and
 * what is refused has cost as much as what is kept: nobody wears us out with many parts that are each refused.
 */
import { pipeline, Readable } from 'node:stream';
import { createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import type { KeeperLimits } from '../../../app/keeper.ts';
import { RemarkError } from '../../../app/remarks.ts';
import { ArchiveError, UploadError } from './upload-error.ts';

/** How much may be handed in at once. */
export type UnpackLimits = Pick<KeeperLimits, 'fileBytes' | 'files' | 'unpackedBytes' | 'unpackRatio'>;

/** Up to so many bytes may unpack from anything: a small text that repeats itself is no bomb. */
const HARMLESS_BYTES = 1024 * 1024;

/** Bytes that come out at once; Node's own 16 KiB cost as much time for their handing over as for their unpacking. */
const CHUNK = { chunkSize: 128 * 1024 };

const UNPACKERS = {
  deflate: () => createInflateRaw(CHUNK),
  gzip: () => createGunzip(CHUNK),
  zlib: () => createInflate(CHUNK),
};

/** Something packed. */
export interface Packed {
  readonly bytes: Uint8Array;
  readonly method: 'stored' | keyof typeof UNPACKERS;
}

/** What one part may have, in bytes, and what is said where it has more. */
export interface PartLimit {
  readonly bytes: number;
  error(): RemarkError;
}

/** What may still be unpacked of a file that was handed in. */
export class Budget {
  readonly #over: ArchiveError;
  #left: number;

  /** @param size of the file as it came, in bytes */
  constructor({ unpackedBytes, unpackRatio }: UnpackLimits, size: number) {
    const byRatio = Math.max(HARMLESS_BYTES, size * unpackRatio);
    this.#left = Math.min(unpackedBytes, byRatio);
    this.#over = new ArchiveError(
      byRatio < unpackedBytes
        ? { code: 'upload-archive-ratio', details: { limit: unpackRatio } }
        : { code: 'upload-archive-total', details: { limit: unpackedBytes } },
    );
  }

  /**
   * Unpacks a part. Rejects with the limit's error for a part that is larger, with an ArchiveError once everything
   * together is too much, and with `upload-archive-damaged` for what cannot be unpacked.
   */
  async unpack(packed: Packed, limit: PartLimit): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    let length = 0;
    try {
      for await (const chunk of unpackedChunks(packed)) {
        length += chunk.length;
        this.#left -= chunk.length;
        if (this.#left < 0) throw this.#over;
        if (length > limit.bytes) throw limit.error();
        parts.push(chunk);
      }
    } catch (fault) {
      if (fault instanceof RemarkError) throw fault;
      throw new UploadError({ code: 'upload-archive-damaged', details: {} }, fault);
    }
    return new Uint8Array(Buffer.concat(parts));
  }
}

/** The unpacked bytes as they come; fails for what cannot be unpacked, and whoever takes them may stop at any time. */
export function unpackedChunks({ bytes, method }: Packed): AsyncIterable<Uint8Array> {
  const source = Readable.from([bytes]);
  if (method === 'stored') return source;
  // What goes wrong comes out of the unpacked stream, which pipeline ends with the same fault.
  return pipeline(source, UNPACKERS[method](), () => {});
}
