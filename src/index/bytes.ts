/** Whole numbers in as few bytes as they need: seven bits a byte, the eighth says that more follow. */

/** Bytes that grow as they are written. */
export class ByteWriter {
  #bytes = new Uint8Array(1 << 12);
  #length = 0;

  /** Bytes written so far. */
  get length(): number {
    return this.#length;
  }

  /** Appends a whole number from 0 to 2³² - 1. */
  write(value: number): void {
    // Five bytes are the most that one number takes.
    if (this.#length + 5 > this.#bytes.length) this.#grow();
    let rest = value >>> 0;
    while (rest > 127) {
      this.#bytes[this.#length++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.#bytes[this.#length++] = rest;
  }

  /** What was written, without spare room. */
  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  #grow(): void {
    const grown = new Uint8Array(this.#bytes.length * 2);
    grown.set(this.#bytes);
    this.#bytes = grown;
  }
}

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
