/** Jobs, their material and withheld articles in the SQLite store; what writes is to be called inside a writing transaction. */
import type {
  Claim,
  Claimed,
  ClaimTerms,
  Job,
  JobChange,
  JobError,
  JobQuery,
  JobResult,
  JobState,
  Stage,
  Submission,
  Tally,
} from '../../app/ledger.ts';
import { ClaimLostError } from '../../app/ledger.ts';
import type { Statements } from './statements.ts';

interface JobRow extends Omit<Job, 'work' | 'stage' | 'error' | 'result' | 'change'>, JobChange {
  readonly key: number;
  /** The number of the newest attempt; other than `attempts` it never falls back. */
  readonly attempt: number;
  readonly work: string;
  readonly stage: string | null;
  readonly error: string | null;
  readonly result: string | null;
}

/** A job that may be begun. */
interface Choice {
  readonly key: number;
  readonly attempts: number;
  /** As {@link WHOLE}; 0 or 1. */
  readonly whole: number;
}

const COLUMNS = `key, id, batch, subject, name, work, asker, place, at, state, attempt, attempts, started, ended, stage,
  error, result, added, replaced, removed`;

const JOB = `SELECT ${COLUMNS} FROM jobs`;

/** Whether a job takes its subject in or out, and so says how it shall be whatever was asked before. */
const WHOLE = "work ->> 'kind' IN ('take-in', 'remove')";

/** The condition of every write of an attempt: takes the id of the job and the number of the attempt. */
const HELD = "id = ? AND state = 'running' AND attempt = ?";

function parsed<Value>(json: string | null): Value | null {
  return json === null ? null : JSON.parse(json);
}

function jobOf(row: JobRow): Job {
  const { key: _key, attempt: _attempt, added, replaced, removed, ...rest } = row;
  return {
    ...rest,
    work: JSON.parse(row.work),
    stage: parsed<Stage>(row.stage),
    error: parsed<JobError>(row.error),
    result: parsed<JobResult>(row.result),
    change: { added, replaced, removed },
  };
}

/** Notes the jobs of a submission that is not known yet; `materials` are their bytes as they are kept, by job id. */
export function submit(
  sql: Statements,
  { batch, asker, place, at, jobs }: Submission,
  materials: ReadonlyMap<string, Uint8Array>,
): void {
  if (sql.one('SELECT 1 FROM jobs WHERE batch = ? LIMIT 1', batch) !== undefined) return;
  for (const { id, subject, name, work } of jobs) {
    const key = sql.run(
      'INSERT INTO jobs (id, batch, subject, name, work, asker, place, at, alive) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      ...[id, batch, subject, name, JSON.stringify(work), asker, place, at, at],
    );
    const bytes = materials.get(id);
    if (bytes !== undefined) sql.run('INSERT INTO materials (job, bytes) VALUES (?, ?)', key, bytes);
  }
}

/** Subjects with a waiting job or a running one without life between those moments, those that wait longest first. */
export function owed(sql: Statements, silentSince: number, noLaterThan: number = Infinity): string[] {
  const query = `SELECT subject FROM jobs WHERE state = 'waiting' OR (state = 'running' AND alive NOT BETWEEN ? AND ?)
    GROUP BY subject ORDER BY min(alive), min(key)`;
  return sql.all<{ subject: string }>(query, silentSince, noLaterThan).map(({ subject }) => subject);
}

/** Takes on what is owed for a subject, or `null`. */
export function claim(sql: Statements, subject: string, terms: ClaimTerms): Claimed | null {
  const { silentSince, noLaterThan = Infinity } = terms;
  const living = "SELECT 1 FROM jobs WHERE subject = ? AND state = 'running' AND alive BETWEEN ? AND ? LIMIT 1";
  if (sql.one(living, subject, silentSince, noLaterThan) !== undefined) return null;
  for (let row = next(sql, subject); row !== undefined; row = next(sql, subject)) {
    if (row.attempts < terms.most) return begin(sql, row, terms.at);
    giveUp(sql, row.key, terms);
  }
  return null;
}

