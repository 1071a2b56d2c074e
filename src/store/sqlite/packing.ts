/** Bytes and texts as the SQLite store keeps them: compressed. */
import { promisify } from 'node:util';
import { deflateRawSync, gunzip, gzip, inflateRawSync } from 'node:zlib';
import { decodeText, encodeText } from './coding.ts';
import { plainBytes } from './rows.ts';

const deflate = promisify(gzip);
const inflate = promisify(gunzip);

/** First byte of a packed text: what follows is its code, or that compressed. */
const PLAIN = 0;
const DEFLATED = 1;

/** A code below so many bytes is not compressed: it would save some ten bytes, and cost 20 microseconds with each reading. */
const WORTH_DEFLATING = 160;
/** Up to so many bytes zlib gets small tables, which are cleared anew for each text. */
const SMALL = 4096;
const SMALL_TABLES = { windowBits: 12, memLevel: 6 } as const;
/** Bytes of zlib's buffer for what it unpacks: most texts fit one. */
const CHUNK = 4096;

/** The bytes as they are kept, compressed off the main thread. */
export async function packed(bytes: Uint8Array): Promise<Uint8Array> {
  return deflate(bytes);
}

/** The inverse of {@link packed}. */
export async function unpacked(bytes: Uint8Array): Promise<Uint8Array> {
  return plainBytes(await inflate(bytes));
}

/** A text as it is kept: about a third of its UTF-8. */
export function packText(text: string): Uint8Array {
  const code = encodeText(text);
  const deflated = code.length < WORTH_DEFLATING ? code : deflateRawSync(code, tablesFor(code));
  const [mark, body] = deflated.length < code.length ? [DEFLATED, deflated] : [PLAIN, code];
  const bytes = new Uint8Array(body.length + 1);
  bytes[0] = mark;
  bytes.set(body, 1);
  return bytes;
}

function tablesFor({ length }: Uint8Array) {
  return { chunkSize: Math.max(64, length), ...(length <= SMALL && SMALL_TABLES) };
}

/** The inverse of {@link packText}. */
export function unpackText(bytes: Uint8Array): string {
  const body = bytes.subarray(1);
  return decodeText(bytes[0] === DEFLATED ? inflateRawSync(body, { chunkSize: CHUNK }) : body);
}
