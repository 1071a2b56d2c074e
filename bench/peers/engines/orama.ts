/** Orama: BM25, words by nodejieba, any of them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { create, insertMultiple, save, search } from '@orama/orama';
import type { Engine, OpenEngine } from '../engine.ts';
import { wordsOf } from '../tokens.ts';

/** Units inserted at once. */
const BATCH = 1000;
/**
 * Behind every word: Orama takes a word of a question for a beginning, and its `exact` is another thing (all words as
 * they stand in the text). With this only whole words match, as in the other engines.
 */
const END = '$';

/** Opens Orama; title and text are worth the same, for a title that counts twice would find less. */
export const openOrama: OpenEngine = async ({ folder }): Promise<Engine> => {
  const tokenizer = {
    language: 'english',
    normalizationCache: new Map<string, string>(),
    tokenize: (text: string): string[] => wordsOf(text).map((word) => word + END),
  };
  const index = create({ schema: { title: 'string', text: 'string' }, components: { tokenizer } });
  return {
    async add(units) {
      const documents = units.map(({ id, title, text }) => ({ id: String(id), title, text }));
      await insertMultiple(index, documents, BATCH);
    },
    async finish() {},
    async search(question, limit) {
      const { hits } = await search(index, { term: question, limit, threshold: 1 });
      return hits.map(({ id }) => Number(id));
    },
    async save() {
      const text = JSON.stringify(save(index));
      writeFileSync(join(folder, 'orama.json'), text);
      return Buffer.byteLength(text);
    },
    async close() {},
  };
};
