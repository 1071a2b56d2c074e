/** Which line of a page does a place stand in? */
import type { Span } from '../text/span.ts';

/** Lines `first` to `last`, both included, from 1. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** What editors take for the end of a line; other separators stand inside of one. */
const LINE_END = /\r\n|\r|\n/g;

function spansOf(raw: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const end of raw.matchAll(LINE_END)) {
    spans.push({ start, end: end.index });
    start = end.index + end[0].length;
  }
  if (start < raw.length || spans.length === 0) spans.push({ start, end: raw.length });
  return spans;
}

/** Ranges in rising order, those that touch joined. */
function merged(ranges: readonly LineRange[]): LineRange[] {
  const joined: { first: number; last: number }[] = [];
  for (const { first, last } of ranges.toSorted((a, b) => a.first - b.first)) {
    const before = joined.at(-1);
    if (before !== undefined && first <= before.last + 1) before.last = Math.max(before.last, last);
    else joined.push({ first, last });
  }
  return joined;
}

/** The lines of a page. */
export class RawLines {
  /** Where each line stands, without its end; offsets of the page. */
  readonly spans: readonly Span[];

  constructor(raw: string) {
    this.spans = spansOf(raw);
  }

  /** The number of the line that holds an offset, from 1; the end of a line belongs to it. */
  numberAt(offset: number): number {
    let [low, high] = [0, this.spans.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.spans[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }

  /** The lines that hold any of the spans, in rising order. */
  rangesOf(spans: readonly Span[]): LineRange[] {
    return merged(
      spans
        .filter(({ start, end }) => start < end)
        .map(({ start, end }) => ({ first: this.numberAt(start), last: this.numberAt(end - 1) })),
    );
  }
}
