import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { writeZip } from '../src/adapters/files/uploads/zip-write.ts';
import { Unpacking } from '../src/compose-unpacking.ts';
import { built } from './support/built.ts';

const LIMITS = { fileBytes: 1000, files: 5, unpackedBytes: 100_000, unpackRatio: 100, pagesPerHour: 10 };
const BESIDE = { publication: '晚报', date: '2023-05-01', label: '03' };
const DYING = join(import.meta.dirname, 'support', 'dying-unpacker.mjs');
const PAGE = new TextEncoder().encode('# 大桥通车\n\n　　大桥昨天通车。\n');

const open: Unpacking[] = [];

function unpacking(program = built('src/bin/unpacker.ts')) {
  const faults: unknown[] = [];
  const made = new Unpacking(program, (fault) => faults.push(fault));
  open.push(made);
  return { made, faults };
}

function file(name: string, bytes: Uint8Array, more: object = {}) {
  return { name, size: bytes.length, read: async () => bytes, ...more };
}

afterEach(() => Promise.all(open.splice(0).map((each) => each.close())));

describe('what is handed in', () => {
  it('is opened by a process of its own where it is an archive', async () => {
    const { made, faults } = unpacking();
    const zip = writeZip(new Map([['版面/A01.txt', PAGE]]));
    const { pages, refused } = await made.open(file('a.zip', zip), LIMITS);
    expect(pages.map(({ name, bytes }) => [name, new Uint8Array(bytes)])).toEqual([['版面/A01.txt', PAGE]]);
    expect([refused, faults]).toEqual([[], []]);
  });

  it('costs that process alone where it kills its reader, and the next file is opened', async () => {
    const { made, faults } = unpacking(DYING);
    const zip = writeZip(new Map([['A01.txt', PAGE]]));
    for (const name of ['a.zip', 'b.pdf']) {
      const { pages, refused } = await made.open(file(name, zip), LIMITS);
      expect(pages).toEqual([]);
      expect(refused).toMatchObject([{ file: name, remark: { code: 'upload-document-swells' } }]);
    }
    expect(faults).toHaveLength(2);
    expect((await made.open(file('c.txt', PAGE), LIMITS)).pages).toHaveLength(1);
  });

  it('is of the paper and day that a list beside it names, where the page names none', async () => {
    const { made } = unpacking();
    const { pages } = await made.open(file('a.txt', PAGE, { facts: BESIDE }), LIMITS);
    expect(pages[0]?.facts).toEqual(BESIDE);
  });

  it('is refused where it is larger than allowed, whatever it says of itself', async () => {
    const { made } = unpacking();
    const large = new Uint8Array(1001);
    for (const size of [1001, 1, null]) {
      await expect(made.open(file('a.zip', large, { size }), LIMITS)).rejects.toMatchObject({
        remark: { code: 'upload-too-large', details: { limit: 1000 } },
      });
    }
  });
});
