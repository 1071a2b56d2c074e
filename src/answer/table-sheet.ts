/** A table as a list of named rows with the column that a question asks for. */
import type { Table } from '../ingest/model.ts';
import { foldText } from '../text/normalize.ts';
import { findQuantities, readNumber } from '../text/numbers.ts';
import { type Decimal, readDecimal } from './decimals.ts';
import type { Question } from './question.ts';

/** A table and what stands around it. */
export interface TableMaterial {
  readonly article: string;
  /** Headline, crosshead and caption above it. */
  readonly heading: string;
  readonly table: Table;
  /** The number of the passage that holds each row, -1 where it is not indexed. */
  readonly passages: readonly number[];
}

/** The columns of a table by their role; -1 where there is none. */
export interface Roles {
  readonly name: number;
  readonly rank: number;
  readonly values: readonly number[];
}

/** A table with the column that is asked for and the rows that are named. */
export interface Sheet {
  /** The rows of one group, or all. */
  readonly rows: readonly number[];
  readonly material: TableMaterial;
  readonly roles: Roles;
  readonly column: number;
  readonly named: readonly number[];
}

const RANK_HEAD = /位次|名次|排名|序号|排序|次序/u;
const STARS = /^[★☆⭐*]+$/u;
const STARS_ASKED = /颗星|[几多少]+星|★/u;

/** A unit in brackets at the end of a column's head, or behind 单位 in a caption. */
const HEAD_UNIT = /[(（]([^()（）]{1,8})[)）]\s*$/u;
const CAPTION_UNIT = /单位[::]\s*([\p{Script=Han}%]{1,6})/u;

/** The unit that the table prints for the column that is asked for, else the one that the question names, else ''. */
export function unitOf({ material, column }: Sheet, question: Question): string {
  const { header, caption } = material.table;
  const printed = HEAD_UNIT.exec(header[column] ?? '')?.[1] ?? CAPTION_UNIT.exec(foldText(caption ?? ''))?.[1] ?? '';
  return printed !== '' && findQuantities(`3${printed}`)[0]?.unit !== '' ? printed : question.unit;
}

/** A number with its unit; what is no bare number stays as it is. */
export function withUnit(text: string, unit: string): string {
  return /[\d.]$/u.test(text) ? `${text}${unit}` : text;
}

/** The exact value of a cell, or `undefined` where it holds no plain number. */
export function decimalAt({ material, column }: Sheet, row: number): Decimal | undefined {
  const text = foldText(material.table.rows[row]?.[column] ?? '').trim();
  return readDecimal(STARS.test(text) ? String([...text].length) : text.replace(/[%‰分]$/u, ''));
}

/** The text of the cell that is asked for. */
export function cell({ material, column }: Sheet, row: number): string {
  return material.table.rows[row]?.[column] ?? '';
}

/** The number in the cell that is asked for, NaN where there is none. */
export function valueAt({ material, column }: Sheet, row: number): number {
  return numberOf(material.table.rows[row]?.[column] ?? '');
}

function numberOf(text: string): number {
  if (STARS.test(text)) return [...text].length;
  return readNumber(text.replace(/[%‰分]$/u, '')) ?? Number.NaN;
}

/** Rows from the highest value to the lowest, or by the rank column where the table has one; rows without a number are left out. */
export function ranked(sheet: Sheet): number[] {
  const by = sheet.roles.rank >= 0 ? { ...sheet, column: sheet.roles.rank } : sheet;
  const rows = sheet.rows.filter((row) => !Number.isNaN(valueAt(by, row)));
  const sign = sheet.roles.rank >= 0 ? 1 : -1;
  return rows.sort((a, b) => sign * (valueAt(by, a) - valueAt(by, b)));
}

/** The name of a row. */
export function nameAt({ material, roles }: Sheet, row: number): string {
  return material.table.rows[row]?.[roles.name] ?? '';
}

/** Whether the question names a row, in full or without the last character of a place's name. */
export function isNamed(name: string, question: string): boolean {
  const folded = foldText(name).trim();
  if (folded.length < 2) return false;
  return (
    question.includes(folded) ||
    (folded.length > 2 && /[省市区县镇州]$/u.test(folded) && question.includes(folded.slice(0, -1)))
  );
}

/** Which column names the rows, which ranks them, which hold values. */
export function rolesOf({ header, rows }: Pick<Table, 'header' | 'rows'>): Roles {
  const columns = header.map((_, i) => rows.map((row) => row[i] ?? ''));
  const numeric = columns.map(
    (cells) => cells.filter((text) => !Number.isNaN(numberOf(text))).length > 0.6 * cells.length,
  );
  const rank = header.findIndex((head, i) => numeric[i] === true && RANK_HEAD.test(head));
  const name = columns.findIndex((cells, i) => numeric[i] !== true && new Set(cells).size > 0.6 * cells.length);
  return { name, rank, values: header.flatMap((_, i) => (numeric[i] === true && i !== rank ? [i] : [])) };
}

/** The column of numbers whose head has most in common with the question; stars only when stars are asked for. */
export function valueColumn(
  question: Question,
  { header, rows }: Pick<Table, 'header' | 'rows'>,
  { values }: Roles,
): number {
  const stars = STARS_ASKED.test(question.text);
  const fitting = values.filter((i) => STARS.test(rows[0]?.[i] ?? '') === stars);
  const common = (head: string): number =>
    [...new Set(foldText(head))].filter((character) => question.text.includes(character)).length;
  return (
    [...(fitting.length > 0 ? fitting : values)].sort((a, b) => common(header[b] ?? '') - common(header[a] ?? ''))[0] ??
    -1
  );
}

/** The rows of a table by the groups that a column of repeated words parts them into; all in one where there is none. */
export function groupsOf({ header, rows }: Table): number[][] {
  const all = rows.map((_, i) => i);
  const column = header.findIndex((_, i) => {
    const cells = rows.map((row) => row[i] ?? '');
    const different = new Set(cells).size;
    return (
      different > 1 &&
      different * 2 <= cells.length &&
      cells.every((text) => text !== '' && Number.isNaN(numberOf(text)))
    );
  });
  if (column < 0) return [all];
  const groups = new Map<string, number[]>();
  for (const row of all) {
    const name = rows[row]?.[column] ?? '';
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return [...groups.values()];
}