/** Of the waiting jobs the newest that says how the subject shall be, or else the oldest; where none waits the oldest that runs. */
function next(sql: Statements, subject: string): Choice | undefined {
  const query = `SELECT key, attempts, ${WHOLE} AS whole FROM jobs WHERE subject = ? AND state = 'waiting'
    ORDER BY whole DESC, iif(whole, -key, key) LIMIT 1`;
  const oldest = `SELECT key, attempts, ${WHOLE} AS whole FROM jobs WHERE subject = ? AND state = 'running' ORDER BY key LIMIT 1`;
  return sql.one<Choice>(query, subject) ?? sql.one<Choice>(oldest, subject);
}

function begin(sql: Statements, { key, whole }: Choice, at: number): Claimed {
  const row = sql.sure<JobRow>(
    `UPDATE jobs SET state = 'running', attempt = attempt + 1, attempts = attempts + 1, started = ?, alive = ?,
      stage = NULL, error = NULL WHERE key = ? RETURNING ${COLUMNS}`,
    ...[at, at, key],
  );
  if (whole === 1) supersedeBefore(sql, row, at);
  return { claim: { job: row.id, attempt: row.attempt }, job: jobOf(row) };
}

/** Running ones too: whoever did them is dead, and to begin them again later would turn the page back. */
function supersedeBefore(sql: Statements, { subject, key }: JobRow, at: number): void {
  const query = `UPDATE jobs SET state = 'superseded', ended = ?, stage = NULL
    WHERE subject = ? AND state IN ('waiting', 'running') AND key < ? RETURNING key`;
  for (const superseded of sql.all<{ key: number }>(query, at, subject, key)) dropMaterial(sql, superseded.key);
}

function giveUp(sql: Statements, key: number, { at, error }: ClaimTerms): void {
  const query = "UPDATE jobs SET state = 'failed', ended = ?, stage = NULL, error = ? WHERE key = ?";
  sql.run(query, at, JSON.stringify(error), key);
}

function dropMaterial(sql: Statements, key: number): void {
  sql.run('DELETE FROM materials WHERE job = ?', key);
}

/** The kept bytes of a job that is not over, or `undefined`. */
export function material(sql: Statements, id: string): Uint8Array | undefined {
  const query = `SELECT bytes FROM materials
    WHERE job = (SELECT key FROM jobs WHERE id = ? AND state IN ('waiting', 'running'))`;
  return sql.one<{ bytes: Uint8Array }>(query, id)?.bytes;
}

/** Whether an attempt still counts. */
function holds(sql: Statements, { job, attempt }: Claim): boolean {
  return sql.one(`SELECT 1 FROM jobs WHERE ${HELD}`, job, attempt) !== undefined;
}

/** Throws a ClaimLostError where an attempt counts no longer. */
export function mustHold(sql: Statements, held: Claim): void {
  if (!holds(sql, held)) throw new ClaimLostError(held);
}

/** Notes at its job what an attempt has changed in the library, which is a sign of life. */
export function countChange(
  sql: Statements,
  { job, attempt }: Claim,
  { change: { added, replaced, removed }, at }: { readonly change: JobChange; readonly at: number },
): void {
  const query = `UPDATE jobs SET added = added + ?, replaced = replaced + ?, removed = removed + ?, alive = max(alive, ?)
    WHERE ${HELD}`;
  sql.run(query, added, replaced, removed, at, job, attempt);
}

/** Shows life, and how far an attempt is. */
export function advance(sql: Statements, { job, attempt }: Claim, life: { stage: Stage; at: number }): boolean {
  const query = `UPDATE jobs SET stage = ?, alive = ? WHERE ${HELD} RETURNING key`;
  return sql.one(query, JSON.stringify(life.stage), life.at, job, attempt) !== undefined;
}

/** Ends a job well. */
export function finish(sql: Statements, { job, attempt }: Claim, end: { result: JobResult; at: number }): boolean {
  const query = `UPDATE jobs SET state = 'done', ended = ?, stage = NULL, result = ? WHERE ${HELD} RETURNING key`;
  const done = sql.one<{ key: number }>(query, end.at, JSON.stringify(end.result), job, attempt);
  if (done !== undefined) dropMaterial(sql, done.key);
  return done !== undefined;
}

