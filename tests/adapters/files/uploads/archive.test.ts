import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { crcOf } from '../../../../src/adapters/files/uploads/crc.ts';
import { unpackUpload } from '../../../../src/adapters/files/uploads/unpack.ts';
import { docxOf, incoming, LIMITS, type Part, paragraph, pdfPages, zipOf } from './makers.ts';

const PAGE = '市图书馆新馆开放\n本报讯 今天上午，市图书馆新馆正式向读者开放。\n';
const MIB = 1024 * 1024;

async function unpack(parts: readonly Part[] | Uint8Array, limits = LIMITS) {
  const bytes = parts instanceof Uint8Array ? parts : zipOf(parts);
  const { pages, refused, warnings } = await unpackUpload(incoming('a.zip', bytes), limits);
  const told = refused.map(({ file, remark }) => [file, remark.code]);
  return { pages, names: pages.map(({ name }) => name), refused, told, warnings };
}

describe('an archive', () => {
  it('is opened with its folders, in its own order', async () => {
    const parts = [
      { name: 'sub/' },
      { name: 'sub/b.txt', bytes: PAGE },
      { name: 'a.md', bytes: PAGE, method: 0 },
      { name: 'sub/deep/c.jsonl', bytes: '{"title":"一","text":"二"}\n' },
      { name: 'd.txt.gz', bytes: gzipSync(PAGE) },
    ];
    const { pages, told } = await unpack(parts);
    expect(told).toEqual([]);
    expect(pages.map(({ name, kind }) => [name, kind])).toEqual([
      ['sub/b.txt', 'page'],
      ['a.md', 'page'],
      ['sub/deep/c.jsonl', 'jsonl'],
      ['d.txt.gz', 'page'],
    ]);
    for (const { kind, bytes } of pages) {
      if (kind === 'page') expect(new TextDecoder().decode(bytes)).toBe(PAGE);
    }
  });

  it('may hold documents', async () => {
    const pdf = pdfPages(['BT /F1 10 Tf 50 700 Td (one) Tj ET']);
    const { pages } = await unpack([
      { name: 'a.pdf', bytes: pdf },
      { name: 'b.docx', bytes: docxOf(paragraph('二')) },
    ]);
    expect(pages.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])).toEqual([
      ['a.pdf', 'one'],
      ['b.docx', '二'],
    ]);
  });

  it('is passed over in what is hidden or left there by a system', async () => {
    const names = ['.DS_Store', '__MACOSX/._a.txt', 'sub/.hidden.txt', '.git/a.txt', 'Thumbs.db', 'sub/desktop.ini'];
    const { names: found, told } = await unpack([...names, 'a.txt'].map((name) => ({ name, bytes: PAGE })));
    expect({ found, told }).toEqual({ found: ['a.txt'], told: [] });
  });

  it('is refused where there is nothing in it', async () => {
    const nothing = [['a.zip', 'upload-archive-empty']];
    expect((await unpack([])).told).toEqual(nothing);
    expect((await unpack([{ name: 'sub/' }, { name: '.DS_Store', bytes: 'x' }])).told).toEqual(nothing);
  });

  it('is refused in parts: what is no page is told, and the rest is taken', async () => {
    const parts = [
      { name: 'a.txt', bytes: PAGE },
      { name: 'photo.jpg', bytes: 'x' },
      { name: 'inner.zip', bytes: zipOf([{ name: 'b.txt', bytes: PAGE }]) },
      { name: 'inner.tar.gz', bytes: 'x' },
      { name: 'locked.txt', bytes: PAGE, flags: 1 },
      { name: 'false.txt', bytes: zipOf([]) },
      { name: 'program.txt', bytes: Buffer.from('MZ\x90\x00\x03\x00\x00\x00', 'latin1') },
      { name: 'a.txt', bytes: '又一个' },
      { name: 'wrong-sum.txt', bytes: PAGE, claimed: { crc: 1 } },
      { name: 'wrong-size.txt', bytes: PAGE, claimed: { size: 5 } },
      { name: 'odd.txt', bytes: PAGE, method: 99 },
      { name: 'torn.txt.gz', bytes: gzipSync(PAGE).subarray(0, 30) },
      { name: 'link.txt', bytes: '/etc/passwd', attributes: (0xa1ff << 16) >>> 0 },
    ];
    const { pages, told } = await unpack(parts);
    expect(pages).toMatchObject([{ name: 'a.txt' }]);
    expect(new TextDecoder().decode(pages[0]?.bytes)).toBe(PAGE);
    expect(told).toEqual([
      ['a.zip/photo.jpg', 'upload-type-unknown'],
      ['a.zip/inner.zip', 'upload-archive-nested'],
      ['a.zip/inner.tar.gz', 'upload-archive-nested'],
      ['a.zip/locked.txt', 'upload-encrypted'],
      ['a.zip/false.txt', 'binary'],
      ['a.zip/program.txt', 'binary'],
      ['a.zip/a.txt', 'upload-name-repeated'],
      ['a.zip/wrong-sum.txt', 'upload-archive-damaged'],
      ['a.zip/wrong-size.txt', 'upload-archive-damaged'],
      ['a.zip/odd.txt', 'upload-archive-damaged'],
      ['a.zip/torn.txt.gz', 'upload-archive-damaged'],
      ['a.zip/link.txt', 'upload-path-outside'],
    ]);
  });
});

