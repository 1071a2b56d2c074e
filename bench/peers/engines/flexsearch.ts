/** FlexSearch: its own encoder for Chinese, Japanese and Korean, or words by nodejieba. It ranks by place, not by rarity. */
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Charset, Index, type IndexOptions } from 'flexsearch';
import { type Engine, type OpenEngine, wholeOf } from '../engine.ts';
import { plainOf, wordsOf } from '../tokens.ts';

async function openIndex(folder: string, options: IndexOptions): Promise<Engine> {
  const index = new Index({ tokenize: 'strict', context: true, ...options });
  return {
    async add(units) {
      for (const unit of units) index.add(unit.id, wholeOf(unit));
    },
    async finish() {},
    async search(question, limit) {
      // `suggest` is its way to allow that a word is missing.
      return index.search(question, { limit, suggest: true }).map(Number);
    },
    async save() {
      const file = join(folder, 'flexsearch.json');
      writeFileSync(file, '');
      let bytes = 0;
      await index.export((_key: string, data: string) => {
        if (data === undefined) return;
        appendFileSync(file, data);
        bytes += Buffer.byteLength(data);
      });
      return bytes;
    },
    async close() {},
  };
}

/** Opens FlexSearch with its own encoder, a token for each character. */
export const openFlexSearchCharacters: OpenEngine = ({ folder }) =>
  openIndex(folder, { encoder: { ...Charset.CJK, prepare: (text: string) => plainOf(text).replaceAll(' ', '') } });

/** Opens FlexSearch with words. */
export const openFlexSearchWords: OpenEngine = ({ folder }) => openIndex(folder, { encode: wordsOf });
