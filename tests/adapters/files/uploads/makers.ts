/** Archives and documents made by hand, sound ones and such as no program would write. */
import { deflateRawSync } from 'node:zlib';
import { crcOf } from '../../../../src/adapters/files/uploads/crc.ts';
import { writeZip } from '../../../../src/adapters/files/uploads/zip-write.ts';
import type { IncomingFile } from '../../../../src/app/request.ts';

const MIB = 1024 * 1024;

/** Limits as a small server may have them. */
export const LIMITS = { fileBytes: 25 * MIB, files: 100, unpackedBytes: 64 * MIB, unpackRatio: 100 };

/** A file as an adapter brings it. */
export function incoming(name: string, content: Uint8Array | string): IncomingFile {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return { name, size: bytes.length, read: async () => new Uint8Array(bytes) };
}

/** One part of a hand-made archive. */
export interface Part {
  readonly name: string | Uint8Array;
  readonly bytes?: Uint8Array | string;
  readonly flags?: number;
  readonly method?: number;
  /** What is claimed of it instead of the truth. */
  readonly claimed?: { readonly size?: number; readonly crc?: number };
  readonly attributes?: number;
  readonly extra?: Uint8Array;
  /** The local header and the bytes of the part with this number are used again. */
  readonly sharing?: number;
}

/** Where a part's bytes lie. */
interface Place {
  readonly at: number;
  readonly packed: Buffer;
  readonly size: number;
  readonly crc: number;
}

/** What both headers of a part say in the same order, but for the length of an extra field. */
function headerOf({ flags = 0, method = 8, claimed = {}, name }: Part, { packed, size, crc }: Place): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0);
  header.writeUInt16LE(flags, 2);
  header.writeUInt16LE(method, 4);
  header.writeUInt32LE(claimed.crc ?? crc, 10);
  header.writeUInt32LE(packed.length, 14);
  header.writeUInt32LE(claimed.size ?? size, 18);
  header.writeUInt16LE(Buffer.from(name).length, 22);
  return header;
}

function placeAt(at: number, part: Part): Place {
  const bytes = Buffer.from(part.bytes ?? '');
  const packed = part.method === 0 ? bytes : deflateRawSync(bytes);
  return { at, packed, size: bytes.length, crc: crcOf(bytes) };
}

function listed(part: Part, place: Place): Buffer {
  const header = headerOf(part, place);
  const extra = Buffer.from(part.extra ?? '');
  header.writeUInt16LE(extra.length, 24);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(part.attributes ?? 0, 6);
  rest.writeUInt32LE(place.at, 10);
  return Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 3]), header, rest, Buffer.from(part.name), extra]);
}

/** A ZIP archive as described, deflated. */
export function zipOf(parts: readonly Part[]): Uint8Array {
  const bodies: Buffer[] = [];
  const places: Place[] = [];
  let at = 0;
  for (const part of parts) {
    const shared = part.sharing === undefined ? undefined : places[part.sharing];
    const place = shared ?? placeAt(at, part);
    places.push(place);
    if (shared !== undefined) continue;
    bodies.push(Buffer.from('PK\x03\x04'), headerOf(part, place), Buffer.from(part.name), place.packed);
    at += 30 + Buffer.from(part.name).length + place.packed.length;
  }
  const list = Buffer.concat(parts.flatMap((part, i) => (places[i] === undefined ? [] : [listed(part, places[i])])));
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...bodies, list, end]));
}

/** A Word document with this markup as its body. */
export function docxOf(body: string): Uint8Array {
  return writeZip(docxParts(body));
}

/** The parts of a Word document with this markup as its body. */
export function docxParts(body: string): Map<string, Uint8Array> {
  const xml = (text: string) => Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${text}`);
  const package_ = 'http://schemas.openxmlformats.org/package/2006';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  return new Map([
    [
      '[Content_Types].xml',
      xml(
        `<Types xmlns="${package_}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
      ),
    ],
    [
      '_rels/.rels',
      xml(
        `<Relationships xmlns="${package_}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
      ),
    ],
    ['word/document.xml', xml(`<w:document xmlns:w="${word}"><w:body>${body}</w:body></w:document>`)],
  ]);
}

/** A paragraph of a Word document. */
export function paragraph(text: string): string {
  return `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

/** A PDF with these objects, the first of which is the catalogue. */
export function pdfOf(objects: readonly string[], trailer = ''): Uint8Array {
  let text = '%PDF-1.4\n';
  const places: number[] = [];
  for (const [i, object] of objects.entries()) {
    places.push(text.length);
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
  }
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer}>>\nstartxref\n${text.length}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(text + table + end, 'latin1'));
}

/** A stream object. */
export function streamOf(content: string, members = ''): string {
  return `<< /Length ${content.length} ${members}>>\nstream\n${content}\nendstream`;
}

/** A PDF with one page for each content; the font `/F1` is Helvetica, `/F2` has Chinese signs for `<0001>` and on. */
export function pdfPages(contents: readonly string[], signs = ''): Uint8Array {
  const kids = contents.map((_, i) => `${8 + 2 * i} 0 R`).join(' ');
  const codes = [...signs].map((sign, i) => {
    const code = (i + 1).toString(16).padStart(4, '0');
    return `<${code}> <${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}>`;
  });
  const map = [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def',
    '1 begincodespacerange <0000> <ffff> endcodespacerange',
    `${codes.length} beginbfchar ${codes.join('\n')} endbfchar`,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n');
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${contents.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    '<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [5 0 R] /ToUnicode 7 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 6 0 R /DW 1000 >>',
    '<< /Type /FontDescriptor /FontName /X /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
    streamOf(map),
    ...contents.flatMap((content, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents ${9 + 2 * i} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>`,
      streamOf(content),
    ]),
  ]);
}

/** Codes of signs from `from`, counted from 1, for the font `/F2` of {@link pdfPages}. */
export function codes(from: number, count: number): string {
  const each = Array.from({ length: count }, (_, i) => (from + i).toString(16).padStart(4, '0'));
  return `<${each.join('')}>`;
}