describe('names in an archive', () => {
  const hostile = [
    '../a.txt',
    '../../etc/a.txt',
    '/a.txt',
    'C:/a.txt',
    'C:\\a.txt',
    '..\\a.txt',
    'a/../../b.txt',
    './a.txt',
    'a\0b.txt',
    '../',
    'a//b.txt',
    `${'x'.repeat(500)}.txt`,
  ];

  it.each(hostile)('are refused where they lead elsewhere: %j', async (name) => {
    const { names, told } = await unpack([
      { name, bytes: PAGE },
      { name: 'good.txt', bytes: PAGE },
    ]);
    expect(names).toEqual(['good.txt']);
    expect(told).toMatchObject([[expect.stringMatching(/^a\.zip\/[^\0]{1,130}$/u), 'upload-path-outside']]);
  });

  it('may be written in GBK or UTF-8, and say so or not', async () => {
    const gbk = { name: iconv.encode('晚报/图书馆.txt', 'gbk'), bytes: PAGE };
    const utf8 = { name: '日报/图书馆.txt', bytes: PAGE };
    const { names } = await unpack([gbk, utf8, { ...utf8, name: '早报/a.txt', flags: 0x800 }]);
    expect(names).toEqual(['晚报/图书馆.txt', '日报/图书馆.txt', '早报/a.txt']);
  });

  it('may stand in a field of their own, which counts only for the name that it was made for', async () => {
    const old = iconv.encode('舊.txt', 'big5');
    const field = (sum: number) => {
      const text = Buffer.from('旧报.txt');
      const data = Buffer.alloc(9);
      data.writeUInt16LE(0x7075, 0);
      data.writeUInt16LE(5 + text.length, 2);
      data[4] = 1;
      data.writeUInt32LE(sum, 5);
      return Buffer.concat([data, text]);
    };
    expect((await unpack([{ name: old, bytes: PAGE, extra: field(crcOf(old)) }])).names).toEqual(['旧报.txt']);
    const { names } = await unpack([{ name: 'b.txt', bytes: PAGE, extra: field(1) }]);
    expect(names).toEqual(['b.txt']);
  });
});

describe('a list of pages in an archive', () => {
  it('says what the pages beside it are, wherever in the archive it stands', async () => {
    const list = { 'a.txt': { publication: '晚报', date: '2022-07-15', page: 3 }, 'b.txt': { date: '2022-07' } };
    const { pages, told } = await unpack([
      { name: 'sub/a.txt', bytes: PAGE },
      { name: 'sub/pages.json', bytes: JSON.stringify(list) },
      { name: 'sub/b.txt.gz', bytes: gzipSync(PAGE) },
      { name: 'a.txt', bytes: PAGE },
    ]);
    expect(told).toEqual([]);
    expect(pages.map(({ name, facts }) => [name, facts])).toEqual([
      ['sub/a.txt', { publication: '晚报', date: '2022-07-15', label: '3' }],
      ['sub/b.txt.gz', { publication: null, date: '2022-07', label: null }],
      ['a.txt', { publication: null, date: null, label: null }],
    ]);
  });

  it('is told of where something is wrong with it, and the pages are taken', async () => {
    const list = { 'a.txt': { date: 'gestern', size: 1 } };
    const { names, told, warnings } = await unpack([
      { name: 'pages.json', bytes: JSON.stringify(list) },
      { name: 'sub/pages.json', bytes: '[' },
      { name: 'a.txt', bytes: PAGE },
    ]);
    expect(names).toEqual(['a.txt']);
    expect(told).toEqual([
      ['a.zip/pages.json', 'list-date-unknown'],
      ['a.zip/sub/pages.json', 'list-no-object'],
    ]);
    expect(warnings).toMatchObject([{ file: 'a.zip/pages.json', remark: { code: 'list-member-unknown' } }]);
  });
});

