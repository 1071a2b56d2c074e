/** What the library needs from wherever its pages live. The stores of floor 4 offer it; nothing here knows how. */
import type { Article, Passage } from '../ingest/model.ts';

/** A passage with the number that the index knows it by. */
export interface StoredPassage extends Passage {
  readonly id: number;
}

/** A part of the index; `segment` is `null` where the caller already holds the bytes of this `id`. */
export interface IndexPart {
  readonly id: number;
  readonly segment: Uint8Array | null;
  /** Passages of the segment that no longer count. */
  readonly deleted: ReadonlySet<number>;
}

/** A consistent view of the index at one version. */
export interface IndexState {
  readonly version: number;
  readonly parts: readonly IndexPart[];
}

/** Which articles are wanted; every given condition must hold. */
export interface ArticleQuery {
  /** {@link Article.page} or {@link Article.file}. */
  readonly page?: string;
  readonly reporter?: string;
  /** Inclusive days, `YYYY-MM-DD`. */
  readonly from?: string;
  readonly to?: string;
  readonly limit?: number;
  readonly offset?: number;
}

/** An article by its heads: headline, paper, page and day. */
export interface ArticleHead {
  readonly id: string;
  readonly title: string | null;
  readonly publication: string | null;
  readonly label: string | null;
  readonly file: string;
  readonly date: string | null;
}

/** How much the library holds. `newest` is the newest day of an article. */
export interface Counts {
  readonly pages: number;
  readonly articles: number;
  readonly passages: number;
  readonly newest: string | null;
}

/** The reading side of a store. */
export interface LibrarySource {
  /** A number that changes whenever the library has changed, in this process or another. */
  version(): Promise<number>;
  /** The index as it is now; segments whose ids are in `known` come without their bytes. */
  index(known: ReadonlySet<number>): Promise<IndexState>;
  /** Passages in the order asked; missing ones are left out. */
  passages(ids: readonly number[]): Promise<StoredPassage[]>;
  /** All passages of an article in reading order. */
  passagesOfArticle(article: string): Promise<StoredPassage[]>;
  /** One article, or `null`. */
  article(id: string): Promise<Article | null>;
  /** Several articles in the order asked; missing ones are left out. */
  articlesById(ids: readonly string[]): Promise<Article[]>;
  /** Articles in page and reading order. */
  articles(query?: ArticleQuery): Promise<Article[]>;
  /** The ids of the articles that {@link articles} would give, without reading them; `limit` and `offset` do not count. */
  articleIds(query: ArticleQuery): Promise<ReadonlySet<string>>;
  /**
   * Heads of articles whose headline, kicker or deck holds `name` (folded, letters and digits only), those that begin
   * with it first, then the newest; of all articles for an empty one. At most `limit`.
   */
  heads(name: string, limit: number): Promise<ArticleHead[]>;
  counts(): Promise<Counts>;
}
