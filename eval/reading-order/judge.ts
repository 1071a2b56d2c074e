/** Did a reader put the lines of a damaged page into the right order? */
import type { Piece } from '../../src/text/span.ts';
import type { PrintedLine } from './print.ts';
import type { DamagedPage } from './simulate.ts';

/** What a reader made of a page: the pieces of the raw page in each block of each article. */
export type Reading = readonly (readonly { readonly pieces: readonly Piece[] }[])[];

/** Reads a page. */
export type Reader = (page: Pick<DamagedPage, 'text'>) => Reading;

/** Counts over one page, to be added up. */
export interface Verdict {
  /** Lines of running text that another line of their paragraph follows. */
  readonly joins: number;
  /** The last letter of the line is followed by the first of the right one, in one block. */
  readonly right: number;
  /** It is followed by something else. */
  readonly wrong: number;
  /** Nothing follows it in its block, or it is in no block. */
  readonly open: number;
  /** Last lines of paragraphs. */
  readonly ends: number;
  /** Of those, how many something follows in their block. */
  readonly runOn: number;
  /** Lines that another line of their article follows, over the ends of paragraphs. */
  readonly followed: number;
  /** Of those, how many go on with another line in the reader's article. */
  readonly changed: number;
}

type Counts = { -readonly [Name in keyof Verdict]: Verdict[Name] };

/** No counts at all. */
export const NOTHING: Verdict = Object.freeze({
  joins: 0,
  right: 0,
  wrong: 0,
  open: 0,
  ends: 0,
  runOn: 0,
  followed: 0,
  changed: 0,
});

/** Two counts as one. */
export function addUp(a: Verdict, b: Verdict): Verdict {
  return {
    joins: a.joins + b.joins,
    right: a.right + b.right,
    wrong: a.wrong + b.wrong,
    open: a.open + b.open,
    ends: a.ends + b.ends,
    runOn: a.runOn + b.runOn,
    followed: a.followed + b.followed,
    changed: a.changed + b.changed,
  };
}

/** Nothing follows. */
const NONE = -1;

/** Which letter of the page follows each letter: in its block, and in its article over the ends of blocks. */
interface Order {
  readonly inBlock: Int32Array;
  readonly inArticle: Int32Array;
}

/** The offsets of the letters of pieces that belong to a printed line; indents, marks and blanks are none. */
function lettersOf(pieces: readonly Piece[], printed: Uint8Array): number[] {
  const offsets: number[] = [];
  for (const { start, end } of pieces) {
    for (let at = start; at < end; at++) if (printed[at] !== 0) offsets.push(at);
  }
  return offsets;
}

/** A letter of an article, and one of a caption, which may stand between any two paragraphs. */
const [ARTICLE, CAPTION] = [1, 2];

/** Marks the letters of the printed lines; all else is 0. */
function printedLetters({ text, lines }: DamagedPage): Uint8Array {
  const printed = new Uint8Array(text.length);
  for (const { start, end, role } of lines) {
    const mark = role === 'caption' ? CAPTION : ARTICLE;
    for (let at = start; at < end; at++) printed[at] = /\s/.test(text.charAt(at)) ? 0 : mark;
  }
  return printed;
}

function orderOf(page: DamagedPage, reading: Reading): Order {
  const printed = printedLetters(page);
  const inBlock = new Int32Array(page.text.length).fill(NONE);
  const inArticle = new Int32Array(page.text.length).fill(NONE);
  const chain = (letters: readonly number[], order: Int32Array): void => {
    for (const [at, letter] of letters.entries()) order[letter] = letters[at + 1] ?? order[letter] ?? NONE;
  };
  for (const blocks of reading) {
    const letters = blocks.map(({ pieces }) => lettersOf(pieces, printed));
    for (const block of letters) chain(block, inBlock);
    const article = letters.flat().filter((letter) => printed[letter] === ARTICLE);
    chain(article, inArticle);
  }
  return { inBlock, inArticle };
}

/** First and last letter of each line, and of the lines that print it again. */
function placesOf(page: DamagedPage): { readonly first: number; readonly last: number }[][] {
  const places = page.lines.map(({ text, start, end }) => [
    { first: start + text.length - text.trimStart().length, last: end - 1 - (text.length - text.trimEnd().length) },
  ]);
  for (const [at, { copyOf }] of page.lines.entries()) {
    if (copyOf !== null) places[copyOf]?.push(...(places[at] ?? []));
  }
  return places;
}

/** What follows a line: the first letter of the right one, another letter, or nothing. */
type Outcome = 'right' | 'wrong' | 'open';

function outcomeOf(order: Int32Array, lasts: readonly number[], firsts: readonly number[]): Outcome {
  const there = lasts.map((last) => order[last] ?? NONE).filter((letter) => letter !== NONE);
  if (there.length === 0) return 'open';
  return there.some((letter) => firsts.includes(letter)) ? 'right' : 'wrong';
}

/** Counts one line of running text. */
function countLine(count: Counts, line: PrintedLine, at: { readonly joined: Outcome; readonly next: Outcome }): void {
  count[line.closes ? 'ends' : 'joins']++;
  if (!line.closes) count[at.joined]++;
  else if (at.joined !== 'open') count.runOn++;
  if (line.truth === null) return;
  count.followed++;
  if (at.next === 'wrong') count.changed++;
}

/** Judges the reader's joins of a page; a doubled paragraph may be told from any of its prints. */
export function judgeReading(page: DamagedPage, reading: Reading): Verdict {
  const { inBlock, inArticle } = orderOf(page, reading);
  const places = placesOf(page);
  const count: Counts = { ...NOTHING };
  for (const [at, line] of page.lines.entries()) {
    if (line.role !== 'text' || line.copyOf !== null) continue;
    const lasts = (places[at] ?? []).map(({ last }) => last);
    const firsts = (places[line.truth ?? NONE] ?? []).map(({ first }) => first);
    const [joined, next] = [outcomeOf(inBlock, lasts, firsts), outcomeOf(inArticle, lasts, firsts)];
    countLine(count, line, { joined, next });
  }
  return count;
}

/** The page as it stands in the file, all of it one block: what no reader at all would give. */
export function asFiled(page: DamagedPage): Reading {
  return [[{ pieces: [{ at: 0, start: 0, end: page.text.length }] }]];
}
