/** How far does the beginning of a text tell what a headline announces? */
import { layOutHeadline } from './headline.ts';
import { textOf } from './items.ts';
import type { Line } from './lines.ts';
import type { Draft, Part } from './segment.ts';
import { letterKey, sharePairs } from './told.ts';

/** Paragraphs and characters of a text that are compared with a headline. */
const LEAD = { paragraphs: 3, length: 600 } as const;

/** Whether a part is running text, table or not. */
const isProse = (part: Part): boolean => part.kind === 'text' || part.kind === 'list';

/** The paragraphs and lists of an article. */
export function proseOf(draft: Draft): Part[] {
  return draft.parts.filter(isProse);
}

/** Whether an article has text or a table, and not only heads, captions and lines of the house. */
export function hasBody(draft: Draft): boolean {
  return draft.parts.some((part) => isProse(part) || part.kind === 'table');
}

/** The figures of a headline that a text repeats. */
function figuresTold(headline: string, lead: string): number {
  const figures = headline.match(/\d[\d.,]*\d/g) ?? [];
  return figures.filter((figure) => lead.includes(figure)).length;
}

interface Lead {
  readonly text: string;
  readonly key: string;
}

/** The leads of the articles at hand: each is compared with every headline of its page. */
const leads = new WeakMap<readonly Part[], Lead>();

/** The first paragraphs of an article. */
function leadOf(draft: Draft): Lead {
  const known = leads.get(draft.parts);
  if (known !== undefined) return known;
  const paragraphs = proseOf(draft).slice(0, LEAD.paragraphs);
  const text = paragraphs
    .map((part) => textOf(part.item))
    .join('\n')
    .slice(0, LEAD.length);
  const lead = { text, key: letterKey(text) };
  leads.set(draft.parts, lead);
  return lead;
}

/** How far the beginning of a text tells what the lines of a headline announce, 0 to 1; two figures in common are enough. */
export function tells(heads: readonly Line[], body: Draft): number {
  if (heads.length === 0) return 0;
  const block = heads.map((line) => line.text).join(' ');
  const lead = leadOf(body);
  if (figuresTold(block, lead.text) >= 2) return 1;
  const title = letterKey(layOutHeadline(heads).title?.text ?? '');
  return Math.max(sharePairs(title, lead.key), sharePairs(letterKey(block), lead.key));
}
