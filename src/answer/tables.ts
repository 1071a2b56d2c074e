/**
 * Answers from a table: a cell by its row and column, the first, last or n-th row, the rank of a row, the
 * difference of two, or which row has a value.
 *
 * A table is read as a list of named rows. The column that names them is the first whose cells are words and
 * mostly different; a column of words that repeat (the name of a group) speaks for the whole table, as its caption
 * does. A row that the question names but the table lacks is never replaced by another one.
 */
import type { Table } from '../ingest/model.ts';
import { foldText } from '../text/normalize.ts';
import { readNumber } from '../text/numbers.ts';
import type { Question } from './question.ts';
import type { Weigh } from './statement.ts';
import { INTENT_WORD, intentOf, type TableIntent } from './table-intents.ts';

/** A table and what stands around it. */
export interface TableMaterial {
  readonly article: string;
  /** Headline, crosshead and caption above it. */
  readonly heading: string;
  readonly table: Table;
  /** The number of the passage that holds each row, -1 where it is not indexed. */
  readonly passages: readonly number[];
}

/** What a table says to a question. */
export interface TableFinding {
  readonly material: TableMaterial;
  readonly text: string;
  /** Rows that prove it, the deciding one first. */
  readonly rows: readonly number[];
  readonly intent: TableIntent['kind'];
  /** Share of the question's words that the table, its heading and the rows speak of, 0 to 1. */
  readonly coverage: number;
}

/** The columns of a table by their role; -1 where there is none. */
interface Roles {
  readonly name: number;
  readonly rank: number;
  readonly values: readonly number[];
}

const RANK_HEAD = /位次|名次|排名|序号|排序|次序/u;
const STARS = /^[★☆⭐*]+$/u;
const STARS_ASKED = /颗星|[几多少]+星|★/u;

/** The best finding among the tables, or `undefined` where none of them speaks to the question. */
export function askTables(
  question: Question,
  tables: readonly TableMaterial[],
  weigh: Weigh,
): TableFinding | undefined {
  const findings = tables.flatMap((material) => {
    const finding = askTable(question, material, weigh);
    return finding === undefined ? [] : [finding];
  });
  return findings.sort((a, b) => b.coverage - a.coverage)[0];
}

function askTable(question: Question, material: TableMaterial, weigh: Weigh): TableFinding | undefined {
  const roles = rolesOf(material.table);
  const column = valueColumn(question, material.table, roles);
  if (roles.name < 0 || column < 0) return undefined;
  const named = material.table.rows.flatMap((row, i) => (isNamed(row[roles.name] ?? '', question.text) ? [i] : []));
  const intent = intentOf(question, named.length);
  if (intent === undefined) return undefined;
  const sheet: Sheet = { material, roles, column, named };
  const found = resolve(question, intent, sheet);
  if (found === undefined) return undefined;
  return {
    material,
    ...found,
    intent: intent.kind,
    coverage: coverageOf(question, textOfRows(sheet, found.rows), weigh),
  };
}

/** A table with the column that is asked for and the rows that are named. */
interface Sheet {
  readonly material: TableMaterial;
  readonly roles: Roles;
  readonly column: number;
  readonly named: readonly number[];
}

interface Resolved {
  readonly text: string;
  readonly rows: readonly number[];
}

function resolve(question: Question, intent: TableIntent, sheet: Sheet): Resolved | undefined {
  const [first, second] = sheet.named;
  switch (intent.kind) {
    case 'cell':
      return first === undefined ? undefined : { text: withUnit(cell(sheet, first), question), rows: [first] };
    case 'rank':
      return first === undefined ? undefined : { text: `第${rankOf(sheet, first)}`, rows: [first] };
    case 'difference':
      return first === undefined || second === undefined ? undefined : difference(question, sheet, [first, second]);
    case 'compare':
      return first === undefined || second === undefined
        ? undefined
        : nameOfExtreme(sheet, [first, second], intent.lowest);
    case 'extreme':
      return nameOfExtreme(
        sheet,
        sheet.material.table.rows.map((_, i) => i),
        intent.lowest,
      );
    case 'nth':
      return nameOf(sheet, ranked(sheet)[intent.place - 1]);
    case 'reverse':
      return nameOf(
        sheet,
        sheet.material.table.rows.findIndex((_, i) => valueAt(sheet, i) === intent.value),
      );
  }
}

function nameOf({ material, roles }: Sheet, row: number | undefined): Resolved | undefined {
  const name = row === undefined || row < 0 ? undefined : material.table.rows[row]?.[roles.name];
  return row === undefined || name === undefined ? undefined : { text: name, rows: [row] };
}

