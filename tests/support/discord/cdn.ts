/** Gives out the files that somebody sent, as well or as badly as a test wants it. */
import type { ServerResponse } from 'node:http';
import type { Upload } from './model.ts';
import { contentTypeOf } from './shaping.ts';

/**
 * `slow` sends a byte now and one later; `stuck` and `cut` send half of the file and then nothing, or break off; `gone`
 * has lost it; `elsewhere` says that the same file is to be had at another address.
 */
export type Manner = 'usual' | 'slow' | 'stuck' | 'cut' | 'gone' | 'elsewhere';

/** Where `elsewhere` points to. */
const OTHER = '?elsewhere';
const BETWEEN_MS = 20;

/** The imitation of cdn.discordapp.com. */
export class Cdn {
  manner: Manner = 'usual';
  /** Every address that was asked for, with its query. */
  readonly fetched: string[] = [];

  /** Answers a request for a file; `undefined` for one that never was. */
  send(response: ServerResponse, url: URL, file: Upload | undefined): void {
    this.fetched.push(url.pathname + url.search);
    if (file === undefined || this.manner === 'gone') {
      response.writeHead(404, { 'Content-Type': 'text/plain' });
      response.end('This content is no longer available.');
    } else if (this.manner === 'elsewhere' && url.search !== OTHER) {
      response.writeHead(302, { Location: url.pathname + OTHER });
      response.end();
    } else {
      response.writeHead(200, { 'Content-Type': contentTypeOf(file) });
      this.#give(response, Buffer.from(file.data));
    }
  }

  #give(response: ServerResponse, data: Buffer): void {
    const half = data.subarray(0, Math.ceil(data.byteLength / 2));
    switch (this.manner) {
      case 'slow':
        response.write(data.subarray(0, 1));
        setTimeout(() => response.end(data.subarray(1)), BETWEEN_MS);
        break;
      case 'stuck':
        response.write(half);
        break;
      case 'cut':
        response.write(half, () => response.socket?.resetAndDestroy());
        break;
      default:
        response.end(data);
    }
  }
}
