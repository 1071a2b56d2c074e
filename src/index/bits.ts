/**
 * Numbers in as few bits as they need, the highest bit first.
 *
 * Two codes beside plain bits: gamma (Elias) for numbers that are mostly 1, and that of Elias and Fano for ascending ones, whose
 * lower bits stand side by side and whose upper ones are told by how many zeros come before a one. Positions are
 * kept relative to a byte, since a segment may have more than 2³² bits.
 */

/** Bits that a look at four bytes shows for certain: the first seven may lie before the position. */
const SEEN = 25;
/** Bytes behind the last one that a reader may look at. */
const PADDING = 4;

/** The most lower bits that an ascending number has. */
const LOWEST = 24;

/** How many lower bits suit `members` out of a `universe` of numbers: as many as the mean distance has, less one. */
export function lowerBits(universe: number, members: number): number {
  const mean = Math.floor(universe / members);
  return mean < 1 ? 0 : Math.min(LOWEST, 31 - Math.clz32(mean));
}

/** How many bits hold every number below `universe`. */
export function widthOf(universe: number): number {
  return universe < 2 ? 0 : 32 - Math.clz32(universe - 1);
}

/** Bits that are gathered before they go into the bytes. */
const GATHERED = 32;

/** Bits that grow as they are written. */
export class BitWriter {
  #view = new DataView(new ArrayBuffer(1 << 8));
  #length = 0;
  /** The bits that are not among the bytes yet, and how many: fewer than {@link GATHERED}. */
  #begun = 0;
  #filled = 0;

  /** Whole bytes written so far; {@link align} makes them all. */
  get length(): number {
    return this.#length + (this.#filled >>> 3);
  }

  /** Writes the lowest `count` bits of a number, at most 32. */
  write(value: number, count: number): void {
    const left = GATHERED - this.#filled;
    if (count < left) {
      this.#begun = (this.#begun << count) | (value & ((1 << count) - 1));
      this.#filled += count;
      return;
    }
    const rest = count - left;
    // A shift by 32 bits would be none.
    const begun = left === GATHERED ? 0 : this.#begun << left;
    this.#push(begun | ((value >>> rest) & (0xffffffff >>> this.#filled)));
    this.#begun = value & ((1 << rest) - 1);
    this.#filled = rest;
  }

  /** Writes a number from 1 on: 1 is one bit, 2 and 3 are three. */
  gamma(value: number): void {
    const log = 31 - Math.clz32(value);
    if (log < GATHERED / 2) this.write(value, log * 2 + 1);
    else {
      this.write(0, log);
      this.write(value, log + 1);
    }
  }

  /** Writes the first `count` of some ascending numbers from 0 on, `lower` bits of each as they are. */
  ascending(numbers: ArrayLike<number>, count: number, lower: number): void {
    for (let at = 0; at < count; at++) this.write(numbers[at] ?? 0, lower);
    let upper = 0;
    for (let at = 0; at < count; at++) {
      const next = (numbers[at] ?? 0) >>> lower;
      for (; next - upper > 31; upper += 31) this.write(0, 31);
      this.write(1, next - upper + 1);
      upper = next;
    }
  }

  /** Fills the byte that was begun. */
  align(): void {
    const open = this.#filled & 7;
    if (open > 0) this.write(0, 8 - open);
  }

