/** What follows what how often in news prose: the counts of the lexicon, ready to be looked up. */
import { PAIRS, SIGN_LEVELS, SIGNS } from './lexicon/border-pairs.ts';
import { TRIPLES } from './lexicon/border-triples.ts';
import { COUNTS, DIGITS } from './order-code.ts';
import { Places } from './order-places.ts';

/** The numbers of signs are below this. */
export const SIGN_LIMIT = 2 ** 12;
/** At least this share of what follows a sign or pair is in no table. */
const LEAST_SHARE = 0.05;

/** Counts of the lexicon by whole numbers. */
export class Table {
  readonly #places: Places;
  /** The counts by place. */
  readonly counts: Float32Array;
  /** In rising order. */
  readonly #keys: Int32Array;

  constructor(code: string, least: number) {
    const { keys, levels } = decode(code);
    this.#places = new Places(keys.length);
    this.#keys = keys;
    for (const key of keys) this.#places.add(key);
    this.counts = Float32Array.from(levels, (level) => least * COUNTS.step ** level);
  }

  /** The place of a key in rising order, -1 for one that is not there. */
  placeOf(key: number): number {
    return this.#places.of(key);
  }

  /** The count at a place, 0 at -1. */
  countAt(place: number): number {
    return place < 0 ? 0 : (this.counts[place] ?? 0);
  }

  /** The keys from `first` to before `end`. */
  keysBetween(first: number, end: number): Int32Array {
    return this.#keys.subarray(this.#firstFrom(first), this.#firstFrom(end));
  }

  /** The place of the first key that is no lower. */
  #firstFrom(key: number): number {
    let [low, high] = [0, this.#keys.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#keys[middle] ?? 0) < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** What is left of the counts of the first parts of the keys when those of the table are taken off. */
  restsOf(wholes: Float32Array): Float32Array {
    const rests = Float32Array.from(wholes);
    for (const [place, key] of this.#keys.entries()) {
      const first = Math.floor(key / SIGN_LIMIT);
      rests[first] = (rests[first] ?? 0) - (this.counts[place] ?? 0);
    }
    return rests.map((rest, at) => Math.max(rest, LEAST_SHARE * (wholes[at] ?? 0)));
  }
}

/** Reads the keys and levels that the lexicon holds as digits. */
function decode(code: string): { keys: Int32Array; levels: Uint8Array } {
  const values = new Int16Array(128);
  for (let at = 0; at < DIGITS.length; at++) values[DIGITS.charCodeAt(at)] = at;
  const keys: number[] = [];
  const levels: number[] = [];
  let [number, weight, before] = [0, 1, -1];
  for (let at = 0; at < code.length; at++) {
    const digit = values[code.charCodeAt(at)] ?? 0;
    number += (digit % COUNTS.base) * weight;
    weight *= COUNTS.base;
    if (digit >= COUNTS.base) continue;
    before += Math.floor(number / COUNTS.levels) + 1;
    keys.push(before);
    levels.push(number % COUNTS.levels);
    [number, weight] = [0, 1];
  }
  return { keys: Int32Array.from(keys), levels: Uint8Array.from(levels) };
}

/** Signs by number, and what follows what how often. */
export interface Lexicon {
  readonly ids: ReadonlyMap<string, number>;
  /** By the number of a sign, 1 for letters and digits. */
  readonly letters: Uint8Array;
  /** How likely each sign is, by its number; the first is that of all unknown ones. */
  readonly shares: Float64Array;
  readonly counts: Float64Array;
  readonly pairs: Table;
  readonly triples: Table;
  /** How often something followed a sign, or a pair, that is in no table. */
  readonly rests: { readonly signs: Float32Array; readonly pairs: Float32Array };
}

let lexicon: Lexicon | undefined;

/** The lexicon, read at its first use. */
export function readLexicon(): Lexicon {
  if (lexicon !== undefined) return lexicon;
  const ids = new Map([...SIGNS].map((sign, at) => [sign, at + 1]));
  const letters = new Uint8Array(SIGN_LIMIT);
  for (const [sign, id] of ids) letters[id] = /[\p{L}\p{N}]/u.test(sign) ? 1 : 0;
  const counts = new Float64Array(SIGN_LIMIT).fill(1);
  for (let at = 0; at < SIGN_LEVELS.length; at++) counts[at + 1] = 2 ** DIGITS.indexOf(SIGN_LEVELS.charAt(at));
  const all = counts.reduce((sum, count) => sum + count, 0);
  const shares = counts.map((count) => count / all);
  const [pairs, triples] = [new Table(PAIRS, COUNTS.leastPair), new Table(TRIPLES, COUNTS.leastTriple)];
  const rests = { signs: pairs.restsOf(Float32Array.from(counts)), pairs: triples.restsOf(pairs.counts) };
  lexicon = { ids, letters, shares, counts, pairs, triples, rests };
  return lexicon;
}
