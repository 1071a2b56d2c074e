/**
 * Places in a text.
 *
 * Offsets are UTF-16 code units and half-open: a span holds `start` and everything before `end`. Text that we
 * make out of a page (a paragraph joined across columns, a headline of two lines) is a list of pieces, each
 * copied letter by letter from the page, so that anything in it can be shown in its original place.
 */

/** A half-open range of UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * A verbatim copy inside a made text: `made.slice(at, at + end - start) === raw.slice(start, end)`.
 * What stands between two pieces (a blank, a line feed) is ours and has no place in the page.
 */
export interface Piece {
  readonly at: number;
  readonly start: number;
  readonly end: number;
}

/** The part of `piece` that lies inside `span` of the made text, or `undefined` where they do not meet. */
function clip(piece: Piece, span: Span): Piece | undefined {
  const from = Math.max(piece.at, span.start);
  const to = Math.min(piece.at + piece.end - piece.start, span.end);
  if (from >= to) return undefined;
  return { at: from, start: piece.start + (from - piece.at), end: piece.start + (to - piece.at) };
}

/** Where a span of the made text stands in the raw page, in the order of the made text; neighbours are merged. */
export function rawSpans(pieces: readonly Piece[], span: Span): Span[] {
  const found: { start: number; end: number }[] = [];
  for (const piece of pieces) {
    const part = clip(piece, span);
    if (part === undefined) continue;
    const last = found.at(-1);
    if (last !== undefined && last.end === part.start) last.end = part.end;
    else found.push({ start: part.start, end: part.end });
  }
  return found;
}

/** The pieces of a part of the made text, with `at` counted from the part's own start. */
export function slicePieces(pieces: readonly Piece[], span: Span): Piece[] {
  const found: Piece[] = [];
  for (const piece of pieces) {
    const part = clip(piece, span);
    if (part !== undefined) found.push({ ...part, at: part.at - span.start });
  }
  return found;
}

/** Every place of a word in a text, in order and without overlaps; none for an empty word. */
export function placesOf(word: string, text: string): Span[] {
  const places: Span[] = [];
  if (word === '') return places;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    places.push({ start: at, end: at + word.length });
  }
  return places;
}
