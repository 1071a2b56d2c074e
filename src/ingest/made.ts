/** Text made of verbatim pieces of a page: how it is cut out, joined and cut again without losing its places. */
import type { Piece, Span } from '../text/span.ts';
import { rawSpans, slicePieces } from '../text/span.ts';

/** A text and where each stretch of it stands in the raw page; what lies between pieces is a separator of ours. */
export interface Made {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** The given stretches of the page, joined with nothing. */
export function cutOut(raw: string, spans: readonly Span[]): Made {
  const pieces: Piece[] = [];
  let text = '';
  for (const { start, end } of spans) {
    if (start >= end) continue;
    pieces.push({ at: text.length, start, end });
    text += raw.slice(start, end);
  }
  return { text, pieces };
}

/** Several made texts one after the other, with a separator of ours between them. */
export function joinMade(parts: readonly Made[], separator = ''): Made {
  const pieces: Piece[] = [];
  const texts: string[] = [];
  let at = 0;
  for (const part of parts) {
    for (const piece of part.pieces) pieces.push({ ...piece, at: piece.at + at });
    texts.push(part.text);
    at += part.text.length + separator.length;
  }
  return { text: texts.join(separator), pieces };
}

/** The raw places of a made text. */
export function wholeOf({ text, pieces }: Made): Span[] {
  return rawSpans(pieces, { start: 0, end: text.length });
}

/** The number of the first piece that ends behind `offset` of the made text. */
function firstPiece(pieces: readonly Piece[], offset: number): number {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const piece = pieces[middle];
    if (piece !== undefined && piece.at + piece.end - piece.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The pieces that reach into a stretch, found without looking at all: a text of many pieces is cut many times. */
function nearPieces(pieces: readonly Piece[], span: Span): readonly Piece[] {
  const from = firstPiece(pieces, span.start);
  let to = from;
  for (let piece = pieces[to]; piece !== undefined && piece.at < span.end; piece = pieces[to]) to++;
  return pieces.slice(from, to);
}

/** A stretch of a made text, without the white space at its ends. */
export function partOf(made: Made, span: Span): Made {
  let { start, end } = span;
  while (start < end && /\s/.test(made.text.charAt(start))) start++;
  while (end > start && /\s/.test(made.text.charAt(end - 1))) end--;
  return {
    text: made.text.slice(start, end),
    pieces: slicePieces(nearPieces(made.pieces, { start, end }), { start, end }),
  };
}
