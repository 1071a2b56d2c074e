/** Numbers that grow as they are written. */

/** Whole numbers of 32 bits that grow as they are written. */
export class NumberWriter {
  #numbers: Uint32Array;
  #length = 0;

  /** @param capacity room to begin with */
  constructor(capacity = 256) {
    this.#numbers = new Uint32Array(capacity);
  }

  get length(): number {
    return this.#length;
  }

  write(value: number): void {
    if (this.#length === this.#numbers.length) {
      const grown = new Uint32Array(this.#numbers.length * 2);
      grown.set(this.#numbers);
      this.#numbers = grown;
    }
    this.#numbers[this.#length++] = value;
  }

  /** Adds to a number written before. */
  add(index: number, value: number): void {
    this.#numbers[index] = (this.#numbers[index] ?? 0) + value;
  }

  at(index: number): number {
    return this.#numbers[index] ?? 0;
  }

  /** What was written, without spare room. */
  finish(): Uint32Array {
    return this.#numbers.slice(0, this.#length);
  }
}
