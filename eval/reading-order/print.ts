/** A page's lines as the file that a scanner leaves. */
import type { Dice } from './dice.ts';
import type { LineRole, SetLine } from './typeset.ts';

/**
 * What became of the line ends: `blanks` stand for them within paragraphs (as on the Laoshan page), each printed line is
 * one of the `lines` of the file, or they are gone and a paragraph is `whole`.
 */
export type Printing = 'blanks' | 'lines' | 'whole';

/** A printed line and where it stands in the page's text. */
export interface PrintedLine {
  /** As it stands in the page: `page.text.slice(start, end)`. */
  readonly text: string;
  /** Number of the line that follows in reading order, `null` at the end of an article, caption or copy. */
  readonly truth: number | null;
  readonly start: number;
  readonly end: number;
  readonly role: LineRole;
  /** Whether it ends its paragraph; what follows is another one. */
  readonly closes: boolean;
  /** Number of the line that it repeats. */
  readonly copyOf: number | null;
}

/** How a page is printed. */
export interface Setting {
  readonly printing: Printing;
  /** Width of the column in full-width characters. */
  readonly width: number;
  /** Whether its order is disturbed: then paragraphs are found badly. */
  readonly torn: boolean;
  /** Share of the line ends that are lost, and the lines stuck together. */
  readonly stuck: number;
}

const NEW_PARAGRAPH = '\n\n';
const INDENT = '\u3000\u3000';
/** Share of the paragraphs that still begin a line of the file where columns are torn, as on the Laoshan page. */
const FOUND = 0.85;
/** Share of the jumps between columns that look like a new paragraph there. */
const MISTAKEN = 0.15;
/** Share of the lines of the file that a torn page marks as a quotation. */
const QUOTED = 0.03;
/** Share of the last lines of paragraphs that are filled up with blanks to the end of the column. */
const FILLED = 0.5;

/** What stands between two lines whose line ends became blanks. */
function blankBetween(above: SetLine, line: SetLine, { torn, dice }: { torn: boolean; dice: Dice }): string {
  if (line.opens) return !torn || dice.chance(FOUND) ? NEW_PARAGRAPH : ' ';
  if (above.next !== line && dice.chance(MISTAKEN)) return NEW_PARAGRAPH;
  return ' ';
}

/** What stands between two lines of which one is a headline's. */
function headBetween(above: SetLine, line: SetLine, printing: Printing): string {
  if (above.role !== line.role || above.next !== line) return NEW_PARAGRAPH;
  return printing === 'lines' ? '\n' : ' ';
}

/** What stands between two lines. */
function between(above: SetLine, line: SetLine, { printing, torn, stuck, dice }: Setting & { dice: Dice }): string {
  if (above.role === 'head' || line.role === 'head') return headBetween(above, line, printing);
  if (above.role !== line.role && printing !== 'lines') return NEW_PARAGRAPH;
  if (printing === 'whole') return above.next === line && !line.opens ? '' : NEW_PARAGRAPH;
  if (dice.chance(stuck)) return '';
  if (printing === 'lines') return '\n';
  const parted = blankBetween(above, line, { torn, dice });
  return parted === ' ' && above.text.endsWith(' ') ? '' : parted;
}

/** Blanks up to the end of the column. */
function fillingOf(line: SetLine, { printing, width }: Setting, dice: Dice): string {
  if (printing !== 'lines' || !line.closes || line.role !== 'text' || !dice.chance(FILLED)) return '';
  return '\u3000'.repeat(Math.max(0, width - line.text.length));
}

/** Prints lines in the given order. */
export function printLines(lines: readonly SetLine[], setting: Setting, dice: Dice) {
  const numbers = new Map(lines.map((line, at) => [line, at]));
  const numberOf = (line: SetLine | undefined): number | null => (line && numbers.get(line)) ?? null;
  let text = '';
  const printed = lines.map((line, at): PrintedLine => {
    const above = lines[at - 1];
    const parted = above === undefined ? '' : between(above, line, { ...setting, dice });
    if (above !== undefined && parted !== '') text += fillingOf(above, setting, dice);
    text += parted;
    if (parted === NEW_PARAGRAPH && setting.torn && line.role === 'text' && dice.chance(QUOTED)) text += '> ';
    if (setting.printing === 'lines' && line.opens && line.role === 'text') text += INDENT;
    const start = text.length;
    text += line.text;
    const { role, closes, copyOf } = line;
    const truth = numberOf(line.next);
    return { text: line.text, truth, start, end: text.length, role, closes, copyOf: numberOf(copyOf) };
  });
  return { text, lines: printed };
}
