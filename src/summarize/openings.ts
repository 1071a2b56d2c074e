/** Where does the news of a block begin and end? What says who wrote it, and where and when, is not summarised. */
import { parseLeadingByline, parseTrailingByline } from '../ingest/byline.ts';
import { parseOpening } from '../ingest/dateline.ts';
import type { Span } from '../text/span.ts';

/** Signs that are left over in front when datelines and bylines are gone. */
const LEFT_OVER = /^[\s\u3000)）\]】〕］,，:：、;；—-]+/;
const NOTHING = { start: 0, end: 0 };

/** How many characters of the text's beginning are dateline and byline. */
function openingLength(text: string): number {
  const leading = parseLeadingByline(text);
  const from = leading?.marked === true ? leading.span.end : 0;
  const opening = parseOpening(text.slice(from).trimStart());
  const skipped = text.length - text.slice(from).trimStart().length;
  const { dateline = NOTHING, byline } = opening ?? {};
  const end = Math.max(dateline.end, byline?.span.end ?? 0);
  const length = end === 0 ? from : skipped + end;
  return length === 0 ? 0 : length + (LEFT_OVER.exec(text.slice(length))?.[0].length ?? 0);
}

/** The part of a block's text that is news; empty where all of it is dateline and byline. */
export function newsSpan(text: string): Span {
  const start = openingLength(text);
  const signed = parseTrailingByline(text);
  const end = signed === undefined ? text.length : text.slice(0, signed.span.start).replace(/[（(【[]\s*$/, '').length;
  return start < end ? { start, end } : { start: 0, end: start < text.length ? text.length : 0 };
}
