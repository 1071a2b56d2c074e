/**
 * The terms of a segment, sorted.
 *
 * Terms of the same length stand together, so a term's place follows from its number and no offset is kept. Those of two units
 * are most of all, and many begin alike: they are kept as the second units behind each first one, two bytes a term. The
 * order is by length, then by UTF-16 units; a term's number is its place in it.
 */
import { NumberWriter } from './bytes.ts';

/** Longer terms than this many UTF-16 units are cut: nobody asks for the end of an address. */
export const LONGEST_TERM = 64;

/** The arrays of a dictionary, as they are stored. */
export interface DictionaryArrays {
  /** How many terms have one unit, two units … */
  readonly counts: Uint32Array;
  /** The first units of the terms of two, each once. */
  readonly heads: Uint16Array;
  /** Per head: how many terms of two units there are before those that begin with it. */
  readonly headStarts: Uint32Array;
  /** The units of all terms, one after the other; of those of two the second only. */
  readonly text: Uint16Array;
}

/** A sorted, immutable set of terms. */
export class Dictionary implements DictionaryArrays {
  readonly counts: Uint32Array;
  readonly heads: Uint16Array;
  readonly headStarts: Uint32Array;
  readonly text: Uint16Array;
  readonly size: number;
  /** Per length: the number of its first term. */
  readonly #firsts: number[] = [0];
  /** Per length: where its first term stands in `text`. */
  readonly #places: number[] = [0];

  constructor({ counts, heads, headStarts, text }: DictionaryArrays) {
    this.counts = counts;
    this.heads = heads;
    this.headStarts = headStarts;
    this.text = text;
    let first = 0;
    let place = 0;
    counts.forEach((count, index) => {
      this.#firsts.push(first);
      this.#places.push(place);
      first += count;
      place += count * (index === 1 ? 1 : index + 1);
    });
    this.size = first;
  }

  /** The number of a term, -1 when it is not there. */
  find(term: string): number {
    if (term.length === 2) return this.findPair(term.charCodeAt(0), term.charCodeAt(1));
    const length = term.length;
    const place = this.#places[length] ?? 0;
    let low = 0;
    let high = (this.counts[length - 1] ?? 0) - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const order = this.#compare(place + middle * length, term);
      if (order === 0) return (this.#firsts[length] ?? 0) + middle;
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /** The number of the term of two units, -1 when it is not there. */
  findPair(first: number, second: number): number {
    const head = atMost(this.heads, first);
    if (this.heads[head] !== first) return -1;
    const start = this.headStarts[head] ?? 0;
    const end = this.headStarts[head + 1] ?? this.counts[1] ?? 0;
    const place = (this.#places[2] ?? 0) + start;
    const within = atMost(this.text.subarray(place, place + end - start), second);
    return this.text[place + within] === second ? (this.#firsts[2] ?? 0) + start + within : -1;
  }

  /** The term of a number. */
  term(number: number): string {
    const length = this.lengthOf(number);
    const within = number - (this.#firsts[length] ?? 0);
    const place = this.#places[length] ?? 0;
    if (length === 2) {
      const head = this.heads[atMost(this.headStarts, within)] ?? 0;
      return String.fromCharCode(head, this.text[place + within] ?? 0);
    }
    const start = place + within * length;
    return String.fromCharCode(...this.text.subarray(start, start + length));
  }

  /** How many units the term of a number has. */
  lengthOf(number: number): number {
    let length = 1;
    while (length < this.counts.length && (this.#firsts[length + 1] ?? 0) <= number) length++;
    return length;
  }

  #compare(place: number, term: string): number {
    for (let at = 0; at < term.length; at++) {
      const order = (this.text[place + at] ?? 0) - term.charCodeAt(at);
      if (order !== 0) return order;
    }
    return 0;
  }
}

/** The last place whose value is at most `wanted`; 0 where there is none. */
function atMost(sorted: Uint16Array | Uint32Array, wanted: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Builds a dictionary from terms given in its order. */
export class DictionaryWriter {
  readonly #counts: number[] = [];
  readonly #heads = new NumberWriter();
  readonly #headStarts = new NumberWriter();
  #text = new Uint16Array(1 << 10);
  #length = 0;

  /** Appends a term. */
  add(term: string): void {
    const { length } = term;
    if (length === 2) {
      this.addPair(term.charCodeAt(0), term.charCodeAt(1));
      return;
    }
    this.#count(length);
    for (let at = 0; at < length; at++) this.#write(term.charCodeAt(at));
  }

  /** Appends a term of two units. */
  addPair(first: number, second: number): void {
    this.#open(first, this.#count(2));
    this.#write(second);
  }

  finish(): Dictionary {
    return new Dictionary({
      counts: Uint32Array.from(this.#counts),
      heads: new Uint16Array(this.#heads.finish()),
      headStarts: this.#headStarts.finish(),
      text: this.#text.slice(0, this.#length),
    });
  }

  /** Counts a term; returns how many of its length there were before. */
  #count(length: number): number {
    while (this.#counts.length < length) this.#counts.push(0);
    const before = this.#counts[length - 1] ?? 0;
    this.#counts[length - 1] = before + 1;
    return before;
  }

  /** Notes a first unit, if it is new. */
  #open(head: number, before: number): void {
    if (before > 0 && this.#heads.at(this.#heads.length - 1) === head) return;
    this.#heads.write(head);
    this.#headStarts.write(before);
  }

  #write(unit: number): void {
    if (this.#length === this.#text.length) {
      const grown = new Uint16Array(this.#text.length * 2);
      grown.set(this.#text);
      this.#text = grown;
    }
    this.#text[this.#length++] = unit;
  }
}
