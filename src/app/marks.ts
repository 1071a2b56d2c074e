/** Where the words of a query stand in a text, for showing. */
import type { Terms } from '../index/analyzer.ts';
import { fold } from '../text/normalize.ts';
import { placesOf, type Span } from '../text/span.ts';

/** Spans of `text` that hold a word of the query, in order, overlapping ones merged. */
export function marksOf(text: string, terms: Terms): Span[] {
  const folded = fold(text);
  const spans = [...new Set(terms.words)]
    .flatMap((word) => placesOf(word, folded.text))
    .map((span) => folded.rawSpan(span));
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  const merged: { start: number; end: number }[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last !== undefined && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged;
}
