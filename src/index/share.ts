/** Searches some segments, or all, for terms whose weights are known. */
import type { Hit } from './contract.ts';
import { Sums } from './max-score.ts';
import { Room } from './postings.ts';
import { type Averages, type LivingPart, type PartTerm, SearchPart } from './search-part.ts';
import { TopHits } from './top-hits.ts';

/** What a search wants. */
export interface SearchRequest {
  /** At most this many hits. */
  readonly limit: number;
  /** Whether a passage may be a hit; all by default. Asked only for passages that would be among the best; must not search. */
  readonly accept?: (passage: number) => boolean;
}

/** Segments that are searched one after the other, the worst hit so far in mind. */
export class Share {
  readonly parts: readonly SearchPart[];
  readonly #passages: number;
  readonly #sums = new Sums();
  readonly #room = new Room();

  /** @param averages those of the whole index, whatever the share is */
  constructor(parts: readonly LivingPart[], averages: Averages) {
    this.parts = parts.map((part) => new SearchPart(part, averages));
    this.#passages = parts.reduce((sum, { alive }) => sum + alive, 0);
  }

  /** The best passages by score; where scores are equal the smaller id first. Terms come heaviest first, with numbers for these parts. */
  search(terms: readonly PartTerm[], { limit, accept }: SearchRequest): Hit[] {
    if (limit < 1) return [];
    const hits = new TopHits(Math.min(limit, Math.max(1, this.#passages)));
    const rest = accept === undefined ? {} : { accept };
    for (const [part, each] of this.parts.entries()) {
      each.search({ terms, part, hits, sums: this.#sums, room: this.#room, ...rest });
    }
    return hits.sorted();
  }
}

/** The best of what several shares have found. */
export function bestOf(found: readonly (readonly Hit[])[], limit: number): Hit[] {
  const hits = found.flat().sort((a, b) => b.score - a.score || a.passage - b.passage);
  return hits.slice(0, limit);
}
