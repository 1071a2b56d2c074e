/**
 * Which articles are on this page?
 *
 * lines -> torn columns put in order, their line ends taken out -> items (what each line is) -> drafts (where articles begin and end)
 * -> drafts that belong together -> articles. Each step keeps the places of its words in the page.
 */
import { composeArticles } from './articles.ts';
import { withoutCopies } from './copies.ts';
import { readItems } from './items.ts';
import { findLineEnds, type MendedLines, mendLineEnds } from './line-ends.ts';
import { type Line, readLines } from './lines.ts';
import type { Article, Page } from './model.ts';
import { reorderLines } from './order-lines.ts';
import type { PageWarning } from './remarks.ts';
import { reunite } from './reunite.ts';
import { segmentItems } from './segment.ts';
import { subjectsOf } from './subjects.ts';

/** The articles of a page, and what an editor should look at. */
export interface ReadPage {
  readonly articles: Article[];
  readonly warnings: PageWarning[];
}

/** Characters of an article's text that stand for a headline it does not have. */
const BEGINNING = 20;

/** Lines in reading order, and how many of them had to be moved for it. */
interface OrderedLines extends MendedLines {
  readonly moved: number;
}

/** What is odd about the articles of a page. */
function warningsOf(articles: readonly Article[], { torn, moved }: OrderedLines): PageWarning[] {
  const warnings: PageWarning[] = [];
  if (moved > 0) warnings.push({ code: 'lines-moved', details: { moved } });
  else if (torn) warnings.push({ code: 'columns-interleaved', details: {} });
  for (const { title, blocks, truncated } of articles) {
    const beginning = blocks[0]?.text.slice(0, BEGINNING) ?? '';
    const article = title ?? beginning;
    if (title === null) warnings.push({ code: 'no-headline', details: { beginning } });
    if (blocks.every((block) => block.kind === 'crosshead')) warnings.push({ code: 'no-text', details: { article } });
    if (truncated || blocks.some((block) => block.breaksOff === true))
      warnings.push({ code: 'breaks-off', details: { article } });
  }
  return warnings;
}

/** The lines of a page in reading order, the line ends of its columns taken out. */
function putInOrder(lines: readonly Line[]): OrderedLines {
  const ends = findLineEnds(lines);
  const ordered = ends === undefined ? undefined : reorderLines(lines, ends);
  return ordered === undefined ? { ...mendLineEnds(lines, ends), moved: 0 } : { ...ordered, torn: true };
}

/** Reads a page. Never throws: a text without any structure is one article without headline. */
export function readPage(page: Page): ReadPage {
  const ordered = putInOrder(readLines(page.text));
  const items = withoutCopies(readItems(page.text, ordered.lines));
  const subjects = subjectsOf(items);
  const drafts = reunite(segmentItems(items, subjects), subjects);
  const articles = composeArticles(drafts, page, ordered.torn);
  return { articles, warnings: warningsOf(articles, ordered) };
}
