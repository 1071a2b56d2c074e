/** Puts the pieces of text that a PDF page holds back into lines. */

/** A piece of text as pdf.js tells it. */
export interface PdfPiece {
  readonly str: string;
  /** Scale, slant and place: `[a, b, c, d, x, y]`. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
  /** Whether its font is written from top to bottom. */
  readonly vertical: boolean;
}

/** Pieces whose base lines lie closer than this, in heights of a sign, stand on one line. */
const SAME_LINE = 0.5;

/** A gap wider than this, in heights of a sign, parts words of a Latin script; one wider than the other parts columns. */
const WORD_GAP = 0.2;
const COLUMN_GAP = 1.5;

/** Where a piece lies, measured along its own direction of writing. */
interface Spot {
  readonly base: number;
  readonly start: number;
  readonly end: number;
  readonly size: number;
}

/** The lines of a page in the order in which it was written, without empty ones. */
export function linesOf(pieces: readonly PdfPiece[]): string[] {
  const lines: string[] = [];
  let line = '';
  let last: Spot | null = null;
  const end = () => {
    if (line.trim() !== '') lines.push(line.trim());
    line = '';
    last = null;
  };
  for (const piece of pieces) {
    if (piece.str !== '') {
      const spot = spotOf(piece);
      if (last !== null && !isSameLine(last, spot)) end();
      line += (last === null ? '' : gapBetween({ last, spot, before: line, after: piece.str })) + piece.str;
      last = spot;
    }
    if (piece.hasEOL) end();
  }
  end();
  return lines;
}

function spotOf({ transform, width, height, vertical }: PdfPiece): Spot {
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = transform;
  const scale = Math.hypot(a, b) || 1;
  const along = (x * a + y * b) / scale;
  const across = (y * a - x * b) / scale;
  const size = Math.hypot(c, d) || scale;
  if (vertical) return { base: along, start: -across, end: -across + height, size };
  return { base: across, start: along, end: along + width, size };
}

/** On one line lies what has about the same base and goes on, rather than back to a new beginning. */
function isSameLine(last: Spot, next: Spot): boolean {
  const size = Math.max(last.size, next.size);
  return Math.abs(last.base - next.base) < SAME_LINE * size && next.start > last.start - size;
}

function gapBetween(place: { last: Spot; spot: Spot; before: string; after: string }): string {
  const { last, spot, before, after } = place;
  const gap = (spot.start - last.end) / Math.max(last.size, spot.size);
  if (/\s$/.test(before) || /^\s/.test(after)) return '';
  if (gap > COLUMN_GAP) return ' ';
  return gap > WORD_GAP && /[\p{Script=Latin}\d]$/u.test(before) && /^[\p{Script=Latin}\d]/u.test(after) ? ' ' : '';
}
