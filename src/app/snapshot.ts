/**
 * Keeps a searcher that is as new as the library.
 *
 * A searcher never changes under its holder: between two questions the library's version is read, and only when
 * it has changed the new segments are fetched and a new searcher takes the old one's place.
 */

import type { Finder, Finders } from '../index/contract.ts';
import { Searcher } from '../index/searcher.ts';
import type { Segment } from '../index/segment.ts';
import { decodeSegment } from '../index/segment.ts';
import type { LibrarySource } from './source.ts';

/** The searcher of the library's newest version. */
export class Snapshot implements Finders {
  readonly #source: LibrarySource;
  #segments = new Map<number, Segment>();
  #version = -1;
  #searcher = new Searcher([]);
  #finder: Finder = this.#searcher;
  readonly #finderOf: (searcher: Searcher) => Finder;
  #refreshing: Promise<void> | undefined;

  /** @param finderOf who finds in the place of a searcher; itself where it is left out */
  constructor(source: LibrarySource, finderOf: (searcher: Searcher) => Finder = (searcher) => searcher) {
    this.#source = source;
    this.#finderOf = finderOf;
  }

  /** The searcher as of now. Concurrent callers share one refresh. */
  async searcher(): Promise<Searcher> {
    if ((await this.#source.version()) !== this.#version) {
      this.#refreshing ??= this.#refresh().finally(() => {
        this.#refreshing = undefined;
      });
      await this.#refreshing;
    }
    return this.#searcher;
  }

  async finder(): Promise<Finder> {
    await this.searcher();
    return this.#finder;
  }

  /** The version that {@link searcher} last gave. */
  get version(): number {
    return this.#version;
  }

  async #refresh(): Promise<void> {
    const state = await this.#source.index(new Set(this.#segments.keys()));
    const segments = new Map<number, Segment>();
    const parts = state.parts.flatMap(({ id, segment, deleted }) => {
      const known = segment === null ? this.#segments.get(id) : decodeSegment(segment);
      if (known === undefined) return [];
      segments.set(id, known);
      return [{ segment: known, deleted }];
    });
    this.#searcher = new Searcher(parts);
    this.#finder = this.#finderOf(this.#searcher);
    this.#segments = segments;
    this.#version = state.version;
  }
}
