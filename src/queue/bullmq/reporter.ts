/** Tells of faults, each once for as long as it lasts. */
import type { Address } from './address.ts';
import { cleanFault } from './faults.ts';

/** The most faults that are kept in mind. */
const MOST = 100;

/** A client that cannot connect says so with every try, and several clients say the same. */
export class Reporter {
  readonly #address: Address;
  readonly #onFault: (fault: unknown) => void;
  readonly #told = new Set<string>();

  /** `onFault` is given errors that hold no secret. */
  constructor(address: Address, onFault: (fault: unknown) => void) {
    this.#address = address;
    this.#onFault = onFault;
  }

  /** Tells of a fault, unless that has been done since the last `forget`. */
  tell(fault: unknown): void {
    const clean = cleanFault(fault, this.#address);
    if (this.#told.has(clean.message)) return;
    if (this.#told.size >= MOST) this.#told.clear();
    this.#told.add(clean.message);
    this.#onFault(clean);
  }

  /** From now on all is told anew. */
  forget(): void {
    this.#told.clear();
  }
}
