import { describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../../src/store/sqlite/store.ts';
import { inFolder, prepared } from '../../support/library.ts';

/** Bytes unlike each other, as many as come to several parts. */
function large(seed: number): Uint8Array {
  return Uint8Array.from({ length: 1_300_000 }, (_, at) => (at * 31 + seed + (at >> 8)) & 0xff);
}

describe('a segment of several parts', () => {
  it('comes back as it was, an empty one too', async () => {
    await inFolder(async (folder) => {
      const store = await openSqliteStore(folder);
      await store.replacePage({ ...(await prepared(store, 'a')), segment: large(1) });
      await store.replacePage({ ...(await prepared(store, 'b')), segment: new Uint8Array() });
      const { parts } = await store.index(new Set());
      expect(parts.map(({ segment }) => segment?.length)).toEqual([1_300_000, 0]);
      expect(Buffer.compare(parts[0]?.segment ?? new Uint8Array(), large(1))).toBe(0);
      await store.close();
    });
  });

  it('lets others have their turn while it is read', async () => {
    await inFolder(async (folder) => {
      const store = await openSqliteStore(folder);
      await store.replacePage({ ...(await prepared(store, 'a')), segment: large(1) });
      const order: string[] = [];
      const reading = store.index(new Set()).then(() => order.push('index'));
      setImmediate(() => order.push('others'));
      await reading;
      expect(order).toEqual(['others', 'index']);
      await store.close();
    });
  });

  it('is never read in halves: one that is merged meanwhile gives way to the new one', async () => {
    await inFolder(async (folder) => {
      const [store, writer] = [await openSqliteStore(folder), await openSqliteStore(folder)];
      await writer.replacePage({ ...(await prepared(writer, 'a')), segment: large(1) });
      await writer.replacePage({ ...(await prepared(writer, 'b')), segment: large(2) });
      const reading = store.index(new Set());
      const old = await writer.segments((await writer.index(new Set())).parts.map(({ id }) => id));
      expect(await writer.replaceSegments(old, large(3))).toBe(true);
      const seen = (await reading).parts.map(({ segment }) => segment?.[0]);
      expect([[1, 2], [3]]).toContainEqual(seen);
      expect((await store.index(new Set())).parts.map(({ segment }) => segment?.[0])).toEqual([3]);
      await Promise.all([store.close(), writer.close()]);
    });
  });
});
