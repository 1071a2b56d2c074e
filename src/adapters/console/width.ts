/** How wide text is in a terminal, where a Chinese character takes two columns. */

/** East Asian wide and full-width characters and emoji: two columns each (UAX #11, blocks that text really uses). */
const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;
/** Marks that stand on the character before, and joiners: no column. */
const NONE = /\p{M}|[\u200B-\u200F\u2060]/u;

/** Columns of one character. */
export function characterWidth(character: string): number {
  if (NONE.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}

/** Columns of a text on one line. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** The text with blanks up to `width` columns. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** The text, or where it is wider than `width` columns its end after an ellipsis: of a path the end says most. */
export function shorten(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  const characters = [...text];
  let used = 1;
  let from = characters.length;
  for (; from > 0; from -= 1) {
    used += characterWidth(characters[from - 1] ?? '');
    if (used > width) break;
  }
  return `…${characters.slice(from).join('')}`;
}
