/**
 * Builds a store as schema 2 wrote it. This text is never changed: it stands for the files that people have.
 */
import Database from 'better-sqlite3';
import { writeSchema1 } from './schema-1.ts';

const SCHEMA = `
  ALTER TABLE articles ADD COLUMN name TEXT NOT NULL DEFAULT '';
  CREATE INDEX articles_by_name ON articles (name, first_day);
  CREATE TABLE turns (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, session TEXT, asker TEXT NOT NULL,
    at INTEGER NOT NULL, question TEXT NOT NULL, whole TEXT NOT NULL, outcome TEXT NOT NULL) STRICT;
  CREATE INDEX turns_by_session ON turns (session, at);
  CREATE INDEX turns_by_asker ON turns (asker);
  CREATE INDEX turns_by_time ON turns (at);
  CREATE TABLE judgements (turn INTEGER NOT NULL REFERENCES turns ON DELETE CASCADE, asker TEXT NOT NULL,
    verdict TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (turn, asker)) STRICT, WITHOUT ROWID;
  CREATE INDEX judgements_by_asker ON judgements (asker);
  CREATE TABLE calls (key TEXT PRIMARY KEY, call TEXT NOT NULL, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE INDEX calls_by_time ON calls (at);
`;

const ROWS = `
  UPDATE articles SET name = '标题';
  INSERT INTO turns VALUES (4, 't', 's', '甲', 1000, '多长？', '大桥多长？', '{"kind":"abstention"}');
  INSERT INTO judgements VALUES (4, '乙', 'down', 1001);
  INSERT INTO calls VALUES ('k', '问', 1002);
`;

/** Writes the file: what schema 1 could hold, a turn with a judgement, and a call. */
export function writeSchema2(file: string): void {
  writeSchema1(file);
  const db = new Database(file);
  db.exec(`${SCHEMA}${ROWS}PRAGMA user_version = 2;`);
  db.close();
}

/** Every row of every table of a file, by table. */
export function allRows(file: string): Map<string, unknown[]> {
  const db = new Database(file, { readonly: true });
  const tables = db.prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
  const rows = new Map(tables.all().map(({ name }) => [name, db.prepare(`SELECT * FROM ${name}`).all()]));
  db.close();
  return rows;
}
