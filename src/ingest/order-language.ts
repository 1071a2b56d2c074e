/**
 * How well do two lines read as one? A small statistical model of what follows what in news prose.
 *
 * Its counts of signs, pairs and triples are data of the lexicon. What the lines of the page itself hold counts as well:
 * the names that a page is about are in no table.
 */
import { PAIRS, SIGN_LEVELS, SIGNS } from './lexicon/border-pairs.ts';
import { TRIPLES } from './lexicon/border-triples.ts';
import { COUNTS, DIGITS } from './order-code.ts';
import { plainSigns } from './order-signs.ts';

/** The numbers of signs are below this. */
const SIGN_LIMIT = 2 ** 12;
/** How many sightings on the page the expectation from the news is worth. */
const TRUST = 6;
/** At least so many sightings of a sign or pair went on with something that is too rare to be in a table. */
const LEAST_REST = { pair: 20, triple: 10 } as const;

/** At least this share of what follows a sign or pair is in no table. */
const LEAST_SHARE = 0.05;

/** A table from whole numbers to their place in it, and to a count. */
class Table {
  readonly #keys: Int32Array;
  readonly #places: Int32Array;
  /** The counts by place. */
  readonly counts: Float32Array;
  readonly #mask: number;

  constructor(code: string, least: number) {
    const entries = decode(code);
    const size = 2 ** Math.ceil(Math.log2(entries.keys.length * 1.5));
    this.#mask = size - 1;
    this.#keys = new Int32Array(size).fill(-1);
    this.#places = new Int32Array(size);
    this.counts = new Float32Array(entries.keys.length);
    for (const [place, key] of entries.keys.entries()) {
      const slot = this.#slotOf(key);
      this.#keys[slot] = key;
      this.#places[slot] = place;
      this.counts[place] = least * COUNTS.step ** (entries.levels[place] ?? 0);
    }
  }

  /** The place of a key in rising order, -1 for one that is not there. */
  placeOf(key: number): number {
    const slot = this.#slotOf(key);
    return this.#keys[slot] === key ? (this.#places[slot] ?? -1) : -1;
  }

  /** The count at a place, 0 at -1. */
  countAt(place: number): number {
    return this.counts[place] ?? 0;
  }

