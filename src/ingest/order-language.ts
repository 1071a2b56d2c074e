/**
 * How well do two lines read as one? A small statistical model of what follows what in news prose.
 *
 * Its counts of signs, pairs and triples are data of the lexicon. What the lines of the page itself hold counts as well:
 * the names that a page is about are in no table.
 */
import { readLexicon, SIGN_LIMIT } from './order-lexicon.ts';
import { Places } from './order-places.ts';
import { plainSigns } from './order-signs.ts';

/** 2 to this power contexts are remembered. */
const CONTEXTS_BITS = 12;
/** How many sightings on the page the expectation from the news is worth. */
const TRUST = 6;
/** At least so many sightings of a sign or pair went on with something that is too rare to be in a table. */
const LEAST_REST = { pair: 20, triple: 10 } as const;

/** The signs of a line by their numbers. */
export type Signs = readonly number[];

/** Pairs of letters of a line by their numbers, in rising order. */
export type Subject = Int32Array;

/** How often each whole number was sighted. */
class Sightings {
  readonly places = new Places();
  readonly #counts: number[] = [];

  /** Counts one more; gives the place of the number. */
  add(key: number): number {
    const place = this.places.add(key);
    this.#counts[place] = (this.#counts[place] ?? 0) + 1;
    return place;
  }

  /** How often a number was sighted. */
  of(key: number): number {
    return this.at(this.places.of(key));
  }

  /** The count at a place, 0 at -1. */
  at(place: number): number {
    return place < 0 ? 0 : (this.#counts[place] ?? 0);
  }
}

/** Two signs behind which a third may stand, and what is known of them. */
export interface Context {
  readonly key: number;
  readonly last: number;
  /** Where triples that begin with them are kept: their places among the pairs of the news and of the page. */
  readonly news: number;
  readonly here: number;
  /** How often both were sighted in the news, and with something that is in no table. */
  readonly all: number;
  readonly rest: number;
}

/** What follows what, in the news and on one page. */
export class Language {
  readonly #lexicon = readLexicon();
  readonly #singles = new Float64Array(SIGN_LIMIT);
  readonly #pairs = new Sightings();
  /** By sign, what followed it on the page. */
  readonly #followers = new Map<number, number[]>();
  /** By place of a pair, and what followed it. */
  readonly #triples = new Sightings();
  /** How many lines of the page hold a pair of letters. */
  readonly #holders = new Sightings();
  #lines = 0;
  /** Those that were asked for last, each at the place that its key gives. */
  readonly #contexts: (Context | undefined)[] = [];

  signsOf(text: string): Signs {
    return [...plainSigns(text)].map((sign) => this.#lexicon.ids.get(sign) ?? 0);
  }

  /** Counts what follows what within a line of the page, and what it speaks of. */
  learn(signs: Signs, subject: Subject): void {
    this.#lines++;
    this.#contexts.length = 0;
    for (const pair of subject) this.#holders.add(pair);
    let [b, before] = [0, -1];
    for (const c of signs) {
      this.#singles[c] = (this.#singles[c] ?? 0) + 1;
      if (before >= 0 && c > 0) this.#triples.add(before * SIGN_LIMIT + c);
      before = b > 0 && c > 0 ? this.#learnPair(b, c) : -1;
      b = c;
    }
  }

  #learnPair(first: number, second: number): number {
    const known = this.#pairs.places.size;
    const place = this.#pairs.add(first * SIGN_LIMIT + second);
    if (place < known) return place;
    const followers = this.#followers.get(first) ?? [];
    followers.push(second);
    this.#followers.set(first, followers);
    return place;
  }

