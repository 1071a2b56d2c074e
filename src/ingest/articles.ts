/** Which articles are on this page? Puts what was cut into the form that every floor above reads. */
import { foldText } from '../text/normalize.ts';
import type { Span } from '../text/span.ts';
import { rawSpans } from '../text/span.ts';
import { parseTrailingByline } from './byline.ts';
import { filingDay } from './filing-day.ts';
import { layOutHeadline } from './headline.ts';
import { shortId } from './ids.ts';
import { isUnfinished } from './joins.ts';
import type { Made } from './made.ts';
import { joinMade, partOf } from './made.ts';
import { isSentOn } from './marks.ts';
import type { Article, Block, Page } from './model.ts';
import { readBlocks } from './paragraphs.ts';
import type { Draft, Part } from './segment.ts';

/** Characters of an untitled article's text that its id is made of, after folding. */
const ID_TEXT = 40;

interface Author {
  readonly byline: Made;
  readonly names: readonly string[];
}

/** The byline of its own lines, several joined with a blank. */
function authorOfLines(draft: Draft): Author | undefined {
  if (draft.bylines.length === 0) return undefined;
  const parts = draft.bylines.map(({ lines: [line], byline }) => line && byline && partOf(line, byline.span));
  const names = draft.bylines.flatMap(({ byline }) => byline?.names ?? []);
  return {
    byline: joinMade(
      parts.filter((part) => part !== undefined),
      ' ',
    ),
    names,
  };
}

/** The byline behind the dateline, or in brackets at the end of the text. */
function authorInText(parts: readonly Part[]): Author | undefined {
  for (const { item } of parts) {
    const line = item.lines[0];
    const byline = item.opening?.byline;
    if (line !== undefined && byline !== undefined) return { byline: partOf(line, byline.span), names: byline.names };
  }
  const last = parts.findLast((part) => part.kind === 'text')?.item.lines[0];
  const byline = last === undefined ? undefined : parseTrailingByline(last.text);
  return last === undefined || byline === undefined
    ? undefined
    : { byline: partOf(last, byline.span), names: byline.names };
}

/** The dateline of the first paragraph that has one. */
function datelineOf(parts: readonly Part[]): string | null {
  for (const { item } of parts) {
    const span = item.opening?.dateline;
    const line = item.lines[0];
    if (span !== undefined && line !== undefined) return line.text.slice(span.start, span.end);
  }
  return null;
}

/** A picture's caption that is all there is of an article is its text. */
function asProse(parts: readonly Part[]): readonly Part[] {
  if (parts.some((part) => part.kind === 'text' || part.kind === 'list' || part.kind === 'table')) return parts;
  return parts.map((part) => (part.kind === 'caption' ? { ...part, kind: 'text' } : part));
}

/** A crosshead with nothing below it is a line like any other. */
function withoutIdleCrossheads(parts: readonly Part[]): Part[] {
  const last = parts.findLastIndex((part) => part.kind === 'text' || part.kind === 'list' || part.kind === 'table');
  return parts.map((part, at) => (part.kind === 'crosshead' && at > last ? { ...part, kind: 'text' } : part));
}

/** Whether the text breaks off, or is said to go on elsewhere. */
function isTruncated(blocks: readonly Block[]): boolean {
  const last = blocks.findLast((block) => block.kind !== 'caption' && block.kind !== 'advert');
  const sentOn = blocks.some(
    (block) => (block.kind === 'advert' || block.kind === 'paragraph') && isSentOn(block.text),
  );
  return sentOn || (last?.kind === 'paragraph' && isUnfinished(last.text));
}

function spansOf(made: Made | null | undefined): Span[] {
  return made === null || made === undefined ? [] : rawSpans(made.pieces, { start: 0, end: made.text.length });
}

/** What the id is made of: the headline, or the first words of the text. */
function identity(title: string | null, blocks: readonly Block[]): string {
  if (title !== null) return title;
  return foldText(
    blocks
      .map((block) => block.text)
      .join('\n')
      .slice(0, 4 * ID_TEXT),
  ).slice(0, ID_TEXT);
}

/** Gives out ids that depend on the page and the article alone; a second article of the same name gets a number. */
class Ids {
  private readonly given = new Map<string, number>();

  give(page: string, name: string): string {
    const count = (this.given.get(name) ?? 0) + 1;
    this.given.set(name, count);
    return shortId(`${page}\n${name}${count > 1 ? `\n${count}` : ''}`);
  }
}

/** Where only the headline is left of an article it stands for the text. */
function headlineBlocks({ heads }: Draft): Block[] {
  return heads.length === 0 ? [] : [{ kind: 'crosshead', ...joinMade(heads, ' ') }];
}

function compose(draft: Draft, page: Page, torn: boolean): Omit<Article, 'id'> {
  const headline = layOutHeadline(draft.heads);
  const author = authorOfLines(draft) ?? authorInText(draft.parts);
  const dateline = datelineOf(draft.parts);
  const read = readBlocks(withoutIdleCrossheads(asProse(draft.parts)), { raw: page.text, torn });
  const blocks = read.length > 0 ? read : headlineBlocks(draft);
  return {
    page: page.id,
    file: page.file,
    publication: page.publication,
    label: page.label,
    title: headline.title?.text ?? null,
    kicker: headline.kicker?.text ?? null,
    subtitle: headline.subtitle?.text ?? null,
    byline: author?.byline.text ?? null,
    reporters: [...new Set(author?.names ?? [])],
    dateline,
    date: (dateline === null ? null : filingDay(dateline, page.date)) ?? page.date,
    heads: [headline.title, headline.kicker, headline.subtitle, author?.byline, ...headline.repeated].flatMap(spansOf),
    blocks,
    truncated: isTruncated(blocks),
  };
}

/** The articles of a page from its cut pieces, in the order of the page; pieces without headline and words are left out. */
export function composeArticles(drafts: readonly Draft[], page: Page, torn: boolean): Article[] {
  const ids = new Ids();
  return drafts
    .map((draft) => compose(draft, page, torn))
    .filter((article) => article.title !== null || article.blocks.some((block) => block.kind !== 'advert'))
    .map((article) => ({ ...article, id: ids.give(page.id, identity(article.title, article.blocks)) }));
}
