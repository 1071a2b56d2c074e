/** Bytes as the SQLite store keeps them: compressed, off the main thread. */
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { plainBytes } from './rows.ts';

const deflate = promisify(gzip);
const inflate = promisify(gunzip);

/** The bytes as they are kept. */
export async function packed(bytes: Uint8Array): Promise<Uint8Array> {
  return deflate(bytes);
}

/** The inverse of {@link packed}. */
export async function unpacked(bytes: Uint8Array): Promise<Uint8Array> {
  return plainBytes(await inflate(bytes));
}
