/**
 * Writes texts with fewer bytes than UTF-8 does, as a first step of packing them.
 *
 * A sign of Chinese takes three bytes of UTF-8, of which zlib finds little to save: what repeats are words, and a text of
 * a few thousand bytes has most of them once. So common words and signs are numbered once for all, and a text becomes
 * numbers: one byte for ASCII and for the commonest signs, two for the others and for words, three for whatever has no
 * number. Any text comes back as it was, lone surrogates included. What was written can be read as long as the numbers
 * stay what they are.
 */
import { SIGNS } from './lexicon/common-signs.ts';
import { WORDS_OF_2, WORDS_OF_3, WORDS_OF_4 } from './lexicon/common-words.ts';

/** Below it, bytes are ASCII. */
const FIRST_SINGLE = 0x80;
/** From it on, a byte is the first of two. */
const FIRST_PAIR = 0xc0;
/** Before the two bytes of a UTF-16 unit that has no number. */
const LITERAL = 0xff;
const SINGLES = FIRST_PAIR - FIRST_SINGLE;

/** The slots of the table of beginnings; twice as many as there are beginnings at least, a power of two. */
const SLOTS = 1 << 16;

/** Finds the longest entry at a place of a text: a tree of signs in flat arrays, found by open addressing. */
class Entries {
  /** For each number: where its signs begin. */
  readonly #starts: Uint32Array;
  readonly #signs: Uint16Array;
  readonly #keys = new Int32Array(SLOTS);
  readonly #nodes = new Uint16Array(SLOTS);
  /** The node of each first sign; 0 for none. */
  readonly #firsts = new Uint16Array(SLOTS);
  /** For each node: the number of what ends there and 1; 0 for nothing. */
  readonly #ends = new Uint16Array(SLOTS);
  /** For each node: whether anything follows. */
  readonly #goesOn = new Uint8Array(SLOTS);
  #size = 0;
  /** How many signs the last find took. */
  found = 0;

  constructor(entries: readonly string[]) {
    this.#starts = new Uint32Array(entries.length + 1);
    this.#signs = Uint16Array.from(entries.join(''), (sign) => sign.charCodeAt(0));
    for (const [number, entry] of entries.entries()) {
      this.#starts[number + 1] = (this.#starts[number] ?? 0) + entry.length;
      const first = entry.charCodeAt(0);
      if (this.#firsts[first] === 0) this.#firsts[first] = ++this.#size;
      let node = this.#firsts[first] ?? 0;
      for (let at = 1; at < entry.length; at += 1) node = this.#grown(node, entry.charCodeAt(at));
      this.#ends[node] = number + 1;
    }
  }

  /** The slot of a node's follower, or the free one where it would stand. */
  #slot(node: number, sign: number): number {
    const key = (node << 16) | sign;
    let slot = Math.imul(key, 0x9e3779b1) >>> 16;
    while (this.#nodes[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & (SLOTS - 1);
    return slot;
  }

  #grown(node: number, sign: number): number {
    const slot = this.#slot(node, sign);
    if (this.#nodes[slot] === 0) {
      this.#size += 1;
      this.#nodes[slot] = this.#size;
      this.#keys[slot] = (node << 16) | sign;
      this.#goesOn[node] = 1;
    }
    return this.#nodes[slot] ?? 0;
  }

  /** The number of the longest entry that begins there, -1 for none; {@link found} says how long it is. */
  find(text: string, from: number): number {
    let node = this.#firsts[text.charCodeAt(from)] ?? 0;
    let number = (this.#ends[node] ?? 0) - 1;
    this.found = 1;
    for (let at = from + 1; at < text.length && this.#goesOn[node] === 1; at += 1) {
      node = this.#nodes[this.#slot(node, text.charCodeAt(at))] ?? 0;
      const ended = this.#ends[node] ?? 0;
      if (ended === 0) continue;
      number = ended - 1;
      this.found = at + 1 - from;
    }
    return number;
  }

  /** Writes the signs of an entry at a place of `signs`; returns where the next one goes. */
  copy(number: number, signs: Uint16Array, at: number): number {
    const start = this.#starts[number] ?? 0;
    const end = this.#starts[number + 1] ?? start;
    for (let from = start; from < end; from += 1) signs[at + from - start] = this.#signs[from] ?? 0;
    return at + end - start;
  }
}

/** Words of one length that stand one after the other. */
function wordsOf(joined: string, length: number): string[] {
  return Array.from({ length: joined.length / length }, (_, at) => joined.slice(at * length, (at + 1) * length));
}

const ENTRIES = new Entries([
  ...SIGNS,
  ...wordsOf(WORDS_OF_2, 2),
  ...wordsOf(WORDS_OF_3, 3),
  ...wordsOf(WORDS_OF_4, 4),
]);

/** A text in numbers. */
export function encodeText(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (let at = 0; at < text.length; ) {
    const sign = text.charCodeAt(at);
    const number = sign < FIRST_SINGLE ? -1 : ENTRIES.find(text, at);
    at += number < 0 ? 1 : ENTRIES.found;
    if (sign < FIRST_SINGLE) bytes[length++] = sign;
    else if (number < 0) {
      bytes[length++] = LITERAL;
      bytes[length++] = sign >> 8;
      bytes[length++] = sign & 0xff;
    } else if (number < SINGLES) bytes[length++] = FIRST_SINGLE + number;
    else {
      bytes[length++] = FIRST_PAIR + ((number - SINGLES) >> 8);
      bytes[length++] = (number - SINGLES) & 0xff;
    }
  }
  return bytes.subarray(0, length);
}

/** The number that a byte begins; the second byte counts where it is the first of two. */
function numberOf(byte: number, second: number): number {
  return byte < FIRST_PAIR ? byte - FIRST_SINGLE : SINGLES + ((byte - FIRST_PAIR) << 8) + second;
}

/** The inverse of {@link encodeText}. */
export function decodeText(bytes: Uint8Array): string {
  // No byte is more than two signs: a word of four takes two.
  const signs = new Uint16Array(bytes.length * 2);
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    const second = bytes[at + 1] ?? 0;
    if (byte < FIRST_SINGLE) signs[length++] = byte;
    else if (byte === LITERAL) {
      signs[length++] = (second << 8) | (bytes[at + 2] ?? 0);
      at += 2;
    } else {
      length = ENTRIES.copy(numberOf(byte, second), signs, length);
      if (byte >= FIRST_PAIR) at += 1;
    }
  }
  return Buffer.from(signs.buffer, 0, length * 2).toString('utf16le');
}
