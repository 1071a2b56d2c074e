/** The tables of the SQLite store, and how a file of an earlier schema becomes one of today. */
import type { Database } from 'better-sqlite3';
import { teachNames } from './names.ts';
import { partSegments, repackTexts, teachPacking } from './repacking.ts';

/** Marks the file as ours in its header (`PRAGMA application_id`): "Wenb" in ASCII. */
export const APPLICATION_ID = 0x57656e62;

/** One step from a schema to the next, run inside the migrating transaction: SQL, or what SQL alone cannot do. */
export type Migration = string | ((db: Database) => void);

/*
 * Why it is cut this way:
 * - `pages.segment` says which segment holds a page's postings. All passages of a page stand in one segment, because
 *   merging takes whole segments; so a merge rewrites a few narrow rows, never the passages. The raw bytes have a
 *   table of their own for the same reason.
 * - `segments.id` and the passage numbers are never used again: a number means the same bytes in every process for ever.
 * - Days are kept as bounds, so that an article of "2020-05" is found by any day of that month. The last day of a month
 *   is written 31 whatever the month: it is only ever compared.
 */
const FIRST: Migration = `
  CREATE TABLE library (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    version INTEGER NOT NULL,
    next_passage INTEGER NOT NULL
  ) STRICT;
  INSERT INTO library VALUES (1, 1, 1);

  CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

  CREATE TABLE segments (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    passages INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    bytes BLOB NOT NULL
  ) STRICT;

  CREATE TABLE tombstones (
    segment INTEGER NOT NULL REFERENCES segments ON DELETE CASCADE,
    passage INTEGER NOT NULL,
    PRIMARY KEY (segment, passage)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE pages (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    file TEXT NOT NULL,
    publication TEXT,
    date TEXT,
    label TEXT,
    kind TEXT NOT NULL,
    source TEXT,
    hash TEXT NOT NULL,
    encoding TEXT NOT NULL,
    warnings TEXT NOT NULL,
    refusals TEXT NOT NULL,
    articles INTEGER NOT NULL,
    passages INTEGER NOT NULL,
    segment INTEGER REFERENCES segments ON DELETE SET NULL
  ) STRICT;
  CREATE INDEX pages_by_segment ON pages (segment);
  CREATE INDEX pages_by_file ON pages (file);

  CREATE TABLE page_bytes (
    page INTEGER PRIMARY KEY REFERENCES pages ON DELETE CASCADE,
    bytes BLOB NOT NULL
  ) STRICT;

  CREATE TABLE articles (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    page INTEGER NOT NULL REFERENCES pages ON DELETE CASCADE,
    position INTEGER NOT NULL,
    date TEXT,
    first_day TEXT,
    last_day TEXT,
    json TEXT NOT NULL
  ) STRICT;
  CREATE INDEX articles_by_page ON articles (page, position);
  CREATE INDEX articles_by_day ON articles (first_day, date);

  CREATE TABLE reporters (
    name TEXT NOT NULL,
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    PRIMARY KEY (name, article)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX reporters_by_article ON reporters (article);

  CREATE TABLE passages (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    pieces TEXT NOT NULL,
    heading TEXT NOT NULL,
    block INTEGER NOT NULL,
    table_row INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX passages_by_article ON passages (article, ordinal);

  PRAGMA application_id = ${APPLICATION_ID};
`;

/*
 * - `articles.name` is what {@link nameOf} says; its index holds all that a completion has to look at.
 * - `turns.outcome` is the whole of what was shown, so that a button shows it again whatever the pages say by then.
 */
const SECOND: Migration = `
  ALTER TABLE articles ADD COLUMN name TEXT NOT NULL DEFAULT '';
  UPDATE articles SET name = name_of(json);
  CREATE INDEX articles_by_name ON articles (name, first_day);

  CREATE TABLE turns (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    session TEXT,
    asker TEXT NOT NULL,
    at INTEGER NOT NULL,
    question TEXT NOT NULL,
    whole TEXT NOT NULL,
    outcome TEXT NOT NULL
  ) STRICT;
  CREATE INDEX turns_by_session ON turns (session, at);
  CREATE INDEX turns_by_asker ON turns (asker);
  CREATE INDEX turns_by_time ON turns (at);

  CREATE TABLE judgements (
    turn INTEGER NOT NULL REFERENCES turns ON DELETE CASCADE,
    asker TEXT NOT NULL,
    verdict TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (turn, asker)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX judgements_by_asker ON judgements (asker);

  CREATE TABLE calls (key TEXT PRIMARY KEY, call TEXT NOT NULL, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE INDEX calls_by_time ON calls (at);
`;

