/** Reads pages as they were received. */
import { setImmediate as others } from 'node:timers/promises';
import type { Access } from './access.ts';
import { unpacked, unpackText } from './packing.ts';
import type { Base } from './places.ts';
import type { Statements } from './statements.ts';

const AT = 'SELECT key, start FROM stretches WHERE page = ? AND start <= ? ORDER BY start DESC LIMIT 1';
const PACKED = 'SELECT packed FROM stretches WHERE key = ?';

/** The page of that key, read stretch by stretch as it is asked for; to be used inside a reading transaction. */
export function keptText(sql: Statements, page: number): Base {
  const stretchAt = (offset: number): { start: number; text: string } | undefined => {
    const row = sql.one<{ key: number; start: number }>(AT, page, offset);
    if (row === undefined) return undefined;
    const load = (): Uint8Array => sql.sure<{ packed: Uint8Array }>(PACKED, row.key).packed;
    return { start: row.start, text: sql.stretches.text(row.key, load) };
  };
  return {
    slice(start, end) {
      let found = '';
      for (let at = start; at < end; ) {
        const stretch = stretchAt(at);
        const part = stretch?.text.slice(at - stretch.start, end - stretch.start) ?? '';
        if (part === '') break;
        found += part;
        at += part.length;
      }
      return found;
    },
  };
}

/** UTF-16 units that are unpacked before others have their turn: some milliseconds. */
const AT_ONCE = 131_072;

type Kept = { readonly stretches: readonly Uint8Array[] } | { readonly bytes: Uint8Array };

/** What is kept of a page: its stretches, or its bytes where they are no UTF-8. */
function keptOf(sql: Statements, id: string): Kept | undefined {
  const page = sql.one<{ key: number }>('SELECT key FROM pages WHERE id = ?', id);
  if (page === undefined) return undefined;
  const bytes = sql.one<{ bytes: Uint8Array }>('SELECT bytes FROM page_bytes WHERE page = ?', page.key);
  if (bytes !== undefined) return bytes;
  const rows = sql.all<{ packed: Uint8Array }>('SELECT packed FROM stretches WHERE page = ? ORDER BY start', page.key);
  return { stretches: rows.map(({ packed }) => packed) };
}

/** The bytes of a page as they were received, or `null`. */
export async function pageBytes(access: Access, id: string): Promise<Uint8Array | null> {
  const kept = access.read((sql) => sql.reading(() => keptOf(sql, id)));
  if (kept === undefined) return null;
  if ('bytes' in kept) return unpacked(kept.bytes);
  const texts: string[] = [];
  let since = 0;
  for (const packed of kept.stretches) {
    const text = unpackText(packed);
    texts.push(text);
    since += text.length;
    if (since < AT_ONCE) continue;
    since = 0;
    await others();
  }
  return new TextEncoder().encode(texts.join(''));
}
