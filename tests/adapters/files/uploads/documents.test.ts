import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../../src/adapters/files/uploads/pdf-lines.ts';
import { unpackUpload } from '../../../../src/adapters/files/uploads/unpack.ts';
import { writeZip } from '../../../../src/adapters/files/uploads/zip-write.ts';
import { codes, docxOf, docxParts, incoming, LIMITS, paragraph, pdfOf, pdfPages, streamOf, zipOf } from './makers.ts';

async function textOf(name: string, bytes: Uint8Array): Promise<string> {
  const { pages, refused } = await unpackUpload(incoming(name, bytes), LIMITS);
  expect(refused).toEqual([]);
  expect(pages).toMatchObject([{ name, kind: 'page' }]);
  return new TextDecoder().decode(pages[0]?.bytes);
}

async function refusal(name: string, bytes: Uint8Array | string): Promise<object | undefined> {
  const { pages, refused } = await unpackUpload(incoming(name, bytes), LIMITS);
  expect(pages).toEqual([]);
  expect(refused).toHaveLength(1);
  return refused[0]?.remark;
}

const DAMAGED = { code: 'upload-document-damaged', details: {} };

function nested(tag: string, depth: number): string {
  return `<${tag}>`.repeat(depth) + `</${tag}>`.repeat(depth);
}

describe('a PDF', () => {
  it('becomes text with the lines as they were printed', async () => {
    const content =
      'BT /F1 20 Tf 50 700 Td (Headline) Tj /F1 10 Tf 0 -30 Td (First) Tj 40 0 Td (line) Tj -40 -12 Td (second line) Tj ET';
    expect(await textOf('paper.pdf', pdfPages([content]))).toBe('Headline\nFirst line\nsecond line');
  });

  it('keeps Chinese text, and parts its pages by an empty line', async () => {
    const signs = '市图书馆新馆开放读者踊跃';
    const first = `BT /F2 20 Tf 50 700 Td ${codes(1, 8)} Tj ET`;
    const second = `BT /F2 10 Tf 50 700 Td ${codes(9, 2)} Tj 20 0 Td ${codes(11, 2)} Tj ET`;
    expect(await textOf('报.pdf', pdfPages([first, second], signs))).toBe('市图书馆新馆开放\n\n读者踊跃');
  });

  it('is refused where it is only a picture, and the remedy is named', async () => {
    const drawn = 'q 500 0 0 700 50 50 cm 0 0 1 1 re f Q';
    expect(await refusal('scan.pdf', pdfPages([drawn, drawn]))).toEqual({
      code: 'upload-pdf-without-text',
      details: {},
    });
  });

  it('is refused where its signs have no meaning', async () => {
    const signs = '\ue001\ue002\ue003\ue004';
    const bytes = pdfPages([`BT /F2 20 Tf 50 700 Td ${codes(1, 4)} Tj ET`], signs);
    expect(await refusal('a.pdf', bytes)).toEqual({ code: 'upload-pdf-without-text', details: {} });
  });

  it('is refused where text would be missing because a font leaves its signs to the reader', async () => {
    const bytes = pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>',
      streamOf('BT /F1 10 Tf 50 700 Td (seen) Tj /F2 10 Tf 0 -20 Td <cad0> Tj ET'),
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      '<< /Type /Font /Subtype /Type0 /BaseFont /S /Encoding /GBK-EUC-H /DescendantFonts [7 0 R] >>',
      '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /S /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 8 0 R >>',
      '<< /Type /FontDescriptor /FontName /S /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
    ]);
    const details = { table: 'GBK-EUC-H' };
    expect(await refusal('a.pdf', bytes)).toEqual({ code: 'upload-pdf-signs-unknown', details });
  });

  it('is refused where it is locked', async () => {
    const key = `<${'ab'.repeat(32)}>`;
    const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>'];
    const lock = `<< /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >>`;
    const bytes = pdfOf([...objects, lock], `/Encrypt 3 0 R /ID [${key} ${key}] `);
    expect(await refusal('a.pdf', bytes)).toEqual({ code: 'upload-encrypted', details: {} });
  });

  it('is refused where a part of it would fill the memory, before its reader sees it', async () => {
    const bomb = deflateSync(Buffer.alloc(130 * 1024 * 1024)).toString('latin1');
    const bytes = pdfOf(['<< /Type /Catalog >>', streamOf(bomb, '/Filter /FlateDecode ')]);
    const details = { limit: 128 * 1024 * 1024 };
    expect(await refusal('a.pdf', bytes)).toEqual({ code: 'upload-document-swells', details });
  });

  it('is read where its streams are packed', async () => {
    const content = deflateSync('BT /F1 10 Tf 50 700 Td (packed) Tj ET').toString('latin1');
    const bytes = pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
      streamOf(content, '/Filter /FlateDecode '),
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ]);
    expect(await textOf('a.pdf', bytes)).toBe('packed');
  });

  it('is refused where it has too many pages', async () => {
    const bytes = pdfPages(Array.from({ length: 501 }, () => 'BT /F1 10 Tf 50 700 Td (a) Tj ET'));
    const details = { limit: 500, unit: 'pages' };
    expect(await refusal('a.pdf', bytes)).toEqual({ code: 'upload-document-too-long', details });
  });

  it.each([
    ['is another file', '一二三'],
    ['ends after its first line', '%PDF-1.4\n'],
    ['is torn', Buffer.from(pdfPages(['BT ET'])).subarray(0, 200)],
    ['holds nothing', pdfOf(['<< >>'])],
    ['refers to itself', pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R] /Count 1 >>'])],
    ['has a stream that cannot be unpacked', pdfOf([streamOf('xxx', '/Filter /FlateDecode ')])],
  ])('is refused where it %s', async (_, bytes) => {
    expect(await refusal('a.pdf', bytes)).toMatchObject({
      code: expect.stringMatching(/^upload-(document-damaged|pdf-without-text)$/),
    });
  });

  it('leaves the bytes that it came in alone', async () => {
    const bytes = pdfPages(['BT /F1 10 Tf 50 700 Td (a) Tj ET']);
    const file = { name: 'a.pdf', size: bytes.length, read: async () => bytes };
    expect((await unpackUpload(file, LIMITS)).refused).toEqual([]);
    expect(bytes.length).toBeGreaterThan(100);
  });
});

