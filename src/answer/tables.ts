/**
 * Answers from a table: a cell by its row and column, the first, last or n-th row, the rank of a row and its neighbours,
 * the difference of two, the rows beyond a limit and their number, the sum of all, or which row has a value.
 *
 * A table is read as a list of named rows. The column that names them is the first whose cells are words and
 * mostly different; a column of words that repeat (the name of a group) parts the table, and its words speak for the
 * rows as the caption does. A row that the question names but the table lacks is never replaced by another one.
 */

import { PLACE_SUFFIXES } from '../text/lexicon/places.ts';
import { foldText } from '../text/normalize.ts';
import { isOfOtherTime } from './conflicts.ts';
import type { Question } from './question.ts';
import type { Weigh } from './statement.ts';
import { INTENT_WORD, intentOf, type TableIntent } from './table-intents.ts';
import { type Resolved, resolve } from './table-rows.ts';
import { groupsOf, isNamed, nameAt, rolesOf, type Sheet, type TableMaterial, valueColumn } from './table-sheet.ts';

/** What a table says to a question. */
export interface TableFinding extends Resolved {
  readonly material: TableMaterial;
  readonly intent: TableIntent['kind'];
  /** Share of the question's words that the table, its heading and the rows speak of, 0 to 1. */
  readonly coverage: number;
}

/** The best finding among the tables, or `undefined` where none of them speaks to the question. */
export function askTables(
  question: Question,
  tables: readonly TableMaterial[],
  weigh: Weigh,
): TableFinding | undefined {
  const ofItsTime = tables.filter(({ heading }) => !isOfOtherTime(question.text, foldText(heading)));
  const findings = ofItsTime.flatMap((material) =>
    sheetsOf(question, material).flatMap((sheet) => findingIn(question, sheet, weigh) ?? []),
  );
  return findings.sort((a, b) => b.coverage - a.coverage)[0];
}

/** Whether a question names one of a kind that a row of this name is (another district), and not this one. */
export function namesAnother(question: Question, row: string): boolean {
  const name = foldText(row).trim();
  const end = name.slice(-1);
  if (isNamed(name, question.text) || !PLACE_ENDS.has(end)) return false;
  return question.terms.some(
    ({ word, tag }) => word.length > 1 && (word.endsWith(end) || tag === 'ns') && !name.includes(word),
  );
}

const PLACE_ENDS: ReadonlySet<string> = new Set(PLACE_SUFFIXES);

/** A sheet for each group of rows that has names and values. */
function sheetsOf(question: Question, material: TableMaterial): Sheet[] {
  const { table } = material;
  return groupsOf(table).flatMap((rows) => {
    const part = { header: table.header, rows: rows.map((row) => table.rows[row] ?? []) };
    const roles = rolesOf(part);
    const column = valueColumn(question, part, roles);
    if (roles.name < 0 || column < 0) return [];
    const sheet = { material, rows, roles, column, named: [] };
    return [{ ...sheet, named: rows.filter((row) => isNamed(nameAt(sheet, row), question.text)) }];
  });
}

function findingIn(question: Question, sheet: Sheet, weigh: Weigh): TableFinding | undefined {
  const intent = intentOf(question, sheet.named.length);
  const found = intent === undefined ? undefined : resolve(question, intent, sheet);
  if (intent === undefined || found === undefined) return undefined;
  const { material } = sheet;
  return {
    material,
    ...found,
    intent: intent.kind,
    coverage: coverageOf(question, textOfRows(sheet, found.rows), weigh),
  };
}

/** What the rows say with all that stands above them; where no row is named the names of all are spoken of. */
function textOfRows(sheet: Sheet, rows: readonly number[]): string {
  const { table, heading } = sheet.material;
  const cells = rows.flatMap((row) => table.rows[row] ?? []);
  const names = sheet.named.length === 0 ? sheet.rows.map((row) => nameAt(sheet, row)) : [];
  return foldText([heading, table.caption ?? '', ...table.header, ...cells, ...names].join('\n'));
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
