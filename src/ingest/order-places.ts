/** Numbers the whole numbers that it is shown, in the order in which they came. */

/** How full the table may be. */
const FULL = 0.6;
/** The smallest table. */
const LEAST_SIZE = 64;
/** A key that is none. */
const EMPTY = -1;

/**
 * A hash table from whole numbers, 0 to 2³¹ - 1, to their places: 0 for the first that was added, 1 for the second. Typed arrays
 * and open addressing: some times faster than a Map where millions of look-ups are made.
 */
export class Places {
  /** Key and place, slot by slot. */
  #slots: Int32Array;
  #mask: number;
  #size = 0;

  /** `expected`: how many numbers will be added, about. */
  constructor(expected = 0) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(LEAST_SIZE, expected / FULL)));
    this.#mask = slots - 1;
    this.#slots = new Int32Array(2 * slots).fill(EMPTY);
  }

  /** How many numbers have been added. */
  get size(): number {
    return this.#size;
  }

  /** The place of a number, -1 for one that was not added. */
  of(key: number): number {
    const slot = this.#slotOf(key);
    return this.#slots[slot] === EMPTY ? -1 : (this.#slots[slot + 1] ?? -1);
  }

  /** The place of a number, a new one where it had none. */
  add(key: number): number {
    const slot = this.#slotOf(key);
    if (this.#slots[slot] !== EMPTY) return this.#slots[slot + 1] ?? -1;
    this.#slots[slot] = key;
    this.#slots[slot + 1] = this.#size++;
    if (this.#size > FULL * this.#mask) this.#grow();
    return this.#size - 1;
  }

  /** Where a number stands, or would. */
  #slotOf(key: number): number {
    let slot = (Math.imul(key, 0x9e3779b1) >>> 9) & this.#mask;
    for (;;) {
      const found = this.#slots[2 * slot];
      if (found === key || found === EMPTY) return 2 * slot;
      slot = (slot + 1) & this.#mask;
    }
  }

  #grow(): void {
    const old = this.#slots;
    this.#mask = 2 * this.#mask + 1;
    this.#slots = new Int32Array(2 * (this.#mask + 1)).fill(EMPTY);
    for (let slot = 0; slot < old.length; slot += 2) {
      const key = old[slot] ?? EMPTY;
      if (key === EMPTY) continue;
      const free = this.#slotOf(key);
      this.#slots[free] = key;
      this.#slots[free + 1] = old[slot + 1] ?? -1;
    }
  }
}