describe('an archive that is meant to do harm', () => {
  const zeros = Buffer.alloc(10 * MIB);

  it('is refused as a whole where it unpacks to many times its size', async () => {
    const parts = [
      { name: 'a.txt', bytes: PAGE },
      { name: 'b.jsonl', bytes: zeros },
    ];
    const { pages, refused } = await unpack(parts);
    expect(pages).toEqual([]);
    expect(refused).toEqual([{ file: 'a.zip', remark: { code: 'upload-archive-ratio', details: { limit: 100 } } }]);
  });

  it('is refused where parts lie over each other', async () => {
    const overlapping = Array.from({ length: 90 }, (_, i) => ({
      name: 'a.jsonl',
      bytes: zeros,
      ...(i > 0 && { sharing: 0 }),
    }));
    const parts = overlapping.map((part, i) => ({ ...part, name: `${String(i).padStart(2, '0')}.jsonl` }));
    const bytes = zipOf(parts);
    expect(bytes.length).toBeLessThan(32 * 1024);
    expect((await unpack(bytes)).told).toEqual([['a.zip', 'upload-archive-ratio']]);
    const { refused } = await unpack(bytes, { ...LIMITS, unpackRatio: 1_000_000 });
    expect(refused).toEqual([
      { file: 'a.zip', remark: { code: 'upload-archive-total', details: { limit: 64 * MIB } } },
    ]);
  });

  it('is refused where many parts are each too large, though none of them is kept', async () => {
    const limits = { ...LIMITS, fileBytes: 2 * MIB, unpackRatio: 1_000_000 };
    const parts = Array.from({ length: 40 }, (_, i) => ({
      ...{ name: `${i}.jsonl`, bytes: zeros, claimed: { size: 10 } },
      ...(i > 0 && { sharing: 0 }),
    }));
    expect((await unpack(parts, limits)).told).toEqual([['a.zip', 'upload-archive-total']]);
  });

  it('is refused in a part that is too large', async () => {
    const limits = { ...LIMITS, fileBytes: 5 * MIB, unpackRatio: 1_000_000 };
    const { names, refused } = await unpack(
      [
        { name: 'a.jsonl', bytes: zeros },
        { name: 'b.txt', bytes: PAGE },
      ],
      limits,
    );
    expect(names).toEqual(['b.txt']);
    const remark = { code: 'upload-entry-too-large', details: { limit: 5 * MIB } };
    expect(refused).toEqual([{ file: 'a.zip/a.jsonl', remark }]);
  });

  it('is refused where it holds too many pages', async () => {
    const parts = Array.from({ length: 101 }, (_, i) => ({ name: `${i}.txt`, bytes: PAGE }));
    expect((await unpack(parts.slice(1))).names).toHaveLength(100);
    const { pages, refused } = await unpack(parts);
    expect(pages).toEqual([]);
    expect(refused).toEqual([{ file: 'a.zip', remark: { code: 'upload-too-many', details: { limit: 100 } } }]);
  });

  it('is refused unseen where it lists ten thousand parts, whatever they are', async () => {
    const parts = Array.from({ length: 10_000 }, (_, i) => ({ name: `.${i}`, bytes: '' }));
    expect((await unpack(parts)).told).toEqual([['a.zip', 'upload-too-many']]);
  });

  it('costs no more memory than it may', async () => {
    const huge = gzipSync(Buffer.alloc(400 * MIB));
    const before = process.memoryUsage.rss();
    let most = 0;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage.rss());
    }, 1);
    const { told } = await unpack([{ name: 'a.jsonl.gz', bytes: huge }], { ...LIMITS, unpackRatio: 1_000_000 });
    clearInterval(watch);
    expect(told).toEqual([['a.zip', 'upload-archive-total']]);
    expect(most - before).toBeLessThan(250 * MIB);
  });
});

describe('an archive that is damaged', () => {
  const sound = Buffer.from(
    zipOf([
      { name: 'a.txt', bytes: PAGE },
      { name: 'b.txt', bytes: PAGE.repeat(20) },
    ]),
  );

  it('is refused where it is torn off anywhere', async () => {
    for (let length = 0; length < sound.length; length += 1) {
      expect((await unpack(sound.subarray(0, length))).told).toEqual([['a.zip', 'upload-archive-damaged']]);
    }
  });

  it('is refused where it is something else', async () => {
    expect((await unpack(Buffer.from(PAGE))).told).toEqual([['a.zip', 'upload-archive-damaged']]);
  });

  it('is refused where it is locked as a whole', async () => {
    expect((await unpack([{ name: 'a.txt', bytes: PAGE, flags: 0x41 }])).told).toEqual([['a.zip', 'upload-encrypted']]);
  });

  it('never gives other bytes than were packed, whichever bit is turned', async () => {
    for (let at = 0; at < sound.length; at += 1) {
      for (const bit of [1, 128]) {
        const bytes = Buffer.from(sound);
        bytes[at] = (bytes[at] ?? 0) ^ bit;
        const { pages, told } = await unpack(bytes);
        expect(pages.length + told.length, `byte ${at}`).toBeGreaterThan(0);
        for (const page of pages) expect([PAGE, PAGE.repeat(20)]).toContain(new TextDecoder().decode(page.bytes));
      }
    }
  });
});