  /** Writes all that another one holds. */
  append(other: BitWriter): void {
    for (let at = 0; at < other.#length; at += GATHERED / 8) this.write(other.#view.getInt32(at), GATHERED);
    this.write(other.#begun, other.#filled);
  }

  /** Forgets everything. */
  clear(): void {
    this.#length = 0;
    this.#begun = 0;
    this.#filled = 0;
  }

  /** What was written, with room for a reader that looks ahead. */
  finish(): Uint8Array {
    this.align();
    const finished = new Uint8Array(this.length + PADDING);
    finished.set(new Uint8Array(this.#view.buffer, 0, this.#length));
    for (let at = this.#length; at < this.length; at++) {
      finished[at] = this.#begun >>> (this.#filled - 8 * (at - this.#length + 1));
    }
    return finished;
  }

  #push(bits: number): void {
    if (this.#length === this.#view.byteLength) {
      const grown = new Uint8Array(this.#length * 2);
      grown.set(new Uint8Array(this.#view.buffer));
      this.#view = new DataView(grown.buffer);
    }
    this.#view.setInt32(this.#length, bits);
    this.#length += GATHERED / 8;
  }
}

/** How ascending numbers were written. */
export interface Ascending {
  readonly count: number;
  /** How many bits of each stand as they are. */
  readonly lower: number;
  /** What is added to each. */
  readonly first: number;
}

/** How numbers of the same width were written. */
export interface Fixed {
  readonly count: number;
  /** Bits of each. */
  readonly width: number;
}

/** Reads what a {@link BitWriter} wrote. Reading beyond the end is a RangeError. */
export class BitReader {
  readonly #view: DataView;
  /** The byte that positions count from, and the position in bits. */
  #from = 0;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** How many bits were read since the byte that was sought. */
  get position(): number {
    return this.#at;
  }

  /** Goes to a byte, or to so many bits behind its beginning. */
  seek(byte: number, bits = 0): void {
    this.#from = byte;
    this.#at = bits;
  }

  /** Reads so many bits, at most 32. */
  read(count: number): number {
    if (count === 0) return 0;
    if (count >= SEEN) {
      const high = this.read(count - 16);
      return ((high << 16) | this.read(16)) >>> 0;
    }
    const value = (this.#view.getUint32(this.#from + (this.#at >>> 3)) << (this.#at & 7)) >>> (32 - count);
    this.#at += count;
    return value;
  }

  /** Reads `count` numbers of `width` bits each, at most 24, to the beginning of `into`. */
  fixed({ count, width }: Fixed, into: Uint32Array): void {
    const [view, from] = [this.#view, this.#from];
    // Shifted twice: a shift by 32 is none.
    const unused = 31 - width;
    let at = this.#at;
    for (let number = 0; number < count; number++) {
      into[number] = ((view.getUint32(from + (at >>> 3)) << (at & 7)) >>> 1) >>> unused;
      at += width;
    }
    this.#at = at;
  }

  /** Reads such numbers as what lies between ascending ones, the first of them behind `before`. */
  summed({ count, width, before }: Fixed & { readonly before: number }, into: Uint32Array, place: number): void {
    const [view, from, unused] = [this.#view, this.#from, 31 - width];
    let at = this.#at;
    let last = before;
    for (let number = 0; number < count; number++) {
      last = (last + (((view.getUint32(from + (at >>> 3)) << (at & 7)) >>> 1) >>> unused) + 1) | 0;
      into[place + number] = last;
      at += width;
    }
    this.#at = at;
  }

  gamma(): number {
    const seen = this.#view.getUint32(this.#from + (this.#at >>> 3)) << (this.#at & 7);
    if (seen < 0) {
      this.#at++;
      return 1;
    }
    return this.read(this.#zeros() + 1);
  }

  /** Reads `count` ascending numbers with so many `lower` bits, adds `first`, and puts them into `into` from `place` on. */
  ascending({ count, lower, first }: Ascending, into: Uint32Array, place: number): void {
    const [view, from] = [this.#view, this.#from];
    const mask = (1 << lower) - 1;
    let low = this.#at;
    const uppers = low + count * lower;
    let at = uppers;
    let end = uppers;
    let read = 0;
    while (read < count) {
      let seen = (view.getUint32(from + (at >>> 3)) << (at & 7)) >>> 7;
      while (seen !== 0 && read < count) {
        const one = Math.clz32(seen) - 7;
        seen ^= 1 << (SEEN - 1 - one);
        const upper = at + one - uppers - read;
        const rest = ((view.getUint32(from + (low >>> 3)) << (low & 7)) >>> (32 - lower)) & mask;
        into[place + read++] = first + (upper << lower) + rest;
        low += lower;
        end = at + one + 1;
      }
      at += SEEN;
    }
    this.#at = end;
  }

  /** How many bits without a one come next; stands on the one afterwards. */
  #zeros(): number {
    let zeros = 0;
    for (;;) {
      const seen = this.#view.getUint32(this.#from + (this.#at >>> 3)) << (this.#at & 7);
      if (seen >>> 7 !== 0) {
        this.#at += Math.clz32(seen);
        return zeros + Math.clz32(seen);
      }
      zeros += SEEN;
      this.#at += SEEN;
    }
  }
}
