/**
 * Which paragraphs at the end of an article are not its own?
 *
 * The rest of an article that begins on another page has no headline here and stands below whatever article the column
 * happens to hold. It is set apart, without headline, on two signs at least: it speaks of nothing that the
 * article speaks of, and it begins in the middle of a sentence, behind the article's author or behind a copy.
 */
import { beginsInside } from './beginnings.ts';
import { parseTrailingByline } from './byline.ts';
import { textOf } from './items.ts';
import { isUnfinished } from './joins.ts';
import type { Draft, Part } from './segment.ts';
import type { Subjects } from './subjects.ts';

/** At most so many paragraphs are looked at. */
const MOST = 4;
/** Shares of what paragraphs speak of that the rest of their article speaks of too, and from how many pairs of characters on. */
const SHARED = { little: 0.03, nothing: 0.015, pairs: { some: 30, others: 100 } } as const;
/** Weights of the signs, and how much they must be together. */
const WEIGHTS = { littleShared: 2, nothingShared: 3, inside: 2, behindAuthor: 3, behindCopy: 2 } as const;
const ENOUGH = 5;

/** How little the paragraphs from part `at` on have to do with those before them. */
function foreignness(parts: readonly Part[], at: number, subjects: Subjects): number {
  const texts = (some: readonly Part[]): string[] =>
    some.flatMap(({ kind, item }) => (kind === 'text' ? [textOf(item)] : []));
  const [above, below] = [texts(parts.slice(0, at)), texts(parts.slice(at))];
  // What is longer than all that stands above it is more likely the second half of the same article.
  if (below.join('').length > above.join('').length) return 0;
  const shared = subjects.shared(below, above, SHARED.pairs);
  if (shared === undefined || shared > SHARED.little) return 0;
  return shared > SHARED.nothing ? WEIGHTS.littleShared : WEIGHTS.nothingShared;
}

/** What the border between two paragraphs says for the second one being another article's. */
function borderSigns(before: Part, part: Part): number {
  const [above, text] = [textOf(before.item), textOf(part.item)];
  if (part.item.opening !== undefined || isUnfinished(above)) return 0;
  return (
    (beginsInside(text) ? WEIGHTS.inside : 0) +
    (parseTrailingByline(above) === undefined ? 0 : WEIGHTS.behindAuthor) +
    ((before.item.copies ?? []).length > 0 ? WEIGHTS.behindCopy : 0)
  );
}

/** The number of the first part that is not the article's own, or -1. */
function firstStranger({ parts }: Draft, subjects: Subjects): number {
  const prose = parts.flatMap(({ kind }, at) => (kind === 'caption' || kind === 'house' ? [] : [at]));
  for (let place = prose.length - 1; place > 0 && place >= prose.length - MOST; place--) {
    const [above, at] = [prose[place - 1] ?? -1, prose[place] ?? -1];
    const [before, part] = [parts[above], parts[at]];
    if (before?.kind !== 'text' || part?.kind !== 'text') break;
    const signs = borderSigns(before, part);
    const foreign = signs === 0 ? 0 : foreignness(parts, at, subjects);
    if (foreign > 0 && signs + foreign >= ENOUGH) return at;
  }
  return -1;
}

/** Sets paragraphs at the ends of articles apart that are not theirs. */
export function withoutStrangers(drafts: readonly Draft[], subjects: Subjects): Draft[] {
  return drafts.flatMap((draft): Draft[] => {
    const at = firstStranger(draft, subjects);
    if (at < 0) return [draft];
    const strange: Draft = { heads: [], bylines: [], parts: draft.parts.slice(at), signed: false };
    return [{ ...draft, parts: draft.parts.slice(0, at) }, strange];
  });
}
