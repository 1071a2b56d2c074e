/** Builds a segment out of passages: all in memory, given in the order of their ids. */

import { foldText } from '../text/normalize.ts';
import { eachWord, eachWordOfAll, tokenTerm } from './analyzer.ts';
import { assemble, type KindDraft } from './assemble.ts';
import { HEADING_WEIGHT } from './bm25.ts';
import { NumberWriter } from './bytes.ts';
import type { Dictionary } from './dictionary.ts';
import { encodeLength } from './lengths.ts';
import type { ListDraft, PostingPairs, PostingWriter } from './posting-writer.ts';
import type { Segment } from './segment.ts';
import { scanUnits, type UnitSink } from './units.ts';
import { type TermName, Vocabulary } from './vocabulary.ts';

/** A passage to be indexed. */
export interface IndexedPassage {
  /** Unsigned, 32 bits, above that of the passage before. */
  readonly id: number;
  readonly text: string;
  /** What else counts for finding it; the empty string for nothing. */
  readonly heading: string;
}

/** The list at hand. */
class TermDraft implements ListDraft {
  readonly pairs: PostingPairs;
  from = 0;
  to = 0;
  #name: TermName | undefined;

  constructor(pairs: PostingPairs) {
    this.pairs = pairs;
  }

  get term(): string {
    return this.#name?.text ?? '';
  }

  set(name: TermName, from: number, to: number): this {
    this.#name = name;
    this.from = from;
    this.to = to;
    return this;
  }
}

/** Counts the terms of one kind, passage by passage. */
class TermCounter implements UnitSink {
  readonly vocabulary = new Vocabulary();
  /** Every posting in the order of the passages: its term and its count. */
  readonly #terms = new NumberWriter(1 << 12);
  readonly #counts = new NumberWriter(1 << 12);
  /** Per passage: where its postings end. */
  readonly #ends = new NumberWriter();
  readonly #lengths = new NumberWriter();
  /** Per term: its latest posting and 1. */
  #latest = new Uint32Array(1 << 12);
  #begin = 0;
  #length = 0;
  #heading: readonly number[] = [];

  pair(first: number, second: number): void {
    this.#count(this.vocabulary.pair(first, second), 1);
    this.#length++;
  }

  token(text: string): void {
    this.term(tokenTerm(text));
  }

  term(term: string): void {
    this.#count(this.vocabulary.term(term), 1);
    this.#length++;
  }

  /** Closes the passage; `heading` gives the terms of its heading, or nothing when they are those of the one before. */
  close(heading?: (sink: UnitSink & { term(term: string): void }) => void): void {
    if (heading !== undefined) this.#heading = this.#termsOf(heading);
    for (const number of this.#heading) this.#count(number, HEADING_WEIGHT);
    this.#lengths.write(encodeLength(this.#length));
    this.#ends.write(this.#terms.length);
    this.#begin = this.#terms.length;
    this.#length = 0;
  }

  #termsOf(heading: (sink: UnitSink & { term(term: string): void }) => void): number[] {
    const numbers = new Set<number>();
    heading({
      pair: (first, second) => numbers.add(this.vocabulary.pair(first, second)),
      token: (text) => numbers.add(this.vocabulary.term(tokenTerm(text))),
      term: (term) => numbers.add(this.vocabulary.term(term)),
    });
    return [...numbers];
  }

  #count(number: number, times: number): void {
    if (number >= this.#latest.length) {
      const grown = new Uint32Array(Math.max(this.#latest.length * 2, number + 1));
      grown.set(this.#latest);
      this.#latest = grown;
    }
    const latest = this.#latest[number] ?? 0;
    if (latest > this.#begin) {
      this.#counts.add(latest - 1, times);
      return;
    }
    this.#terms.write(number);
    this.#counts.write(times);
    this.#latest[number] = this.#terms.length;
  }

  draft(): KindDraft {
    const lengths = new Uint8Array(this.#lengths.finish());
    return { lengths, write: (writer) => this.#write(writer) };
  }

  /** Sorts the postings by term, passages in order, and writes them. */
  #write(writer: PostingWriter): Dictionary {
    const terms = this.#terms.finish();
    const counts = this.#counts.finish();
    const ends = this.#ends.finish();
    const starts = new Uint32Array(this.vocabulary.size + 1);
    for (const term of terms) starts[term + 1] = (starts[term + 1] ?? 0) + 1;
    for (let term = 0; term < starts.length - 1; term++)
      starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
    const places = starts.slice();
    const pairs = new Uint32Array(terms.length * 2);
    let at = 0;
    ends.forEach((end, ordinal) => {
      for (; at < end; at++) {
        const term = terms[at] ?? 0;
        const place = places[term] ?? 0;
        places[term] = place + 1;
        pairs[place * 2] = ordinal;
        pairs[place * 2 + 1] = counts[at] ?? 1;
      }
    });
    const draft = new TermDraft(pairs);
    return this.vocabulary.eachInOrder((number, name) => {
      writer.add(draft.set(name, starts[number] ?? 0, starts[number + 1] ?? 0));
    });
  }
}

/** Passages that are cut together. */
const TOGETHER = 16;

/** Takes passages one by one and makes them a segment. */
export class SegmentBuilder {
  readonly #ids = new NumberWriter();
  readonly #words = new TermCounter();
  readonly #bigrams = new TermCounter();
  /** Folded texts whose terms are not counted yet, and the headings beside them. */
  readonly #folded: string[] = [];
  readonly #headings: string[] = [];
  #heading: string | undefined;

  /** How many passages were added. */
  get size(): number {
    return this.#ids.length;
  }

  /**
   * Adds a passage. Neighbours with the same heading cost its analysis once.
   *
   * @throws RangeError when the id is not above the one before
   */
  add({ id, text, heading }: IndexedPassage): void {
    const last = this.size === 0 ? -1 : this.#ids.at(this.size - 1);
    if (!Number.isInteger(id) || id <= last || id > 0xffffffff) {
      throw new RangeError(`Expected a passage id above ${last}, got ${id}.`);
    }
    this.#ids.write(id);
    this.#folded.push(foldText(text));
    this.#headings.push(heading);
    if (this.#folded.length === TOGETHER) this.#count();
  }

  /** The segment of everything added. Adding more afterwards and building again gives a larger one. */
  build(): Segment {
    this.#count();
    return assemble(this.#ids.finish(), { words: this.#words.draft(), bigrams: this.#bigrams.draft() });
  }

  /** Counts the terms of the passages that wait for it. */
  #count(): void {
    let open = 0;
    eachWordOfAll(this.#folded, (term, text) => {
      for (; open < text; open++) this.#close(open);
      this.#words.term(term);
    });
    for (; open < this.#folded.length; open++) this.#close(open);
    this.#folded.length = 0;
    this.#headings.length = 0;
  }

  /** Ends the words of a passage and counts its pairs. */
  #close(at: number): void {
    scanUnits(this.#folded[at] ?? '', this.#bigrams);
    this.#closeWith(this.#headings[at] ?? '');
  }

  #closeWith(heading: string): void {
    if (heading === this.#heading) {
      this.#words.close();
      this.#bigrams.close();
      return;
    }
    const folded = foldText(heading);
    this.#words.close((sink) => eachWord(folded, (word) => sink.term(word)));
    this.#bigrams.close((sink) => scanUnits(folded, sink));
    this.#heading = heading;
  }
}
