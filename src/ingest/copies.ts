/**
 * Which paragraphs does the page print again?
 *
 * An extraction that reads a column twice prints its paragraphs twice, sometimes among those of another article, where a
 * second dateline would open an article that does not exist. Paragraphs are told by their letters alone.
 */
import type { Item } from './items.ts';
import { textOf } from './items.ts';
import { wholeOf } from './made.ts';
import { letterKey } from './told.ts';

/** A paragraph is taken for a copy from so many letters on; shorter ones may be said of two things. */
const LEAST = 30;
/** A copy stands at most so many items behind what it repeats. */
const NEAR = 12;

/** The items without the paragraphs that repeat one shortly before them, which remembers their places. */
export function withoutCopies(items: readonly Item[]): Item[] {
  const kept: Item[] = [];
  const seen = new Map<string, { readonly at: number; readonly place: number }>();
  for (const [at, item] of items.entries()) {
    const key = item.kind === 'text' ? letterKey(textOf(item)) : '';
    const first = seen.get(key);
    const original = first === undefined || at - first.at > NEAR ? undefined : kept[first.place];
    if (key.length >= LEAST && original !== undefined && first !== undefined) {
      const copies = [...(original.copies ?? []), ...item.lines.flatMap(wholeOf)];
      kept[first.place] = { ...original, copies };
    } else {
      if (key.length >= LEAST) seen.set(key, { at, place: kept.length });
      kept.push(item);
    }
  }
  return kept;
}
