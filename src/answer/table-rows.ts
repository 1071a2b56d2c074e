/** What a table says once it is known which rows and which column are meant. */
import { foldText } from '../text/normalize.ts';
import { add, formatDecimal, subtract } from './decimals.ts';
import type { Question } from './question.ts';
import type { TableIntent } from './table-intents.ts';
import { cell, decimalAt, nameAt, ranked, type Sheet, unitOf, valueAt, withUnit } from './table-sheet.ts';

/** An answer from a table. */
export interface Resolved {
  readonly text: string;
  /** Rows that prove it, the deciding one first. */
  readonly rows: readonly number[];
  readonly calculation?: string;
}

/** The rows that an intent means, as an answer; `undefined` where the table cannot say it. */
export function resolve(question: Question, intent: TableIntent, sheet: Sheet): Resolved | undefined {
  const [first] = sheet.named;
  switch (intent.kind) {
    case 'cell':
      return first === undefined
        ? undefined
        : { text: withUnit(cell(sheet, first), unitOf(sheet, question)), rows: [first] };
    case 'rank':
      return first === undefined ? undefined : ranking(sheet, first);
    case 'difference':
      return difference(question, sheet, sheet.named);
    case 'compare':
      return extreme({ ...sheet, rows: sheet.named }, intent.lowest, sheet.named);
    case 'extreme':
      return extreme(sheet, intent.lowest, []);
    case 'spread':
      return difference(question, sheet, [...ranked(byValue(sheet)).slice(0, 1), ...ranked(byValue(sheet)).slice(-1)]);
    case 'nth':
      return named(sheet, ranked(sheet).slice(intent.place - 1, intent.place));
    case 'first':
      return several(
        sheet,
        intent.fromEnd ? ranked(sheet).slice(-intent.count) : ranked(sheet).slice(0, intent.count),
        intent.count,
      );
    case 'neighbour':
      return first === undefined ? undefined : neighbour(sheet, first, intent.step);
    case 'reverse':
      return named(sheet, sheet.rows.filter((row) => valueAt(sheet, row) === intent.value).slice(0, 1));
    case 'meeting':
      return meeting(question, sheet, intent);
    case 'total':
      return total(question, sheet);
  }
}

/** The same without its rank column, so that rows stand by their value. */
function byValue(sheet: Sheet): Sheet {
  return { ...sheet, roles: { ...sheet.roles, rank: -1 } };
}

function named(sheet: Sheet, rows: readonly number[]): Resolved | undefined {
  const text = rows.map((row) => nameAt(sheet, row)).join('、');
  return text === '' ? undefined : { text, rows };
}

/** As many rows as were asked for, or nothing. */
function several(sheet: Sheet, rows: readonly number[], count: number): Resolved | undefined {
  return rows.length === count ? named(sheet, rows) : undefined;
}

/** Rows of a ranking that are told, up to the one that is asked for. */
const SHOWN_BEFORE = 6;

function ranking(sheet: Sheet, row: number): Resolved | undefined {
  const order = ranked(sheet);
  const place = order.indexOf(row);
  if (place < 0) return undefined;
  const text = `第${place + 1}`;
  const before = order.slice(0, place + 1).slice(-SHOWN_BEFORE);
  const line = before.map((each) => `${nameAt(sheet, each)} ${cell(sheet, each)}`).join(' → ');
  return { text, rows: [row], calculation: `${before.length <= place ? '… → ' : ''}${line}：${text}` };
}

/** The row with most or least, all of them where several are equal; `beside` are rows that are shown with it. */
function extreme(sheet: Sheet, lowest: boolean, beside: readonly number[]): Resolved | undefined {
  const sorted = ranked(byValue(sheet));
  const best = lowest ? sorted.at(-1) : sorted[0];
  if (best === undefined || (beside.length > 0 && sorted.length < beside.length)) return undefined;
  const equal = sorted.filter((row) => valueAt(sheet, row) === valueAt(sheet, best));
  const found = named(sheet, equal);
  return found === undefined
    ? undefined
    : { ...found, rows: [...equal, ...beside.filter((row) => !equal.includes(row))] };
}

function difference(question: Question, sheet: Sheet, rows: readonly number[]): Resolved | undefined {
  const [a, b] = rows;
  if (a === undefined || b === undefined || a === b) return undefined;
  const [more, less] = valueAt(sheet, a) >= valueAt(sheet, b) ? [a, b] : [b, a];
  const [minuend, subtrahend] = [decimalAt(sheet, more), decimalAt(sheet, less)];
  if (minuend === undefined || subtrahend === undefined) return undefined;
  const unit = unitOf(sheet, question);
  const text = withUnit(formatDecimal(subtract(minuend, subtrahend)), unit);
  return { text, rows: [a, b], calculation: `${cell(sheet, more)} − ${cell(sheet, less)} = ${text}` };
}

function neighbour(sheet: Sheet, row: number, step: number): Resolved | undefined {
  const order = ranked(sheet);
  const at = order.indexOf(row);
  const next = at < 0 ? undefined : order[at + step];
  const found = next === undefined ? undefined : named(sheet, [next]);
  return found === undefined ? undefined : { ...found, rows: [...found.rows, row] };
}

/** The rows whose value lies beyond a limit: their number or their names. */
function meeting(
  question: Question,
  sheet: Sheet,
  { limit, above, inclusive, counted }: Extract<TableIntent, { kind: 'meeting' }>,
): Resolved | undefined {
  if (sheet.rows.some((row) => Number.isNaN(valueAt(sheet, row)))) return undefined;
  const rows = sheet.rows.filter((row) => {
    const value = valueAt(sheet, row);
    return (inclusive && value === limit) || (above ? value > limit : value < limit);
  });
  const names = rows.map((row) => nameAt(sheet, row)).join('、');
  if (!counted) return rows.length === 0 ? undefined : { text: names, rows };
  const text = `${rows.length}${question.unit === '' ? '个' : question.unit}`;
  return { text, rows: rows.length > 0 ? rows : sheet.rows, ...(names === '' ? {} : { calculation: names }) };
}

/** All rows together, only where each of them has an exact number. */
function total(question: Question, sheet: Sheet): Resolved | undefined {
  const rows = sheet.rows.filter((row) => !/合计|总计|共计|全[市省县区国]/u.test(foldText(nameAt(sheet, row))));
  const values = rows.flatMap((row) => decimalAt(sheet, row) ?? []);
  const [first, ...more] = values;
  if (first === undefined || values.length !== rows.length || more.length === 0) return undefined;
  const unit = unitOf(sheet, question);
  const text = withUnit(formatDecimal(more.reduce(add, first)), unit);
  return { text, rows, calculation: `${rows.map((row) => cell(sheet, row)).join(' + ')} = ${text}` };
}
