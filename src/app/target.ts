/** What taking in needs from wherever the pages live. The stores of floor 4 offer it; nothing here knows how. */
import type { Article, PageInfo } from '../ingest/model.ts';
import type { PageRefusal, RemarkOf } from '../ingest/remarks.ts';
import type { Claim } from './ledger.ts';
import type { WarningDetails } from './remarks.ts';
import type { IndexPart, StoredPassage } from './source.ts';

/** How the bytes of a page are read: as a page of a paper, or as lines that each hold one article. */
export type PageKind = 'page' | 'jsonl';

/** Something odd about a page that was read. */
export type Warning = RemarkOf<WarningDetails>;

/** What the store remembers of a page besides its articles. */
export interface PageRecord extends PageInfo {
  readonly kind: PageKind;
  /** Where it was found, such as the absolute path of its file; `null` for one that came without a place. */
  readonly source: string | null;
  /** Says, together with the ingestion's own version, what was read; empty for a page that must be read again. */
  readonly hash: string;
  readonly encoding: string;
  /** How many articles and passages of it the library holds now. */
  readonly articles: number;
  readonly passages: number;
  /** What was odd about the page. */
  readonly warnings: readonly Warning[];
  /** Parts that could not be read, each with its place and the reason. */
  readonly refusals: readonly PageRefusal[];
}

/** Everything that takes the place of a page's earlier state. */
export interface PreparedPage {
  readonly info: PageInfo;
  readonly kind: PageKind;
  readonly source: string | null;
  readonly hash: string;
  /** The page as received. */
  readonly bytes: Uint8Array;
  readonly encoding: string;
  /** In reading order, their ids distinct. */
  readonly articles: readonly Article[];
  /** Of these articles; numbered from a run that `reservePassages` gave out, those of an article in a row. */
  readonly passages: readonly StoredPassage[];
  /** The encoded postings of exactly these passages; ignored when there is no passage. */
  readonly segment: Uint8Array;
  readonly warnings: readonly Warning[];
  readonly refusals: readonly PageRefusal[];
}

/** What one write did, counted in articles. */
export interface Change {
  /** New to the library. */
  readonly added: number;
  /** Known by their ids before, on this page or another. */
  readonly replaced: number;
  /** On the page before and no longer. */
  readonly removed: number;
  /** How many articles and passages the page holds now. */
  readonly articles: number;
  readonly passages: number;
}

/** A segment as a merge saw it. */
export interface MergedPart {
  readonly id: number;
  readonly deleted: ReadonlySet<number>;
}

/** The writing side of a store. */
export interface LibraryTarget {
  /** What is known of a page, or `null`. */
  pageRecord(id: string): Promise<PageRecord | null>;
  /** Ids of articles that are kept out of the library although their pages hold them. */
  withheld(): Promise<ReadonlySet<string>>;
  /** All pages in the order of their ids. */
  pageRecords(): Promise<PageRecord[]>;
  /** The page as received, or `null`. */
  pageBytes(id: string): Promise<Uint8Array | null>;
  /** The first of `count` passage numbers in a row that nobody else gets, ever; 1 or more. */
  reservePassages(count: number): Promise<number>;
  /**
   * Puts a page in the place of its earlier state, in one transaction: readers see the old or the new one. An article
   * whose id stands on another page moves to this one. With a claim the same transaction notes what has changed at its
   * job; it rejects with a ClaimLostError and changes nothing where the claim no longer holds.
   */
  replacePage(page: PreparedPage, claim?: Claim): Promise<Change>;
  /** Takes a page out with all its articles; does nothing for an unknown one. Claims as for {@link replacePage}. */
  removePage(id: string, claim?: Claim): Promise<Change>;
  /** Notes that an unchanged page now has another source. */
  movePage(id: string, source: string | null): Promise<void>;
  /**
   * Groups of segments that are worth merging into one each, smallest first; `patient`, `false` by default, wants large
   * groups alone.
   */
  mergeCandidates(patient?: boolean): Promise<number[][]>;
  /** The segments with their bytes, in the order asked; missing ones are left out. */
  segments(ids: readonly number[]): Promise<IndexPart[]>;
  /**
   * Puts a merged segment in the place of `old`, in one transaction. Returns `false` and does nothing when one of
   * them is gone or has lost passages since the merge read it.
   */
  replaceSegments(old: readonly MergedPart[], merged: Uint8Array): Promise<boolean>;
}
