/**
 * Which lines are several things run together?
 *
 * A headline and its byline, a byline and its first paragraph, a caption in the middle of a sentence: extraction sets
 * them in one line. Each comes out as a line of its own.
 */
import type { Span } from '../text/span.ts';
import { parseByline, parseLeadingByline } from './byline.ts';
import { parseOpening } from './dateline.ts';
import { BYLINE_MARKS } from './lexicon/bylines.ts';
import { widthOf } from './line-ends.ts';
import type { Line } from './lines.ts';
import { partOf } from './made.ts';
import { endsSentence } from './marks.ts';

/** A byline that runs into its text must leave at least this much text, in characters. */
const LEAST_TEXT = 20;
/** A headline with its byline behind it is at most this wide, in full-width characters. */
const WIDEST_HEAD = 120;

const MARK_INSIDE = new RegExp(`(?<=\\S)\\s*(?=[${BYLINE_MARKS}])`);
/** A marked caption up to its photographer, inside a line: ■ … 张三 摄. */
const CAPTION_INSIDE =
  /[■▲▼◆][^■▲▼◆\n]{4,100}?[\s。](?:本报记者\s*|通讯员\s*)?\p{Script=Han}{2,4}\s*(?:摄|攝|供图|供圖)(?=[\s\p{Script=Han}“]|$)/u;

function cutLine(line: Line, cuts: readonly number[]): Line[] {
  const ends = [...cuts, line.text.length];
  const spans = ends.map((end, at): Span => ({ start: ends[at - 1] ?? 0, end }));
  const parts = spans.map((span, at): Line => ({ ...line, ...partOf(line, span), gap: at === 0 ? line.gap : 0 }));
  return parts.filter((part) => part.text !== '');
}

/** Where a byline stands that closes the line: a headline and its byline run together. */
function bylineBehind(text: string): number {
  if (widthOf(text) > WIDEST_HEAD) return -1;
  const mark = MARK_INSIDE.exec(text);
  if (mark === null || endsSentence(text.slice(0, mark.index))) return -1;
  const byline = parseByline(text.slice(mark.index).trim());
  return byline?.marked === true && !byline.picture ? mark.index : -1;
}

/** Where the text begins that runs on behind a byline in the same line. */
function textBehind(text: string): number {
  const byline = parseLeadingByline(text);
  if (byline === undefined || byline.names.length === 0) return -1;
  const rest = text.slice(byline.span.end);
  if (parseOpening(rest.trimStart())?.dateline !== undefined) return byline.span.end;
  return byline.marked && rest.trim().length >= LEAST_TEXT && /^\s/.test(rest) ? byline.span.end : -1;
}

/** Parts a line in which several things have run together; most lines come back alone. */
export function partLine(line: Line): Line[] {
  const { text } = line;
  const caption = CAPTION_INSIDE.exec(text);
  if (caption !== null && caption.index > 0) return cutLine(line, [caption.index, caption.index + caption[0].length]);
  const behind = bylineBehind(text);
  const cut = behind > 0 ? behind : textBehind(text);
  return cut > 0 && cut < text.length ? cutLine(line, [cut]) : [line];
}
