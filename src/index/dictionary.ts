/**
 * The terms of a segment, sorted.
 *
 * Terms of the same length stand together, so a term's place follows from its number and no offset is kept: a
 * bigram takes four bytes. The order is by length, then by UTF-16 units; a term's number is its place in it.
 */

/** Longer terms than this many UTF-16 units are cut: nobody asks for the end of an address. */
export const LONGEST_TERM = 64;

/** The arrays of a dictionary, as they are stored. */
export interface DictionaryArrays {
  /** How many terms have one unit, two units … */
  readonly counts: Uint32Array;
  /** The units of all terms, one after the other. */
  readonly text: Uint16Array;
}

/** A sorted, immutable set of terms. */
export class Dictionary {
  readonly counts: Uint32Array;
  readonly text: Uint16Array;
  readonly size: number;
  /** Per length: the number of its first term. */
  readonly #firsts: number[] = [0];
  /** Per length: where its first term stands in `text`. */
  readonly #places: number[] = [0];

  constructor({ counts, text }: DictionaryArrays) {
    this.counts = counts;
    this.text = text;
    let first = 0;
    let place = 0;
    counts.forEach((count, index) => {
      this.#firsts.push(first);
      this.#places.push(place);
      first += count;
      place += count * (index + 1);
    });
    this.size = first;
  }

  /** The number of a term, -1 when it is not there. */
  find(term: string): number {
    const length = term.length;
    const count = this.counts[length - 1] ?? 0;
    const place = this.#places[length] ?? 0;
    let low = 0;
    let high = count - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const order = this.#compare(place + middle * length, term);
      if (order === 0) return (this.#firsts[length] ?? 0) + middle;
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /** The term of a number. */
  term(number: number): string {
    const length = this.lengthOf(number);
    const start = this.placeOf(number, length);
    return String.fromCharCode(...this.text.subarray(start, start + length));
  }

  /** How many units the term of a number has. */
  lengthOf(number: number): number {
    let length = 1;
    while (length < this.counts.length && (this.#firsts[length + 1] ?? 0) <= number) length++;
    return length;
  }

  /** Where the term of a number stands in `text`. */
  placeOf(number: number, length: number): number {
    return (this.#places[length] ?? 0) + (number - (this.#firsts[length] ?? 0)) * length;
  }

  #compare(place: number, term: string): number {
    for (let at = 0; at < term.length; at++) {
      const order = (this.text[place + at] ?? 0) - term.charCodeAt(at);
      if (order !== 0) return order;
    }
    return 0;
  }
}

/** Builds a dictionary from terms given in its order. */
export class DictionaryWriter {
  readonly #counts: number[] = [];
  #text = new Uint16Array(1 << 10);
  #length = 0;

  /** Appends a term. */
  add(term: string): void {
    this.#open(term.length);
    for (let at = 0; at < term.length; at++) this.#text[this.#length++] = term.charCodeAt(at);
  }

  /** Appends a term of one or two units, the first one in the upper half of `key`. */
  addPacked(key: number, length: 1 | 2): void {
    this.#open(length);
    this.#text[this.#length++] = key >>> 16;
    if (length === 2) this.#text[this.#length++] = key & 0xffff;
  }

  /** Appends a term of another dictionary, given by its place there. */
  copy(text: Uint16Array, place: number, length: number): void {
    this.#open(length);
    for (let at = 0; at < length; at++) this.#text[this.#length++] = text[place + at] ?? 0;
  }

  /** Counts a term and makes room for it. */
  #open(length: number): void {
    while (this.#counts.length < length) this.#counts.push(0);
    this.#counts[length - 1] = (this.#counts[length - 1] ?? 0) + 1;
    if (this.#length + length <= this.#text.length) return;
    const grown = new Uint16Array(this.#text.length * 2);
    grown.set(this.#text);
    this.#text = grown;
  }

  finish(): Dictionary {
    return new Dictionary({ counts: Uint32Array.from(this.#counts), text: this.#text.slice(0, this.#length) });
  }
}
