/** What a text speaks of, and how much each of it matters. */
import type { Article } from '../ingest/model.ts';
import { findDates } from '../text/dates.ts';
import { STOPWORDS } from '../text/lexicon/stopwords.ts';
import { foldText } from '../text/normalize.ts';
import { findQuantities, type Quantity } from '../text/numbers.ts';
import { tagWords } from '../text/words.ts';
import { EVENTS, SUPERLATIVES } from './lexicon/news-words.ts';
import type { Clause, Sentence } from './material.ts';
import type { FocusWord } from './model.ts';
import { officials } from './officials.ts';

/** Weights of concepts; round numbers, set by hand. */
const WEIGHT = Object.freeze({
  /** Of a word, for each doubling of its frequency. */
  word: 0.1,
  verb: 0.05,
  /** A name, beside its frequency. */
  name: 0.6,
  /** Who holds an office and acts, beside the name. */
  person: 2,
  /** Who only has a say. */
  speaker: 0.5,
  /** A row of a table, of its first rows. */
  row: 3,
  /** What says that something has happened, or is the first of its kind. */
  news: 0.5,
  /** What stands in quotes or title marks as the name of something, beside its frequency. */
  quoted: 0.5,
  /** A word or number of the headline, beside all else. */
  title: 1.5,
  deck: 1,
  crosshead: 1,
  /** A number of a heading, by so much more than a word. */
  headingNumber: 2,
  quantity: 5,
  /** How large or long something is. */
  extent: 1,
  /** Things of which there are few. */
  fewThings: 1.5,
  /** A number that counts no things: 第三, 三年. */
  plainQuantity: 1,
  date: 1,
  relativeDate: 0.5,
  focus: 3,
});
/** Rows of a table that are the best of it. */
const BEST_ROWS = 2;
/** 一个, 一场: an article rather than a number. */
const ARTICLE = /^一\p{Script=Han}$/u;
/** Up to this many things are few. */
const FEW = 10;
/** A headline says 超3万户 for 3.12万户: by how much of itself the text's number may be higher, or lower. */
const ROUNDED = 0.05;
/** Characters that the name of something in quotes has at most. */
const QUOTED = /[“「《『‘]([^“”「」《》『』‘’。，,；;：:！？]{2,16})[”」》』’]/gu;

const NEWS = new RegExp([...EVENTS, ...SUPERLATIVES].sort((a, b) => b.length - a.length).join('|'), 'gu');
const STOP: ReadonlySet<string> = new Set(STOPWORDS);
const CONTENT = /^(?:n|v|a|j|l|i|s$|x$|eng|b$|z$)/u;
const NAME = /^(?:nr|ns|nt|nz)/u;
const VERB = /^(?:v(?!n)|a|z|d)/u;
const EXTENTS: ReadonlySet<string> = new Set(['area', 'length']);
const PLAIN_MEASURES: ReadonlySet<string> = new Set(['ordinal', 'duration', 'times']);

/** Concepts by key; what has the same key counts once. */
export class Concepts {
  readonly #ids = new Map<string, number>();
  readonly #weights: number[] = [];
  readonly #headings = new Map<string, number>();
  readonly #headingNumbers: { readonly low: number; readonly unit: string; readonly weight: number }[] = [];
  readonly #titles = new Map<Article, readonly string[]>();
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

  /** Which share of the headline's words its article's sentence has, 0 to 1. */
  headingShare({ article, clauses }: Sentence): number {
    const title = this.#titles.get(article) ?? [];
    if (title.length === 0) return 0;
    const words = new Set(clauses.flatMap(({ tokens }) => tokens.map(({ word }) => word)));
    return title.filter((word) => words.has(word)).length / title.length;
  }

  /** Ids of what a clause speaks of, each once. */
  of(sentence: Sentence, clause: Clause): number[] {
    const found = new Set<number>();
    const text = (sentence.article.blocks[sentence.block]?.text ?? '').slice(clause.start, clause.end);
    if (sentence.kind === 'row') {
      found.add(this.#id(`r:${text}`, () => (sentence.ordinal < BEST_ROWS ? WEIGHT.row : WEIGHT.row / 2)));
    }
    for (const { name, speaks } of officials(clause)) {
      found.add(this.#id(`p:${name}`, () => (speaks ? WEIGHT.speaker : WEIGHT.person)));
    }
    for (const { word, tag } of clause.tokens) {
      if (isContent(word, tag)) found.add(this.#id(`w:${word}`, () => this.#wordWeight(word, tag)));
    }
    for (const { folded, of } of clause.quantities) {
      found.add(this.#id(`q:${folded}`, () => quantityWeight(of, folded) + this.#headingOfNumber(of)));
    }
    for (const { folded } of clause.dates) {
      const base = /\d/.test(folded) ? WEIGHT.date : WEIGHT.relativeDate;
      found.add(this.#id(`d:${folded}`, () => base + this.#heading(folded)));
    }
    for (const [, name = ''] of text.matchAll(QUOTED)) {
      found.add(this.#id(`n:${foldText(name)}`, () => WEIGHT.quoted));
    }
    const folded = foldText(text);
    for (const [word] of folded.matchAll(NEWS)) found.add(this.#id(`e:${word}`, () => WEIGHT.news));
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

  /** Weight of a number for standing in a heading, as it is or rounded. */
  #headingOfNumber({ low, unit }: Quantity): number {
    const alike = this.#headingNumbers.filter(
      (one) => one.unit === unit && Math.abs(low - one.low) <= ROUNDED * Math.abs(one.low),
    );
    return WEIGHT.headingNumber * Math.max(0, ...alike.map(({ weight }) => weight));
  }

  #readHeadings(article: Article): void {
    const { title, kicker, subtitle, blocks } = article;
    const words = title === null ? [] : this.#readHeading(title, WEIGHT.title);
    this.#titles.set(article, words);
    for (const text of [kicker, subtitle]) if (text !== null) this.#readHeading(text, WEIGHT.deck);
    for (const { kind, text } of blocks) if (kind === 'crosshead') this.#readHeading(text, WEIGHT.crosshead);
  }

  #readHeading(text: string, weight: number): string[] {
    const folded = foldText(text);
    const words = tagWords(folded).flatMap(({ word, tag }) => (isContent(word, tag) ? [word] : []));
    const dates = findDates(folded).map(({ span }) => folded.slice(span.start, span.end).replace(/\s/g, ''));
    for (const word of [...words, ...dates]) this.#headings.set(word, Math.max(weight, this.#heading(word)));
    for (const { low, unit } of findQuantities(folded)) this.#headingNumbers.push({ low, unit, weight });
    return words;
  }
}

/** Weight of a number for what it counts and how much of it. */
function quantityWeight({ measure, low, unit }: Quantity, folded: string): number {
  if (ARTICLE.test(folded)) return 0;
  if (PLAIN_MEASURES.has(measure)) return WEIGHT.plainQuantity;
  if (EXTENTS.has(measure)) return WEIGHT.extent;
  const few = low <= FEW && measure !== 'percent' && measure !== 'money' && Number.isInteger(low);
  return unit === '' ? WEIGHT.plainQuantity : few ? WEIGHT.fewThings : WEIGHT.quantity;
}

function isContent(word: string, tag: string): boolean {
  return word.length > 1 && CONTENT.test(tag) && !STOP.has(word) && !/^[\d\p{P}\s]+$/u.test(word);
}
