/** Which segments of a SQLite store are to be merged, and how the merged one takes their place. */
import type { MergedPart } from '../../app/target.ts';
import { planMerges, type SegmentSize } from '../merge-plan.ts';
import { giveRoomBack } from './room.ts';
import type { Statements } from './statements.ts';
import { bumpVersion, insertSegment } from './writing.ts';

/** Groups of segment ids that are worth merging, or only the large ones that nobody has to merge soon again. */
export function mergeCandidates(sql: Statements, patient: boolean): number[][] {
  return planMerges(sql.all<SegmentSize>('SELECT id, passages, deleted FROM segments'), patient);
}

/**
 * Puts `merged` in the place of `old`, unless one of them has changed since the merge read it: tombstones are only
 * ever added, so an equal number means equal tombstones. To be called inside a writing transaction.
 */
export function replaceSegments(sql: Statements, old: readonly MergedPart[], merged: Uint8Array): boolean {
  const query = 'SELECT id, passages, deleted FROM segments WHERE id = ?';
  const sizes = old.map(({ id }) => sql.one<SegmentSize>(query, id));
  if (!sizes.every((size, i) => size !== undefined && size.deleted === old[i]?.deleted.size)) return false;
  const left = sizes.reduce((sum, size) => sum + (size?.passages ?? 0) - (size?.deleted ?? 0), 0);
  const id = insertSegment(sql, left, merged);
  for (const part of old) {
    sql.run('UPDATE pages SET segment = ? WHERE segment = ?', id, part.id);
    sql.run('DELETE FROM segments WHERE id = ?', part.id);
  }
  bumpVersion(sql);
  giveRoomBack(sql);
  return true;
}
