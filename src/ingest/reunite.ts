/**
 * Which cut pieces are one article?
 *
 * Column-wise extraction tears articles: the headline is printed here and its text there, the lead stands behind the
 * end, a summary stands above the byline. Two pieces become one only on evidence in their words; without it a headline
 * without text and a text without headline stay as they are.
 */
import { layOutHeadline } from './headline.ts';
import { textOf } from './items.ts';
import { isUnfinished } from './joins.ts';
import type { Draft, Part } from './segment.ts';
import { shareTold } from './told.ts';

/** Share of a headline's character pairs that its own text repeats in its first paragraphs; others repeat 0.1. */
const LEAST_TOLD = 0.35;
/** At most this many paragraphs of at most this many characters make a summary above the byline. */
const SUMMARY = { paragraphs: 2, length: 200 } as const;
/** Paragraphs and characters of a text that are compared with a headline. */
const LEAD = { paragraphs: 3, length: 600 } as const;

/** A page holds some twenty articles; texts further away than that many are another page's. */
const NEAR = 20;

const isProse = (part: Part): boolean => part.kind === 'text' || part.kind === 'list';
const prose = (draft: Draft): Part[] => draft.parts.filter(isProse);
const hasBody = (draft: Draft): boolean => draft.parts.some((part) => isProse(part) || part.kind === 'table');

/** The figures of a headline that a text repeats. */
function figuresTold(headline: string, lead: string): number {
  const figures = headline.match(/\d[\d.,]*\d/g) ?? [];
  return figures.filter((figure) => lead.includes(figure)).length;
}

/** How far the beginning of a text tells what a headline announces, 0 to 1; two figures in common are enough. */
function support(head: Draft, body: Draft): number {
  const title = layOutHeadline(head.heads).title?.text ?? '';
  const block = head.heads.map((line) => line.text).join(' ');
  const lead = prose(body)
    .slice(0, LEAD.paragraphs)
    .map((part) => textOf(part.item))
    .join('\n')
    .slice(0, LEAD.length);
  return Math.max(shareTold(title, lead), figuresTold(block, lead) >= 2 ? 1 : 0);
}

/** Whether what stands above the byline is no more than a summary of the article. */
function isSummary(draft: Draft): boolean {
  const above = prose(draft);
  const length = above.reduce((sum, part) => sum + textOf(part.item).length, 0);
  const divided = draft.parts.some((part) => part.kind === 'crosshead');
  return !divided && above.length > 0 && above.length <= SUMMARY.paragraphs && length <= SUMMARY.length;
}

/** Whether the last paragraph of a draft breaks off. */
function breaksOff(draft: Draft): boolean {
  const last = draft.parts.findLast((part) => part.kind !== 'caption' && part.kind !== 'house');
  return last?.kind === 'text' && isUnfinished(textOf(last.item));
}

/** Merges a text whose headline is lost into the unsigned article above it, if it is its lead or goes on in it. */
function mergeLead(above: Draft, below: Draft): Draft | undefined {
  if (above.heads.length === 0 || above.signed || !hasBody(above)) return undefined;
  if (below.heads.length > 0 || !below.signed || !hasBody(below)) return undefined;
  const joined = { heads: above.heads, bylines: below.bylines, signed: true };
  const inOrder = [...above.parts, ...below.parts];
  if (isSummary(above)) return { ...joined, parts: inOrder };
  if (support(above, below) < LEAST_TOLD) return undefined;
  return { ...joined, parts: breaksOff(below) ? [...below.parts, ...above.parts] : inOrder };
}

function mergeLeads(drafts: readonly Draft[]): Draft[] {
  const merged: Draft[] = [];
  for (const draft of drafts) {
    const above = merged.at(-1);
    const joined = above === undefined ? undefined : mergeLead(above, draft);
    if (joined === undefined) merged.push(draft);
    else merged[merged.length - 1] = joined;
  }
  return merged;
}

/** The text without headline near a headline without text that the headline announces, if one does. */
function findBody(drafts: readonly Draft[], at: number, taken: ReadonlySet<Draft>): Draft | undefined {
  const head = drafts[at];
  if (head === undefined) return undefined;
  const near = drafts.slice(Math.max(0, at - NEAR), at + NEAR);
  const bodies = near.filter(
    (draft) => draft.heads.length === 0 && draft.signed && hasBody(draft) && !taken.has(draft),
  );
  const weighed = bodies.map((draft) => ({ draft, support: support(head, draft) }));
  const best = weighed.toSorted((a, b) => b.support - a.support)[0];
  return best !== undefined && best.support >= LEAST_TOLD ? best.draft : undefined;
}

/** Gives headlines without text the texts without headline that they announce. */
function mergeBodies(drafts: readonly Draft[]): readonly Draft[] {
  const taken = new Set<Draft>();
  const merged = drafts.map((draft, at) => {
    const body = draft.heads.length === 0 || hasBody(draft) ? undefined : findBody(drafts, at, taken);
    if (body === undefined) return draft;
    taken.add(body);
    const bylines = [...draft.bylines, ...body.bylines];
    return { heads: draft.heads, bylines, parts: [...draft.parts, ...body.parts], signed: true };
  });
  return merged.filter((draft) => !taken.has(draft));
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
export function reunite(drafts: readonly Draft[]): readonly Draft[] {
  return mergeBodies(mergeLeads(mergeResidue(drafts)));
}
