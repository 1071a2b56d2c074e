/**
 * What has become of every line of a page: the raw lines beside the articles that were made of them.
 *
 * Whoever takes in a new source checks the reading with it, so nothing may vanish: each character of a line belongs to a
 * head, a block or a printed copy of one article, is blank or a mark, or is shown as left out.
 */
import { decodePage } from '../ingest/decode.ts';
import type { Article, Block, BlockKind, Page, PageInfo, Table } from '../ingest/model.ts';
import { type ReadPage, readPage } from '../ingest/read-page.ts';
import type { PageWarning } from '../ingest/remarks.ts';
import { type LineRange, RawLines } from './raw-lines.ts';
import { blockRuns, type Moved, type Run } from './raw-runs.ts';
import { claimsOf, type Fate, Holdings } from './raw-stretches.ts';
import type { Remark } from './remarks.ts';

/** A stretch of a raw line of one fate. */
export interface StretchView {
  readonly text: string;
  readonly fate: Fate;
  /** The number of its article, from 1; `null` for what is in none. */
  readonly article: number | null;
  /** The number of its block in the article, from 1; `null` for heads and what has no article. */
  readonly block: number | null;
  /** The run that begins here, as a number in its block from 1; `null` where none does. */
  readonly run: number | null;
  readonly moved: Moved;
}

/** A raw line; its stretches rebuild its text. */
export interface LineView {
  /** From 1, as editors count. */
  readonly number: number;
  readonly text: string;
  readonly stretches: readonly StretchView[];
}

/** What of a block stands together in the page. */
export interface RunView {
  /** The runs of a block rebuild its text. */
  readonly text: string;
  readonly lines: readonly LineRange[];
  readonly moved: Moved;
}

/** A block of an article and where it comes from. */
export interface BlockView {
  /** From 1 in its article. */
  readonly number: number;
  readonly kind: BlockKind;
  readonly text: string;
  readonly lines: readonly LineRange[];
  readonly runs: readonly RunView[];
  /** Where the page prints it again. */
  readonly copies: readonly LineRange[];
  readonly table: Table | null;
}

/** An article and where it comes from. */
export interface ArticleView
  extends Pick<Article, 'id' | 'title' | 'kicker' | 'subtitle' | 'byline' | 'dateline' | 'date' | 'truncated'> {
  /** From 1 in the page. */
  readonly number: number;
  /** The lines of headline, kicker, deck and byline. */
  readonly heads: readonly LineRange[];
  readonly blocks: readonly BlockView[];
}

/** How much there is. */
export interface PageTally {
  readonly lines: number;
  readonly articles: number;
  readonly blocks: number;
  /** Places where reading order departs from the order of the page. */
  readonly moved: number;
  /** Places where something is printed again. */
  readonly copies: number;
  /** Characters of words that are in no article. */
  readonly leftOut: number;
}

/** A page beside its articles; plain data. */
export interface PageView {
  readonly info: PageInfo;
  /** The encoding that the bytes were read in. */
  readonly encoding: string;
  readonly lines: readonly LineView[];
  readonly articles: readonly ArticleView[];
  readonly warnings: readonly PageWarning[];
  readonly tally: PageTally;
}

/** A page that was read from a file, taken into no library. */
export interface InspectedPage {
  readonly view: PageView;
  /** The list of pages beside the file, and what it says wrongly or oddly of this page. */
  readonly list: { readonly file: string; readonly problems: readonly Remark[]; readonly warnings: readonly Remark[] };
}

interface Sight {
  readonly raw: string;
  readonly lines: RawLines;
  readonly holdings: Holdings;
}

function viewBlock(
  block: Block,
  number: number,
  { runs, lines }: { runs: readonly Run[]; lines: RawLines },
): BlockView {
  return {
    number,
    kind: block.kind,
    text: block.text,
    lines: lines.rangesOf(block.pieces),
    runs: runs.map(({ text, spans, moved }) => ({ text, lines: lines.rangesOf(spans), moved })),
    copies: lines.rangesOf(block.copies ?? []),
    table: block.table ?? null,
  };
}

function viewArticle(article: Article, number: number, { lines, runs }: { lines: RawLines; runs: readonly Run[][] }) {
  const { id, title, kicker, subtitle, byline, dateline, date, truncated } = article;
  const blocks = article.blocks.map((block, at) => viewBlock(block, at + 1, { lines, runs: runs[at] ?? [] }));
  const heads = lines.rangesOf(article.heads);
  return { ...{ number, id, title, kicker, subtitle, byline, dateline, date, truncated }, heads, blocks };
}

function viewLines({ raw, lines, holdings }: Sight): LineView[] {
  return lines.spans.map((span, at) => ({
    number: at + 1,
    text: raw.slice(span.start, span.end),
    stretches: holdings.stretchesOf(span).map(({ start, end, fate, claim, begins }) => ({
      text: raw.slice(start, end),
      fate,
      article: claim?.article ?? null,
      block: claim !== null && claim.kind !== 'head' ? claim.block : null,
      run: begins?.number ?? null,
      moved: begins?.moved ?? 'no',
    })),
  }));
}

function tallyOf(articles: readonly ArticleView[], lines: readonly LineView[], printed: readonly Article[]): PageTally {
  const blocks = articles.flatMap((article) => article.blocks);
  const lost = lines.flatMap(({ stretches }) => stretches.filter(({ fate }) => fate === 'left-out'));
  return {
    lines: lines.length,
    articles: articles.length,
    blocks: blocks.length,
    moved: blocks.flatMap(({ runs }) => runs).filter(({ moved }) => moved !== 'no').length,
    copies: printed.flatMap(({ blocks: all }) => all.flatMap(({ copies = [] }) => copies)).length,
    leftOut: lost.reduce((sum, { text }) => sum + [...text].length, 0),
  };
}

/** Lays what was read beside the page that it was read from. */
export function viewPage(page: Page, { articles, warnings }: ReadPage, encoding: string): PageView {
  const { text: raw, ...info } = page;
  const lines = new RawLines(raw);
  const holdings = new Holdings(raw, claimsOf(articles));
  const runs = articles.map((article, at) => blockRuns(article, at + 1, holdings));
  for (const [at, of] of runs.entries()) {
    for (const [block, list] of of.entries()) holdings.markRuns({ article: at + 1, block: block + 1 }, list);
  }
  const shown = articles.map((article, at) => viewArticle(article, at + 1, { lines, runs: runs[at] ?? [] }));
  const shownLines = viewLines({ raw, lines, holdings });
  return {
    ...{ info, encoding, lines: shownLines, articles: shown, warnings },
    tally: tallyOf(shown, shownLines, articles),
  };
}

/** Reads the bytes of a page and lays them beside its articles. Throws a PageError where they are no text. */
export function inspectPage(info: PageInfo, bytes: Uint8Array): PageView {
  const { text, encoding } = decodePage(bytes);
  const page = { ...info, text };
  return viewPage(page, readPage(page), encoding);
}
