/**
 * Makes text from people and pages safe to handle as text.
 *
 * What somebody typed and what a page holds is data: control characters, invisible characters and marks that turn the
 * direction of writing have no meaning for us and can forge what a reader sees.
 */

/** Controls but tab and line feed, byte order mark, zero width and direction marks. Joiners stay: emoji need them. */
const UNSEEN =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u061C\u200B\u200E\u200F\u2060-\u2064\u202A-\u202E\u2066-\u206F\uFEFF\uFFF9-\uFFFB]/gu;

/** Line separators that are not line feeds. */
const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/gu;

/** The text without control, invisible and direction characters; every kind of line end becomes a line feed. */
export function plainText(text: string): string {
  return text.replace(LINE_ENDS, '\n').replace(UNSEEN, '');
}

/** The same on one line: white space runs become one blank, nothing at the ends. */
export function plainLine(text: string): string {
  return plainText(text).replace(/\s+/gu, ' ').trim();
}
