/** Draws tables in columns of equal width, or row by row where the terminal is too narrow. */
import { cleanLine } from './clean.ts';
import type { Palette } from './palette.ts';
import { displayWidth, padEnd } from './width.ts';

const GAP = '  ';

/** A table as it is drawn. */
export interface TableText {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

function widths(rows: readonly (readonly string[])[]): number[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: columns }, (_, at) => Math.max(0, ...rows.map((row) => displayWidth(row[at] ?? ''))));
}

function listed(header: readonly string[], row: readonly string[]): string[] {
  return row.map((cell, at) => `${at === 0 ? '- ' : '  '}${header[at] === undefined ? '' : `${header[at]}：`}${cell}`);
}

/** The lines of a table, at most `width` columns wide where that is possible at all. */
export function tableLines({ header, rows }: TableText, palette: Palette, width: number): string[] {
  const head = header.map(cleanLine);
  const body = rows.map((row) => row.map(cleanLine));
  const columns = widths([head, ...body]);
  const total = columns.reduce((sum, column) => sum + column, 0) + GAP.length * Math.max(0, columns.length - 1);
  if (total > width) return body.flatMap((row) => listed(head, row));
  const line = (row: readonly string[]): string =>
    columns
      .map((column, at) => padEnd(row[at] ?? '', column))
      .join(GAP)
      .trimEnd();
  const above = head.length === 0 ? [] : [palette.strong(line(head)), palette.faint('─'.repeat(total))];
  return [...above, ...body.map(line)];
}
