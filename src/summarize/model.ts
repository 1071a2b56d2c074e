/** What a summary is: verbatim pieces of articles, and the figures in them. */
import type { Span } from '../text/span.ts';

/** A sentence of a summary, or the clauses of one that were chosen. */
export interface SummarySentence {
  /** {@link Article.id} */
  readonly article: string;
  /** Index in the article's blocks. */
  readonly block: number;
  /** Place in the block's text. */
  readonly span: Span;
  /** The block's text at `span`: without dateline, byline, and the comma of a clause that goes on. */
  readonly text: string;
  /** Whether clauses of the same sentence were left out before it. */
  readonly before: boolean;
  /** Whether clauses of the same sentence were left out behind it. */
  readonly after: boolean;
}

/** A number of an article and what it counts. */
export interface KeyFigure {
  /** {@link Article.id} */
  readonly article: string;
  /** Index in the article's blocks. */
  readonly block: number;
  /** Place of `value` in the block's text. */
  readonly span: Span;
  /** Number and unit as printed, with what qualifies them: 超3万户. */
  readonly value: string;
  /** What it counts, as few words of the clause as say it; the name of the row in a table. May be empty. */
  readonly label: string;
  /** Place of `text` in the block's text. */
  readonly place: Span;
  /** The clause that holds both, with what names its subject where that stands near; or the row. */
  readonly text: string;
}

/** Sentences in reading order, figures by weight. */
export interface Summary {
  readonly sentences: readonly SummarySentence[];
  readonly figures: readonly KeyFigure[];
}

/**
 * How long a summary may become. Characters are UTF-16 units of the shown text, a … for every gap counted in; less than
 * {@link LEAST_CHARACTERS} is taken for that. Sentences are whole ones. A share is one of the length of all text that
 * counts, 0 to 1.
 */
export type SummaryLength =
  | { readonly kind: 'characters'; readonly atMost: number }
  | { readonly kind: 'sentences'; readonly atMost: number }
  | { readonly kind: 'share'; readonly of: number };

/** The shortest summary that can be asked for, in characters. */
export const LEAST_CHARACTERS = 20;

/** A word that the summary should be about; `word` is folded, 1 is the weight of a word of the headline. */
export interface FocusWord {
  readonly word: string;
  readonly weight: number;
}

/** What is wanted of a summary. */
export interface SummaryWish {
  readonly length: SummaryLength;
  readonly focus?: readonly FocusWord[];
  /** At most so many sentences of one article. */
  readonly perArticle?: number;
  /** Whether each article is to be heard, as far as the length goes. */
  readonly everyArticle?: boolean;
  /** How many figures at most; 8 unless told. */
  readonly figures?: number;
}
