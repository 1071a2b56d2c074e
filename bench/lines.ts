/** Reads lines of files, gzipped ones too. */
import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip, gunzipSync } from 'node:zlib';

/** The first lines of a `.jsonl` or `.jsonl.gz` file, empty ones left out. */
export function linesOf(file: string, count = Number.POSITIVE_INFINITY): string[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, count);
}

/** The first `count` lines of a file that may be far larger than what is wanted of it. */
export async function headOf(file: string, count: number): Promise<string[]> {
  const source = createReadStream(file);
  const lines: string[] = [];
  for await (const line of createInterface({ input: file.endsWith('.gz') ? source.pipe(createGunzip()) : source })) {
    lines.push(line);
    if (lines.length >= count) break;
  }
  source.destroy();
  return lines;
}
