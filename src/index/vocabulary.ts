/**
 * Numbers for terms while a segment is built.
 *
 * Most terms are one or two UTF-16 units and never become strings: they are packed into 32 bits and found by open
 * addressing. Longer ones live in an ordinary map.
 */
import { type Dictionary, DictionaryWriter } from './dictionary.ts';

/** How full the table may get before it grows, in parts of its slots. */
const FULL = 0.6;
/** Knuth's multiplier, 2³² divided by the golden ratio. */
const SPREAD = 0x9e3779b1;
const FIRST_SLOTS_LOG2 = 12;

/** The name of a term, which only becomes a string for those who want one. */
export class TermName {
  #first = 0;
  #second = 0;
  #long: string | undefined;

  /** The term as a string. */
  get text(): string {
    if (this.#long !== undefined) return this.#long;
    return this.#second === 0 ? String.fromCharCode(this.#first) : String.fromCharCode(this.#first, this.#second);
  }

  /** Makes it that of one or two units; `second` is 0 for one. */
  set(first: number, second: number): this {
    this.#first = first;
    this.#second = second;
    this.#long = undefined;
    return this;
  }

  /** Makes it that of a longer term. */
  setLong(term: string): this {
    this.#long = term;
    return this;
  }
}

/** Gives every different term a number, in the order of their first appearance. */
export class Vocabulary {
  /** Two numbers a slot, so that a look costs one miss of the cache: the packed term, and its number and 1 (0: free). */
  #slots = new Uint32Array(2 << FIRST_SLOTS_LOG2);
  #log2 = FIRST_SLOTS_LOG2;
  #packed = 0;
  readonly #long = new Map<string, number>();

  get size(): number {
    return this.#packed + this.#long.size;
  }

  /** The number of a term of one or two units; `second` is 0 for one. */
  pair(first: number, second: number): number {
    const key = ((first << 16) | second) >>> 0;
    const slot = this.#slotOf(key);
    const known = this.#slots[slot + 1] ?? 0;
    if (known > 0) return known - 1;
    const number = this.size;
    this.#slots[slot] = key;
    this.#slots[slot + 1] = number + 1;
    this.#packed++;
    if (this.#packed * 2 > FULL * this.#slots.length) this.#grow();
    return number;
  }

  /** The number of a term. */
  term(term: string): number {
    if (term.length === 1) return this.pair(term.charCodeAt(0), 0);
    if (term.length === 2) return this.pair(term.charCodeAt(0), term.charCodeAt(1));
    const known = this.#long.get(term);
    if (known !== undefined) return known;
    const number = this.size;
    this.#long.set(term, number);
    return number;
  }

  /** Calls `take` with the number of each term in the order of the dictionary, and gives that dictionary. */
  eachInOrder(take: (number: number, name: TermName) => void): Dictionary {
    const writer = new DictionaryWriter();
    const name = new TermName();
    this.#eachPacked((number, first, second) => {
      if (second === 0) writer.add(name.set(first, second).text);
      else writer.addPair(first, second);
      take(number, name.set(first, second));
    });
    for (const term of this.#longTerms()) {
      writer.add(term);
      take(this.#long.get(term) ?? 0, name.setLong(term));
    }
    return writer.finish();
  }

  /** Terms of one unit, whose second is 0, then those of two, in their order. */
  #eachPacked(take: (number: number, first: number, second: number) => void): void {
    const keys = new Uint32Array(this.#packed);
    const numbers = new Uint32Array(this.#packed);
    let filled = 0;
    for (let slot = 0; slot < this.#slots.length; slot += 2) {
      const number = this.#slots[slot + 1] ?? 0;
      if (number === 0) continue;
      keys[filled] = this.#slots[slot] ?? 0;
      numbers[filled++] = number - 1;
    }
    const order = sortedOrder(keys);
    for (const at of order) {
      const key = keys[at] ?? 0;
      if ((key & 0xffff) === 0) take(numbers[at] ?? 0, key >>> 16, 0);
    }
    for (const at of order) {
      const key = keys[at] ?? 0;
      if ((key & 0xffff) !== 0) take(numbers[at] ?? 0, key >>> 16, key & 0xffff);
    }
  }

  /** Terms of more than two units, by length, then by units. */
  #longTerms(): string[] {
    const byLength: string[][] = [];
    for (const term of this.#long.keys()) {
      const group = byLength[term.length];
      if (group === undefined) byLength[term.length] = [term];
      else group.push(term);
    }
    return byLength.flatMap((group) => group.sort());
  }

  /** Where a packed term stands or would stand. */
  #slotOf(key: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = (Math.imul(key, SPREAD) >>> (32 - this.#log2)) << 1;
    while ((slots[slot + 1] ?? 0) > 0 && slots[slot] !== key) slot = (slot + 2) & mask;
    return slot;
  }

  #grow(): void {
    const slots = this.#slots;
    this.#slots = new Uint32Array(slots.length * 2);
    this.#log2++;
    for (let slot = 0; slot < slots.length; slot += 2) {
      const number = slots[slot + 1] ?? 0;
      if (number === 0) continue;
      const key = slots[slot] ?? 0;
      const place = this.#slotOf(key);
      this.#slots[place] = key;
      this.#slots[place + 1] = number;
    }
  }
}

/** Values of a digit of the sort below: a UTF-16 unit. */
const DIGIT_VALUES = 0x10000;

/**
 * The places of `keys` in ascending order of what stands there, by a radix sort: it takes a third of the time that
 * comparing takes, and a batch of articles has tens of thousands of terms.
 */
function sortedOrder(keys: Uint32Array): Uint32Array {
  const order = new Uint32Array(keys.length);
  for (let at = 0; at < order.length; at++) order[at] = at;
  return sortedByDigit(keys, { order: sortedByDigit(keys, { order, shift: 0 }), shift: 16 });
}

/** The places of `order` by one digit of their keys; those with the same digit stay in their order. */
function sortedByDigit(keys: Uint32Array, { order, shift }: { order: Uint32Array; shift: number }): Uint32Array {
  const places = new Uint32Array(DIGIT_VALUES + 1);
  for (let at = 0; at < keys.length; at++) {
    const next = (((keys[at] ?? 0) >>> shift) & (DIGIT_VALUES - 1)) + 1;
    places[next] = (places[next] ?? 0) + 1;
  }
  for (let value = 0; value < DIGIT_VALUES; value++)
    places[value + 1] = (places[value + 1] ?? 0) + (places[value] ?? 0);
  const sorted = new Uint32Array(keys.length);
  for (let at = 0; at < order.length; at++) {
    const key = order[at] ?? 0;
    const digit = ((keys[key] ?? 0) >>> shift) & (DIGIT_VALUES - 1);
    const place = places[digit] ?? 0;
    places[digit] = place + 1;
    sorted[place] = key;
  }
  return sorted;
}
