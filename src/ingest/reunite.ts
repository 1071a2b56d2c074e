/**
 * Which cut pieces are one article?
 *
 * Column-wise extraction tears articles: the headline is printed here and its text there, the lead stands behind the
 * end, a summary stands above the byline. Two pieces become one only on evidence in their words; without it a headline
 * without text and a text without headline stay as they are.
 */
import { beginsInside } from './beginnings.ts';
import { textOf } from './items.ts';
import { isUnfinished } from './joins.ts';
import { LEAST_TOLD, rematch } from './rematch.ts';
import type { Draft, Part } from './segment.ts';
import { withoutStrangers } from './strangers.ts';
import type { Subjects } from './subjects.ts';
import { hasBody, proseOf, tells } from './tells.ts';

/**
 * Two texts are one article's if they share this much of what they speak of and the headline is told by so much. Below
 * `least` they are two articles' in 3 of 4 cases, and one article's in 1 of 200.
 */
const SAME = { share: 0.09, least: 0.03, told: 0.15, pairs: { some: 60, others: 60 } } as const;
/** A lead tells so much more of the headline than a summary above it would leave it to tell. */
const MUCH_MORE = 0.3;
/** At most this many paragraphs of at most this many characters make a summary above the byline. */
const SUMMARY = { paragraphs: 2, length: 200 } as const;

/** Whether what stands above the byline is no more than a summary of the article. */
function isSummary(draft: Draft): boolean {
  const above = proseOf(draft);
  const length = above.reduce((sum, part) => sum + textOf(part.item).length, 0);
  const divided = draft.parts.some((part) => part.kind === 'crosshead');
  return !divided && above.length > 0 && above.length <= SUMMARY.paragraphs && length <= SUMMARY.length;
}

/** Whether the last paragraph of a draft breaks off. */
function breaksOff(draft: Draft): boolean {
  const last = draft.parts.findLast((part) => part.kind !== 'caption' && part.kind !== 'house');
  return last?.kind === 'text' && isUnfinished(textOf(last.item));
}

/** How much two texts speak of the same things, `undefined` where one is too short to tell. */
function likeness(one: Draft, other: Draft, subjects: Subjects): number | undefined {
  const texts = (draft: Draft): string[] => proseOf(draft).map((part) => textOf(part.item));
  return subjects.shared(texts(one), texts(other), SAME.pairs);
}

/** Whether a text is the lead or the rest of what stands above it: the headline is told there, or both speak of the same. */
function belongs(above: Draft, below: Draft, subjects: Subjects): boolean {
  const told = tells(above.heads, below);
  const alike = likeness(above, below, subjects);
  if (isSummary(above)) return told >= SAME.told || alike === undefined || alike > SAME.least;
  return told >= LEAST_TOLD || (told >= SAME.told && alike !== undefined && alike >= SAME.share);
}

/** Whether a text that belongs to what stands above it is to be read before it. */
function isLate(above: Draft, below: Draft): boolean {
  const inside = proseOf(above)
    .slice(0, 1)
    .some((part) => beginsInside(textOf(part.item)));
  const more = tells(above.heads, below) - tells(above.heads, above);
  if (isSummary(above)) return inside || more >= MUCH_MORE;
  return inside || more > 0 || breaksOff(below);
}

/** Merges a text whose headline is lost into the unsigned article above it, if it is its lead or goes on in it. */
function mergeLead(above: Draft, below: Draft, subjects: Subjects): Draft | undefined {
  if (above.heads.length === 0 || above.signed || !hasBody(above)) return undefined;
  if (below.heads.length > 0 || !below.signed || !hasBody(below)) return undefined;
  if (!belongs(above, below, subjects)) return undefined;
  const parts = isLate(above, below) ? [...below.parts, ...above.parts] : [...above.parts, ...below.parts];
  return { heads: above.heads, bylines: below.bylines, signed: true, parts };
}

function mergeLeads(drafts: readonly Draft[], subjects: Subjects): Draft[] {
  const merged: Draft[] = [];
  for (const draft of drafts) {
    const above = merged.at(-1);
    const joined = above === undefined ? undefined : mergeLead(above, draft, subjects);
    if (joined === undefined) merged.push(draft);
    else merged[merged.length - 1] = joined;
  }
  return merged;
}

/** Lines of the house and a stray byline make no article: they stand below the one before. */
function mergeResidue(drafts: readonly Draft[]): Draft[] {
  const merged: Draft[] = [];
  for (const draft of drafts) {
    const above = merged.at(-1);
    const residue = draft.heads.length === 0 && draft.parts.every((part) => part.kind === 'house');
    if (above === undefined || !residue) merged.push(draft);
    else {
      const bylines = draft.bylines.map((item): Part => ({ kind: 'house', item }));
      merged[merged.length - 1] = { ...above, parts: [...above.parts, ...bylines, ...draft.parts] };
    }
  }
  return merged;
}

/** Puts together what belongs together; the article stands where its headline stands. */
export function reunite(drafts: readonly Draft[], subjects: Subjects): readonly Draft[] {
  return withoutStrangers(rematch(mergeLeads(mergeResidue(drafts), subjects)), subjects);
}
