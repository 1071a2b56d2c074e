/**
 * Which lines are a table, and what stands in its cells?
 *
 * Extraction sets tables as lines with tabs, sometimes with the bars of Markdown. A cell that spans several rows
 * stands in the first of them only; the rows below begin with an empty cell or are one cell short. It is repeated in
 * each, so that every row can be understood alone.
 */
import type { Span } from '../text/span.ts';
import type { Line } from './lines.ts';
import { RULE_GAP } from './lines.ts';
import type { Made } from './made.ts';
import { joinMade } from './made.ts';
import type { Table } from './model.ts';

/** A cell wider than this many characters belongs to a text that holds a tab by accident. */
const LONGEST_CELL = 160;
const NUMERIC = /^[-+±]?[\d,.，]+\s?[%‰万亿元个家人户分]*$|^★+$|^[—–-]+$/;

/** The cells of a line as they stand in the page, empty ones included, or `undefined` where it has none. */
export function cellsOf(raw: string, line: Line): string[] | undefined {
  const text = raw.slice(line.raw.start, line.raw.end);
  const bars = /^\s*\|.*\|\s*$/.test(text);
  if (!bars && !text.includes('\t')) return undefined;
  const cells = (bars ? text.trim().slice(1, -1).split('|') : text.split('\t')).map((cell) =>
    cell.replaceAll('**', '').trim(),
  );
  while (cells.length > 0 && cells.at(-1) === '') cells.pop();
  const filled = cells.filter((cell) => cell !== '');
  return filled.length >= 2 && filled.every((cell) => cell.length <= LONGEST_CELL) ? cells : undefined;
}

const sameCells = (a: readonly string[], b: readonly string[]): boolean => a.join('\t') === b.join('\t');

/** Whether a row continues the table that began with `header`. */
function continues(header: readonly string[], row: readonly string[], gap: number): boolean {
  return (gap <= 1 || gap === RULE_GAP) && !sameCells(header, row);
}

/**
 * The tables among the lines of a page, as runs of line numbers `[first, after last)`. A lone line with tabs is none.
 * A table ends at a wider gap and where its own header comes again.
 */
export function findTables(raw: string, lines: readonly Line[]): Span[] {
  const runs: { start: number; end: number; header: readonly string[] }[] = [];
  for (const [at, line] of lines.entries()) {
    const cells = cellsOf(raw, line);
    if (cells === undefined) continue;
    const run = runs.at(-1);
    if (run !== undefined && run.end === at && continues(run.header, cells, line.gap)) run.end = at + 1;
    else runs.push({ start: at, end: at + 1, header: cells });
  }
  return runs.filter((run) => run.end - run.start > 1).map(({ start, end }) => ({ start, end }));
}

/** How many cells of a row are of the same kind (number or words) as those of the row above, from column `shift` on. */
function alike(row: readonly string[], above: readonly string[], shift: number): number {
  return row.filter((cell, at) => NUMERIC.test(cell) === NUMERIC.test(above[at + shift] ?? '')).length;
}

/** The row with what it leaves out, because it spans rows, taken from the row above. */
function fillRow(row: readonly string[], above: readonly string[] | undefined): readonly string[] {
  if (above === undefined) return row;
  const missing = above.length - row.length;
  const shifted = missing > 0 && row[0] !== '' && alike(row, above, missing) > alike(row, above, 0);
  const full = shifted ? [...Array<string>(missing).fill(''), ...row] : [...row];
  for (let at = 0; at < full.length && full[at] === ''; at++) full[at] = above[at] ?? '';
  return full;
}

/** Where each row stands in the text of the block. */
function lineSpansOf(lines: readonly Made[]): Span[] {
  let at = 0;
  return lines.map(({ text }) => {
    const start = at;
    at += text.length + 1;
    return { start, end: start + text.length };
  });
}

/**
 * Reads the lines of a table. The block's text is the lines one under the other; the header is the first row where
 * that holds no number.
 */
export function readTable(raw: string, lines: readonly Line[], caption: string | null): { made: Made; table: Table } {
  const cells = lines.map((line) => cellsOf(raw, line) ?? []);
  const headed = cells[0]?.every((cell) => !NUMERIC.test(cell)) === true;
  const rows: (readonly string[])[] = [];
  for (const row of headed ? cells.slice(1) : cells) rows.push(fillRow(row, rows.at(-1)));
  const spans = lineSpansOf(lines);
  const header = headed ? (cells[0] ?? []) : [];
  return { made: joinMade(lines, '\n'), table: { caption, header, rows, rowSpans: headed ? spans.slice(1) : spans } };
}
