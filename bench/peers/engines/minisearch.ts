/** MiniSearch: BM25+, words by nodejieba, any of them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import type { Engine, OpenEngine } from '../engine.ts';
import { wordsOf } from '../tokens.ts';

/** Opens MiniSearch; a word of the title counts twice. */
export const openMiniSearch: OpenEngine = async ({ folder }): Promise<Engine> => {
  const index = new MiniSearch({
    fields: ['title', 'text'],
    tokenize: wordsOf,
    processTerm: (term) => term,
    searchOptions: { combineWith: 'OR', boost: { title: 2 } },
  });
  return {
    async add(units) {
      index.addAll(units);
    },
    async finish() {},
    async search(question, limit) {
      return index
        .search(question)
        .slice(0, limit)
        .map(({ id }): number => id);
    },
    async save() {
      const text = JSON.stringify(index);
      writeFileSync(join(folder, 'minisearch.json'), text);
      return Buffer.byteLength(text);
    },
    async close() {},
  };
};
