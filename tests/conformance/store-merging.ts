/** What every store does with segments that are worth merging. */
import { describe, expect, it } from 'vitest';
import { MERGE_FACTOR } from '../../src/store/merge-plan.ts';
import { fakeSegment, keptPassages, livePassages, readFakeSegment } from '../support/library.ts';
import type { Bench } from './bench.ts';

/** Describes this part of the contract; `bench` holds a fresh store in each test. */
export function describeMerging(bench: Bench): void {
  describe('merging', () => {
    async function fill() {
      for (let i = 0; i < MERGE_FACTOR; i += 1) await bench.put(`p${i}`, `a${i}`);
    }

    async function merged(group: readonly number[]) {
      const parts = await bench.store.segments(group);
      const ids = parts.flatMap(({ segment, deleted }) => readFakeSegment(segment).filter((id) => !deleted.has(id)));
      return { parts, bytes: fakeSegment(ids) };
    }

    it('is proposed once there are enough segments of a size, and leaves one', async () => {
      await fill();
      const groups = await bench.store.mergeCandidates();
      expect(groups).toHaveLength(1);
      const { parts, bytes } = await merged(groups[0] ?? []);
      const version = await bench.store.version();
      expect(await bench.store.replaceSegments(parts, bytes)).toBe(true);
      expect((await bench.store.index(new Set())).parts).toHaveLength(1);
      expect(await livePassages(bench.store)).toEqual(await keptPassages(bench.store));
      expect(await bench.store.version()).not.toBe(version);
      expect(await bench.store.mergeCandidates()).toEqual([]);
    });

    it('is refused when a page has changed meanwhile', async () => {
      await fill();
      const { parts, bytes } = await merged((await bench.store.mergeCandidates())[0] ?? []);
      await bench.put('p3', 'a3');
      expect(await bench.store.replaceSegments(parts, bytes)).toBe(false);
      expect(await livePassages(bench.store)).toEqual(await keptPassages(bench.store));
    });

    it('is refused when a passage has been deleted meanwhile', async () => {
      await bench.put('both', 'x', 'y');
      const { parts, bytes } = await merged((await bench.store.index(new Set())).parts.map(({ id }) => id));
      await bench.put('thief', 'y');
      expect(await bench.store.replaceSegments(parts, bytes)).toBe(false);
      expect(await livePassages(bench.store)).toEqual(await keptPassages(bench.store));
    });

    it('lets pages be replaced and removed afterwards', async () => {
      await fill();
      const { parts, bytes } = await merged((await bench.store.mergeCandidates())[0] ?? []);
      await bench.store.replaceSegments(parts, bytes);
      await bench.put('p3', 'b3');
      await bench.store.removePage('p5');
      expect((await bench.store.index(new Set())).parts.map(({ deleted }) => deleted.size)).toEqual([2, 0]);
      expect(await livePassages(bench.store)).toEqual(await keptPassages(bench.store));
    });

    it('is proposed for a segment that has lost much', async () => {
      await bench.put('p', ...Array.from({ length: 10 }, (_, i) => `a${i}`));
      await bench.put('thief', 'a0', 'a1', 'a2');
      expect(await bench.store.mergeCandidates()).toEqual([]);
      await bench.put('thief2', 'a3');
      expect(await bench.store.mergeCandidates()).toHaveLength(1);
    });
  });
}
