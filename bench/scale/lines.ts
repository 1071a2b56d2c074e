/** Reads lines of a file that may be far larger than what is wanted of it. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** The first `count` lines of a file. */
export async function headOf(file: string, count: number): Promise<string[]> {
  const source = createReadStream(file);
  const lines: string[] = [];
  for await (const line of createInterface({ input: source })) {
    lines.push(line);
    if (lines.length >= count) break;
  }
  source.destroy();
  return lines;
}
