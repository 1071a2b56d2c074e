/** Puts the printed lines of a torn page into reading order and joins them to the lines of its paragraphs. */
import { goesOn, type LineEnds } from './line-ends.ts';
import type { Line } from './lines.ts';
import { joinMade } from './made.ts';
import { Language } from './order-language.ts';
import { orderOf } from './order-restore.ts';
import { printedLines, SHORT, type Unit } from './order-units.ts';

/** Whether two printed lines, one right below the other in the file, are lines of one paragraph there. */
function joinedInFile(last: Unit, next: Unit, ends: LineEnds): boolean {
  return ends.kind === 'blanks' ? last.row === next.row : goesOn(last.line, next.line, ends.width);
}

/** The line of a paragraph from its printed lines. */
function lineOf(group: readonly Unit[], ends: LineEnds): Line[] {
  const [first] = group;
  if (first === undefined) return [];
  // Where line ends are blanks the indents of the file say nothing about the lines that were moved.
  const indent = ends.kind === 'blanks' ? 0 : first.line.indent;
  const line = { ...first.line, ...joinMade(group.map((unit) => unit.line)), indent };
  return [first.inside ? { ...line, astray: true } : line];
}

/** Lines in reading order, each a paragraph, and how many printed lines go on in another one than the next of the file. */
export interface ReorderedLines {
  readonly lines: readonly Line[];
  readonly moved: number;
}

/** The lines of the page in reading order; `undefined` where the file is in order already. */
export function reorderLines(lines: readonly Line[], ends: LineEnds): ReorderedLines | undefined {
  const language = new Language();
  const { units, width } = printedLines(lines, ends.kind === 'blanks', language);
  const keptTogether = (from: number, to: number): boolean => {
    const [last, next] = [units[from], units[to]];
    if (last === undefined || next === undefined || last.heading !== next.heading) return false;
    // A heading of several lines is one where blanks stand for their ends.
    if (last.heading) return ends.kind === 'blanks' && last.row === next.row;
    const closed = last.ends && last.width < width - SHORT;
    return !closed && joinedInFile(last, next, ends);
  };
  const order = orderOf({ units, width, language }, keptTogether);
  if (order === undefined) return undefined;
  const groups: Unit[][] = [];
  let moved = 0;
  for (const [at, { unit: number, link }] of order.entries()) {
    const unit = units[number];
    if (unit === undefined) continue;
    const goesOn = link === 'kept' ? keptTogether(order[at - 1]?.unit ?? -1, number) : link === 'join';
    if (goesOn && link !== 'kept') moved++;
    if (goesOn) groups.at(-1)?.push(unit);
    else groups.push([unit]);
  }
  return { lines: groups.flatMap((group) => lineOf(group, ends)), moved };
}
