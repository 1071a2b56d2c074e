/** What stands below a heading, as far as it tells whether an article begins there? */
import type { Item } from './items.ts';

/** What stands below a run that tells about it. */
export type Follower = 'byline' | 'dateline' | 'byline soon' | 'closing byline' | 'text' | 'heading' | 'nothing';

/** Whether an item is a caption or a line of the house, which may stand anywhere. */
export const isAside = (item: Item | undefined): boolean => item?.kind === 'caption' || item?.kind === 'house';
const isBody = (item: Item | undefined): boolean =>
  item !== undefined && (item.kind === 'text' || item.kind === 'list' || item.kind === 'table');

/** The number of the first item from `at` on that is no caption or line of the house. */
export function skipAsides(items: readonly Item[], at: number): number {
  let next = at;
  for (let item = items[next]; item !== undefined && isAside(item); item = items[next]) next++;
  return next;
}

/** At most this many paragraphs may stand between a headline and a byline below its summary. */
const SUMMARY = 2;
/** At most this many paragraphs make a short news with its byline at the end. */
const SHORT_NEWS = 3;

/** What stands below item number `to - 1`. */
export function followerOf(items: readonly Item[], to: number): Follower {
  let at = skipAsides(items, to);
  const first = items[at];
  if (first === undefined || first.kind === 'notice') return 'nothing';
  if (first.kind === 'byline') return 'byline';
  if (first.opening !== undefined) return 'dateline';
  if (!isBody(first)) return first.kind === 'head' ? 'heading' : 'nothing';
  let paragraphs = 0;
  while (isBody(items[at]) && items[at]?.opening === undefined && paragraphs <= SHORT_NEWS) {
    paragraphs++;
    at = skipAsides(items, at + 1);
  }
  if (items[at]?.kind !== 'byline') return 'text';
  const behind = items[skipAsides(items, at + 1)];
  if (isBody(behind)) return paragraphs <= SUMMARY ? 'byline soon' : 'text';
  return paragraphs <= SHORT_NEWS ? 'closing byline' : 'text';
}
