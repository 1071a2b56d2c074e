/** What a text speaks of, and how much each of it matters. */
import type { Article } from '../ingest/model.ts';
import { STOPWORDS } from '../text/lexicon/stopwords.ts';
import { foldText } from '../text/normalize.ts';
import { findDates } from '../text/dates.ts';
import { findQuantities } from '../text/numbers.ts';
import { tagWords } from '../text/words.ts';
import type { Clause, Sentence } from './material.ts';
import type { FocusWord } from './model.ts';

/** Weights of concepts; round numbers, set by hand. */
const WEIGHT = Object.freeze({
  /** Of a word, for each doubling of its frequency. */
  word: 0.3,
  verb: 0.15,
  /** A name, beside its frequency. */
  name: 0.6,
  /** A word or number of the headline, beside all else. */
  title: 1.5,
  deck: 1,
  crosshead: 0.3,
  quantity: 2,
  /** A number that counts no things: 第三, 三年. */
  plainQuantity: 0.5,
  date: 1,
  relativeDate: 0.25,
  focus: 3,
});

const STOP: ReadonlySet<string> = new Set(STOPWORDS);
const CONTENT = /^(?:n|v|a|j|l|i|s$|x$|eng|b$|z$)/u;
const NAME = /^(?:nr|ns|nt|nz)/u;
const VERB = /^(?:v(?!n)|a|z|d)/u;
const PLAIN_MEASURES: ReadonlySet<string> = new Set(['ordinal', 'duration', 'times']);

/** Concepts by key; what has the same key counts once. */
export class Concepts {
  readonly #ids = new Map<string, number>();
  readonly #weights: number[] = [];
  readonly #headings = new Map<string, number>();
  readonly #frequency = new Map<string, number>();
  readonly #focus: readonly FocusWord[];

  constructor(sentences: readonly Sentence[], focus: readonly FocusWord[]) {
    this.#focus = focus;
    for (const article of new Set(sentences.map((sentence) => sentence.article))) this.#readHeadings(article);
    for (const { clauses } of sentences) {
      for (const { tokens } of clauses) {
        for (const { word, tag } of tokens) {
          if (isContent(word, tag)) this.#frequency.set(word, (this.#frequency.get(word) ?? 0) + 1);
        }
      }
    }
  }

  /** Weight by id. */
  get weights(): readonly number[] {
    return this.#weights;
  }

  /** Ids of what a clause speaks of, each once. */
  of(clause: Clause, text: string): number[] {
    const found = new Set<number>();
    for (const { word, tag } of clause.tokens) {
      if (isContent(word, tag)) found.add(this.#id(`w:${word}`, () => this.#wordWeight(word, tag)));
    }
    for (const { folded, of } of clause.quantities) {
      const base = PLAIN_MEASURES.has(of.measure) ? WEIGHT.plainQuantity : WEIGHT.quantity;
      found.add(this.#id(`q:${folded}`, () => base + this.#heading(folded)));
    }
    for (const { folded } of clause.dates) {
      const base = /\d/.test(folded) ? WEIGHT.date : WEIGHT.relativeDate;
      found.add(this.#id(`d:${folded}`, () => base + this.#heading(folded)));
    }
    const folded = this.#focus.length > 0 ? foldText(text) : '';
    for (const { word, weight } of this.#focus) {
      if (folded.includes(word)) found.add(this.#id(`f:${word}`, () => weight * WEIGHT.focus));
    }
    return [...found];
  }

  /** Weight of a number by its folded text, 0 for one that no clause has. */
  weightOf(folded: string): number {
    const id = this.#ids.get(`q:${folded}`);
    return id === undefined ? 0 : (this.#weights[id] ?? 0);
  }

  #id(key: string, weigh: () => number): number {
    let id = this.#ids.get(key);
    if (id === undefined) {
      id = this.#weights.push(weigh()) - 1;
      this.#ids.set(key, id);
    }
    return id;
  }

  #wordWeight(word: string, tag: string): number {
    const frequency = Math.log2(1 + (this.#frequency.get(word) ?? 0));
    const kind = VERB.test(tag) ? WEIGHT.verb : WEIGHT.word;
    return kind * frequency + (NAME.test(tag) ? WEIGHT.name : 0) + this.#heading(word);
  }

  #heading(word: string): number {
    return this.#headings.get(word) ?? 0;
  }

  #readHeadings({ title, kicker, subtitle, blocks }: Article): void {
    const add = (text: string | null, weight: number): void => {
      if (text === null) return;
      for (const word of headingWords(text)) this.#headings.set(word, Math.max(weight, this.#heading(word)));
    };
    add(title, WEIGHT.title);
    add(kicker, WEIGHT.deck);
    add(subtitle, WEIGHT.deck);
    for (const { kind, text } of blocks) if (kind === 'crosshead') add(text, WEIGHT.crosshead);
  }
}

function isContent(word: string, tag: string): boolean {
  return word.length > 1 && CONTENT.test(tag) && !STOP.has(word) && !/^[\d\p{P}\s]+$/u.test(word);
}

/** Words and numbers of a heading. */
function headingWords(text: string): string[] {
  const folded = foldText(text);
  const words = tagWords(folded).flatMap(({ word, tag }) => (isContent(word, tag) ? [word] : []));
  const numbers = [...findQuantities(folded), ...findDates(folded)];
  return [...words, ...numbers.map(({ span }) => folded.slice(span.start, span.end).replace(/\s/g, ''))];
}
