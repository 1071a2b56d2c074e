/** Tables in columns, for letters of one width; a Chinese character is as wide as two Latin letters. */
import { CODE_LINE } from './strips.ts';

/** Columns of letters that a screen of usual width shows without breaking lines. */
const WIDEST = 60;
const GAP = '  ';

/** East Asian wide and full-width characters and emoji (UAX #11, blocks that text really uses). */
const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;
/** Marks that stand on the character before, and joiners. */
const NARROWEST = /\p{M}|[\u200B-\u200F\u2060]/u;
const IDEOGRAPHIC_BLANK = '\u3000';

/** A table whose cells are clean and of one line each. */
export interface TableText {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** How wide a text is, and how many of its characters take two columns. */
interface Extent {
  readonly columns: number;
  readonly wide: number;
}

function extentOf(text: string): Extent {
  let columns = 0;
  let wide = 0;
  for (const character of text) {
    if (NARROWEST.test(character)) continue;
    const isWide = WIDE.test(character);
    columns += isWide ? 2 : 1;
    wide += isWide ? 1 : 0;
  }
  return { columns, wide };
}

/** Columns of letters that a text takes: 2 for Chinese characters and emoji, 0 for marks on others, else 1. */
export function displayWidth(text: string): number {
  return extentOf(text).columns;
}

/** How wide the cells of a column are at most. */
function columnsOf(rows: readonly (readonly string[])[]): Extent[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: count }, (_, at) => {
    const extents = rows.map((row) => extentOf(row[at] ?? ''));
    return {
      columns: Math.max(0, ...extents.map(({ columns }) => columns)),
      wide: Math.max(0, ...extents.map(({ wide }) => wide)),
    };
  });
}

/**
 * Fills a cell up with wide blanks first: in Discord's letters a Chinese character is not exactly as wide as two
 * others, but a wide blank is exactly as wide as a Chinese character.
 */
function padded(cell: string, column: Extent): string {
  const { columns, wide } = extentOf(cell);
  const missing = column.columns - columns;
  const wideBlanks = Math.min(Math.floor(missing / 2), column.wide - wide);
  return cell + IDEOGRAPHIC_BLANK.repeat(wideBlanks) + ' '.repeat(missing - 2 * wideBlanks);
}

/** The lines of a table in columns, or `null` where it is wider than a screen. */
export function columnLines({ header, rows }: TableText): { head: string[]; lines: string[] } | null {
  const columns = columnsOf([header, ...rows]);
  const total = columns.reduce((sum, column) => sum + column.columns, GAP.length * Math.max(0, columns.length - 1));
  if (total > WIDEST) return null;
  const line = (row: readonly string[]): string =>
    columns
      .map((column, at) => padded(row[at] ?? '', column))
      .join(GAP)
      .trimEnd();
  const head = header.length === 0 ? [] : [line(header), '─'.repeat(total)];
  const lines = rows.map(line);
  // Marks take no column, so that a line may be far longer than it is wide.
  return [...head, ...lines].some((drawn) => drawn.length > CODE_LINE) ? null : { head, lines };
}
