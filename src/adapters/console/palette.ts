/** What the styles of a reply look like in a terminal: colours where there are any, brackets where there are none. */

/** Draws pieces of text; every function takes clean text. */
export interface Palette {
  answer(text: string): string;
  heading(text: string): string;
  strong(text: string): string;
  mark(text: string): string;
  /** Stand around marked text where colours cannot show it. */
  readonly brackets: readonly [open: string, close: string];
  faint(text: string): string;
  warning(text: string): string;
  /** Tell things of one kind apart, one after the other and again from the first; none looks like a warning. */
  readonly tints: readonly [Paint, ...Paint[]];
}

/** Draws a piece of text. */
export type Paint = (text: string) => string;

type Codes = readonly [open: number, close: number];

const BOLD: Codes = [1, 22];
const DIM: Codes = [2, 22];
const UNDERLINE: Codes = [4, 24];
const RED: Codes = [31, 39];
const GREEN: Codes = [32, 39];
const YELLOW: Codes = [33, 39];
const BLUE: Codes = [34, 39];
const MAGENTA: Codes = [35, 39];
const CYAN: Codes = [36, 39];

/** Wraps a text in SGR codes, the closing ones in reverse. */
function drawn(...codes: readonly Codes[]): Paint {
  const open = codes.map(([code]) => `\u001B[${code}m`).join('');
  const close = [...codes]
    .reverse()
    .map(([, code]) => `\u001B[${code}m`)
    .join('');
  return (text) => (text === '' ? '' : open + text + close);
}

const same = (text: string): string => text;

/** For terminals. */
export const COLOURS: Palette = {
  answer: drawn(BOLD, GREEN),
  heading: drawn(BOLD, CYAN),
  strong: drawn(BOLD),
  mark: drawn(BOLD, UNDERLINE, YELLOW),
  brackets: ['', ''],
  faint: drawn(DIM),
  warning: drawn(RED),
  tints: [drawn(CYAN), drawn(YELLOW), drawn(GREEN), drawn(MAGENTA), drawn(BLUE)],
};

/** For files, pipes and people who want none: what is marked stands in 【】. */
export const PLAIN: Palette = {
  answer: same,
  heading: same,
  strong: same,
  mark: same,
  brackets: ['【', '】'],
  faint: same,
  warning: same,
  tints: [same],
};
