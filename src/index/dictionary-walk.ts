/** Walks through the terms of a dictionary in their order. Most have one or two units, and no string is made for those. */
import type { Dictionary } from './dictionary.ts';

/** Stands on the first term when made. */
export class DictionaryWalk {
  readonly #dictionary: Dictionary;
  /** The number of the term it stands on. */
  number = -1;
  /**
   * Its length and its first two units, in the order of terms; infinite behind the last one. Two terms of one or two units are the
   * same where their keys are.
   */
  key = 0;
  #length = 0;
  /** The number of the first term that is longer. */
  #end = 0;
  /** Where the term stands in the text. */
  #place = 0;
  /** For terms of two units: which head it has, and the first place within them that has another. */
  #head = -1;
  #headEnd = 0;
  #term: string | undefined;

  constructor(dictionary: Dictionary) {
    this.#dictionary = dictionary;
    this.next();
  }

  /** The term it stands on; empty behind the last one. */
  get term(): string {
    if (this.key === Number.POSITIVE_INFINITY) return '';
    this.#term ??= this.#dictionary.term(this.number);
    return this.#term;
  }

  /** Goes on to the next term. */
  next(): void {
    const { size, counts } = this.#dictionary;
    this.number++;
    this.#term = undefined;
    if (this.number >= size) {
      this.key = Number.POSITIVE_INFINITY;
      return;
    }
    // Of a term of two units the text has the second only.
    if (this.number > 0) this.#place += this.#length === 2 ? 1 : this.#length;
    while (this.number === this.#end) this.#end += counts[this.#length++] ?? 0;
    this.key = this.#keyHere();
  }

  #keyHere(): number {
    const { text } = this.#dictionary;
    if (this.#length === 2) return (2 * 0x10000 + this.#headHere()) * 0x10000 + (text[this.#place] ?? 0);
    const second = this.#length === 1 ? 0 : (text[this.#place + 1] ?? 0);
    return (this.#length * 0x10000 + (text[this.#place] ?? 0)) * 0x10000 + second;
  }

  /** The first unit of a term of two. */
  #headHere(): number {
    const { counts, heads, headStarts } = this.#dictionary;
    const within = this.number - (counts[0] ?? 0);
    if (within >= this.#headEnd) {
      this.#head++;
      this.#headEnd = headStarts[this.#head + 1] ?? Number.POSITIVE_INFINITY;
    }
    return heads[this.#head] ?? 0;
  }
}
