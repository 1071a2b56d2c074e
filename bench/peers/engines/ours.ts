/** The product's index with its second look, put together as `src/app/retrieval.ts` does. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyzeQuestion } from '../../../src/index/analyzer.ts';
import { SegmentBuilder } from '../../../src/index/builder.ts';
import { mergeSegments } from '../../../src/index/merge.ts';
import { RERANKED, rerank } from '../../../src/index/rerank.ts';
import { Searcher } from '../../../src/index/searcher.ts';
import { decodeSegment, encodeSegment } from '../../../src/index/segment.ts';
import { LARGE_MERGE } from '../../../src/store/merge-plan.ts';
import type { Engine, OpenEngine } from '../engine.ts';

/** Units of a segment while it is built; segments are merged as many at once as where a large file is taken in. */
const BATCH = 1300;

function merged(parts: readonly Uint8Array[]): Uint8Array {
  const deleted: ReadonlySet<number> = new Set();
  return encodeSegment(mergeSegments(parts.map((bytes) => ({ segment: decodeSegment(bytes), deleted }))));
}

/** Segments by level: so many of one level become one of the next, so that each unit is merged a few times only. */
class Levels {
  readonly #levels: Uint8Array[][] = [];

  add(bytes: Uint8Array, level = 0): void {
    const here = this.#levels[level] ?? [];
    this.#levels[level] = here;
    here.push(bytes);
    if (here.length === LARGE_MERGE) this.add(merged(here.splice(0)), level + 1);
  }

  /** All of them as one; the lowest level holds the latest units. */
  whole(): Uint8Array {
    return merged(this.#levels.splice(0).toReversed().flat());
  }
}

/** Opens ours. */
export const openOurs: OpenEngine = async ({ folder, unit }): Promise<Engine> => {
  const levels = new Levels();
  let builder = new SegmentBuilder();
  let stored = new Uint8Array();
  let searcher = new Searcher([]);
  const flush = (): void => {
    if (builder.size > 0) levels.add(encodeSegment(builder.build()));
    builder = new SegmentBuilder();
  };
  return {
    async add(units) {
      for (const { id, text, title } of units) {
        builder.add({ id, text, heading: title });
        if (builder.size === BATCH) flush();
      }
    },
    async finish() {
      flush();
      stored = new Uint8Array(levels.whole());
      searcher = new Searcher([{ segment: decodeSegment(stored), deleted: new Set() }]);
    },
    async search(question, limit) {
      const terms = analyzeQuestion(question);
      const hits = searcher.search(terms, { limit: Math.max(limit, RERANKED) });
      const ranked = rerank(hits, {
        terms,
        rarities: searcher,
        text: (id) => unit(id).text,
        heading: (id) => unit(id).title,
      });
      return ranked.slice(0, limit).map(({ passage }) => passage);
    },
    async save() {
      writeFileSync(join(folder, 'segment.bin'), stored);
      return stored.byteLength;
    },
    async close() {},
  };
};
