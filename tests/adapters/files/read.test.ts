import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { FileError } from '../../../src/adapters/files/file-error.ts';
import { MAX_PAGE_BYTES, openFile, readPageBytes } from '../../../src/adapters/files/read.ts';
import { inFolder } from '../../support/library.ts';

async function location(folder: string, name: string, bytes: string | Uint8Array) {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return { path, shown: `./${name}`, packed: name.endsWith('.gz') };
}

const TEXT = '正文\r\n第二行';

describe('readPageBytes', () => {
  it.each([
    ['a.txt', TEXT],
    ['a.txt.gz', gzipSync(TEXT)],
    ['two.txt.gz', Buffer.concat([gzipSync(TEXT.slice(0, 3)), gzipSync(TEXT.slice(3))])],
  ])('reads %s byte for byte', async (name, bytes) => {
    await inFolder(async (folder) => {
      const read = await readPageBytes(await location(folder, name, bytes));
      expect(read).toEqual(new TextEncoder().encode(TEXT));
    });
  });

  it.each(['a.txt', 'a.txt.gz'])('reads an empty %s', async (name) => {
    await inFolder(async (folder) => {
      const bytes = name.endsWith('.gz') ? gzipSync('') : '';
      expect(await readPageBytes(await location(folder, name, bytes))).toHaveLength(0);
    });
  });

  it('takes what is as large as the limit and nothing larger', async () => {
    await inFolder(async (folder) => {
      const file = await location(folder, 'a.txt', 'x'.repeat(2048));
      expect(await readPageBytes(file, 2048)).toHaveLength(2048);
      await expect(readPageBytes(file, 1024)).rejects.toMatchObject({
        remark: { code: 'file-too-large', details: { limit: 1024 } },
        file: './a.txt',
      });
    });
  });

  it('refuses 30 MB and says what the limit is', async () => {
    await inFolder(async (folder) => {
      const file = await location(folder, 'a.txt', new Uint8Array(30_000_000));
      await expect(readPageBytes(file)).rejects.toMatchObject({ remark: { details: { limit: 20 * 1024 * 1024 } } });
    });
  });

  it('stops unpacking at the limit, however much a small file would come to', async () => {
    await inFolder(async (folder) => {
      const file = await location(folder, 'a.txt.gz', gzipSync(new Uint8Array(MAX_PAGE_BYTES + 1)));
      await expect(readPageBytes(file)).rejects.toMatchObject({ remark: { code: 'file-too-large' } });
    });
  });

  it.each([
    ['no gzip at all', Buffer.from('正文')],
    ['a torn gzip', gzipSync(TEXT.repeat(100)).subarray(0, 20)],
  ])('refuses %s', async (_what, bytes) => {
    await inFolder(async (folder) => {
      const reading = readPageBytes(await location(folder, 'a.txt.gz', bytes));
      await expect(reading).rejects.toMatchObject({ remark: { code: 'file-damaged' }, file: './a.txt.gz' });
    });
  });

  it('refuses a file that has gone, and a folder', async () => {
    await inFolder(async (folder) => {
      const gone = { path: join(folder, 'a.txt'), shown: 'a.txt', packed: false };
      await expect(readPageBytes(gone)).rejects.toMatchObject({ remark: { code: 'file-missing' } });
      await mkdir(gone.path);
      await expect(readPageBytes(gone)).rejects.toMatchObject({
        remark: { code: 'file-unreadable', details: { reason: 'other', system: 'EISDIR' } },
      });
    });
  });
});

describe('openFile', () => {
  it('says how far it has come', async () => {
    await inFolder(async (folder) => {
      const { chunks, share } = await openFile(await location(folder, 'a.jsonl', 'x'.repeat(1_000_000)));
      const shares: number[] = [];
      for await (const chunk of chunks) shares.push(chunk.length === 0 ? -1 : share());
      expect(shares.length).toBeGreaterThan(3);
      expect(shares).toEqual(shares.toSorted((a, b) => a - b));
      expect(shares[0]).toBeLessThan(0.5);
      expect(shares.at(-1)).toBe(1);
    });
  });

  it('reads no further than it is asked to', async () => {
    await inFolder(async (folder) => {
      const { chunks, share } = await openFile(await location(folder, 'a.jsonl', 'x'.repeat(10_000_000)));
      for await (const chunk of chunks) if (chunk.length > 0) break;
      expect(share()).toBeLessThan(0.2);
    });
  });

  it('fails by name in the middle of a torn file', async () => {
    await inFolder(async (folder) => {
      const noise = Array.from({ length: 200_000 }, (_, i) => Math.imul(i, 2654435761).toString(36)).join('');
      const torn = gzipSync(noise).subarray(0, 300_000);
      const { chunks } = await openFile(await location(folder, 'a.jsonl.gz', torn));
      let read = 0;
      const reading = (async () => {
        for await (const chunk of chunks) read += chunk.length;
      })();
      await expect(reading).rejects.toBeInstanceOf(FileError);
      expect(read).toBeGreaterThan(100_000);
    });
  });
});
