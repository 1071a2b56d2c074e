/**
 * How well the best sentence of a passage matches a question.
 *
 * What is counted here are single characters, and whole numbers and words of other scripts. They see a paraphrase that words
 * and pairs miss: 车祸 and 汽车事故 share 车. Searching by single characters would cost six times the time; for fifty
 * passages it costs next to nothing. A unit in the heading counts for every sentence below it, as a sentence
 * seldom repeats what the headline says.
 */
import { foldText, foldUnits } from '../text/normalize.ts';
import type { Span } from '../text/span.ts';
import { textOfUnits } from '../text/utf16.ts';
import { type Terms, tokenTerm } from './analyzer.ts';
import type { Rarities } from './contract.ts';
import { isChinese, isLetter, isTerm, scanUnits } from './units.ts';

/** BM25's constants for a sentence; lengths count in characters. Tuned on CMRC, DRCD, RGB and newspaper pages. */
const SENTENCE = Object.freeze({ k1: 0.5, b: 0.5, usualLength: 45 });
/** What ends a sentence here, in folded text. Cutting too often does less harm than asking what a quote may hold. */
const ENDS = '。!?;\n';
/** Stands for them in the table of units. */
const END_SLOT = 0xffff;

/** Per UTF-16 unit what the scorer in `slotsOf` makes of it: one table for all, since each would be 128 KiB. */
const slots = new Uint16Array(0x10000);
let slotsOf: SentenceScorer | undefined;
/** The units of the text at hand. */
let units = new Uint16Array(1 << 10);

/** Folds a text into `units`; returns how many there are. */
function readUnits(text: string): number {
  if (text.length > units.length) units = new Uint16Array(text.length * 2);
  const length = foldUnits(text, units);
  if (length >= 0) return length;
  const folded = foldText(text);
  if (folded.length > units.length) units = new Uint16Array(folded.length * 2);
  for (let at = 0; at < folded.length; at++) units[at] = folded.charCodeAt(at);
  return folded.length;
}

/** The units from one to another as text, where a number or a word of another script is among them; empty elsewhere. */
function textWithTokens(start: number, end: number): string {
  for (let at = start; at < end; at++) {
    if (isLetter(units[at] ?? 0)) return textOfUnits(units, start, end);
  }
  return '';
}

/** The best sentence of a passage. */
export interface BestSentence {
  readonly score: number;
  /** Where it stands in the folded text. */
  readonly span: Span;
}

/** What one unit of the question adds to a sentence. */
export interface UnitGain {
  readonly unit: string;
  /** How rare it is. */
  readonly weight: number;
  /** 1 for the sentence or the heading, 2 for both. */
  readonly places: number;
  readonly gain: number;
}

/** The share of its weight that a unit reaches with so many places, for a sentence of `length` characters. */
function share(places: number, length: number): number {
  const { k1, b, usualLength } = SENTENCE;
  return (places * (k1 + 1)) / (places + k1 * (1 - b + (b * length) / usualLength));
}

/** Weighs the sentences of passages against one question. */
export class SentenceScorer {
  readonly #units: readonly string[];
  readonly #weights: readonly number[];
  /** Per character of the question, as a UTF-16 unit: its number and 1. */
  readonly #characters = new Map<number, number>();
  /** The same for whatever is no single character. */
  readonly #tokens = new Map<string, number>();
  /** Per unit of the question: whether the sentence at hand holds it, and whether the heading does. */
  readonly #inSentence: Uint8Array;
  readonly #inHeading: Uint8Array;

  constructor(terms: Terms, rarities: Rarities) {
    const single = (term: string): boolean => isChinese(term.charCodeAt(0));
    const units = terms.bigrams.flatMap((term) => (single(term) ? term.split('').filter(isTerm) : [term]));
    this.#units = [...new Set(units)].slice(0, END_SLOT - 1);
    this.#weights = this.#units.map((unit) => {
      return single(unit) ? rarities.characterWeight(unit) : rarities.bigramWeight(unit);
    });
    this.#units.forEach((unit, at) => {
      if (single(unit)) this.#characters.set(unit.charCodeAt(0), at + 1);
      else this.#tokens.set(unit, at + 1);
    });
    this.#inSentence = new Uint8Array(this.#units.length + 1);
    this.#inHeading = new Uint8Array(this.#units.length + 1);
  }

  /** The best sentence of a passage, the first of equals; `heading` is whatever else stands over it. */
  best(text: string, heading: string): BestSentence {
    this.#takeSlots();
    this.#readHeading(heading);
    const length = readUnits(text);
    let best: BestSentence = { score: 0, span: { start: 0, end: 0 } };
    for (let start = 0; start < length; ) {
      const end = this.#readSentence(start, length);
      const score = this.#score(end - start);
      if (score > best.score) best = { score, span: { start, end } };
      start = end;
    }
    return best;
  }

  /** What makes up the score of {@link best}. */
  gains(text: string, heading: string): UnitGain[] {
    const { score, span } = this.best(text, heading);
    if (score === 0) return [];
    this.#readSentence(span.start, readUnits(text));
    return this.#units.flatMap((unit, at) => {
      const places = (this.#inSentence[at + 1] ?? 0) + (this.#inHeading[at + 1] ?? 0);
      const weight = this.#weights[at] ?? 0;
      return places === 0 ? [] : [{ unit, weight, places, gain: weight * share(places, span.end - span.start) }];
    });
  }

  /** Makes the table of units this scorer's. */
  #takeSlots(): void {
    if (slotsOf === this) return;
    if (slotsOf !== undefined) for (const unit of slotsOf.#characters.keys()) slots[unit] = 0;
    for (const [unit, slot] of this.#characters) slots[unit] = slot;
    for (const sign of ENDS) slots[sign.charCodeAt(0)] = END_SLOT;
    slotsOf = this;
  }

  /** Notes which units stand in the sentence that begins at `start`; returns where it ends. */
  #readSentence(start: number, length: number): number {
    const found = this.#inSentence.fill(0);
    let end = start;
    while (end < length) {
      const slot = slots[units[end++] ?? 0] ?? 0;
      if (slot === END_SLOT) break;
      found[slot] = 1;
    }
    if (this.#tokens.size > 0) this.#readTokens(textWithTokens(start, end), found);
    return end;
  }

  #readHeading(heading: string): void {
    const found = this.#inHeading.fill(0);
    if (heading === '') return;
    const length = readUnits(heading);
    for (let at = 0; at < length; at++) found[slots[units[at] ?? 0] ?? 0] = 1;
    this.#readTokens(textWithTokens(0, length), found);
  }

  #readTokens(folded: string, found: Uint8Array): void {
    scanUnits(folded, {
      pair: () => undefined,
      token: (token) => {
        found[this.#tokens.get(tokenTerm(token)) ?? 0] = 1;
      },
    });
  }

  #score(length: number): number {
    const [once, twice] = [share(1, length), share(2, length)];
    let score = 0;
    for (let at = 1; at <= this.#units.length; at++) {
      const places = (this.#inSentence[at] ?? 0) + (this.#inHeading[at] ?? 0);
      if (places > 0) score += (this.#weights[at - 1] ?? 0) * (places === 1 ? once : twice);
    }
    return score;
  }
}
