/**
 * Which printed lines does a page consist of?
 *
 * Where line ends became blanks a line of the file is several printed ones, else it is one. Each keeps its places.
 */
import { commonWidth, LINE_END_BLANK, NARROWEST_COLUMN, printedWidth } from './line-ends.ts';
import type { Line } from './lines.ts';
import { partOf } from './made.ts';
import { endsSentence } from './marks.ts';
import type { Language, Signs, Subject } from './order-language.ts';

/** A printed line as a unit of the reading order. */
export interface Unit {
  readonly line: Line;
  /** Number of the line of the file that it stands in. */
  readonly row: number;
  readonly signs: Signs;
  readonly subject: Subject;
  /** Indent and words in full-width characters; punctuation counts as printed, a whole character. */
  readonly width: number;
  /** Whether it stands inside a line of the file. */
  readonly inside: boolean;
  /** Whether a line of the file begins with it, behind a gap or with an indent. */
  readonly opens: boolean;
  readonly indented: boolean;
  /** Whether it was not cut at the width of the column though blanks stand for line ends: it was not printed in one. */
  readonly wide: boolean;
  /** Whether it is as narrow as an indented line where indents are not seen. */
  readonly narrow: boolean;
  /** Whether its line of the file looks like a heading. */
  readonly heading: boolean;
  readonly ends: boolean;
  /** Quotation marks and brackets that it leaves open, and those that it closes without having opened them. */
  readonly open: string;
  readonly closed: string;
}

/** Printed lines and the width of their column. */
export interface Printed {
  readonly units: readonly Unit[];
  readonly width: number;
}

