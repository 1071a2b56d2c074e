/**
 * Cuts styled text that is too long for one place.
 *
 * What counts is how long a part is when it is drawn, with everything that escaping, bold and prefixes of lines add.
 */
import type { Text } from '../../app/reply.ts';
import { partAt } from './breaks.ts';
import { cleanStyled, drawStyled, plainOf, sliceStyled } from './styled.ts';

/** Draws a part; never shorter than what can be seen of it, and only ever longer as the part grows. */
export type Draw = (text: Text) => string;

/** The two sides of a cut; nothing is lost between them. */
export interface Halves {
  readonly head: Text;
  /** Empty where all of the text fits. */
  readonly rest: Text;
}

/**
 * Takes as much off the beginning of a clean text as can be drawn in `limit` units and ends well: with a paragraph, else
 * a sentence, else a clause, else a word, else a grapheme cluster. A cluster that is longer than the limit is parted
 * between code points; at least one of them is taken.
 */
export function cutOff(text: Text, limit: number, draw: Draw = drawStyled): Halves {
  const plain = plainOf(text);
  const end = partAt(plain, limit, (units) => draw(sliceStyled(text, 0, units)).length <= limit);
  return { head: sliceStyled(text, 0, end), rest: sliceStyled(text, end, plain.length) };
}

/**
 * The text, cleaned, in parts of at most `limit` units as `draw` draws them. Parts are never empty, and joined they are
 * the cleaned text; a style that is cut goes on in the next part.
 */
export function cutText(text: Text, limit: number, draw: Draw = drawStyled): Text[] {
  const parts: Text[] = [];
  let left = cleanStyled(text);
  while (left.length > 0) {
    const { head, rest } = cutOff(left, limit, draw);
    parts.push(head);
    left = rest;
  }
  return parts;
}