  /** What is known of what follows two signs; 0 for one that is not known. */
  contextOf(first: number, last: number): Context {
    const key = first * SIGN_LIMIT + last;
    const slot = Math.imul(key, 0x9e3779b1) >>> (32 - CONTEXTS_BITS);
    const known = this.#contexts[slot];
    if (known?.key === key) return known;
    const { pairs, rests } = this.#lexicon;
    const news = pairs.placeOf(key);
    const rest = (news < 0 ? 0 : (rests.pairs[news] ?? 0)) + LEAST_REST.triple;
    const context = { key, last, news, here: this.#pairs.places.of(key), all: pairs.countAt(news), rest };
    this.#contexts[slot] = context;
    return context;
  }

  /** What is known of what follows a line. */
  contextBehind(signs: Signs): Context {
    return this.contextOf(signs.at(-2) ?? 0, signs.at(-1) ?? 0);
  }

  /** By how much, as a natural logarithm, a sign is likelier in a context than anywhere. */
  begins(context: Context, first: number): number {
    return context.last === 0 || first === 0 ? 0 : Math.log(this.#triple(context, first) / this.#single(first));
  }

  /** By how much, as a natural logarithm, a sign is likelier in a context than behind the second sign of it alone. */
  goesOn(context: Context, second: number): number {
    if (context.last === 0 || second === 0) return 0;
    return Math.log(this.#triple(context, second) / this.#pair(context.last, second));
  }

  /** By how much the first two signs of `after` are likelier behind `before` than anywhere. */
  gain(before: Signs, after: Signs): number {
    const [last = 0, first = 0, second = 0] = [before.at(-1), after[0], after[1]];
    const begins = this.begins(this.contextBehind(before), first);
    return last === 0 ? begins : begins + this.goesOn(this.contextOf(last, first), second);
  }

  /** Numbers of the pairs of letters that a line speaks of, in rising order. */
  subjectOf(text: string): Subject {
    const pairs = new Set<number>();
    let before = 0;
    for (const sign of text) {
      const id = this.#lexicon.ids.get(sign) ?? 0;
      const number = id > 0 && this.#lexicon.letters[id] === 1 ? id : 0;
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
      if (mine === theirs) sum += Math.log(this.#lines / Math.max(1, this.#holders.of(mine)));
      if (mine <= theirs) at++;
      if (theirs <= mine) to++;
    }
    return sum;
  }

  /** Those of some signs that are likelier behind the sign `last` than anywhere: only those that were sighted there can be. */
  likely(last: number, among: { has(sign: number): boolean }): number[] {
    if (last === 0) return [];
    const first = last * SIGN_LIMIT;
    const sighted = new Set(this.#followers.get(last)?.filter((sign) => among.has(sign)));
    for (const key of this.#lexicon.pairs.keysBetween(first, first + SIGN_LIMIT)) {
      if (among.has(key - first)) sighted.add(key - first);
    }
    return [...sighted].filter((sign) => this.#pair(last, sign) >= this.#single(sign));
  }

  #single(sign: number): number {
    return this.#lexicon.shares[sign] ?? 0;
  }

  #pair(a: number, b: number): number {
    const { pairs, counts, rests } = this.#lexicon;
    const key = a * SIGN_LIMIT + b;
    const [all, rest] = [counts[a] ?? 1, (rests.signs[a] ?? 0) + LEAST_REST.pair];
    const news = (pairs.countAt(pairs.placeOf(key)) + rest * this.#single(b)) / (all + LEAST_REST.pair);
    return mix(news, this.#pairs.of(key), this.#singles[a] ?? 0);
  }

  #triple({ last, news, here, all, rest }: Context, c: number): number {
    const { triples } = this.#lexicon;
    const seen = news < 0 ? 0 : triples.countAt(triples.placeOf(news * SIGN_LIMIT + c));
    const share = (seen + rest * this.#pair(last, c)) / (all + LEAST_REST.triple);
    return here < 0 ? share : mix(share, this.#triples.of(here * SIGN_LIMIT + c), this.#pairs.at(here));
  }
}

/** What is expected from the news, corrected by what the page holds. */
function mix(news: number, here: number, all: number): number {
  return (here + TRUST * news) / (all + TRUST);
}
