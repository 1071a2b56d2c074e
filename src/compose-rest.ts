/** Notices when there has been nothing to do for a while. */

/** Looks that must find nothing to do, and milliseconds between two of them: two seconds in all. */
const LOOKS = 4;
const EVERY = 500;

/**
 * Tells when works have come to an end and none has begun since. It takes looks and not time alone: a thread that
 * merges for ten seconds begins nothing meanwhile, and yet it is not idle. All that time is one look.
 */
export class Rest {
  readonly #onRest: () => void;
  readonly #every: number;
  #underWay = 0;
  #looks = 0;
  #timer: NodeJS.Timeout | undefined;

  /** `onRest` is called once for each time of rest; `every` is how many milliseconds lie between two looks. */
  constructor(onRest: () => void, every = EVERY) {
    this.#onRest = onRest;
    this.#every = every;
  }

  /** A work begins. */
  begin(): void {
    this.#underWay += 1;
    this.#looks = 0;
    this.#timer ??= setInterval(() => this.#look(), this.#every).unref();
  }

  /** A work that has begun is over. */
  end(): void {
    this.#underWay -= 1;
    this.#looks = 0;
  }

  /** Looks no more until the next work begins. */
  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #look(): void {
    this.#looks = this.#underWay > 0 ? 0 : this.#looks + 1;
    if (this.#looks < LOOKS) return;
    this.stop();
    this.#onRest();
  }
}
