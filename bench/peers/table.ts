/** Summaries as Markdown. */
import { MEASURES, type Measured, type Summary } from './summary.ts';

const QUALITIES = ['recall1', 'recall5', 'recall10', 'mrr10'] as const;
const COSTS = ['index s', 'index CPU s', 'p50 ms', 'p99 ms', 'CPU ms', 'memory MiB', 'disk MiB'];
const HEADS = ['engine', 'Recall@1', '@5', '@10', 'MRR@10', ...COSTS];

/** Three digits that say something: 0.0123, 1.23, 12.3, 123. */
export function digits(value: number): string {
  const size = Math.abs(value);
  if (size >= 100) return value.toFixed(0);
  if (size >= 10) return value.toFixed(1);
  return size >= 0.1 ? value.toFixed(2) : value.toFixed(4);
}

function cellOf(measured: Measured | null): string {
  if (measured === null) return '–';
  const { median, least, most, ratio } = measured;
  const spread = least === most ? '' : ` (${digits(least)}–${digits(most)})`;
  return `${digits(median)}${spread}${ratio === null ? '' : ` ${digits(ratio)}×`}`;
}

function rowOf({ engine, gaveUp, quality, measures }: Summary): string[] {
  if (gaveUp !== null) return [engine, `gave up: ${gaveUp}`, ...HEADS.slice(2).map(() => '')];
  const shares = QUALITIES.map((name) => (quality === null ? '–' : quality[name].toFixed(4)));
  return [engine, ...shares, ...MEASURES.map((measure) => cellOf(measures[measure]))];
}

/** Rows of cells as a table; the first row is its head. A vertical bar in a cell is escaped. */
export function markdownTable(rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), `|${head.map(() => '---|').join('')}`, ...body.map(line)].join('\n');
}

/** Engines, what they find and what they cost: median, (least–most) of the runs, and × how many times ours. */
export function resultTable(summaries: readonly Summary[]): string {
  return markdownTable([HEADS, ...summaries.map(rowOf)]);
}

/** Engines by size: what they cost at each, or why they gave up. */
export function growthTable(sizes: readonly number[], bySize: ReadonlyMap<number, readonly Summary[]>): string {
  const heads = ['passages', 'engine', ...COSTS];
  const rows = sizes.flatMap((size) => {
    return (bySize.get(size) ?? []).map(({ engine, gaveUp, measures }) => {
      const start = [size.toLocaleString('en'), engine];
      if (gaveUp !== null) return [...start, `gave up: ${gaveUp}`, ...COSTS.slice(1).map(() => '')];
      return [...start, ...MEASURES.map((measure) => cellOf(measures[measure]))];
    });
  });
  return markdownTable([heads, ...rows]);
}
