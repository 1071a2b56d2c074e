/**
 * Builds a store as schema 1 wrote it. This text is never changed: it stands for the files that people have.
 */
import Database from 'better-sqlite3';

const SCHEMA = `
  CREATE TABLE library (one INTEGER PRIMARY KEY CHECK (one = 1), version INTEGER NOT NULL,
    next_passage INTEGER NOT NULL) STRICT;
  CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE segments (id INTEGER PRIMARY KEY AUTOINCREMENT, passages INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0, bytes BLOB NOT NULL) STRICT;
  CREATE TABLE tombstones (segment INTEGER NOT NULL REFERENCES segments ON DELETE CASCADE, passage INTEGER NOT NULL,
    PRIMARY KEY (segment, passage)) STRICT, WITHOUT ROWID;
  CREATE TABLE pages (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, file TEXT NOT NULL, publication TEXT, date TEXT,
    label TEXT, kind TEXT NOT NULL, source TEXT, hash TEXT NOT NULL, encoding TEXT NOT NULL, warnings TEXT NOT NULL,
    refusals TEXT NOT NULL, articles INTEGER NOT NULL, passages INTEGER NOT NULL,
    segment INTEGER REFERENCES segments ON DELETE SET NULL) STRICT;
  CREATE INDEX pages_by_segment ON pages (segment);
  CREATE INDEX pages_by_file ON pages (file);
  CREATE TABLE page_bytes (page INTEGER PRIMARY KEY REFERENCES pages ON DELETE CASCADE, bytes BLOB NOT NULL) STRICT;
  CREATE TABLE articles (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    page INTEGER NOT NULL REFERENCES pages ON DELETE CASCADE, position INTEGER NOT NULL, date TEXT, first_day TEXT,
    last_day TEXT, json TEXT NOT NULL) STRICT;
  CREATE INDEX articles_by_page ON articles (page, position);
  CREATE INDEX articles_by_day ON articles (first_day, date);
  CREATE TABLE reporters (name TEXT NOT NULL, article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    PRIMARY KEY (name, article)) STRICT, WITHOUT ROWID;
  CREATE INDEX reporters_by_article ON reporters (article);
  CREATE TABLE passages (id INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    ordinal INTEGER NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL, pieces TEXT NOT NULL, heading TEXT NOT NULL,
    block INTEGER NOT NULL, table_row INTEGER NOT NULL) STRICT;
  CREATE INDEX passages_by_article ON passages (article, ordinal);
`;

const ROWS = `
  INSERT INTO library VALUES (1, 7, 43);
  INSERT INTO segments VALUES (5, 2, 1, x'0102');
  INSERT INTO tombstones VALUES (5, 41);
  INSERT INTO pages VALUES (3, 'p', 'p.txt', '晚报', '2022-07-15', '01', 'page', '/pages/p.txt', 'h', 'UTF-8', '[{"code":"breaks-off","details":{"article":"标题"}}]', '[]', 1, 1, 5);
  INSERT INTO articles VALUES (9, 'a', 3, 0, '2022-07', '2022-07-01', '2022-07-31', '{"id":"a","title":"标题"}');
  INSERT INTO reporters VALUES ('张三', 9);
  INSERT INTO passages VALUES (42, 9, 0, 'text', '正文', '[0,4,6]', '标题', 0, -1);
  INSERT INTO settings VALUES ('语言', 'zh-CN');
`;

/** Writes the file: one page with one article, whose segment has lost another passage. */
export function writeSchema1(file: string): void {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.exec(`${SCHEMA}${ROWS}PRAGMA application_id = 1466265186; PRAGMA user_version = 1;`);
  db.close();
}
