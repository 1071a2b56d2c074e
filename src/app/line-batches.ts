/**
 * Cuts a stream of lines into batches, so that a file of a million articles needs no million in memory and a changed
 * line costs the work of its batch alone.
 */
import type { PageRecord } from './target.ts';

/** Lines in a batch: some 1,300 passages, of which a transaction and a segment come to a few megabytes. */
export const LINES_PER_BATCH = 500;

/** A batch is also full when it holds so many bytes; ordinary articles stay far below. */
export const BYTES_PER_BATCH = 16 * 1024 * 1024;

/** A longer line is no article; 4 MiB hold a book of a million characters. */
export const MAX_LINE_BYTES = 4 * 1024 * 1024;

/** What is kept of a line that is too long, so that it can be recognised. */
const KEPT_OF_OVERLONG = 1024;

const LINE_FEED = 10;

/** The number of a batch's first line ends the id of its page: `news.jsonl#00000501`. */
const BATCH_ID = /^(.*)#(\d{8,})$/s;
const BATCH_DIGITS = 8;

/** The id of the page that a batch is, given the id of its file. */
export function batchId(file: string, firstLine: number): string {
  return `${file}#${String(firstLine).padStart(BATCH_DIGITS, '0')}`;
}

/** The number of the first line of the batch that is known by this id; 1 for an id of another kind. */
export function firstLineOf(id: string): number {
  return Number(BATCH_ID.exec(id)?.[2] ?? 1);
}

/** The id of the file that a page stands for: its own, or for a batch of lines that of the whole file. */
export function fileIdOf({ id, kind }: Pick<PageRecord, 'id' | 'kind'>): string {
  return kind === 'jsonl' ? (BATCH_ID.exec(id)?.[1] ?? id) : id;
}

/** Lines that follow each other, each ended by a line feed. */
export interface LineBatch {
  /** The number of its first line in the file, from 1. */
  readonly firstLine: number;
  readonly bytes: Uint8Array;
  /** Numbers of lines that were too long; only their beginning is in `bytes`. */
  readonly overlong: ReadonlySet<number>;
}

/** A line, or as much of it as is kept. */
interface RawLine {
  readonly bytes: Uint8Array;
  readonly overlong: boolean;
}

/** Joins byte arrays, each followed by `end` where one is given. */
function concatenate(parts: readonly Uint8Array[], end?: number): Uint8Array {
  const extra = end === undefined ? 0 : 1;
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length + extra, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
    if (end !== undefined) whole.fill(end, at, at + 1);
    at += extra;
  }
  return whole;
}

/** Collects the parts of one line and forgets what goes beyond the limit. */
class LineUnderWay {
  #parts: Uint8Array[] = [];
  #length = 0;

  add(part: Uint8Array): void {
    if (this.#length <= MAX_LINE_BYTES && part.length > 0) this.#parts.push(part);
    this.#length += part.length;
  }

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  take(): RawLine {
    const overlong = this.#length > MAX_LINE_BYTES;
    const [only, ...others] = this.#parts;
    const bytes = only !== undefined && others.length === 0 ? only : concatenate(this.#parts);
    this.#parts = [];
    this.#length = 0;
    return { bytes: overlong ? bytes.slice(0, KEPT_OF_OVERLONG) : bytes, overlong };
  }
}

async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<RawLine> {
  const line = new LineUnderWay();
  for await (const chunk of chunks) {
    let from = 0;
    // Copies: whoever reads a file may use the memory of a chunk again.
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, from)) {
      line.add(chunk.slice(from, end));
      yield line.take();
      from = end + 1;
    }
    line.add(chunk.slice(from));
  }
  if (!line.isEmpty) yield line.take();
}

/** The batches of a stream of lines. Where they end depends on the lines alone, never on how the chunks fall. */
export async function* batchLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<LineBatch> {
  let lines: Uint8Array[] = [];
  let overlong = new Set<number>();
  let firstLine = 1;
  let size = 0;
  for await (const line of linesOf(chunks)) {
    if (line.overlong) overlong.add(firstLine + lines.length);
    lines.push(line.bytes);
    size += line.bytes.length + 1;
    if (lines.length < LINES_PER_BATCH && size < BYTES_PER_BATCH) continue;
    yield { firstLine, bytes: concatenate(lines, LINE_FEED), overlong };
    firstLine += lines.length;
    [lines, overlong, size] = [[], new Set(), 0];
  }
  if (lines.length > 0) yield { firstLine, bytes: concatenate(lines, LINE_FEED), overlong };
}
