/**
 * A segment: the frozen index of some passages, and the bytes it is stored as.
 *
 * The bytes are a header of 32-bit numbers and, behind it, the arrays as they lie in memory, so that decoding is
 * looking: nothing is unpacked, and what is read of it is only summed to see that nothing has changed. The place of magic, format and analyzer never
 * changes, so that every program can name what it cannot read.
 */

import { KINDS, type Kind } from './bm25.ts';
import { Dictionary } from './dictionary.ts';
import { IndexDamagedError, IndexStaleError } from './errors.ts';
import { ANALYZER } from './fingerprint.ts';
import { hostsOf } from './guests.ts';
import { PostingLists } from './posting-lists.ts';
import type { PostingArrays } from './postings.ts';

/** Everything about one kind of term. */
export interface TermIndex {
  readonly dictionary: Dictionary;
  readonly arrays: PostingArrays;
  /** What the arrays say. */
  readonly lists: PostingLists;
  /** Per passage: the code of its length in terms. */
  readonly lengths: Uint8Array;
  /** The sum of the decoded lengths. */
  readonly total: number;
}

/** An immutable index of passages. A passage's ordinal is its place in `ids`. */
export interface Segment extends Readonly<Record<Kind, TermIndex>> {
  /** Passage ids, ascending. */
  readonly ids: Uint32Array;
  /** The Chinese characters of its passages, ascending. */
  readonly characters: Uint16Array;
  /** Per character: in how many passages a bigram begins with it, summed over those bigrams. */
  readonly characterCounts: Uint32Array;
}

/** The number of this layout. Raise it with every change of the bytes, of BM25's `k1` or `b`, or of what they mean. */
export const FORMAT = 3;

/** "WBIX" in the order of the bytes. */
const MAGIC = 0x58494257;
const PLACE = { magic: 0, format: 1, analyzer: 2, checksum: 6, body: 7, totals: 8, sizes: 10 } as const;
/** Length of an analyzer's fingerprint, one character a byte. */
const ANALYZER_BYTES = 16;
/** Arrays begin at multiples of this many bytes. */
const ALIGNMENT = 4;

type Section = Uint8Array | Uint16Array | Uint32Array;

function kindSections(index: TermIndex): Section[] {
  const { counts, heads, headStarts, text } = index.dictionary;
  const { groups, lists, blockLasts, blockStarts, guestStarts, blocks } = index.arrays;
  return [index.lengths, counts, heads, headStarts, text, groups, lists, blockLasts, blockStarts, guestStarts, blocks];
}

/** Sections before those of the two kinds, and sections of a kind. */
const COMMON_SECTIONS = 3;
const KIND_SECTIONS = 11;
const HEADER_NUMBERS = PLACE.sizes + COMMON_SECTIONS + KIND_SECTIONS * KINDS.length;

function aligned(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
}

/** FNV-1a over the header's numbers, its own place left out. */
function checksumOf(header: Uint32Array): number {
  let sum = 0x811c9dc5;
  header.forEach((number, place) => {
    if (place !== PLACE.checksum) sum = Math.imul(sum ^ number ^ (number >>> 16), 0x01000193);
  });
  return sum >>> 0;
}

/** A sum of everything behind the header that notices every changed number. */
function bodySumOf(bytes: Uint8Array): number {
  const begin = HEADER_NUMBERS * 4;
  const body = new Uint32Array(bytes.buffer, bytes.byteOffset + begin, (bytes.length - begin) >> 2);
  let sum = 0x811c9dc5;
  for (let at = 0; at < body.length; at++) sum = Math.imul(sum ^ (body[at] ?? 0), 0x01000193);
  return sum >>> 0;
}

function setSums(bytes: Uint8Array, header: Uint32Array): void {
  header[PLACE.body] = bodySumOf(bytes);
  header[PLACE.checksum] = checksumOf(header);
}

/** The bytes of a segment. The same segment gives the same bytes. */
export function encodeSegment(segment: Segment): Uint8Array {
  const sections: Section[] = [segment.ids, segment.characters, segment.characterCounts];
  for (const kind of KINDS) sections.push(...kindSections(segment[kind]));
  const size = sections.reduce((sum, section) => sum + aligned(section.byteLength), HEADER_NUMBERS * 4);
  const bytes = new Uint8Array(size);
  const header = new Uint32Array(bytes.buffer, 0, HEADER_NUMBERS);
  header[PLACE.magic] = MAGIC;
  header[PLACE.format] = FORMAT;
  for (let at = 0; at < ANALYZER_BYTES; at++) bytes[PLACE.analyzer * 4 + at] = ANALYZER.charCodeAt(at);
  KINDS.forEach((kind, index) => {
    header[PLACE.totals + index] = segment[kind].total;
  });
  let place = HEADER_NUMBERS * 4;
  sections.forEach((section, index) => {
    header[PLACE.sizes + index] = section.byteLength;
    bytes.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), place);
    place += aligned(section.byteLength);
  });
  setSums(bytes, header);
  return bytes;
}

/**
 * The bytes of a segment whose passages were numbered from 0, with numbers from `first` on; of bytes without any passage
 * the same ones.
 *
 * @throws RangeError where a number would need more than 32 bits
 */