/** Notes that an attempt failed; the job waits once more, or has failed. */
export function fail(
  sql: Statements,
  { job, attempt }: Claim,
  { error, again, at }: { readonly error: JobError; readonly again: boolean; readonly at: number },
): boolean {
  const query = again
    ? `UPDATE jobs SET state = 'waiting', alive = ?, stage = NULL, error = ? WHERE ${HELD} RETURNING key`
    : `UPDATE jobs SET state = 'failed', ended = ?, stage = NULL, error = ? WHERE ${HELD} RETURNING key`;
  return sql.one(query, at, JSON.stringify(error), job, attempt) !== undefined;
}

/** Cancels a job that is not over. */
export function cancel(sql: Statements, id: string, at: number): boolean {
  const query = `UPDATE jobs SET state = 'cancelled', ended = ?, stage = NULL
    WHERE id = ? AND state IN ('waiting', 'running') RETURNING key`;
  return sql.one(query, at, id) !== undefined;
}

/** Lets a failed or cancelled job wait once more, unless its material is gone. */
export function retry(sql: Statements, id: string, at: number): boolean {
  const query = `UPDATE jobs SET state = 'waiting', attempts = 0, started = NULL, ended = NULL, alive = ?, error = NULL
    WHERE id = ? AND state IN ('failed', 'cancelled')
      AND (work ->> 'kind' <> 'take-in' OR EXISTS (SELECT 1 FROM materials WHERE job = jobs.key))
      AND NOT EXISTS (SELECT 1 FROM jobs AS later WHERE later.subject = jobs.subject AND later.key > jobs.key
        AND later.work ->> 'kind' IN ('take-in', 'remove') AND later.state IN ('waiting', 'running', 'done'))
    RETURNING key`;
  return sql.one(query, at, id) !== undefined;
}

/** A job by its id. */
export function job(sql: Statements, id: string): Job | null {
  const row = sql.one<JobRow>(`${JOB} WHERE id = ?`, id);
  return row === undefined ? null : jobOf(row);
}

/** Jobs, newest first. */
export function jobs(sql: Statements, { states, batch, limit, offset }: JobQuery): Job[] {
  const conditions = ['TRUE'];
  const values: unknown[] = [];
  if (states !== undefined) {
    conditions.push('state IN (SELECT value FROM json_each(?))');
    values.push(JSON.stringify(states));
  }
  if (batch !== undefined) {
    conditions.push('batch = ?');
    values.push(batch);
  }
  const query = `${JOB} WHERE ${conditions.join(' AND ')} ORDER BY key DESC LIMIT ? OFFSET ?`;
  return sql.all<JobRow>(query, ...values, limit ?? -1, offset ?? 0).map(jobOf);
}

/** How many jobs there are in each state. */
export function tally(sql: Statements): Tally {
  const rows = sql.all<{ state: JobState; count: number }>('SELECT state, count(*) AS count FROM jobs GROUP BY state');
  const none = { waiting: 0, running: 0, done: 0, failed: 0, cancelled: 0, superseded: 0 };
  return { ...none, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) };
}

/** How many jobs a place has asked for from `at` on. */
export function submittedSince(sql: Statements, place: string | null, at: number): number {
  const query = 'SELECT count(*) AS count FROM jobs WHERE place IS ? AND at >= ?';
  return sql.sure<{ count: number }>(query, place, at).count;
}

/** Forgets jobs that were over before `at`. */
export function forgetJobsBefore(sql: Statements, at: number): number {
  // Where an article is kept out, its job is all that knows which page it belongs to.
  const needed = `work ->> 'kind' = 'withhold' AND work ->> 'article' IN (SELECT article FROM withheld)`;
  return sql.all(`DELETE FROM jobs WHERE ended < ? AND NOT (${needed}) RETURNING 1`, at).length;
}

/** Ids of articles that are kept out. */
export function withheld(sql: Statements): Set<string> {
  return new Set(sql.all<{ article: string }>('SELECT article FROM withheld').map(({ article }) => article));
}

/** Notes that an article is kept out from `at` on. */
export function withhold(sql: Statements, article: string, at: number): void {
  sql.run('INSERT INTO withheld (article, at) VALUES (?, ?) ON CONFLICT (article) DO NOTHING', article, at);
}

/** Notes that an article is kept out no longer. */
export function release(sql: Statements, article: string): void {
  sql.run('DELETE FROM withheld WHERE article = ?', article);
}
