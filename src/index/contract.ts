/**
 * What an index is for those who search it, whatever stands behind it: the segments in this process ({@link Searcher}), or
 * an engine on other machines (OpenSearch, PostgreSQL) that finds candidates for our ranking.
 *
 * Such an engine is given the terms that our analyzer makes, as tokens of two fields, so that it has nothing to know of
 * Chinese, and scores each field by BM25 with the constants of `bm25.ts`. Its scores are added to those of re-ranking,
 * so they must be of the same size; the last digits may differ, and with them the order of hits that are next to equal.
 */
import type { Terms } from './analyzer.ts';

/** A passage and what it scores. */
export interface Hit {
  readonly passage: number;
  readonly score: number;
}

/**
 * How rare things are in the library. Whoever weighs words asks this thousands of times for a question, so it answers at
 * once: an engine far away keeps a table of frequencies here. The table may be some changes old.
 */
export interface Rarities {
  /** The idf of a word; greatest for one that never occurs, 0 for the particles that the index leaves out. */
  weightOf(word: string): number;
  /** The idf of a pair of characters, or of a token that counts as one. */
  bigramWeight(bigram: string): number;
  /** The idf of a Chinese character, estimated by the bigrams that begin with it. */
  characterWeight(character: string): number;
}

/** An index as it is at one moment: it never changes under its holder. */
export interface Finder extends Rarities {
  /** How many passages can be found. */
  readonly passages: number;
  /**
   * The best passages for some terms, each once, best first; where scores are equal the smaller id first. At most `limit`;
   * fewer where fewer hold one of the terms. Terms count once however often they are given, those of no passage not at all.
   */
  find(terms: Terms, limit: number): Promise<readonly Hit[]>;
}

/** Where the newest finder comes from. */
export interface Finders {
  /** A finder in which everything that was written before is found. */
  finder(): Promise<Finder>;
}