/*
 * - `jobs.attempt` is the number of the newest attempt and never falls back; `attempts` is counted anew by a retry. An
 *   attempt from before a retry must never be taken for a later one.
 * - `jobs.alive` is the last sign of life of a running job; of a waiting one it is since when it waits.
 * - The bytes have a table of their own, so that changes of state rewrite narrow rows.
 */
const THIRD: Migration = `
  CREATE TABLE jobs (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    batch TEXT NOT NULL,
    subject TEXT NOT NULL,
    name TEXT NOT NULL,
    work TEXT NOT NULL,
    asker TEXT NOT NULL,
    place TEXT,
    at INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting',
    attempt INTEGER NOT NULL DEFAULT 0,
    attempts INTEGER NOT NULL DEFAULT 0,
    started INTEGER,
    ended INTEGER,
    alive INTEGER NOT NULL,
    stage TEXT,
    error TEXT,
    result TEXT,
    added INTEGER NOT NULL DEFAULT 0,
    replaced INTEGER NOT NULL DEFAULT 0,
    removed INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX jobs_by_subject ON jobs (subject, state);
  CREATE INDEX jobs_by_batch ON jobs (batch);
  CREATE INDEX jobs_by_state ON jobs (state);
  CREATE INDEX jobs_by_place ON jobs (place, at);
  CREATE INDEX jobs_by_end ON jobs (ended) WHERE ended IS NOT NULL;

  CREATE TABLE materials (
    job INTEGER PRIMARY KEY REFERENCES jobs ON DELETE CASCADE,
    bytes BLOB NOT NULL
  ) STRICT;

  CREATE TABLE withheld (article TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
`;

/*
 * - Texts are packed (`texts.ts`): articles and passages took four times the room of the pages.
 * - The number of the first passage finds an article by any of its passages, for they are numbered in a row.
 */
const FOURTH: Migration = `
  ALTER TABLE articles ADD COLUMN first_passage INTEGER;
  ALTER TABLE articles ADD COLUMN passages INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE articles ADD COLUMN packed BLOB NOT NULL DEFAULT x'';
  UPDATE articles SET
    first_passage = (SELECT min(p.id) FROM passages p WHERE p.article = key),
    passages = (SELECT count(*) FROM passages p WHERE p.article = key),
    packed = pack_texts(json, (
      SELECT json_group_array(json_array(ordinal, kind, text, pieces, heading, block, table_row))
      FROM (SELECT * FROM passages p WHERE p.article = key ORDER BY p.id)));
  DROP TABLE passages;
  ALTER TABLE articles DROP COLUMN json;
  CREATE INDEX articles_by_passage ON articles (first_passage, passages) WHERE first_passage IS NOT NULL;
`;

/*
 * - A page that is UTF-8 is kept once, in stretches (`stretches.ts`), and its articles are places of it: what both said
 *   was kept twice, and it took half of the file. `page_bytes` has the other pages.
 * - Keys of stretches are never used again, so that what was read of one can be remembered by it.
 * - The bytes of a segment lie in parts (`segments.ts`), so that a large one is read a little at a time.
 */
const FIFTH: Migration = (db) => {
  db.exec(`
    CREATE TABLE stretches (
      key INTEGER PRIMARY KEY AUTOINCREMENT,
      page INTEGER NOT NULL REFERENCES pages ON DELETE CASCADE,
      start INTEGER NOT NULL,
      packed BLOB NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX stretches_by_page ON stretches (page, start);

    CREATE TABLE segment_parts (
      segment INTEGER NOT NULL REFERENCES segments ON DELETE CASCADE,
      number INTEGER NOT NULL,
      bytes BLOB NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX segment_parts_by_segment ON segment_parts (segment, number);
  `);
  partSegments(db);
  db.exec('ALTER TABLE segments DROP COLUMN bytes');
  repackTexts(db);
};

/** Step `i` leads from schema `i` to `i + 1`; 0 is an empty file. A step that has been released is never changed. */
export const MIGRATIONS: readonly Migration[] = [FIRST, SECOND, THIRD, FOURTH, FIFTH];

/** The schema a file has, as its header says; 0 for a new file. */
export function schemaOf(db: Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}

/**
 * Brings a file up to the newest schema of `migrations`, in one transaction: it ends whole or unchanged. Of several
 * processes that try at once, one does the work and the others find it done. Returns whether an older file was changed.
 */
export function migrate(db: Database, migrations: readonly Migration[] = MIGRATIONS): boolean {
  const before = schemaOf(db);
  if (before >= migrations.length) return false;
  teachNames(db);
  teachPacking(db);
  const steps = db.transaction(() => {
    for (let schema = schemaOf(db); schema < migrations.length; schema += 1) {
      const step = migrations[schema] ?? '';
      if (typeof step === 'string') db.exec(step);
      else step(db);
      db.pragma(`user_version = ${schema + 1}`);
    }
  });
  steps.immediate();
  return before > 0;
}
