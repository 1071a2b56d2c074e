/** An article as it is kept: its blocks as places of its page, and of the rest what its page does not say already. */
import type { Article, Block, PageInfo } from '../../ingest/model.ts';
import { type Base, endOf, type Places, readPlaces, writePlaces } from './places.ts';

/** What an article shares with its page. */
export type PageFacts = Pick<PageInfo, 'id' | 'file' | 'publication' | 'label'>;

/** What its own columns say of an article. */
export type ArticleColumns = Pick<Article, 'id' | 'date'>;

/** A block: a paragraph by its places alone; of others what they have besides, and their text where it is no copy. */
export type KeptBlock = Places | (Partial<Block> & { readonly places?: Places });

/** An article without what its columns and its page say, and its blocks. */
export interface KeptArticle {
  readonly head: Readonly<Record<string, unknown>>;
  readonly blocks: readonly KeptBlock[];
}

const PARAGRAPH = 'paragraph';

/** What an article is where it says nothing else. */
function usual({ id: page, file, publication, label }: PageFacts, { id, date }: ArticleColumns) {
  return {
    ...{ id, page, file, publication, label, title: null, kicker: null, subtitle: null, byline: null },
    ...{ reporters: [], dateline: null, date, heads: [] },
  };
}

function isSame(value: unknown, other: unknown): boolean {
  return value === other || (Array.isArray(value) && Array.isArray(other) && value.length + other.length === 0);
}

/** The article as it is kept; `undefined` for one that lacks what every article has. */
export function keepArticle(article: Article, facts: PageFacts, base: Base): KeptArticle | undefined {
  const { blocks, truncated, ...heads } = article;
  const expected = new Map<string, unknown>(Object.entries(usual(facts, article)));
  if (blocks === undefined || truncated === undefined || [...expected.keys()].some((key) => !(key in article))) {
    return undefined;
  }
  const own = Object.entries(heads).filter(([key, value]) => !isSame(value, expected.get(key)));
  const kept: KeptBlock[] = [];
  let from = 0;
  for (const block of blocks) {
    kept.push(keepBlock(block, base, from));
    from = endOf(block, from);
  }
  return { head: { ...Object.fromEntries(own), ...(truncated && { truncated }) }, blocks: kept };
}

function keepBlock(block: Block, base: Base, from: number): KeptBlock {
  const places = writePlaces(block, base, from);
  if (places === undefined) return block;
  const { kind, text: _text, pieces: _pieces, ...rest } = block;
  if (kind === PARAGRAPH && Object.keys(rest).length === 0) return places;
  return { kind, ...rest, places };
}

/** The inverse of {@link keepArticle}. */
export function readArticle(
  { head, blocks }: KeptArticle,
  { facts, columns, base }: { facts: PageFacts; columns: ArticleColumns; base: Base },
): Article {
  const read: Block[] = [];
  let from = 0;
  for (const kept of blocks) {
    const block = readBlock(kept, base, from);
    read.push(block);
    from = endOf(block, from);
  }
  const { truncated = false, ...own } = head;
  return { ...usual(facts, columns), ...own, blocks: read, truncated: truncated === true };
}

function readBlock(kept: KeptBlock, base: Base, from: number): Block {
  if (isPlaces(kept)) {
    const { text, pieces } = readPlaces(kept, base, from);
    return { kind: PARAGRAPH, text, pieces };
  }
  const { kind = PARAGRAPH, places, ...rest } = kept;
  if (places === undefined) return { text: '', pieces: [], ...rest, kind };
  const { text, pieces } = readPlaces(places, base, from);
  return { kind, text, pieces, ...rest };
}

function isPlaces(kept: KeptBlock): kept is Places {
  return Array.isArray(kept);
}

/** The heads of an article, for which nothing of its page is read. */
export function readHead(
  { head }: KeptArticle,
  facts: PageFacts,
  columns: ArticleColumns,
): Omit<Article, 'blocks' | 'truncated'> {
  const { truncated: _truncated, ...own } = head;
  return { ...usual(facts, columns), ...own };
}
