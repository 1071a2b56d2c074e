/** LanceDB's full-text search: BM25 over ICU's words or over nodejieba's; any word of the question. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { connect, Index, MatchQuery, type Table } from '@lancedb/lancedb';
import { type Engine, type OpenEngine, type Workplace, wholeOf } from '../engine.ts';
import { bytesIn } from '../files.ts';
import { plainOf, wordsOf } from '../tokens.ts';

/** How texts become rows, and questions become queries. */
interface Reading {
  readonly tokenizer: 'icu' | 'whitespace';
  readonly row: (text: string) => string;
}

/** Rows of one write. Each write makes a file, and many small files are slow to read. */
const BATCH = 20_000;

interface Row extends Record<string, unknown> {
  readonly id: number;
  readonly text: string;
}

async function openTable({ folder }: Workplace, { tokenizer, row }: Reading): Promise<Engine> {
  const connection = await connect(folder);
  let table: Table | undefined;
  let rows: Row[] = [];
  const flush = async (): Promise<void> => {
    if (rows.length === 0) return;
    if (table === undefined) table = await connection.createTable('units', rows);
    else await table.add(rows);
    rows = [];
  };
  return {
    async add(units) {
      for (const unit of units) rows.push({ id: unit.id, text: row(wholeOf(unit)) });
      if (rows.length >= BATCH) await flush();
    },
    async finish() {
      await flush();
      const options = { baseTokenizer: tokenizer, withPosition: false, lowercase: false } as const;
      const words = { stem: false, removeStopWords: false, asciiFolding: false };
      await table?.createIndex('text', { config: Index.fts({ ...options, ...words }) });
    },
    async search(question, limit) {
      const query = row(question);
      if (query === '' || table === undefined) return [];
      const found = await table
        .query()
        .fullTextSearch(new MatchQuery(query, 'text'))
        .select(['id'])
        .limit(limit)
        .toArray();
      return found.map(({ id }) => Number(id));
    },
    async save() {
      const indices = join(folder, 'units.lance', '_indices');
      return existsSync(indices) ? bytesIn(indices) : 0;
    },
    async close() {
      connection.close();
    },
  };
}

/** Opens LanceDB with the tokenizer of ICU. */
export const openLanceDbIcu: OpenEngine = (workplace) => openTable(workplace, { tokenizer: 'icu', row: plainOf });

/** Opens LanceDB over words joined by blanks. */
export const openLanceDbWords: OpenEngine = (workplace) => {
  return openTable(workplace, { tokenizer: 'whitespace', row: (text) => wordsOf(text).join(' ') });
};
