import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { unpackUpload } from '../../../../src/adapters/files/uploads/unpack.ts';
import { RemarkError } from '../../../../src/app/remarks.ts';
import { incoming, LIMITS } from './makers.ts';

const PAGE = '市图书馆新馆开放\n本报讯 今天上午，市图书馆新馆正式向读者开放。\n';
const LINE = '{"title":"新馆开放","text":"今天开放。"}\n';
const MIB = 1024 * 1024;

async function refusal(name: string, content: Uint8Array | string, limits = LIMITS): Promise<object | undefined> {
  const { pages, refused } = await unpackUpload(incoming(name, content), limits);
  expect(pages).toEqual([]);
  expect(refused).toHaveLength(1);
  expect(refused[0]?.file).toBe(name);
  return refused[0]?.remark;
}

describe('a text that is handed in', () => {
  it.each([
    ['a.txt', PAGE, 'page'],
    ['A.MD', PAGE, 'page'],
    ['a.jsonl', LINE, 'jsonl'],
    ['sub/报.txt', PAGE, 'page'],
  ])('%s is a page as it is', async (name, text, kind) => {
    const { pages, refused, warnings } = await unpackUpload(incoming(name, text), LIMITS);
    expect({ refused, warnings }).toEqual({ refused: [], warnings: [] });
    expect(pages).toMatchObject([{ name, kind, facts: { publication: null, date: null, label: null } }]);
    expect(new TextDecoder().decode(pages[0]?.bytes)).toBe(text);
  });

  it.each([
    ['a.txt.gz', PAGE, 'page'],
    ['a.jsonl.GZ', LINE, 'jsonl'],
  ])('%s is unpacked and keeps its name', async (name, text, kind) => {
    const { pages } = await unpackUpload(incoming(name, gzipSync(text)), LIMITS);
    expect(pages).toMatchObject([{ name, kind }]);
    expect(new TextDecoder().decode(pages[0]?.bytes)).toBe(text);
  });

  it.each(['GB18030', 'Big5', 'utf-16le', 'utf-16'])('may be written in %s', async (encoding) => {
    const bytes = iconv.encode(PAGE.repeat(3), encoding);
    const { pages } = await unpackUpload(incoming('a.txt', bytes), LIMITS);
    expect(pages[0]?.bytes).toEqual(new Uint8Array(bytes));
  });

  it('may begin with many blank lines', async () => {
    const lines = '\n'.repeat(100_000) + LINE;
    expect((await unpackUpload(incoming('a.jsonl', lines), LIMITS)).pages).toHaveLength(1);
  });

  it('may hold a line that is longer than what is looked at', async () => {
    const lines = `{"title":"一","text":"${'新馆开放。'.repeat(20_000)}"}\n`;
    expect((await unpackUpload(incoming('a.jsonl', lines), LIMITS)).pages).toHaveLength(1);
  });
});

describe('something else under the name of a text', () => {
  const executable = Buffer.concat([Buffer.from('7f454c46020101000000000000000000', 'hex'), Buffer.alloc(500, 3)]);

  it.each([
    ['a ZIP archive', Buffer.from('PK\x03\x04 and more'), 'zip'],
    ['a PDF', '%PDF-1.7\n', 'pdf'],
    ['a PNG', Buffer.from('89504e470d0a1a0a', 'hex'), 'png'],
    ['a gzip file', gzipSync(PAGE), 'gzip'],
    ['an executable', executable, 'nul-bytes'],
  ])('is refused: %s', async (_, bytes, sign) => {
    for (const name of ['a.txt', 'a.md', 'a.jsonl']) {
      expect(await refusal(name, bytes)).toEqual({ code: 'binary', details: { sign } });
    }
    expect(await refusal('a.txt.gz', gzipSync(bytes))).toEqual({ code: 'binary', details: { sign } });
  });

  it('is refused: nothing at all', async () => {
    expect(await refusal('a.txt', '')).toEqual({ code: 'empty', details: { bytes: 0 } });
    expect(await refusal('a.jsonl', ' \n')).toEqual({ code: 'empty', details: { bytes: 2 } });
  });

  it.each(['a.doc', 'a.png', 'a', 'a.gz', 'a.rtf', 'pages.json', 'a.txt.exe'])(
    'is refused by its name: %s',
    async (name) => {
      const details = { known: '.txt, .md, .jsonl (.gz), .pdf, .docx, .zip' };
      expect(await refusal(name, PAGE)).toEqual({ code: 'upload-type-unknown', details });
    },
  );

  it.each([
    '../a.txt',
    '/etc/a.txt',
    'C:\\a.txt',
    'C:a.txt',
    'a\\b.txt',
    'a/../b.txt',
    'a//b.txt',
    './a.txt',
    'a\0.txt',
  ])('is refused where its name leads elsewhere: %j', async (name) => {
    const { pages, refused } = await unpackUpload(incoming(name, PAGE), LIMITS);
    expect(pages).toEqual([]);
    expect(refused).toMatchObject([{ remark: { code: 'upload-path-outside' } }]);
    expect(refused[0]?.file).not.toContain('\0');
  });
});