const BLANKS = /[ \u3000]+/g;
/** A blank this near to the column's width is a line end whatever stands around it; in full-width characters. */
const NEAR_WIDTH = { below: 2.5, above: 1.5 } as const;
/** A line this much narrower than its column is short. */
export const SHORT = 3.2;
/** A line so much wider than its column is not cut as others are. */
const WIDER = 4;
/** A heading has at most so many printed lines. */
const MOST_TITLE_LINES = 3;
/** How wide the first line of a paragraph is indented, in full-width characters. */
const INDENT = 2;
/** A line that is not narrower than its column by so much has no indent. */
const UNINDENTED = 0.9;
/** Share of the lines of the file that must begin with an indented one before the others count as torn. */
const INDENTED_SHARE = 0.6;
const PAIRED: Readonly<Record<string, string>> = { '《': '》', '（': '）', '(': ')', '“': '”', '「': '」', '【': '】' };
const STRAIGHT = '"';
const CLOSING = new Set(Object.values(PAIRED));
/** Signs that stand behind a closing quotation mark, and before an opening one. */
const CLOSES_BEFORE = /[，。、；：！？,.;:!?)）》]/;
const OPENS_BEHIND = /[，。、；：！？,;:!?(（《]/;

/** Where a line is cut if only blanks among Chinese signs are line ends. */
function plainCuts(text: string): number[] {
  const cuts: number[] = [];
  let start = 0;
  for (const blank of text.matchAll(LINE_END_BLANK)) {
    if (blank.index - start < NARROWEST_COLUMN) continue;
    cuts.push(blank.index);
    start = blank.index + blank[0].length;
  }
  return cuts;
}

/** The width of the Latin word or the figure that begins at an offset; it would not have been parted. */
function wordWidth(text: string, at: number): number {
  return printedWidth(/^[A-Za-z0-9.%'-]{0,12}/.exec(text.slice(at, at + 12))?.[0] ?? '');
}

/** Where a line is cut in a column of `width`: a short last line of a paragraph also where the next would not fit beside it. */
function cutsOf(text: string, width: number): number[] {
  const signs = new Set([...text.matchAll(LINE_END_BLANK)].map(({ index }) => index));
  const plain = new Set(plainCuts(text));
  const blanks = [...text.matchAll(BLANKS)].map(({ index, 0: { length } }) => ({ index, end: index + length }));
  const cuts: number[] = [];
  let start = 0;
  for (const [at, { index, end }] of blanks.entries()) {
    const closed = signs.has(index) && endsSentence(text.slice(start, index));
    const filled = printedWidth(text.slice(start, index));
    const near = filled >= width - NEAR_WIDTH.below && filled <= width + NEAR_WIDTH.above;
    const next = printedWidth(text.slice(start, blanks[at + 1]?.index ?? text.length));
    const apart = signs.has(index) || (filled >= width / 2 && filled + wordWidth(text, end) > width - INDENT);
    const full = apart && next > width + NEAR_WIDTH.above + 1;
    if (!near && !full && !closed && !plain.has(index)) continue;
    cuts.push(index);
    start = end;
  }
  return cuts;
}

function partsOf(line: Line, cuts: readonly number[]): Line[] {
  if (cuts.length === 0) return [line];
  const ends = [...cuts, line.text.length];
  return ends.map((end, at): Line => {
    const part = { ...line, ...partOf(line, { start: ends[at - 1] ?? 0, end }) };
    return at === 0 ? part : { ...part, gap: 0, indent: 0, level: 0, listed: false };
  });
}

/** Whether a straight quotation mark opens or closes, by the signs beside it and by the last one of the line; else neither. */
function straightRole(text: string, at: number, last: 'open' | 'close' | undefined): 'open' | 'close' | undefined {
  if (CLOSES_BEFORE.test(text.charAt(at + 1))) return 'close';
  if (OPENS_BEHIND.test(text.charAt(at - 1))) return 'open';
  if (last !== undefined) return last === 'open' ? 'close' : 'open';
  return undefined;
}

/** What a sign opens or closes: the bracket that closes it, and which of the two it does. */
interface Bracket {
  readonly closing: string;
  readonly role: 'open' | 'close';
}

/** The brackets and quotation marks of a line; a straight one whose role cannot be seen is left out. */
function bracketsIn(text: string): Bracket[] {
  const brackets: Bracket[] = [];
  let last: Bracket['role'] | undefined;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    const closing = PAIRED[sign];
    if (closing !== undefined) brackets.push({ closing, role: 'open' });
    else if (CLOSING.has(sign)) brackets.push({ closing: sign, role: 'close' });
    if (sign !== STRAIGHT) continue;
    last = straightRole(text, at, last);
    if (last !== undefined) brackets.push({ closing: sign, role: last });
  }
  return brackets;
}

/** What a line leaves open, and what it closes without having opened it. */
function bracketsOf(text: string): { open: string; closed: string } {
  let [open, closed] = ['', ''];
  for (const { closing, role } of bracketsIn(text)) {
    const at = open.lastIndexOf(closing);
    if (role === 'open') open += closing;
    else if (at >= 0) open = open.slice(0, at) + open.slice(at + 1);
    else closed += closing;
  }
  return { open, closed };
}

/** Whether paragraphs are indented on a page that shows no indents: their first lines are narrower than the column. */
function indentsParagraphs(rows: readonly (readonly Line[])[], width: number): boolean {
  const firsts = rows.flatMap(([first, next]) => (first === undefined || next === undefined ? [] : [first]));
  const indented = firsts.filter(({ text }) => printedWidth(text) < width - UNINDENTED).length;
  return indented > firsts.length * INDENTED_SHARE;
}

/** Whether a line of the file may be a heading: a few printed lines, none as wide as a line of text, and no sentence. */
function isTitle(parts: readonly Line[], width: number): boolean {
  return (
    parts.length <= MOST_TITLE_LINES && parts.every(({ text }) => printedWidth(text) < width && !endsSentence(text))
  );
}

/** Cuts lines of the file into printed lines. `blanks`: whether blanks stand for line ends. */
export function printedLines(lines: readonly Line[], blanks: boolean, language: Language): Printed {
  const isTable = (line: Line): boolean => line.text.includes('\t');
  const prose = lines.filter((line) => !isTable(line));
  const rough = blanks ? prose.flatMap((line) => partsOf(line, plainCuts(line.text))) : prose;
  const width = commonWidth(rough.map((line) => (blanks ? 0 : line.indent / 2) + printedWidth(line.text)));
  const rows = lines.map((line) => (blanks && !isTable(line) ? partsOf(line, cutsOf(line.text, width)) : [line]));
  const narrow = blanks && indentsParagraphs(rows, width) ? width - UNINDENTED : Number.NaN;
  const units = rows.flatMap((parts, row) => {
    const titled = isTitle(parts, width - SHORT);
    return parts.map((part, at): Unit => {
      const { text, indent, level, gap } = part;
      const filled = (blanks ? 0 : Math.min(indent, 4) / 2) + printedWidth(text);
      const heading = isTable(part) || level > 0 || (titled && (blanks || gap > 0));
      return {
        line: part,
        row,
        signs: language.signsOf(text),
        subject: language.subjectOf(text),
        width: filled,
        wide: blanks && filled > width + WIDER,
        narrow: filled < narrow && filled > narrow - SHORT,
        inside: at > 0,
        opens: at === 0 && !(filled >= narrow) && (blanks || gap > 0 || indent >= 2),
        // Where line ends are blanks the lines of the file are no paragraphs, and their indents say nothing.
        indented: !blanks && indent >= 2,
        heading,
        ends: endsSentence(text),
        ...bracketsOf(text),
      };
    });
  });
  return { units, width };
}
