/**
 * How an article and its passages are kept: as places of its page.
 *
 * What the page says is kept once, with the page (`stretches.ts`). Of an article there is where it stands there, what is
 * its own, its blocks and its passages as offsets; only what is no copy of the page is kept as text. The passages of an
 * article are numbered in a row, so the number of the first one finds them all, and since no number is ever given out
 * again it names the same text for ever.
 */
import type { StoredPassage } from '../../app/source.ts';
import type { Article } from '../../ingest/model.ts';
import {
  type ArticleColumns,
  type KeptArticle,
  keepArticle,
  type PageFacts,
  readArticle,
  readHead,
} from './kept-article.ts';
import { type KeptPassages, keepPassages, readPassages } from './kept-passages.ts';
import { baseOf, type Origin } from './origins.ts';
import { packText, unpackText } from './packing.ts';
import type { Base } from './places.ts';

/** Articles that are remembered: those of some questions. */
const KEPT = 512;

/** The columns of an article that have its text and passages. */
export interface TextColumns {
  /** The number of the first passage; `null` where there is none. */
  readonly first: number | null;
  readonly passages: number;
  readonly packed: Uint8Array;
}

/** The page of an article, as it is kept. */
export interface KeptPage {
  readonly facts: PageFacts;
  /** The page as received; offsets are UTF-16 units. */
  readonly text: Base;
}

/** Where it stands, what is its own, its blocks, its passages. */
type Columns = readonly [Origin | null, KeptArticle['head'], KeptArticle['blocks'], KeptPassages];
/** An article that lacks what every article has: as it is, with its passages. */
type Whole = readonly [Article, readonly StoredPassage[]];

/** What is kept of an article that stands at `origin` of its page. Throws where its passages are not numbered in a row. */
export function textColumns(
  { article, passages }: { readonly article: Article; readonly passages: readonly StoredPassage[] },
  page: KeptPage,
  origin: Origin | null,
): TextColumns {
  const first = passages[0]?.id ?? null;
  for (const [at, { id }] of passages.entries())
    if (id !== (first ?? 0) + at) throw new Error(`Passage ${id} of article ${article.id} is out of the row.`);
  const base = baseOf(origin, page.text);
  const kept = keepArticle(article, page.facts, base);
  const columns: Columns | Whole =
    kept === undefined ? [article, passages] : [origin, kept.head, kept.blocks, keepPassages(article, passages, base)];
  return { first, passages: passages.length, packed: packText(JSON.stringify(columns)) };
}

/** A row of an article with the facts of its page. */
export interface TextRow extends ArticleColumns, Pick<TextColumns, 'first' | 'packed'> {
  readonly page: KeptPage;
}

/** A kept article; its page is read when its text is asked for. */
export class KeptTexts {
  readonly #row: Omit<TextRow, 'packed'>;
  readonly #columns: Columns | Whole;
  #base: Base | undefined;
  #read: Article | undefined;
  #passages: readonly StoredPassage[] | undefined;

  constructor({ packed, ...row }: TextRow) {
    this.#row = row;
    this.#columns = JSON.parse(unpackText(packed));
  }

  /** The article without its text. */
  get head(): Omit<Article, 'blocks' | 'truncated'> {
    if (isWhole(this.#columns)) return this.#columns[0];
    const [, head, blocks] = this.#columns;
    return readHead({ head, blocks }, this.#row.page.facts, this.#row);
  }

  get article(): Article {
    this.#read ??= this.#article();
    return this.#read;
  }

  get passages(): readonly StoredPassage[] {
    this.#passages ??= isWhole(this.#columns) ? this.#columns[1] : this.#passagesOf(this.#columns);
    return this.#passages;
  }

  #article(): Article {
    if (isWhole(this.#columns)) return this.#columns[0];
    const [origin, head, blocks] = this.#columns;
    const { page, id, date } = this.#row;
    return readArticle({ head, blocks }, { facts: page.facts, columns: { id, date }, base: this.#baseOf(origin) });
  }

  #passagesOf([origin, , , kept]: Columns): StoredPassage[] {
    return readPassages(this.article, kept, { first: this.#row.first ?? 0, base: this.#baseOf(origin) });
  }

  #baseOf(origin: Origin | null): Base {
    this.#base ??= baseOf(origin, this.#row.page.text);
    return this.#base;
  }
}

function isWhole(columns: Columns | Whole): columns is Whole {
  return columns.length === 2;
}

/** The articles that were asked for last, by the number of their first passage. */
export class TextShelf {
  readonly #kept = new Map<number, KeptTexts>();

  /** The texts whose first passage has that number; `load` gets them where they are not here. */
  texts(first: number, load: () => KeptTexts): KeptTexts {
    const kept = this.#kept.get(first) ?? load();
    // The one that was asked for last stands at the end; the one at the front leaves.
    this.#kept.delete(first);
    this.#kept.set(first, kept);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return kept;
  }
}
