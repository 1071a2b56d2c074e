/**
 * Which line ends of the printed column are left in the page, and which lines do they tear?
 *
 * Two ways of extraction leave them: as a blank every twenty characters inside a long line, or as real lines of one
 * width. In both the words go on, so the line end is taken out again; where neither is seen nothing is touched.
 */
import type { Span } from '../text/span.ts';
import type { Line } from './lines.ts';
import { joinMade, partOf } from './made.ts';

/** Lines of a page after its printed line ends were taken out. */
export interface MendedLines {
  readonly lines: readonly Line[];
  /** Whether blanks stood for line ends: such pages come from column-wise extraction and may be interleaved. */
  readonly torn: boolean;
}

/** A line shorter than this many characters is no evidence for blanks at line ends. */
const LONG_LINE = 60;
/** Blanks at line ends come every 8 to 45 characters; orderly pages have one in a thousand. */
const BLANK_RATE = { least: 1 / 60, most: 1 / 8 } as const;
/** Fewer blanks than this on a page prove nothing. */
const LEAST_BLANKS = 5;
/** A column of a newspaper holds at most this many full-width characters. */
const WIDEST_COLUMN = 45;
/** A line of it holds at least this many. */
export const NARROWEST_COLUMN = 8;
/** Share of the lines that must reach the column's width before they are taken for its lines. */
const FULL_SHARE = 0.4;
/** So many lines of one width are the lines of a column; wider ones are two in one. */
const MANY = 8;
/** Fewer full lines than this prove nothing. */
const LEAST_FULL = 4;
/** A full line may be this much narrower: punctuation hangs, words do not break. */
const SLACK = 1.5;

/** Blanks between two signs of Chinese text; Chinese writes none there. */
export const LINE_END_BLANK =
  /(?<=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’…—·\u3000-\u303f,.;:!?"')])[ \u3000]+(?=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’…—·\u3000-\u303f"'(])/g;

function hasLineEndBlanks(lines: readonly Line[]): boolean {
  let length = 0;
  let blanks = 0;
  for (const { text } of lines) {
    if (text.length < LONG_LINE || text.includes('\t')) continue;
    length += text.length;
    blanks += text.match(LINE_END_BLANK)?.length ?? 0;
  }
  const rate = blanks / Math.max(1, length);
  return blanks >= LEAST_BLANKS && rate >= BLANK_RATE.least && rate <= BLANK_RATE.most;
}

/** The line without the blanks that line ends left; one too near the last line end is a blank that was printed. */
function withoutBlanks(line: Line): Line {
  if (line.text.includes('\t')) return line;
  const kept: Span[] = [];
  let start = 0;
  for (const blank of line.text.matchAll(LINE_END_BLANK)) {
    if (blank.index - start < NARROWEST_COLUMN) continue;
    kept.push({ start, end: blank.index });
    start = blank.index + blank[0].length;
  }
  if (start === 0) return line;
  kept.push({ start, end: line.text.length });
  return { ...line, ...joinMade(kept.map((span) => partOf(line, span))) };
}

/** The width of a text in full-width characters. */
export function widthOf(text: string): number {
  let width = 0;
  for (const sign of text) width += sign < '\u2000' ? 0.5 : 1;
  return width;
}

/** The width of a text as it was printed: letters and digits are half as wide as everything else. */
export function printedWidth(text: string): number {
  let width = 0;
  for (const sign of text) width += /[A-Za-z0-9 ]/.test(sign) ? 0.5 : 1;
  return width;
}

/** Indent and words together; scanners make full-width punctuation half as wide, and so it is counted whole. */
function lineWidth(line: Line): number {
  return line.indent / 2 + printedWidth(line.text);
}

/** The width that most lines have, rounded; 0 for none. */
export function commonWidth(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(Math.round(width), (counts.get(Math.round(width)) ?? 0) + 1);
  const share = (width: number): number => (counts.get(width) ?? 0) + 0.5 * (counts.get(width - 1) ?? 0);
  return [...counts.keys()].reduce((best, width) => (share(width) > share(best) ? width : best), 0);
}

/** The width that only a tenth of the lines exceed; where that is two lines in one, for their ends are lost, the common one. */
function fullWidth(widths: readonly number[]): number | undefined {
  const width = widths.toSorted((a, b) => a - b)[Math.floor(widths.length * 0.9)];
  const common = commonWidth(widths);
  const usual = widths.filter((each) => Math.abs(each - common) <= SLACK).length;
  const sure = usual >= MANY && usual >= widths.length * FULL_SHARE;
  return width !== undefined && width > common + SLACK && sure ? common : width;
}

/** The width of the printed column where lines are cut at it, else `undefined`. */
function columnWidth(lines: readonly Line[]): number | undefined {
  const widths = lines.filter((line) => line.level === 0 && !line.text.includes('\t')).map(lineWidth);
  const width = fullWidth(widths);
  if (width === undefined || width > WIDEST_COLUMN || width < NARROWEST_COLUMN) return undefined;
  const full = widths.filter((each) => Math.abs(each - width) <= SLACK).length;
  return full >= LEAST_FULL && full >= widths.length * FULL_SHARE ? width : undefined;
}

/** Whether `next`, right below it, is the printed continuation of `line` in a column of `width`. */
export function goesOn(line: Line, next: Line, width: number): boolean {
  if (next.gap > 0 || next.level > 0 || next.listed || line.level > 0 || /\t/.test(line.text + next.text)) return false;
  if (lineWidth(line) < width - SLACK) return false;
  return next.indent < 2 && !/^[□■◎○◆●]/.test(next.text);
}

function joinColumnLines(lines: readonly Line[], width: number): Line[] {
  const joined: { first: Line; parts: Line[] }[] = [];
  for (const line of lines) {
    const group = joined.at(-1);
    const last = group?.parts.at(-1);
    if (group !== undefined && last !== undefined && goesOn(last, line, width)) group.parts.push(line);
    else joined.push({ first: line, parts: [line] });
  }
  return joined.map(({ first, parts }) => {
    const raw = { start: first.raw.start, end: (parts.at(-1) ?? first).raw.end };
    return { ...first, ...joinMade(parts), raw };
  });
}

/** How line ends of the printed column are left in a page: as blanks within its lines, or as the ends of its lines. */
export type LineEnds = { readonly kind: 'blanks' } | { readonly kind: 'lines'; readonly width: number };

/** How the line ends of the printed column are left, `undefined` where none are seen. */
export function findLineEnds(lines: readonly Line[]): LineEnds | undefined {
  if (hasLineEndBlanks(lines)) return { kind: 'blanks' };
  const width = columnWidth(lines);
  return width === undefined ? undefined : { kind: 'lines', width };
}

/** Takes out the line ends of the printed column, where the page shows any. */
export function mendLineEnds(lines: readonly Line[], ends: LineEnds | undefined): MendedLines {
  if (ends === undefined) return { lines, torn: false };
  if (ends.kind === 'blanks') return { lines: lines.map(withoutBlanks), torn: true };
  return { lines: joinColumnLines(lines, ends.width), torn: false };
}
