/** How much of what a headline says does a text repeat? */
import { foldText } from '../text/normalize.ts';

/** The share of the character pairs of `text` that `lead` holds, 0 to 1; script, width and signs do not count. */
export function shareTold(text: string, lead: string): number {
  const signs = foldText(text).replace(/[^\p{L}\p{N}]/gu, '');
  const told = foldText(lead).replace(/[^\p{L}\p{N}]/gu, '');
  let found = 0;
  for (let at = 0; at + 1 < signs.length; at++) if (told.includes(signs.slice(at, at + 2))) found++;
  return found / Math.max(1, signs.length - 1);
}
