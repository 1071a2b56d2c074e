/** How often a reader leaves the order of the file, on a page whose true order nobody wrote down. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLines } from '../../src/ingest/lines.ts';
import type { Reader, Reading } from './judge.ts';

/** Moves on a page. */
export interface PageJumps {
  readonly file: string;
  /** Lines of the file that hold words. */
  readonly lines: number;
  /** Places where an article goes on with other letters than the next that the reader kept. */
  readonly jumps: number;
}

/** The letters of each article in the order in which it is told. */
function toldLetters(text: string, reading: Reading): number[][] {
  return reading.map((blocks) => {
    const spans = blocks.flatMap(({ pieces }) => pieces);
    const letters = spans.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at));
    return letters.filter((at) => !/\s/.test(text.charAt(at)));
  });
}

/** Counts the moves of a reading. What it leaves out, such as headlines and second prints, is no move. */
export function jumpsOf(text: string, reading: Reading): number {
  const told = toldLetters(text, reading);
  const kept = [...new Set(told.flat())].sort((a, b) => a - b);
  const next = new Map(kept.map((at, number) => [at, kept[number + 1]]));
  return told
    .map((letters) =>
      letters.filter((at, number) => number + 1 < letters.length && next.get(at) !== letters[number + 1]),
    )
    .reduce((sum, jumps) => sum + jumps.length, 0);
}

/** The moves on each page of the corpus. */
export function corpusJumps(root: string, reader: Reader): PageJumps[] {
  const folder = join(root, 'corpus');
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return files.sort().map((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    return { file, lines: readLines(text).length, jumps: jumpsOf(text, reader({ text })) };
  });
}
