/** Long readings in steps, between which others have their turn. */
import { setImmediate as others } from 'node:timers/promises';

/** Articles that are read at a time: a millisecond where none of them is at hand. */
const STEP = 8;

/** What `read` gives for all of `items`, a few at a time; whoever waits for the event loop comes in between and behind. */
export async function inSteps<Item, Result>(
  items: readonly Item[],
  read: (some: readonly Item[]) => readonly Result[],
): Promise<Result[]> {
  const results: Result[] = [];
  for (let from = 0; from < items.length; from += STEP) {
    results.push(...read(items.slice(from, from + STEP)));
    if (items.length > STEP) await others();
  }
  return results;
}