function nameOfExtreme(sheet: Sheet, rows: readonly number[], lowest: boolean): Resolved | undefined {
  const sorted = rows
    .filter((row) => !Number.isNaN(valueAt(sheet, row)))
    .sort((a, b) => valueAt(sheet, b) - valueAt(sheet, a));
  const best = nameOf(sheet, lowest ? sorted.at(-1) : sorted[0]);
  return best === undefined
    ? undefined
    : {
        text: best.text,
        rows: [...best.rows, ...(rows.length === 2 ? rows.filter((row) => !best.rows.includes(row)) : [])],
      };
}

function difference(question: Question, sheet: Sheet, rows: readonly [number, number]): Resolved | undefined {
  const [a, b] = rows.map((row) => cell(sheet, row));
  const gap = Math.abs(valueAt(sheet, rows[0]) - valueAt(sheet, rows[1]));
  if (a === undefined || b === undefined || Number.isNaN(gap)) return undefined;
  const decimals = Math.max(...[a, b].map((text) => /\.(\d+)/u.exec(text)?.[1]?.length ?? 0));
  return { text: withUnit(gap.toFixed(decimals), question), rows };
}

function withUnit(text: string, question: Question): string {
  return /[\d.]$/u.test(text) && question.unit !== '' ? `${text}${question.unit}` : text;
}

function cell({ material, column }: Sheet, row: number): string {
  return material.table.rows[row]?.[column] ?? '';
}

function valueAt({ material, column }: Sheet, row: number): number {
  return numberOf(material.table.rows[row]?.[column] ?? '');
}

function numberOf(text: string): number {
  if (STARS.test(text)) return [...text].length;
  return readNumber(text.replace(/[%‰分]$/u, '')) ?? Number.NaN;
}

/** Rows from the highest value to the lowest, or by the rank column where the table has one. */
function ranked(sheet: Sheet): number[] {
  const by = { ...sheet, column: sheet.roles.rank };
  const rows = sheet.material.table.rows.map((_, i) => i);
  return sheet.roles.rank >= 0
    ? rows.sort((a, b) => valueAt(by, a) - valueAt(by, b))
    : rows.sort((a, b) => valueAt(sheet, b) - valueAt(sheet, a));
}

function rankOf(sheet: Sheet, row: number): number {
  return ranked(sheet).indexOf(row) + 1;
}

/** Whether the question names a row, in full or without the last character of a place's name. */
function isNamed(name: string, question: string): boolean {
  const folded = foldText(name).trim();
  if (folded.length < 2) return false;
  return (
    question.includes(folded) ||
    (folded.length > 2 && /[省市区县镇州]$/u.test(folded) && question.includes(folded.slice(0, -1)))
  );
}

function rolesOf({ header, rows }: Table): Roles {
  const columns = header.map((_, i) => rows.map((row) => row[i] ?? ''));
  const numeric = columns.map(
    (cells) => cells.filter((text) => !Number.isNaN(numberOf(text))).length > 0.6 * cells.length,
  );
  const rank = header.findIndex((head, i) => numeric[i] === true && RANK_HEAD.test(head));
  const name = columns.findIndex((cells, i) => numeric[i] !== true && new Set(cells).size > 0.6 * cells.length);
  return { name, rank, values: header.flatMap((_, i) => (numeric[i] === true && i !== rank ? [i] : [])) };
}

/** The column of numbers whose head has most in common with the question; stars only when stars are asked for. */
function valueColumn(question: Question, { header, rows }: Table, { values }: Roles): number {
  const stars = STARS_ASKED.test(question.text);
  const fitting = values.filter((i) => STARS.test(rows[0]?.[i] ?? '') === stars);
  const common = (head: string): number =>
    [...new Set(foldText(head))].filter((character) => question.text.includes(character)).length;
  return (
    [...(fitting.length > 0 ? fitting : values)].sort((a, b) => common(header[b] ?? '') - common(header[a] ?? ''))[0] ??
    -1
  );
}

function textOfRows({ material }: Sheet, rows: readonly number[]): string {
  const cells = rows.flatMap((row) => material.table.rows[row] ?? []);
  return foldText([material.heading, material.table.caption ?? '', ...material.table.header, ...cells].join('\n'));
}

/** Weighted share of the question's words that a text holds. */
function coverageOf(question: Question, text: string, weigh: Weigh): number {
  let held = 0;
  let total = 1e-9;
  for (const { word } of question.terms) {
    if (INTENT_WORD.test(word)) continue;
    const weight = Math.max(0.1, weigh(word));
    total += weight;
    if (text.includes(word)) held += weight;
  }
  return held / total;
}