export function renumbered(bytes: Uint8Array, first: number): Uint8Array {
  const moved = bytes.slice();
  const header = new Uint32Array(moved.buffer, 0, HEADER_NUMBERS);
  const ids = new Uint32Array(moved.buffer, HEADER_NUMBERS * 4, (header[PLACE.sizes] ?? 0) >> 2);
  if (first + (ids.at(-1) ?? 0) > 0xffffffff) throw new RangeError(`Passages cannot be numbered from ${first} on.`);
  ids.forEach((id, at) => {
    ids[at] = id + first;
  });
  setSums(moved, header);
  return moved;
}

/** A kind of term with what its arrays say. */
export function withLists(index: Omit<TermIndex, 'lists'>, hosts?: TermIndex): TermIndex {
  const { arrays, dictionary, lengths } = index;
  const sizes = { terms: dictionary.size, passages: lengths.length };
  return { ...index, lists: new PostingLists(arrays, sizes, hosts && hostsOf(hosts, dictionary)) };
}

/** Hands out the arrays of a segment one after the other, as views of its bytes. */
class SectionReader {
  readonly #bytes: Uint8Array;
  readonly #header: Uint32Array;
  #section = 0;
  #place = HEADER_NUMBERS * 4;

  constructor(bytes: Uint8Array, header: Uint32Array) {
    this.#bytes = bytes;
    this.#header = header;
  }

  bytes(): Uint8Array {
    const { place, size } = this.#next();
    return this.#bytes.subarray(place, place + size);
  }

  shorts(): Uint16Array {
    const { place, size } = this.#next();
    return new Uint16Array(this.#bytes.buffer, this.#bytes.byteOffset + place, size >> 1);
  }

  numbers(): Uint32Array {
    const { place, size } = this.#next();
    return new Uint32Array(this.#bytes.buffer, this.#bytes.byteOffset + place, size >> 2);
  }

  #next(): { place: number; size: number } {
    const size = this.#header[PLACE.sizes + this.#section++] ?? 0;
    const place = this.#place;
    this.#place += aligned(size);
    return { place, size };
  }
}

/** Refuses bytes that are no whole segment of this format and analyzer. */
function checkHeader(bytes: Uint8Array, header: Uint32Array): void {
  if (header[PLACE.magic] !== MAGIC) throw new IndexDamagedError('these bytes are no index segment');
  const format = header[PLACE.format];
  if (format === undefined) throw new IndexDamagedError('a segment breaks off');
  if (format !== FORMAT) throw new IndexStaleError({ what: 'format', found: String(format), wanted: String(FORMAT) });
  if (header.length < HEADER_NUMBERS) throw new IndexDamagedError('a segment breaks off');
  if (checksumOf(header) !== header[PLACE.checksum]) throw new IndexDamagedError("a segment's header has changed");
  const name = bytes.subarray(PLACE.analyzer * 4, PLACE.analyzer * 4 + ANALYZER_BYTES);
  const analyzer = String.fromCharCode(...name);
  if (analyzer !== ANALYZER) throw new IndexStaleError({ what: 'analyzer', found: analyzer, wanted: ANALYZER });
  const size = header.subarray(PLACE.sizes).reduce((sum, section) => sum + aligned(section), HEADER_NUMBERS * 4);
  if (size !== bytes.length) throw new IndexDamagedError(`a segment has ${bytes.length} of ${size} bytes`);
  if (bodySumOf(bytes) !== header[PLACE.body]) throw new IndexDamagedError('the lists of a segment have changed');
}

/**
 * The segment that bytes hold, as views of them: they must not change afterwards. Only bytes that do not lie at a
 * multiple of four in their buffer are copied first.
 *
 * @throws IndexStaleError for another format or analyzer, IndexDamagedError for anything else
 */
export function decodeSegment(stored: Uint8Array): Segment {
  const bytes = stored.byteOffset % ALIGNMENT === 0 ? stored : stored.slice();
  const numbers = Math.min(HEADER_NUMBERS, bytes.length >> 2);
  const header = new Uint32Array(bytes.buffer, bytes.byteOffset, numbers);
  checkHeader(bytes, header);
  const reader = new SectionReader(bytes, header);
  const [ids, characters, characterCounts] = [reader.numbers(), reader.shorts(), reader.numbers()];
  const kind = (index: number): Omit<TermIndex, 'lists'> => ({
    lengths: reader.bytes(),
    dictionary: new Dictionary({
      counts: reader.numbers(),
      heads: reader.shorts(),
      headStarts: reader.numbers(),
      text: reader.shorts(),
    }),
    arrays: {
      groups: reader.numbers(),
      lists: reader.bytes(),
      blockLasts: reader.numbers(),
      blockStarts: reader.numbers(),
      guestStarts: reader.numbers(),
      blocks: reader.bytes(),
    },
    total: header[PLACE.totals + index] ?? 0,
  });
  const [guests, pairs] = [kind(0), kind(1)];
  const bigrams = withLists(pairs);
  return { ids, characters, characterCounts, words: withLists(guests, bigrams), bigrams };
}
