/** Tables of figures for people. */
import { type Interval, SHARES } from './intervals.ts';
import type { SetReport, TrialReport } from './report.ts';
import type { Figures, Verdict } from './score.ts';

const COLUMNS: readonly (readonly [string, keyof Figures])[] = [
  ['n', 'questions'],
  ['hit', 'hit'],
  ['em', 'em'],
  ['f1', 'f1'],
  ['evidence', 'evidence'],
  ['proof', 'proof'],
  ['answered', 'answered'],
  ['precision', 'precision'],
  ['abstained', 'abstained'],
  ['recall@1', 'recall1'],
  ['recall@5', 'recall5'],
  ['recall@10', 'recall10'],
  ['mrr@10', 'mrr10'],
  ['p50 ms', 'p50ms'],
  ['p99 ms', 'p99ms'],
];

/** Counts as they are, shares with three decimals, milliseconds with two, nothing as an empty cell. */
function cell(figures: Figures, key: keyof Figures): string {
  const value = figures[key];
  if (value === null) return '';
  if (key === 'questions') return String(value);
  return value.toFixed(key.endsWith('ms') ? 2 : 3);
}

/** Lines of cells, the first column flush left, the others flush right. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const pad = (text: string, column: number): string =>
    column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0);
  return rows.map((row) => row.map(pad).join('  ').trimEnd()).join('\n');
}

function setRows({ name, figures, parts }: SetReport, keys: readonly (keyof Figures)[]): string[][] {
  const rowOf = (title: string, row: Figures): string[] => [title, ...keys.map((key) => cell(row, key))];
  return [rowOf(name, figures), ...parts.map((part) => rowOf(`  ${part.name}`, part.figures))];
}

/** All sets and their parts in one table; a column that nothing fills is left out. */
export function figuresTable(sets: readonly SetReport[]): string {
  const columns = COLUMNS.filter(([, key]) => sets.some(({ figures }) => figures[key] !== null));
  const keys = columns.map(([, key]) => key);
  const head = ['', ...columns.map(([title]) => title)];
  return table([head, ...sets.flatMap((set) => setRows(set, keys))]);
}

/** The intervals of the sets; '' where none were asked for. */
export function intervalsTable(sets: readonly SetReport[]): string {
  const rows = sets.flatMap(({ name, intervals }) =>
    intervals === undefined ? [] : [[name, ...SHARES.map((key) => range(intervals[key]))]],
  );
  return rows.length === 0 ? '' : table([['95 % of draws', ...SHARES], ...rows]);
}

function range(interval: Interval | undefined): string {
  return interval === undefined ? '' : `${interval.low.toFixed(3)}–${interval.high.toFixed(3)}`;
}

/** How often an answer of each confidence is right. */
export function reliabilityTable({ reliability, calibrationError }: TrialReport): string {
  const filled = reliability.filter(({ answers }) => answers > 0);
  const rows = filled.map(({ from, to, answers, confidence, right }) => [
    `${from.toFixed(1)} to ${to.toFixed(1)}`,
    String(answers),
    (confidence ?? 0).toFixed(3),
    (right ?? 0).toFixed(3),
  ]);
  const error = calibrationError === null ? '' : `\nmean distance ${calibrationError.toFixed(3)}`;
  return `${table([['confidence', 'answers', 'mean', 'right'], ...rows])}${error}`;
}

/** The whole report. */
export function trialText(report: TrialReport): string {
  const { questions, answered, precision, interval } = report.together;
  const share = precision === null ? 'none' : precision.toFixed(3);
  const drawn = interval === undefined ? '' : ` (${range(interval)})`;
  const together = `of all ${questions} questions ${answered} were answered, right ${share}${drawn}`;
  const tables = [figuresTable(report.sets), intervalsTable(report.sets), together, reliabilityTable(report)];
  return `${tables.filter((text) => text !== '').join('\n\n')}\n`;
}

/** A question that went wrong: what was wanted, what came, and from where. */
export function missText({ gold, given, answered }: Verdict): string {
  const came = answered ? (given?.answer ?? '') : `(none) ${given?.reason ?? ''}`.trim();
  const wanted = gold.answerable === false ? 'no answer' : JSON.stringify(gold.answers);
  const from = given?.evidence?.[0]?.sentence ?? '';
  return `${gold.id} ${gold.question}\n  want ${wanted}\n  got  ${came}  ${given?.confidence?.toFixed(3) ?? ''}\n  from ${from}`;
}
