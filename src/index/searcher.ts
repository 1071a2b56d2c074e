/**
 * Searches several segments as if they were one.
 *
 * A searcher is a snapshot: it never changes under its holder. Frequencies and lengths are summed over the
 * segments, so that a score does not depend on how the passages are spread. Deleted passages are never found; they
 * count in the frequencies until their segment is merged, as their postings are still there.
 */
import { isStopword, type Terms } from './analyzer.ts';
import { idf, KINDS, type Kind, lengthNorm, saturation, termWeight } from './bm25.ts';
import type { Finder, Hit } from './contract.ts';
import { decodeLength } from './lengths.ts';
import type { SegmentPart } from './merge.ts';
import {
  type Averages,
  averagesOf,
  type LivingPart,
  livingPart,
  type QueryTerm,
  type SearchPart,
} from './search-part.ts';
import { type SearchRequest, Share } from './share.ts';

/** What one term of a question adds to the score of one passage, and why. */
export interface TermGain {
  readonly kind: Kind;
  readonly term: string;
  readonly frequency: number;
  readonly rarity: number;
  readonly weight: number;
  /** How often the term counts in the passage, heading included. */
  readonly count: number;
  /** The length of the passage in terms of this kind, and the mean of all. */
  readonly length: number;
  readonly average: number;
  readonly gain: number;
}

/** An immutable view of some segments. */
export class Searcher implements Finder {
  /** How many passages can be found. */
  readonly passages: number;
  /** Its segments with what is left of them, and the mean lengths that scores are made with. */
  readonly living: readonly LivingPart[];
  readonly averages: Averages;
  readonly #share: Share;
  readonly #parts: readonly SearchPart[];
  /** How many passages the frequencies count, deleted ones included. */
  readonly #counted: number;

  constructor(parts: readonly SegmentPart[]) {
    const alive = parts.map(livingPart).filter((part) => part.alive > 0);
    this.living = alive;
    this.averages = averagesOf(alive.map(({ segment }) => segment));
    this.#share = new Share(alive, this.averages);
    this.#parts = this.#share.parts;
    this.#counted = alive.reduce((sum, { segment }) => sum + segment.ids.length, 0);
    this.passages = alive.reduce((sum, part) => sum + part.alive, 0);
  }

  /** The best passages, by score; where scores are equal the smaller id first. Terms count once however often they are given. */
  search(terms: Terms, request: SearchRequest): Hit[] {
    return this.#share.search(this.queryTerms(terms), request);
  }

  /** As {@link search}, for those who do not mind where the index is. */
  async find(terms: Terms, limit: number): Promise<Hit[]> {
    return this.search(terms, { limit });
  }

  /** The terms that occur, each once, heaviest first. */
  queryTerms(terms: Terms): QueryTerm[] {
    const found = KINDS.flatMap((kind) =>
      [...new Set(terms[kind])].flatMap((term): QueryTerm[] => {
        const numbers = this.#numbersOf(kind, term);
        const frequency = this.#frequency(kind, numbers);
        if (frequency === 0) return [];
        const rarity = idf(this.#counted, frequency);
        return [{ kind, term, frequency, rarity, weight: termWeight(kind, rarity), numbers }];
      }),
    );
    return found.sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1));
  }

  /** What each term adds to the score of a passage, in the order in which they are summed; empty for an unknown passage. */
  gainsOf(terms: Terms, passage: number): TermGain[] {
    for (const [index, part] of this.#parts.entries()) {
      const ordinal = part.ordinalOf(passage);
      if (ordinal < 0) continue;
      return this.queryTerms(terms).flatMap((term) => {
        const count = part.countOf(term.kind, term.numbers[index] ?? -1, ordinal);
        const length = decodeLength(part.segment[term.kind].lengths[ordinal] ?? 0);
        return count === 0 ? [] : [this.#gain(term, count, length)];
      });
    }
    return [];
  }

  /** In how many passages a word stands. */
  documentFrequency(word: string): number {
    return this.#frequency('words', this.#numbersOf('words', word));
  }

  /** In how many passages a pair of characters stands, or a token that counts as one. */
  bigramFrequency(bigram: string): number {
    return this.#frequency('bigrams', this.#numbersOf('bigrams', bigram));
  }

  /** How rare a word is (its idf); greatest for one that never occurs, 0 for the particles that the index leaves out. */
  weightOf(word: string): number {
    return isStopword(word) ? 0 : idf(this.#counted, this.documentFrequency(word));
  }

  /** How rare a pair of characters is, or a token that counts as one. */
  bigramWeight(bigram: string): number {
    return idf(this.#counted, this.bigramFrequency(bigram));
  }

  /** How rare a Chinese character is, estimated by the bigrams that begin with it. */
  characterWeight(character: string): number {
    const unit = character.charCodeAt(0);
    const begun = this.#parts.reduce((sum, { segment }) => {
      const place = lowerBound(segment.characters, unit);
      return segment.characters[place] === unit ? sum + (segment.characterCounts[place] ?? 0) : sum;
    }, 0);
    return idf(this.#counted, Math.min(begun, this.#counted));
  }

  /** All words of the index, each once, made as they are asked for: within a segment short ones first. */
  *words(): Generator<string> {
    for (const [index, { segment }] of this.#parts.entries()) {
      const { dictionary } = segment.words;
      for (let number = 0; number < dictionary.size; number++) {
        const word = dictionary.term(number);
        if (!this.#parts.slice(0, index).some((part) => part.segment.words.dictionary.find(word) >= 0)) yield word;
      }
    }
  }

  #numbersOf(kind: Kind, term: string): number[] {
    return this.#parts.map(({ segment }) => segment[kind].dictionary.find(term));
  }

  #frequency(kind: Kind, numbers: readonly number[]): number {
    return this.#parts.reduce((sum, { segment }, index) => {
      const number = numbers[index] ?? -1;
      return number < 0 ? sum : sum + segment[kind].lists.frequency(number);
    }, 0);
  }

  #gain({ kind, term, frequency, rarity, weight }: QueryTerm, count: number, length: number): TermGain {
    const average = this.averages[kind];
    const gain = weight * saturation(count, lengthNorm(kind, length, average));
    return { kind, term, frequency, rarity, weight, count, length, average, gain };
  }
}

/** The first place whose value is not below `wanted`. */
function lowerBound(sorted: Uint16Array, wanted: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
