/** Writes small ZIP archives, nothing compressed: documents are handed to their readers with checked parts only. */
import { crcOf } from './crc.ts';

const LOCAL_HEADER = 0x04034b50;
const LIST_HEADER = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
const NAME_IS_UTF8 = 0x800;

/** An archive of files by their names, at most 65,535 of them. */
export function writeZip(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const bodies: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const [name, bytes] of files) {
    const fields = { name: Buffer.from(name), size: bytes.length, crc: crcOf(bytes), at };
    const body = Buffer.concat([localHeader(fields), fields.name, bytes]);
    bodies.push(body);
    list.push(listHeader(fields), fields.name);
    at += body.length;
  }
  const listed = Buffer.concat(list);
  return new Uint8Array(Buffer.concat([...bodies, listed, endOf(files.size, at, listed.length)]));
}

interface Fields {
  readonly name: Buffer;
  readonly size: number;
  readonly crc: number;
  /** Where its local header begins. */
  readonly at: number;
}

function localHeader(fields: Fields): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(LOCAL_HEADER, 0);
  writeCommon(header, 4, fields);
  return header;
}

function listHeader(fields: Fields): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(LIST_HEADER, 0);
  header.writeUInt16LE(VERSION, 4);
  writeCommon(header, 6, fields);
  header.writeUInt32LE(fields.at, 42);
  return header;
}

/** What both headers say in the same order; the method is 0, and the time is left open. */
function writeCommon(header: Buffer, at: number, { name, size, crc }: Fields): void {
  header.writeUInt16LE(VERSION, at);
  header.writeUInt16LE(NAME_IS_UTF8, at + 2);
  header.writeUInt32LE(crc, at + 10);
  header.writeUInt32LE(size, at + 14);
  header.writeUInt32LE(size, at + 18);
  header.writeUInt16LE(name.length, at + 22);
}

function endOf(count: number, at: number, length: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(at, 16);
  return end;
}
