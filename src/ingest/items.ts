/** What does the page consist of, before anything is said about articles? Lines with their kinds, tables, signatures. */
import type { Span } from '../text/span.ts';
import type { Byline } from './byline.ts';
import { parseNames } from './byline.ts';
import type { Opening } from './dateline.ts';
import { widthOf } from './line-ends.ts';
import type { Line } from './lines.ts';
import type { LineKind, MarkedLine } from './marks.ts';
import { endsSentence, markLine } from './marks.ts';
import { partLine } from './part-lines.ts';
import { findTables } from './tables.ts';

/** `head` may be a headline, a crosshead or a short paragraph; `notice` is a signature with its date. */
export type ItemKind = Exclude<LineKind, 'date'> | 'table' | 'notice';

/** A line, or the lines that only mean something together. */
export interface Item {
  readonly kind: ItemKind;
  readonly lines: readonly Line[];
  /** Empty lines before it. */
  readonly gap: number;
  readonly byline?: Byline;
  readonly opening?: Opening;
  /** Raw places where the page prints the same paragraph again. */
  readonly copies?: readonly Span[];
}

/** A signature is at most this wide, in full-width characters. */
const WIDEST_SIGNATURE = 30;

/** The text of an item; lines of a table one under the other. */
export function textOf(item: Item): string {
  return item.lines.map((line) => line.text).join('\n');
}

function markLines(lines: readonly Line[]): MarkedLine[] {
  return lines.flatMap(partLine).map(markLine);
}

function toItem(marked: MarkedLine): Item {
  const { kind, line, ...read } = marked;
  // A date that signs nothing is the date of the page.
  const known = kind === 'date' ? 'house' : kind;
  return { kind: known, lines: [line], gap: line.gap, ...read };
}

/** Whether a line signs what stands above it: short, no sentence, right before a date. */
function isSignature(marked: MarkedLine | undefined, date: Line): boolean {
  if (marked === undefined || date.gap > 1 || (marked.kind !== 'head' && marked.kind !== 'text')) return false;
  const { text, level } = marked.line;
  return level === 0 && widthOf(text) <= WIDEST_SIGNATURE && !endsSentence(text);
}

/** The names right below a byline, which go on in it. */
function moreNames(marked: MarkedLine, above: Item | undefined): Byline | undefined {
  const below = above?.kind === 'byline' && marked.line.gap === 0 && marked.kind === 'head';
  return below ? parseNames(marked.line.text) : undefined;
}

/** Appends marked lines to the items; what only means something below another line is put together with it. */
function appendItems(items: Item[], marked: readonly MarkedLine[]): void {
  for (const [at, one] of marked.entries()) {
    const before = marked[at - 1];
    const names = moreNames(one, items.at(-1));
    if (one.kind === 'date' && items.length > 1 && before !== undefined && isSignature(before, one.line)) {
      items.pop();
      items.push({ kind: 'notice', lines: [before.line, one.line], gap: before.line.gap });
    } else items.push(names === undefined ? toItem(one) : { ...toItem(one), kind: 'byline', byline: names });
  }
}

/** The items of a page in the order of its lines. */
export function readItems(raw: string, lines: readonly Line[]): Item[] {
  const tables = findTables(raw, lines);
  const items: Item[] = [];
  let at = 0;
  for (const { start, end } of tables) {
    appendItems(items, markLines(lines.slice(at, start)));
    items.push({ kind: 'table', lines: lines.slice(start, end), gap: lines[start]?.gap ?? 0 });
    at = end;
  }
  appendItems(items, markLines(lines.slice(at)));
  return items;
}
