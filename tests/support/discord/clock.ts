/** Time, as the imitation sees it, and the ids that are made of it. */

/** Where the imitation takes its time from. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
}

/** The machine's own clock. */
export const REAL_CLOCK: Clock = { now: () => Date.now() };

/** A clock that stands still until a test moves it. */
export class ManualClock implements Clock {
  #now: number;

  /** Starts at so many milliseconds since 1970; by default a Monday morning in 2026. */
  constructor(start: number = Date.UTC(2026, 0, 5, 8)) {
    this.#now = start;
  }

  /** Where it stands. */
  now(): number {
    return this.#now;
  }

  /** Moves it on. */
  advance(ms: number): void {
    this.#now += ms;
  }
}

const EPOCH = 1_420_070_400_000;
const TIME_SHIFT = 22n;

/** Gives out Discord's ids: the time in the high bits, always growing. */
export class Snowflakes {
  readonly #clock: Clock;
  #last = 0n;

  /** Ids of this clock's time. */
  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The next id. */
  next(): string {
    const time = BigInt(Math.trunc(this.#clock.now()) - EPOCH) << TIME_SHIFT;
    this.#last = time > this.#last ? time : this.#last + 1n;
    return String(this.#last);
  }

  /** The next id of a guild that `shard` of `shards` serves: an id of a few milliseconds ago. */
  nextOn(shard: number, shards: number): string {
    const id = BigInt(this.next());
    const back = (((id >> TIME_SHIFT) - BigInt(shard)) % BigInt(shards)) << TIME_SHIFT;
    return String(id - back);
  }
}

/** The shard that serves a guild; direct messages, which have none, are for shard 0. */
export function shardOf(guildId: string | null, shards: number): number {
  return guildId === null ? 0 : Number((BigInt(guildId) >> TIME_SHIFT) % BigInt(shards));
}
