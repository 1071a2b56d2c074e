/**
 * Which lines does the page have?
 *
 * A line keeps its place in the page; what does not belong to its words (indent, Markdown marks, the `**` of bold
 * type) is left out by offsets and remembered as a hint. The text itself is never edited.
 */
import type { Span } from '../text/span.ts';
import type { Made } from './made.ts';
import { cutOut } from './made.ts';

/** A line of the page as it will be read: its words, and what its setting says about it. */
export interface Line extends Made {
  /** The line as it stands in the page, indent and marks included, without the line end. */
  readonly raw: Span;
  /** Level of a Markdown heading, 1 to 6; 0 for none. */
  readonly level: number;
  /** Whether all of it is set in bold. */
  readonly bold: boolean;
  /** Whether it begins like an item of a Markdown list. */
  readonly listed: boolean;
  /** Blanks in front, a full-width one counting two. */
  readonly indent: number;
  /** Empty lines before it; a rule counts as {@link RULE_GAP}. */
  readonly gap: number;
  /** Set where it was found inside a paragraph of the file that it does not belong to: it is no heading. */
  readonly astray?: true;
}

/** A rule parts articles as clearly as this many empty lines. */
export const RULE_GAP = 2;

const LINE_END = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g;
const BLANK = /\s|\u200b|\u200c|\u200d|\u2060|\ufeff/;
const QUOTE = /^(?:>[ \t\u3000]*)+/;
const HEADING = /^(#{1,6})(?:[ \t\u3000]+|(?=[^\s#]))/;
/** A single `#` needs a blank: `#话题#` is a tag. */
const TAG = /^#[^\s#]/;
const ITEM = /^[-*+][ \t\u3000]+/;
const IMAGE = /^!\[[^\]]*\]\([^)]*\)$/;
const BOLD = '**';

/** The span without blanks at its ends. */
function trim(raw: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && BLANK.test(raw.charAt(start))) start++;
  while (end > start && BLANK.test(raw.charAt(end - 1))) end--;
  return { start, end };
}

/** Whether a line shows no word at all: a rule, an ornament, a picture. */
function isRule(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text) || IMAGE.test(text);
}

/** The width of the indent in half-width columns. */
function indentOf(blanks: string): number {
  let width = 0;
  for (const sign of blanks) width += sign === '\u3000' ? 2 : 1;
  return width;
}

/** The stretches between the marks of bold type; a single stray mark is a letter like any other. */
function withoutBold(raw: string, span: Span): Span[] {
  const parts = raw.slice(span.start, span.end).split(BOLD);
  if (parts.length === 1) return [span];
  const spans: Span[] = [];
  let { start } = span;
  for (const [at, part] of parts.entries()) {
    const stray = parts.length % 2 === 0 && at === parts.length - 2;
    const end = start + part.length + (stray ? BOLD.length : 0);
    spans.push({ start, end });
    start = end + (stray ? 0 : BOLD.length);
  }
  return spans.filter((part) => part.start < part.end);
}

/** Takes the Markdown marks off the front. */
function readMarks(text: string): { readonly skip: number; readonly level: number; readonly listed: boolean } {
  let skip = QUOTE.exec(text)?.[0].length ?? 0;
  const heading = TAG.test(text.slice(skip)) ? undefined : HEADING.exec(text.slice(skip));
  skip += heading?.[0].length ?? 0;
  const item = ITEM.exec(text.slice(skip));
  skip += item?.[0].length ?? 0;
  return { skip, level: heading?.[1]?.length ?? 0, listed: item !== null };
}

function readLine(raw: string, span: Span, gap: number): Line | undefined {
  const seen = trim(raw, span);
  if (isRule(raw.slice(seen.start, seen.end))) return undefined;
  const { skip, level, listed } = readMarks(raw.slice(seen.start, seen.end));
  const words = trim(raw, { start: seen.start + skip, end: seen.end });
  if (words.start === words.end) return undefined;
  const spans = withoutBold(raw, words);
  const bold = spans.length === 1 && spans[0] !== undefined && spans[0].end < words.end;
  const indent = indentOf(raw.slice(span.start, seen.start));
  return { ...cutOut(raw, spans), raw: span, level, bold, listed, indent, gap };
}

/** Where the lines of a text stand, line ends excluded. */
function lineSpans(raw: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const end of raw.matchAll(LINE_END)) {
    spans.push({ start, end: end.index });
    start = end.index + end[0].length;
  }
  return [...spans, { start, end: raw.length }];
}

/** The lines of a page that hold words, in the order of the file. Any line end counts, also a page break. */
export function readLines(raw: string): Line[] {
  const lines: Line[] = [];
  let gap = 0;
  for (const span of lineSpans(raw)) {
    const line = readLine(raw, span, gap);
    if (line !== undefined) {
      lines.push(line);
      gap = 0;
    } else gap += raw.slice(span.start, span.end).trim() === '' ? 1 : RULE_GAP;
  }
  return lines;
}