describe('limits', () => {
  it('are asked before a file is read, where its size is known', async () => {
    const read = () => Promise.reject(new Error('was read'));
    const { refused } = await unpackUpload({ name: 'a.txt', size: 11, read }, { ...LIMITS, fileBytes: 10 });
    expect(refused).toEqual([{ file: 'a.txt', remark: { code: 'upload-too-large', details: { limit: 10 } } }]);
  });

  it('hold for a file that is larger than it said', async () => {
    const file = { name: 'a.txt', size: 1, read: async () => Buffer.alloc(11, 'a') };
    const { refused } = await unpackUpload(file, { ...LIMITS, fileBytes: 10 });
    expect(refused).toMatchObject([{ remark: { code: 'upload-too-large' } }]);
  });

  it('hold for a page, which would be too large for those who read it', async () => {
    const bytes = Buffer.alloc(21 * MIB, 'a');
    const details = { limit: 20 * MIB };
    expect(await refusal('a.txt', bytes)).toEqual({ code: 'file-too-large', details });
    expect(await refusal('a.txt.gz', gzipSync(bytes), { ...LIMITS, unpackRatio: 10_000 })).toEqual({
      code: 'file-too-large',
      details,
    });
  });

  it('stop a file that unpacks to many times its size', async () => {
    const bomb = gzipSync(Buffer.alloc(50 * MIB));
    expect(await refusal('a.jsonl.gz', bomb)).toEqual({ code: 'upload-archive-ratio', details: { limit: 100 } });
  });

  it('stop a file that unpacks to more than there may be', async () => {
    const limits = { ...LIMITS, unpackedBytes: 2 * MIB, unpackRatio: 10_000 };
    const bomb = gzipSync(Buffer.alloc(50 * MIB));
    expect(await refusal('a.jsonl.gz', bomb, limits)).toEqual({
      code: 'upload-archive-total',
      details: { limit: 2 * MIB },
    });
  });

  it('let a small text repeat itself', async () => {
    const text = PAGE.repeat(5000);
    expect((await unpackUpload(incoming('a.txt.gz', gzipSync(text)), LIMITS)).refused).toEqual([]);
  });
});

describe('what goes wrong', () => {
  it('is told of a torn gzip file', async () => {
    const torn = gzipSync(PAGE).subarray(0, 40);
    expect(await refusal('a.txt.gz', torn)).toEqual({ code: 'upload-archive-damaged', details: {} });
    expect(await refusal('a.txt.gz', PAGE)).toEqual({ code: 'upload-archive-damaged', details: {} });
  });

  it('is told of a file that cannot be had', async () => {
    const remark = { code: 'file-missing', details: {} } as const;
    const read = () => Promise.reject(new RemarkError(remark, 'gone'));
    expect((await unpackUpload({ name: 'a.txt', size: null, read }, LIMITS)).refused).toEqual([
      { file: 'a.txt', remark },
    ]);
  });

  it('is thrown where it is a fault of the program', async () => {
    const read = () => Promise.reject(new TypeError('a fault'));
    await expect(unpackUpload({ name: 'a.txt', size: null, read }, LIMITS)).rejects.toThrow('a fault');
  });
});