describe('linesOf', () => {
  const piece = (str: string, x: number, y: number, more = {}) => ({
    ...{ str, transform: [10, 0, 0, 10, x, y], width: 10 * str.length, height: 10, hasEOL: false, vertical: false },
    ...more,
  });

  it('begins a line where the base changes, and not for a raised sign', () => {
    expect(linesOf([piece('一二', 0, 100), piece('三', 20, 103), piece('四', 0, 88)])).toEqual(['一二三', '四']);
  });

  it('begins a line where the next piece stands before the last one', () => {
    expect(linesOf([piece('左栏', 300, 100), piece('右栏', 0, 100)])).toEqual(['左栏', '右栏']);
  });

  it('begins a line where one is said to end', () => {
    expect(linesOf([piece('一', 0, 100, { hasEOL: true }), piece('二', 10, 100)])).toEqual(['一', '二']);
  });

  it('puts a space into wide gaps, and between words of a Latin script also into small ones', () => {
    expect(linesOf([piece('一', 0, 0), piece('二', 13, 0), piece('三', 60, 0)])).toEqual(['一二 三']);
    expect(linesOf([piece('one', 0, 0), piece('two', 33, 0)])).toEqual(['one two']);
    expect(linesOf([piece('on', 0, 0), piece('e', 20.5, 0)])).toEqual(['one']);
  });

  it('reads columns that run from top to bottom', () => {
    const down = { vertical: true, width: 0, height: 20 };
    const pieces = [piece('竖排', 200, 700, down), piece('文字', 200, 680, down), piece('次行', 180, 700, down)];
    expect(linesOf(pieces)).toEqual(['竖排文字', '次行']);
  });

  it('reads turned pages', () => {
    const turned = (str: string, x: number, y: number) => ({ ...piece(str, 0, 0), transform: [0, 10, -10, 0, x, y] });
    expect(linesOf([turned('一', 50, 0), turned('二', 50, 10), turned('三', 62, 0)])).toEqual(['一二', '三']);
  });
});

describe('a Word document', () => {
  it('becomes a line for each paragraph', async () => {
    const body = `${paragraph('市图书馆&amp;新馆')}${paragraph('')}${paragraph('本报讯')}<w:p><w:r><w:t>一</w:t><w:br/><w:t>二</w:t></w:r></w:p>`;
    expect(await textOf('报.docx', docxOf(body))).toBe('市图书馆&新馆\n\n本报讯\n一\n二');
  });

  it('becomes a line for each row of a table, with tabs between the cells', async () => {
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
    const row = (...texts: readonly string[]) => `<w:tr>${texts.map(cell).join('')}</w:tr>`;
    const body = `${paragraph('表')}<w:tbl>${row('区', '人数')}${row('东城', '12')}</w:tbl>`;
    expect(await textOf('a.docx', docxOf(body))).toBe('表\n区\t人数\n东城\t12');
  });

  it('is read as other programs pack it, and never has its pictures unpacked', async () => {
    const parts = [...docxParts(paragraph('正文'))].map(([name, bytes]) => ({ name, bytes }));
    const broken = { name: 'word/media/a.png', bytes: 'x', claimed: { crc: 1 } };
    expect(await textOf('packed.docx', zipOf([broken, ...parts]))).toBe('正文');
    expect(await refusal('a.docx', zipOf([{ ...broken, name: 'word/a.xml' }, ...parts]))).toEqual(DAMAGED);
  });

  it('is refused where it has no text', async () => {
    expect(await refusal('a.docx', docxOf(paragraph(' ')))).toEqual({ code: 'upload-no-text', details: {} });
  });

  it('is refused where it is locked', async () => {
    const bytes = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(await refusal('a.docx', bytes)).toEqual({ code: 'upload-encrypted', details: {} });
  });

  it.each([
    ['is another file', '一二三'],
    ['is torn', Buffer.from(docxOf(paragraph('一'))).subarray(0, 300)],
    ['is an archive of something else', writeZip(new Map([['a.xml', Buffer.from('<a/>')]]))],
    ['has markup that is none', docxOf('<w:p><w:r>')],
    ['is nested too deeply', docxOf(nested('w:ins', 100_000))],
  ])('is refused where it %s', async (_, bytes) => {
    expect(await refusal('a.docx', bytes)).toEqual(DAMAGED);
  });

  it('is refused where it holds a bomb, before its reader sees it', async () => {
    const parts = [{ name: 'word/document.xml', bytes: Buffer.alloc(20 * 1024 * 1024) }];
    const details = { limit: LIMITS.unpackRatio };
    expect(await refusal('a.docx', zipOf(parts))).toEqual({ code: 'upload-archive-ratio', details });
  });
});
