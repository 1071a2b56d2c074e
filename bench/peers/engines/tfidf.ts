/** TfIdf of natural: no inverted index, every document is looked at for every question. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import natural from 'natural/lib/natural/tfidf/index.js';
import { type Engine, type OpenEngine, wholeOf } from '../engine.ts';
import { wordsOf } from '../tokens.ts';

/** Opens TfIdf with words by nodejieba. */
export const openTfIdf: OpenEngine = async ({ folder }): Promise<Engine> => {
  const index = new natural.TfIdf();
  return {
    async add(units) {
      for (const unit of units) index.addDocument(wordsOf(wholeOf(unit)), unit.id);
    },
    async finish() {},
    async search(question, limit) {
      const scored = index.tfidfs(wordsOf(question)).map((score, id) => ({ score, id }));
      const found = scored.filter(({ score }) => score > 0);
      return found
        .sort((a, b) => b.score - a.score || a.id - b.id)
        .slice(0, limit)
        .map(({ id }) => id);
    },
    async save() {
      const file = openSync(join(folder, 'tfidf.jsonl'), 'w');
      const bytes = index.documents.reduce(
        (sum, document) => sum + writeSync(file, `${JSON.stringify(document)}\n`),
        0,
      );
      closeSync(file);
      return bytes;
    },
    async close() {},
  };
};
