/** The things that a newspaper page is made of, as every floor above speaks of them. */
import type { Piece, Span } from '../text/span.ts';

/** What is known of a page before it is read. */
export interface PageInfo {
  /** What the store keys the page by: the file's name, for one batch of a `.jsonl` file with the batch's number. */
  readonly id: string;
  /** The file's name as people know it. */
  readonly file: string;
  /** The paper, such as 江城晚报. */
  readonly publication: string | null;
  /** The day of the paper as precisely as it is known: `2022-07-15`, `2020-05` or `2022`. */
  readonly date: string | null;
  /** The number of the page in its paper, or whatever its source calls it. */
  readonly label: string | null;
}

/** A page as received, decoded. Every raw offset counts in `text`. */
export interface Page extends PageInfo {
  readonly text: string;
}

/** What a block of an article is, which decides whether it is running text. */
export type BlockKind = 'paragraph' | 'list' | 'crosshead' | 'caption' | 'notice' | 'advert' | 'table';

/** A table of a page; a cell that spans several rows is repeated in each of them. */
export interface Table {
  readonly caption: string | null;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Row `i` of `rows` in the text of its block, offsets of the block's text. */
  readonly rowSpans: readonly Span[];
}

/** A stretch of an article: a paragraph, a caption, a table … */
export interface Block {
  readonly kind: BlockKind;
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly table?: Table;
  /** Raw places where the page prints the same paragraph again. */
  readonly copies?: readonly Span[];
  /** Set where a paragraph breaks off and what the page prints next cannot be its rest. */
  readonly breaksOff?: true;
}

/** One article of a page. */
export interface Article {
  /** Stable across re-ingestion. */
  readonly id: string;
  /** {@link PageInfo.id} of its page. */
  readonly page: string;
  readonly file: string;
  readonly publication: string | null;
  readonly label: string | null;
  readonly title: string | null;
  /** The line above the headline. */
  readonly kicker: string | null;
  /** The deck below the headline. */
  readonly subtitle: string | null;
  /** Who wrote it, as printed, without the leading mark. */
  readonly byline: string | null;
  /** The names in the byline, reporters and correspondents. */
  readonly reporters: readonly string[];
  /** Such as 本报7月15日讯. */
  readonly dateline: string | null;
  /** From the dateline resolved against the page's date, else the page's date; as precise as it is known. */
  readonly date: string | null;
  /** Raw places of title, kicker, subtitle and byline. */
  readonly heads: readonly Span[];
  readonly blocks: readonly Block[];
  /** Whether the text breaks off before its end. */
  readonly truncated: boolean;
}

/** What a passage is cut from. */
export type PassageKind = 'text' | 'row' | 'caption';

/** What is ranked: some 260 characters of an article, a row of a table, or a caption. */
export interface Passage {
  readonly article: string;
  /** Its place among the passages of the article, from 0. */
  readonly ordinal: number;
  readonly kind: PassageKind;
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** What else counts for finding it: headline, kicker, deck, dateline, crosshead, caption and column heads of a table. */
  readonly heading: string;
  /** Its first block in the article. */
  readonly block: number;
  /** The row of the block's table, -1 for anything else. */
  readonly row: number;
}