  /** What is left of the counts of the first parts of the keys when those of the table are taken off. */
  restsOf(wholes: Float32Array): Float32Array {
    const rests = Float32Array.from(wholes);
    for (const [slot, key] of this.#keys.entries()) {
      if (key < 0) continue;
      const first = Math.floor(key / SIGN_LIMIT);
      rests[first] = (rests[first] ?? 0) - (this.counts[this.#places[slot] ?? 0] ?? 0);
    }
    return rests.map((rest, at) => Math.max(rest, LEAST_SHARE * (wholes[at] ?? 0)));
  }

  #slotOf(key: number): number {
    let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & this.#mask;
    while (this.#keys[slot] !== -1 && this.#keys[slot] !== key) slot = (slot + 1) & this.#mask;
    return slot;
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

interface Lexicon {
  readonly ids: ReadonlyMap<string, number>;
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
function readLexicon(): Lexicon {
  if (lexicon !== undefined) return lexicon;
  const ids = new Map([...SIGNS].map((sign, at) => [sign, at + 1]));
  const counts = new Float64Array(SIGN_LIMIT).fill(1);
  for (let at = 0; at < SIGN_LEVELS.length; at++) counts[at + 1] = 2 ** DIGITS.indexOf(SIGN_LEVELS.charAt(at));
  const all = counts.reduce((sum, count) => sum + count, 0);
  const shares = counts.map((count) => count / all);
  const [pairs, triples] = [new Table(PAIRS, COUNTS.leastPair), new Table(TRIPLES, COUNTS.leastTriple)];
  const rests = { signs: pairs.restsOf(Float32Array.from(counts)), pairs: triples.restsOf(pairs.counts) };
  lexicon = { ids, shares, counts, pairs, triples, rests };
  return lexicon;
}

/** The signs of a line by their numbers. */
export type Signs = readonly number[];

/** Pairs of letters of a line by their numbers, in rising order. */
export type Subject = Int32Array;

/** What follows what, in the news and on one page. */
export class Language {
  readonly #lexicon = readLexicon();
  readonly #singles = new Map<number, number>();
  readonly #pairs = new Map<number, number>();
  /** By the number of a pair, what followed it how often. */
  readonly #triples = new Map<number, Map<number, number>>();
  /** How many lines of the page hold a pair of letters. */
  readonly #holders = new Map<number, number>();
  #lines = 0;
  /** What {@link #pair} has found; forgotten when more is learned. */
  readonly #known = new Map<number, number>();

  #learnTriple(pair: number, sign: number): void {
    const followers = this.#triples.get(pair) ?? new Map<number, number>();
    add(followers, sign);
    this.#triples.set(pair, followers);
  }

  signsOf(text: string): Signs {
    return [...plainSigns(text)].map((sign) => this.#lexicon.ids.get(sign) ?? 0);
  }

  /** Counts what follows what within a line of the page, and what it speaks of. */
  learn(signs: Signs, subject: Subject): void {
    this.#lines++;
    for (const pair of subject) add(this.#holders, pair);
    this.#known.clear();
    let [a, b] = [0, 0];
    for (const c of signs) {
      this.#singles.set(c, (this.#singles.get(c) ?? 0) + 1);
      if (b > 0 && c > 0) add(this.#pairs, b * SIGN_LIMIT + c);
      if (a > 0 && b > 0 && c > 0) this.#learnTriple(a * SIGN_LIMIT + b, c);
      [a, b] = [b, c];
    }
  }

  /** By how much, as a natural logarithm, the first sign of `after` is likelier behind the last two of `before` than anywhere. */
  begins(before: Signs, after: Signs): number {
    const [last = 0, first = 0] = [before.at(-1), after[0]];
    return last === 0 || first === 0
      ? 0
      : Math.log(this.#triple(before.at(-2) ?? 0, last, first) / this.#single(first));
  }

  /** By how much the second sign of `after` is likelier behind its first and the last of `before` than behind its first alone. */
  goesOn(before: Signs, after: Signs): number {
    const [last = 0, first = 0, second = 0] = [before.at(-1), after[0], after[1]];
    if (last === 0 || first === 0 || second === 0) return 0;
    return Math.log(this.#triple(last, first, second) / this.#pair(first, second));
  }

  /** By how much the first two signs of `after` are likelier behind `before` than anywhere. */
  gain(before: Signs, after: Signs): number {
    return this.begins(before, after) + this.goesOn(before, after);
  }

  /** Numbers of the pairs of letters that a line speaks of, in rising order. */
  subjectOf(text: string): Subject {
    const pairs = new Set<number>();
    let before = 0;
    for (const sign of text) {
      const number = /[\p{L}\p{N}]/u.test(sign) ? (this.#lexicon.ids.get(sign) ?? 0) : 0;
      if (before > 0 && number > 0) pairs.add(before * SIGN_LIMIT + number);
      before = number;
    }
    return Int32Array.from(pairs).sort();
  }

  /** How much two lines speak of the same, as the natural logarithms of how rare the pairs are on the page. */
  shared(one: Subject, other: Subject): number {
    let [sum, at, to] = [0, 0, 0];
    while (at < one.length && to < other.length) {
      const [mine = 0, theirs = 0] = [one[at], other[to]];
      if (mine === theirs) sum += Math.log(this.#lines / (this.#holders.get(mine) ?? 1));
      if (mine <= theirs) at++;
      if (theirs <= mine) to++;
    }
    return sum;
  }

  /** Those of some signs that are not rarer behind the sign `last` than anywhere. */
  likely(last: number, signs: readonly number[]): number[] {
    return last === 0 ? [] : signs.filter((sign) => this.#pairShare(last, sign) >= this.#single(sign));
  }

  #single(sign: number): number {
    return this.#lexicon.shares[sign] ?? 0;
  }

  #pair(a: number, b: number): number {
    const key = a * SIGN_LIMIT + b;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const share = this.#pairShare(a, b);
    this.#known.set(key, share);
    return share;
  }

  #pairShare(a: number, b: number): number {
    const { pairs, counts, rests } = this.#lexicon;
    const key = a * SIGN_LIMIT + b;
    const [all, rest] = [counts[a] ?? 1, (rests.signs[a] ?? 0) + LEAST_REST.pair];
    const news = (pairs.countAt(pairs.placeOf(key)) + rest * this.#single(b)) / (all + LEAST_REST.pair);
    return this.#mix(news, this.#pairs.get(key), this.#singles.get(a));
  }

  #triple(a: number, b: number, c: number): number {
    const { pairs, triples, rests } = this.#lexicon;
    const place = pairs.placeOf(a * SIGN_LIMIT + b);
    const seen = place < 0 ? 0 : triples.countAt(triples.placeOf(place * SIGN_LIMIT + c));
    const rest = (place < 0 ? 0 : (rests.pairs[place] ?? 0)) + LEAST_REST.triple;
    const news = (seen + rest * this.#pair(b, c)) / (pairs.countAt(place) + LEAST_REST.triple);
    const pair = a * SIGN_LIMIT + b;
    const here = this.#pairs.get(pair);
    return here === undefined ? news : this.#mix(news, this.#triples.get(pair)?.get(c), here);
  }

  /** What is expected from the news, corrected by what the page holds. */
  #mix(news: number, here = 0, all = 0): number {
    return (here + TRUST * news) / (all + TRUST);
  }
}

function add(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
