/** Shows how a passage came by its score: the same numbers as the search's, as a tree. */
import type { Terms } from './analyzer.ts';
import { BM25, KINDS, type Kind } from './bm25.ts';
import { SENTENCE_WEIGHT } from './rerank.ts';
import type { Searcher, TermGain } from './searcher.ts';
import { SentenceScorer } from './sentences.ts';

/** One number and the numbers it was made of, so that every score can be shown down to its factors. */
export interface Explanation {
  /** What the number is, for people: a term, a kind of term, a factor. */
  readonly name: string;
  readonly value: number;
  /** What it was made of; empty at a leaf. */
  readonly parts: readonly Explanation[];
}

/** The passage whose score is to be shown. */
export interface ExplainedPassage {
  readonly passage: number;
  readonly text: string;
  /** What else stands over it. */
  readonly heading: string;
}

function sumOf(name: string, parts: readonly Explanation[]): Explanation {
  return { name, value: parts.reduce((sum, part) => sum + part.value, 0), parts };
}

function leaf(name: string, value: number): Explanation {
  return { name, value, parts: [] };
}

/** A term: the product of its three factors. */
function explainTerm({ kind, term, gain, rarity, frequency, count, length, average }: TermGain): Explanation {
  const scale = BM25[kind].weight * (BM25[kind].k1 + 1);
  return {
    name: `${term} (product)`,
    value: gain,
    parts: [
      leaf(`idf, in ${frequency} passages`, rarity),
      leaf('weight of the kind × (k1 + 1)', scale),
      leaf(`saturation, ${count} times, length ${length} beside ${average.toFixed(1)}`, gain / (rarity * scale)),
    ],
  };
}

/** The score that {@link Searcher.search} gives a passage: words and bigrams, each the sum of its terms. */
export function explainSearch(searcher: Searcher, terms: Terms, passage: number): Explanation {
  const gains = searcher.gainsOf(terms, passage);
  const kind = (name: Kind): Explanation => sumOf(name, gains.filter((gain) => gain.kind === name).map(explainTerm));
  return sumOf('search', KINDS.map(kind));
}

/** The score that a passage has after re-ranking: the search's and that of the best sentence. */
export function explain(searcher: Searcher, terms: Terms, { passage, text, heading }: ExplainedPassage): Explanation {
  const gains = new SentenceScorer(terms, searcher).gains(text, heading).map(({ unit, weight, places, gain }) => ({
    name: `${unit} (product)`,
    value: SENTENCE_WEIGHT * gain,
    parts: [
      leaf('idf', weight),
      leaf('weight of the best sentence', SENTENCE_WEIGHT),
      leaf(`share, ${places === 2 ? 'in sentence and heading' : 'in sentence or heading'}`, gain / weight),
    ],
  }));
  return sumOf('score', [explainSearch(searcher, terms, passage), sumOf('best sentence', gains)]);
}
