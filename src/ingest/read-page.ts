/**
 * Which articles are on this page?
 *
 * lines -> line ends of the column taken out -> items (what each line is) -> drafts (where articles begin and end)
 * -> drafts that belong together -> articles. Each step keeps the places of its words in the page.
 */
import { composeArticles } from './articles.ts';
import { readItems } from './items.ts';
import { mendLineEnds } from './line-ends.ts';
import { readLines } from './lines.ts';
import type { Article, Page } from './model.ts';
import { reunite } from './reunite.ts';
import { segmentItems } from './segment.ts';

/** The articles of a page, and what an editor should look at, in English, for logs and messages to admins. */
export interface ReadPage {
  readonly articles: Article[];
  readonly warnings: string[];
}

/** What is odd about the articles of a page. */
function warningsOf(articles: readonly Article[], torn: boolean): string[] {
  const warnings: string[] = [];
  if (torn) warnings.push('blanks stand where printed lines ended: columns may be interleaved');
  for (const { title, blocks, truncated } of articles) {
    const name = title ?? `"${blocks[0]?.text.slice(0, 20) ?? ''}"`;
    if (title === null) warnings.push(`no headline above ${name}`);
    if (blocks.every((block) => block.kind === 'crosshead')) warnings.push(`no text below ${name}`);
    if (truncated) warnings.push(`breaks off: ${name}`);
  }
  return warnings;
}

/** Reads a page. Never throws: a text without any structure is one article without headline. */
export function readPage(page: Page): ReadPage {
  const { lines, torn } = mendLineEnds(readLines(page.text));
  const drafts = reunite(segmentItems(readItems(page.text, lines)));
  const articles = composeArticles(drafts, page, torn);
  return { articles, warnings: warningsOf(articles, torn) };
}
