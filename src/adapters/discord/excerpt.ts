/** Shows of a long quotation what matters: the marked places and as much around them as there is room for. */
import type { Inline, Text } from '../../app/reply.ts';
import { breaksOf, type Rank } from './breaks.ts';
import { cutOff } from './cutting.ts';
import { ELLIPSIS } from './escape.ts';
import { drawStyled, plainOf, sliceStyled } from './styled.ts';

const RANKS: readonly Rank[] = ['sentence', 'clause', 'word'];
/** Units that a line costs besides its text: the sign of a quote and the line feed. */
const LINE_COST = 3;
/** Room for an ellipsis at both ends. */
const ENDS = 2 * ELLIPSIS.length;

/** A stretch of the text, with what it costs to show and how many marked units it holds. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly cost: number;
  readonly marks: number;
}

/** The pieces from `first` to before `behind`. */
interface Window {
  readonly first: number;
  readonly behind: number;
}

function piecesOf(text: Text, rank: Rank): Piece[] {
  const plain = plainOf(text);
  const ends = [...new Set([...breaksOf(plain, rank), plain.length])].filter((end) => end > 0);
  return ends.map((end, at) => {
    const start = ends[at - 1] ?? 0;
    const part = sliceStyled(text, start, end);
    const marks = part.reduce((sum, { text: inside, style }) => sum + (style === 'mark' ? inside.length : 0), 0);
    const drawn = drawStyled(part);
    return { start, end, cost: drawn.length + (drawn.split('\n').length - 1) * LINE_COST, marks };
  });
}

/** The window from each piece on, as far as the room goes, that holds most marks; the first of them, or none. */
function bestWindow(pieces: readonly Piece[], room: number): Window | null {
  let best: (Window & { readonly marks: number }) | null = null;
  let behind = 0;
  let cost = 0;
  let marks = 0;
  for (const [first, piece] of pieces.entries()) {
    for (let next = pieces[behind]; next !== undefined && cost + next.cost <= room; next = pieces[behind]) {
      cost += next.cost;
      marks += next.marks;
      behind += 1;
    }
    if (behind === first) {
      behind += 1;
      continue;
    }
    // A window begins with a mark, or at the beginning, where nothing may be marked at all.
    if ((first === 0 || piece.marks > 0) && marks > (best?.marks ?? -1)) best = { first, behind, marks };
    cost -= piece.cost;
    marks -= piece.marks;
  }
  // A window that misses every mark is none: smaller pieces will find one.
  return best?.marks === 0 && pieces.some((piece) => piece.marks > 0) ? null : best;
}

/** From the first to the last mark of a window, and then as much on both sides as there is room for. */
function centred(pieces: readonly Piece[], window: Window, room: number): Window {
  const last = pieces.findLastIndex(({ marks }, at) => marks > 0 && at < window.behind);
  if (last < window.first) return window;
  let first = pieces.findIndex(({ marks }, at) => marks > 0 && at >= window.first);
  let behind = last + 1;
  let left = room - pieces.slice(first, behind).reduce((sum, { cost }) => sum + cost, 0);
  for (let isGrowing = true; isGrowing; ) {
    isGrowing = false;
    const after = pieces[behind];
    if (after !== undefined && after.cost <= left) {
      left -= after.cost;
      behind += 1;
      isGrowing = true;
    }
    const before = pieces[first - 1];
    if (before !== undefined && before.cost <= left) {
      left -= before.cost;
      first -= 1;
      isGrowing = true;
    }
  }
  return { first, behind };
}

function trimmed(text: Text): Text {
  const plain = plainOf(text);
  const start = plain.length - plain.trimStart().length;
  return sliceStyled(text, start, Math.max(start, plain.trimEnd().length));
}

function withEnds(text: Text, start: number, end: number): Text {
  const dots: Inline = { text: ELLIPSIS, style: 'plain' };
  const length = plainOf(text).length;
  const inside = trimmed(sliceStyled(text, start, end));
  return [...(start > 0 ? [dots] : []), ...inside, ...(end < length ? [dots] : [])];
}

/**
 * Of a clean text that takes more than `limit` units to draw, what stands around its marks, or its beginning where it
 * has none; ends that were cut have an ellipsis and are those of sentences, else of clauses, else of words.
 */
export function excerptOf(text: Text, limit: number): Text {
  const room = limit - ENDS;
  for (const rank of RANKS) {
    const pieces = piecesOf(text, rank);
    const window = bestWindow(pieces, room);
    if (window === null) continue;
    const { first, behind } = centred(pieces, window, room);
    return withEnds(text, pieces[first]?.start ?? 0, pieces[behind - 1]?.end ?? 0);
  }
  const plain = plainOf(text);
  const at = text.findIndex(({ style }) => style === 'mark');
  const start = at === -1 ? 0 : plainOf(text.slice(0, at)).length;
  const { head } = cutOff(sliceStyled(text, start, plain.length), room);
  return withEnds(text, start, start + plainOf(head).length);
}
