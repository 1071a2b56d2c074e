/**
 * Which short lines are no headings, but pieces of a paragraph, points of a list, a last line without its full stop?
 *
 * Looks at the items of a page before headings are gathered: what is settled here never becomes a heading.
 */
import { beginsInside } from './beginnings.ts';
import type { Follower } from './followers.ts';
import { followerOf } from './followers.ts';
import type { Item } from './items.ts';
import { textOf } from './items.ts';
import { crossesWord, isUnfinished } from './joins.ts';
import { widthOf } from './line-ends.ts';
import { isLabel } from './marks.ts';
import { shareTold } from './told.ts';

/** An unmarked heading without byline below is at most this wide, in full-width characters. */
const WIDEST_UNMARKED = 32;
/** More unmarked lines in a row than this are a list of names or a poem, not a heading. */
const MOST_UNMARKED = 4;
/** No headline has more lines than this; what stands above them is something else. */
export const MOST_LINES = 12;

/** A kicker's text tells at least this share of its character pairs, within so many characters. */
const TOLD = { least: 0.3, reach: 1500 } as const;

/** How many items back the text before a short line is looked for, over captions. */
const NEAR = 8;

const KICKER_END = /(?:——|—|──|--)$/;
/** How clauses begin that were cut off at a comma; headlines do not. */
const CLAUSE_START =
  /^(?:在|据|从|截至|截止|今年|去年|目前|同时|此外|其中|其间|期间|随着|通过|根据|按照|为了|为此|对此|因此|记者)/;

/** Whether a head is marked: as a Markdown heading, or in bold. */
export function isMarked(item: Item | undefined): boolean {
  const line = item?.lines[0];
  return line !== undefined && (line.level > 0 || line.bold);
}

/** The item after the heads that begin at `at`. */
export function endOfHeads(items: readonly Item[], at: number): number {
  let end = at;
  while (items[end]?.kind === 'head') end++;
  return end;
}

/** Whether an unmarked short line, by its own words and the text right below, is a clause and not a heading. */
function isClause(text: string, below: Item | undefined, page: { marked: boolean }): boolean {
  if (!/[,，、]/.test(text)) return false;
  if (page.marked || CLAUSE_START.test(text)) return true;
  if (below === undefined || below.kind === 'byline') return false;
  return crossesWord(text, textOf(below)) || (below.kind === 'text' && beginsInside(textOf(below)));
}

/** What the pieces of one run of heads have in common. */
interface Heads {
  readonly to: number;
  readonly follower: Follower;
  /** The last marked line of the run, -1 for none. */
  readonly lastMark: number;
  /** Whether the page has Markdown headings at all. */
  readonly marked: boolean;
}

/** The text before an item, over captions, if it breaks off. */
function unfinishedBefore(items: readonly Item[], at: number): string | undefined {
  const before = items
    .slice(Math.max(0, at - NEAR), at)
    .findLast((one) => one.kind !== 'caption' && one.kind !== 'house');
  return before?.kind === 'text' && isUnfinished(textOf(before)) ? textOf(before) : undefined;
}

/** Whether an unmarked short line ends a word that the text before it began. */
function isRest(items: readonly Item[], at: number): boolean {
  const [item, before] = [items[at], unfinishedBefore(items, at)];
  return item !== undefined && before !== undefined && !isMarked(item) && crossesWord(before, textOf(item));
}

/** The text below the heads that end before item `to`, up to the next heading. */
function textBelow(items: readonly Item[], to: number): string {
  let text = '';
  for (let at = to; text.length < TOLD.reach; at++) {
    const item = items[at];
    if (item === undefined || item.kind === 'head') break;
    if (item.kind === 'text') text += textOf(item);
  }
  return text;
}

/**
 * Whether the first line of a heading is the last one of a text that breaks off above it: it has a comma, is set like
 * the text and unlike the heading, and the text below says nothing of it.
 */
function isTail(items: readonly Item[], at: number, to: number): boolean {
  const [above, item, below] = [items[at - 1], items[at], items[at + 1]];
  const [line, next] = [item?.lines[0], below?.lines[0]];
  if (above?.kind !== 'text' || item === undefined || line === undefined || next === undefined) return false;
  const text = textOf(item);
  if (isMarked(item) || KICKER_END.test(text) || !/[,，、]/.test(text)) return false;
  const indented = line.indent >= 2 && next.indent < 2;
  const apart = next.gap > line.gap;
  return (indented || apart || isMarked(below)) && shareTold(text, textBelow(items, to)) < TOLD.least;
}

/** Whether an unmarked short line is a piece of the paragraph around it. */
function isTornPiece(items: readonly Item[], at: number, heads: Heads): boolean {
  const item = items[at];
  if (item === undefined || isMarked(item)) return false;
  const text = textOf(item);
  const kicker = heads.lastMark > at || (at + 1 < heads.to && KICKER_END.test(text));
  if (kicker || isLabel(text)) return false;
  if (widthOf(text) > WIDEST_UNMARKED) return at > 0 || heads.to === at + 1;
  if (isClause(text, items[at + 1], heads) || isRest(items, at)) return true;
  return /[,，、]/.test(text) && unfinishedBefore(items, at) !== undefined;
}

/** Turns the items `from` to before `to` into text, or into items of a list. */
function become(items: Item[], span: readonly [number, number], kind: 'text' | 'list'): void {
  for (let at = span[0]; at < span[1]; at++) {
    const item = items[at];
    if (item !== undefined) items[at] = { ...item, kind };
  }
}

/** Settles what is left of a run between two of its torn pieces: too many lines, or nothing below them, is no heading. */
function settleRest(items: Item[], [from, end]: readonly [number, number], heads: Heads): void {
  if (heads.lastMark >= from) return;
  if (end - from > MOST_UNMARKED) become(items, [from, end], 'list');
  else if (end === heads.to && heads.follower === 'nothing') become(items, [from, end], 'text');
}

/** Settles the heads from item `at` on: each stays a head, or becomes text or an item of a list. */
function settleHeads(items: Item[], at: number, heads: Heads): void {
  const { follower, to } = heads;
  if (follower === 'byline' || follower === 'dateline') {
    become(items, [at, to - MOST_LINES], 'list');
    if (to - at > 1 && (isRest(items, at) || isTail(items, at, to))) become(items, [at, at + 1], 'text');
    return;
  }
  for (let piece = at; piece < to; piece++)
    if (isTornPiece(items, piece, heads)) become(items, [piece, piece + 1], 'text');
  for (let from = at; from < to; from++) {
    const end = endOfHeads(items, from);
    settleRest(items, [from, end], heads);
    from = Math.max(from, end);
  }
}

/** The items with those short lines made text, or items of a list, that are no headings. */
export function settleText(items: readonly Item[]): Item[] {
  const settled = [...items];
  const marked = items.some((item) => (item.lines[0]?.level ?? 0) > 0);
  for (let at = 0; at < settled.length; at++) {
    const to = endOfHeads(settled, at);
    if (to === at) continue;
    const mark = settled.slice(at, to).findLastIndex(isMarked);
    settleHeads(settled, at, { to, marked, follower: followerOf(settled, to), lastMark: mark < 0 ? -1 : at + mark });
    at = to - 1;
  }
  return settled;
}
