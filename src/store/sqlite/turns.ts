/** Turns, judgements and calls in the SQLite store. */
import type { Outcome } from '../../app/model.ts';
import type { KeptCall } from '../../app/shelf.ts';
import type { Judgement, KeptOf, KeptTurn, Verdict } from '../../app/turns.ts';
import type { BadlyAsked } from '../../app/unanswered.ts';
import type { Statements } from './statements.ts';

interface TurnRow extends Omit<KeptTurn, 'outcome'> {
  readonly outcome: string;
}

const TURN = 'SELECT id, session, asker, at, question, whole, outcome FROM turns';

function keptTurn(row: TurnRow | undefined): KeptTurn | null {
  return row === undefined ? null : { ...row, outcome: JSON.parse(row.outcome) };
}

/** The numbers behind an answer can be made again and are the larger part of it. */
function withoutExplanation({ explanation: _, ...outcome }: Outcome): string {
  return JSON.stringify(outcome);
}

/** Keeps a turn, unless its id is known. */
export function addTurn(sql: Statements, { id, session, asker, at, question, whole, outcome }: KeptTurn): void {
  sql.run(
    `INSERT INTO turns (id, session, asker, at, question, whole, outcome) VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO NOTHING`,
    ...[id, session, asker, at, question, whole, withoutExplanation(outcome)],
  );
}

/** A turn by its id. */
export function turn(sql: Statements, id: string): KeptTurn | null {
  return keptTurn(sql.one<TurnRow>(`${TURN} WHERE id = ?`, id));
}

/** The last turn of a session from `since` on. */
export function lastTurn(sql: Statements, session: string, since: number): KeptTurn | null {
  const query = `${TURN} WHERE session = ? AND at >= ? ORDER BY at DESC, key DESC LIMIT 1`;
  return keptTurn(sql.one<TurnRow>(query, session, since));
}

/** Notes a judgement in the place of an earlier one of the same person. */
export function judge(sql: Statements, { turn: id, asker, verdict, at }: Judgement): boolean {
  const found = sql.one<{ key: number }>('SELECT key FROM turns WHERE id = ?', id);
  if (found === undefined) return false;
  const query = `INSERT INTO judgements (turn, asker, verdict, at) VALUES (?, ?, ?, ?)
    ON CONFLICT (turn, asker) DO UPDATE SET verdict = excluded.verdict, at = excluded.at`;
  sql.run(query, found.key, asker, verdict, at);
  return true;
}

/** What somebody thought of a turn. */
export function judgement(sql: Statements, id: string, asker: string): Verdict | null {
  const query = 'SELECT verdict FROM judgements WHERE asker = ? AND turn = (SELECT key FROM turns WHERE id = ?)';
  return sql.one<{ verdict: Verdict }>(query, asker, id)?.verdict ?? null;
}

interface BadlyAskedRow extends Omit<BadlyAsked, 'refused'> {
  readonly refused: number;
}

/** Turns from `since` on that were refused, though they asked for something, or that somebody called of no use. */
export function refusedOrDisliked(sql: Statements, since: number, limit: number): BadlyAsked[] {
  const query = `SELECT * FROM (
      SELECT whole AS question, at, key,
        outcome ->> '$.kind' = 'abstention'
          AND outcome ->> '$.reason' NOT IN ('small-talk', 'instruction', 'empty-question') AS refused,
        (SELECT count(*) FROM judgements WHERE turn = turns.key AND verdict = 'down') AS disliked
      FROM turns WHERE at >= ?
    ) WHERE refused OR disliked > 0 ORDER BY at DESC, key DESC LIMIT ?`;
  const rows = sql.all<BadlyAskedRow>(query, since, limit);
  return rows.map(({ question, refused, disliked, at }) => ({ question, refused: refused === 1, disliked, at }));
}

/** How much is kept of one person. */
export function keptOf(sql: Statements, asker: string): KeptOf {
  const query = `SELECT (SELECT count(*) FROM turns WHERE asker = ?) AS turns,
    (SELECT count(*) FROM judgements WHERE asker = ?) AS judgements,
    (SELECT min(at) FROM (SELECT min(at) AS at FROM turns WHERE asker = ?
      UNION ALL SELECT min(at) FROM judgements WHERE asker = ?)) AS oldest`;
  return sql.sure<KeptOf>(query, asker, asker, asker, asker);
}

/** Forgets one person. */
export function forget(sql: Statements, asker: string): number {
  return (
    counted(sql, 'DELETE FROM judgements WHERE asker = ?', asker) +
    counted(sql, 'DELETE FROM turns WHERE asker = ?', asker)
  );
}

/** Forgets what is older than `at`, calls as well, which are not counted. */
export function forgetBefore(sql: Statements, at: number): number {
  sql.run('DELETE FROM calls WHERE at < ?', at);
  return counted(sql, 'DELETE FROM judgements WHERE at < ?', at) + counted(sql, 'DELETE FROM turns WHERE at < ?', at);
}

/** Runs a deletion; returns how many rows it took. */
function counted(sql: Statements, deletion: string, value: unknown): number {
  return sql.all(`${deletion} RETURNING 1`, value).length;
}

/** Keeps a call under its key, or keeps it longer. */
export function keepCall(sql: Statements, { key, call, at }: KeptCall): void {
  const query = 'INSERT INTO calls (key, call, at) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET at = excluded.at';
  sql.run(query, key, call, at);
}

/** A kept call, or `null`. */
export function keptCall(sql: Statements, key: string): string | null {
  return sql.one<{ call: string }>('SELECT call FROM calls WHERE key = ?', key)?.call ?? null;
}
