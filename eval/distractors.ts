/** The first articles of a large file, as a file of its own. */
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { Distractors } from './options.ts';

/** Writes the first lines of a `.jsonl` or `.jsonl.gz` file to `target`. */
export async function writeDistractors({ file, count }: Distractors, target: string): Promise<void> {
  await pipeline(Readable.from(firstLines(file, count)), createWriteStream(target));
}

async function* firstLines(file: string, count: number): AsyncGenerator<string> {
  const bytes = createReadStream(file);
  const text = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
  let left = count;
  for await (const line of createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (left <= 0) break;
    left -= 1;
    yield `${line}\n`;
  }
  bytes.destroy();
}
