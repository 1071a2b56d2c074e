/**
 * Texts as places of another one, their base: what the page says is kept once.
 *
 * A text that was made of a page is a list: two numbers for each piece that is copied from the base (how far it begins
 * from the end of the one before, and how long it is), and between them, as strings, what is ours.
 */
import type { Made } from '../../ingest/made.ts';
import type { Piece } from '../../text/span.ts';

/** Numbers in pairs, and strings. */
export type Places = readonly (number | string)[];

/** What texts are copied from; offsets are those of pieces. */
export interface Base {
  slice(start: number, end: number): string;
}

/** A text and where its last piece ends in the base. */
export interface Placed extends Made {
  readonly end: number;
}

/** A text as places of `base`, counted from `from`; `undefined` where its pieces are no copies of it. */
export function writePlaces({ text, pieces }: Made, base: Base, from: number): Places | undefined {
  const places: (number | string)[] = [];
  let [at, end] = [0, from];
  for (const piece of pieces) {
    const behind = piece.at + piece.end - piece.start;
    if (piece.at < at || piece.start < 0 || piece.end < piece.start || behind > text.length) return undefined;
    if (piece.at > at) places.push(text.slice(at, piece.at));
    if (base.slice(piece.start, piece.end) !== text.slice(piece.at, behind)) return undefined;
    places.push(piece.start - end, piece.end - piece.start);
    [at, end] = [behind, piece.end];
  }
  if (at < text.length) places.push(text.slice(at));
  return places;
}

/** The inverse of {@link writePlaces}. */
export function readPlaces(places: Places, base: Base, from: number): Placed {
  const pieces: Piece[] = [];
  let [text, end, skip] = ['', from, Number.NaN];
  for (const place of places) {
    if (typeof place === 'string') text += place;
    else if (Number.isNaN(skip)) skip = place;
    else {
      const start = end + skip;
      end = start + place;
      pieces.push({ at: text.length, start, end });
      text += base.slice(start, end);
      skip = Number.NaN;
    }
  }
  return { text, pieces, end };
}

/** Where the last piece ends. */
export function endOf({ pieces }: Made, from: number): number {
  return pieces.at(-1)?.end ?? from;
}
