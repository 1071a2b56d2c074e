/** How much of what a headline says does a text repeat? */
import { foldText } from '../text/normalize.ts';

/** What a text is told by: its letters and figures, in one width and script. */
export function letterKey(text: string): string {
  return foldText(text).replace(/[^\p{L}\p{N}]/gu, '');
}

/** The share of the character pairs of one {@link letterKey} that another one holds, 0 to 1. */
export function sharePairs(key: string, lead: string): number {
  let found = 0;
  for (let at = 0; at + 1 < key.length; at++) if (lead.includes(key.slice(at, at + 2))) found++;
  return found / Math.max(1, key.length - 1);
}

/** The share of the character pairs of `text` that `lead` holds, 0 to 1; script, width and signs do not count. */
export function shareTold(text: string, lead: string): number {
  return sharePairs(letterKey(text), letterKey(lead));
}
