/**
 * Text of pages and people as text for Discord.
 *
 * Discord reads markup in titles and descriptions of embeds and none in labels, footers and names. What somebody wrote
 * has no markup for us: it is shown as it stands, or not at all.
 */
import { plainLine, plainText } from '../../app/plain-text.ts';
import { graphemeEnds, partAt } from './breaks.ts';

/** Tags make the flags of some countries, and otherwise hide text in text. */
const STRAY_TAGS = /(\u{1F3F4}[\u{E0020}-\u{E007E}]+\u{E007F})|[\u{E0000}-\u{E007F}]/gu;
const NON_JOINER = /\u200C/gu;
/** Joiners that do not stand between two pictures. */
const STRAY_JOINER =
  /(?<!\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]*)\u200D|\u200D(?!\p{Extended_Pictographic})/gu;

/**
 * What markup is made of. What is common in print is escaped only where it could be some, as previews and notifications
 * show the backslashes: a colon makes links, bars and waves take two, and a full stop behind digits makes a list where
 * a blank follows. At the end of a text anything may follow.
 */
const MARKUP =
  /[\\*_`<>[\]@#]|:(?=\/\/|$)|\|(?=\||$)|(?<=\||^)\||~(?=~|$)|(?<=~|^)~|(?<=^[^\S\n]*)[-+]|(?<=^[^\S\n]*\d*)\.(?=\s|$)/gmu;

const NOTHING_SEEN = /^[\s\p{Default_Ignorable_Code_Point}\u2800]*$/u;

/** Stands where a text was cut. */
export const ELLIPSIS = '…';

/** What no encoding can write: the lone halves of characters. */
const LONE_HALF = /\p{Surrogate}/gu;

/** The text without anything that is invisible or turns the direction of writing, and without halves of characters. */
export function cleanText(text: string): string {
  const whole = plainText(text.replace(LONE_HALF, '\uFFFD'));
  return whole.replace(STRAY_TAGS, '$1').replace(NON_JOINER, '').replace(STRAY_JOINER, '');
}

/** The same on one line: white space runs become one blank, nothing at the ends. */
export function cleanLine(text: string): string {
  return plainLine(cleanText(text));
}

/** Whether nobody sees anything of a text: it is empty, white space, or characters without a shape. */
export function isBlank(text: string): boolean {
  return NOTHING_SEEN.test(text);
}

/** A clean text with everything escaped that Discord would read as markup; never shorter than the text. */
export function escapeClean(text: string): string {
  return text.replace(MARKUP, '\\$&');
}

/** What somebody wrote, so that Discord shows exactly that: cleaned and escaped, line feeds stay. */
export function escapeText(text: string): string {
  return escapeClean(cleanText(text));
}

/**
 * What somebody wrote for places without markup: on one line, at most `limit` units (at least 1) with an ellipsis where
 * it was cut after a word. Empty where there is nothing to see.
 */
export function plainLabel(text: string, limit: number): string {
  const line = cleanLine(text);
  if (isBlank(line)) return '';
  if (line.length <= limit) return line;
  const room = limit - ELLIPSIS.length;
  // Where not even one character fits, the ellipsis stands for all of it.
  const [first = 0] = graphemeEnds(line.slice(0, room + 1));
  if (first > room) return ELLIPSIS;
  return (
    line
      .slice(
        0,
        partAt(line, room, (units) => units <= room),
      )
      .trimEnd() + ELLIPSIS
  );
}
