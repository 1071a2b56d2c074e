/**
 * Which lines stand together as a heading?
 *
 * Consecutive heads are one run, with the bulleted deck below them; a run that holds the headings of two articles is
 * parted. Whether a run is a headline or a crosshead is decided later.
 */
import { followerOf, skipAsides } from './followers.ts';
import type { Item } from './items.ts';
import { textOf } from './items.ts';
import type { Run } from './levels.ts';
import { isLabel, isNumbered } from './marks.ts';
import { endOfHeads, isMarked, MOST_LINES } from './settle.ts';
import { shareTold } from './told.ts';

/** At most this many bulleted lines make the deck of a headline. */
const MOST_BULLETS = 3;
/** Characters of the text below a headline in which its kicker's words are looked for. */
const LEAD_REACH = 240;
/** Share of a kicker's character pairs that its own article's lead repeats. */
const TOLD = 0.5;

/** The end of the run with the bulleted deck that may follow its lines, if heads or a byline go on below it. */
function endOfRun(items: readonly Item[], from: number): number {
  const heads = endOfHeads(items, from);
  let deck = heads;
  while (items[deck]?.kind === 'list' && items[deck]?.lines[0]?.listed === false && deck - heads < MOST_BULLETS) deck++;
  if (deck === heads) return heads;
  const end = endOfHeads(items, deck);
  const follower = followerOf(items, end);
  return follower === 'byline' || follower === 'dateline' ? end : heads;
}

/** The first item from `from` on that `test` accepts, or `to`. */
function nextItem(items: readonly Item[], span: readonly [number, number], test: (item: Item) => boolean): number {
  let at = span[0];
  for (let item = items[at]; at < span[1] && item !== undefined && !test(item); item = items[at]) at++;
  return at;
}

/**
 * Where a second heading begins inside a run: at a marked line below unmarked ones that stand below a marked one, or
 * in a run without marks below a bulleted deck. The line above the mark is the second one's kicker where the text
 * below tells what it says.
 */
function secondHeading(items: readonly Item[], from: number, to: number): number | undefined {
  const first = nextItem(items, [from, to], isMarked);
  if (first === to) {
    const deck = nextItem(items, [from, to], (item) => item.kind === 'list');
    const below = nextItem(items, [deck, to], (item) => item.kind === 'head');
    return to - below >= 2 ? below : undefined;
  }
  const plain = nextItem(items, [first, to], (item) => !isMarked(item));
  const second = nextItem(items, [plain, to], isMarked);
  if (second === to) return undefined;
  const kicker = items[second - 1];
  const lead = items[skipAsides(items, bodyBelow(items, to))];
  const told =
    kicker?.kind === 'head' &&
    lead !== undefined &&
    shareTold(textOf(kicker), textOf(lead).slice(0, LEAD_REACH)) >= TOLD;
  return told ? second - 1 : second;
}

/** The first item from `at` on that is no byline. */
function bodyBelow(items: readonly Item[], at: number): number {
  let next = at;
  while (items[next]?.kind === 'byline') next++;
  return next;
}

/** Whether a head is the last point of an enumeration and not the first line of a headline. */
function isItem(item: Item | undefined): boolean {
  return item !== undefined && !isMarked(item) && isNumbered(textOf(item)) && !isLabel(textOf(item));
}

function toRun(items: readonly Item[], from: number, to: number): Run {
  return { from, to, lines: items.slice(from, to).flatMap((item) => item.lines) };
}

/** The headings of a page, each a run of items. */
export function findRuns(items: readonly Item[]): Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < items.length; at++) {
    if (items[at]?.kind !== 'head') continue;
    const to = endOfRun(items, at);
    let from = at;
    while (from < to - 1 && isItem(items[from])) from++;
    if (from > at) runs.push(toRun(items, at, from));
    for (let cut = secondHeading(items, from, to); cut !== undefined; cut = secondHeading(items, from, to)) {
      runs.push(toRun(items, from, cut));
      from = cut;
    }
    for (; from < to; from += MOST_LINES) runs.push(toRun(items, from, Math.min(from + MOST_LINES, to)));
    at = to - 1;
  }
  return runs;
}
