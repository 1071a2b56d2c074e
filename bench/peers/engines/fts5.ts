/** SQLite FTS5: BM25 over words by nodejieba, pairs of characters, or its own trigrams; any term of the question. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Engine, OpenEngine, Unit, Workplace } from '../engine.ts';
import { bytesIn } from '../files.ts';
import { bigramsOf, plainOf, wordsOf } from '../tokens.ts';

/** How texts become rows, and questions become terms. */
interface Reading {
  /** The tokenizer of the table. */
  readonly tokenizer: string;
  readonly row: (text: string) => string;
  readonly terms: (question: string) => readonly string[];
}

const WORDS: Reading = { tokenizer: 'unicode61', row: (text) => wordsOf(text).join(' '), terms: wordsOf };
const BIGRAMS: Reading = { tokenizer: 'unicode61', row: (text) => bigramsOf(text).join(' '), terms: bigramsOf };
const TRIGRAMS: Reading = { tokenizer: 'trigram', row: plainOf, terms: trigramsOf };

function trigramsOf(question: string): string[] {
  return plainOf(question)
    .split(' ')
    .flatMap((run) => {
      const characters = [...run];
      return characters.slice(2).map((last, index) => `${characters[index]}${characters[index + 1]}${last}`);
    });
}

function quoted(terms: readonly string[]): string {
  return [...new Set(terms)].map((term) => `"${term.replaceAll('"', '""')}"`).join(' OR ');
}

async function openTable({ folder }: Workplace, { tokenizer, row, terms }: Reading): Promise<Engine> {
  const file = join(folder, 'fts5.db');
  const database = new Database(file);
  database.pragma('journal_mode = OFF');
  database.pragma('synchronous = OFF');
  // Contentless: the texts are elsewhere, as for the others. Titles count twice.
  database.exec(`CREATE VIRTUAL TABLE units USING fts5(title, text, content='', tokenize='${tokenizer}')`);
  const insert = database.prepare('INSERT INTO units (rowid, title, text) VALUES (?, ?, ?)');
  const insertAll = database.transaction((units: readonly Unit[]) => {
    for (const { id, title, text } of units) insert.run(id, row(title), row(text));
  });
  const select = database
    .prepare<[string, number], number>(
      "SELECT rowid FROM units WHERE units MATCH ? AND rank MATCH 'bm25(2.0, 1.0)' ORDER BY rank LIMIT ?",
    )
    .pluck();
  return {
    async add(units) {
      insertAll(units);
    },
    async finish() {
      database.exec("INSERT INTO units (units) VALUES ('optimize')");
      database.exec('VACUUM');
    },
    async search(question, limit) {
      const query = quoted(terms(question));
      return query === '' ? [] : select.all(query, limit);
    },
    async save() {
      return bytesIn(file);
    },
    async close() {
      database.close();
    },
  };
}

/** Opens FTS5 over words joined by blanks. */
export const openFts5Words: OpenEngine = (workplace) => openTable(workplace, WORDS);

/** Opens FTS5 over pairs of characters joined by blanks. */
export const openFts5Bigrams: OpenEngine = (workplace) => openTable(workplace, BIGRAMS);

/** Opens FTS5 with its own trigram tokenizer; a question of shorter runs finds nothing. */
export const openFts5Trigrams: OpenEngine = (workplace) => openTable(workplace, TRIGRAMS);
