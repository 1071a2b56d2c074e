/**
 * Numbers for terms while a segment is built.
 *
 * Most terms are one or two UTF-16 units and never become strings: they are packed into 32 bits and found by open
 * addressing. Longer ones live in an ordinary map.
 */
import { type Dictionary, DictionaryWriter, } from './dictionary.ts';

/** How full the table may get before it grows, in parts of its size. */
const FULL = 0.5;
/** Knuth's multiplier, 2³² divided by the golden ratio. */
const SPREAD = 0x9e3779b1;

/** Gives every different term a number, in the order of their first appearance. */
export class Vocabulary {
  #keys = new Uint32Array(1 << 12);
  /** Per slot: the number of its term and 1, or 0. */
  #numbers = new Uint32Array(1 << 12);
  #shift = 20;
  #packed = 0;
  readonly #long = new Map<string, number>();

  get size(): number {
    return this.#packed + this.#long.size;
  }

  /** The number of a term of one or two units; `second` is 0 for one. */
  pair(first: number, second: number): number {
    const key = ((first << 16) | second) >>> 0;
    const slot = this.#slotOf(key);
    const known = this.#numbers[slot] ?? 0;
    if (known > 0) return known - 1;
    const number = this.size;
    this.#keys[slot] = key;
    this.#numbers[slot] = number + 1;
    this.#packed++;
    if (this.#packed > this.#keys.length * FULL) this.#grow();
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
  sort(take: (number: number) => void): Dictionary {
    const writer = new DictionaryWriter();
    const keys = new Uint32Array(this.#packed);
    const numbers = new Uint32Array(this.#packed);
    let filled = 0;
    this.#numbers.forEach((number, slot) => {
      if (number === 0) return;
      keys[filled] = this.#keys[slot] ?? 0;
      numbers[filled++] = number - 1;
    });
    const order = sortedOrder(keys);
    for (const length of [1, 2] as const) {
      for (const at of order) {
        const key = keys[at] ?? 0;
        if (((key & 0xffff) === 0) !== (length === 1)) continue;
        writer.addPacked(key, length);
        take(numbers[at] ?? 0);
      }
    }
    for (const term of this.#longTerms()) {
      writer.add(term);
      take(this.#long.get(term) ?? 0);
    }
    return writer.finish();
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

  #slotOf(key: number): number {
    const mask = this.#keys.length - 1;
    let slot = Math.imul(key, SPREAD) >>> this.#shift;
    while ((this.#numbers[slot] ?? 0) > 0 && this.#keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [keys, numbers] = [this.#keys, this.#numbers];
    this.#keys = new Uint32Array(keys.length * 2);
    this.#numbers = new Uint32Array(keys.length * 2);
    this.#shift--;
    keys.forEach((key, slot) => {
      const number = numbers[slot] ?? 0;
      if (number === 0) return;
      const place = this.#slotOf(key);
      this.#keys[place] = key;
      this.#numbers[place] = number;
    });
  }
}

/** Bits of a digit of the sort below: three of them make 32. */
const DIGIT = 11;

/**
 * The places of `keys` in ascending order of what stands there. A radix sort: it takes a third of the time that
 * comparing takes, and a batch of articles has tens of thousands of terms.
 */
function sortedOrder(keys: Uint32Array): Uint32Array {
  let order = Uint32Array.from(keys, (_, at) => at);
  let next = new Uint32Array(keys.length);
  for (let shift = 0; shift < 32; shift += DIGIT) {
    const places = new Uint32Array((1 << DIGIT) + 1);
    const digit = (at: number): number => ((keys[at] ?? 0) >>> shift) & ((1 << DIGIT) - 1);
    for (const at of order) places[digit(at) + 1] = (places[digit(at) + 1] ?? 0) + 1;
    for (let value = 0; value < 1 << DIGIT; value++) places[value + 1] = (places[value + 1] ?? 0) + (places[value] ?? 0);
    for (const at of order) {
      const value = digit(at);
      const place = places[value] ?? 0;
      places[value] = place + 1;
      next[place] = at;
    }
    [order, next] = [next, order];
  }
  return order;
}
