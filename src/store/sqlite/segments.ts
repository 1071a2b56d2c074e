/**
 * The bytes of segments, in parts: one of a hundred thousand passages has 60 MB, and to read it in one go would keep
 * everybody waiting for a tenth of a second.
 */
import { setImmediate as others } from 'node:timers/promises';
import type { IndexPart, IndexState } from '../../app/source.ts';
import type { Access } from './access.ts';
import { version } from './reading.ts';
import type { Statements } from './statements.ts';

/** Bytes of a part: read in a millisecond or two. */
const PART = 2 ** 19;

/** Writes the bytes of a segment; to be called inside a writing transaction. */
export function insertParts(sql: Statements, segment: number, bytes: Uint8Array): void {
  // One part at least, so that an empty segment is told from one that has gone.
  for (let number = 0; number === 0 || number * PART < bytes.length; number += 1) {
    const part = bytes.subarray(number * PART, (number + 1) * PART);
    sql.run('INSERT INTO segment_parts (segment, number, bytes) VALUES (?, ?, ?)', segment, number, part);
  }
}

/** The bytes of a segment; `undefined` where it has gone. What a segment's number stands for never changes. */
async function bytesOf(access: Access, segment: number): Promise<Uint8Array | undefined> {
  const size = 'SELECT count(*) AS parts, coalesce(sum(length(bytes)), 0) AS size FROM segment_parts WHERE segment = ?';
  const { parts, size: length } = access.read((sql) => sql.sure<{ parts: number; size: number }>(size, segment));
  // Threads that search look at the same memory.
  const bytes = new Uint8Array(new SharedArrayBuffer(length));
  for (let number = 0; number < parts; number += 1) {
    const query = 'SELECT bytes FROM segment_parts WHERE segment = ? AND number = ?';
    const part = access.read((sql) => sql.one<{ bytes: Uint8Array }>(query, segment, number));
    if (part === undefined) return undefined;
    bytes.set(part.bytes, number * PART);
    if (parts > 1) await others();
  }
  return parts === 0 ? undefined : bytes;
}

/** Which segments there are, and which of their passages no longer count. */
function deletedIn(sql: Statements, ids: readonly number[]): Map<number, ReadonlySet<number>> {
  const query = 'SELECT passage FROM tombstones WHERE segment = ?';
  const there = ids.filter((id) => sql.one('SELECT 1 FROM segments WHERE id = ?', id) !== undefined);
  const dead = (id: number): number[] => sql.all<{ passage: number }>(query, id).map(({ passage }) => passage);
  return new Map(there.map((id) => [id, new Set(dead(id))]));
}

/** The index at one moment; segments in `known` come without bytes. */
export async function index(access: Access, known: ReadonlySet<number>): Promise<IndexState> {
  for (;;) {
    const state = access.read((sql) =>
      sql.reading(() => {
        const ids = sql.all<{ id: number }>('SELECT id FROM segments ORDER BY id').map(({ id }) => id);
        return { version: version(sql), deleted: deletedIn(sql, ids) };
      }),
    );
    const parts = await withBytes(access, state.deleted, known);
    // One that went while its bytes were read has been merged: what there is now is looked at again.
    if (parts.length === state.deleted.size) return { version: state.version, parts };
  }
}

/** Segments with their bytes, in the order asked; missing ones are left out. */
export function segments(access: Access, ids: readonly number[]): Promise<IndexPart[]> {
  const deleted = access.read((sql) => sql.reading(() => deletedIn(sql, ids)));
  return withBytes(access, deleted, new Set());
}

async function withBytes(
  access: Access,
  deleted: ReadonlyMap<number, ReadonlySet<number>>,
  known: ReadonlySet<number>,
): Promise<IndexPart[]> {
  const parts: IndexPart[] = [];
  for (const [id, dead] of deleted) {
    const segment = known.has(id) ? null : await bytesOf(access, id);
    if (segment !== undefined) parts.push({ id, segment, deleted: dead });
  }
  return parts;
}
