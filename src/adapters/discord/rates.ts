/** How often something may be asked for: so many times in a sliding stretch of time. */

/** At most `count` times in `seconds`. */
export interface Rate {
  readonly count: number;
  readonly seconds: number;
}

/** From this many keys on the ones that are silent are forgotten. */
const CROWDED = 10_000;

/** Counts what each key has asked for lately. Times in milliseconds since 1970. */
export class RateLimiter {
  readonly #rate: Rate;
  readonly #taken = new Map<string, number[]>();

  constructor(rate: Rate) {
    this.#rate = rate;
  }

  /** When `key` may ask again, or `null` where it may now. */
  blockedUntil(key: string, now: number): number | null {
    const lately = this.#lately(key, now);
    const [oldest] = lately;
    return oldest === undefined || lately.length < this.#rate.count ? null : oldest + this.#rate.seconds * 1000;
  }

  /** Counts one request of `key`. */
  take(key: string, now: number): void {
    this.#taken.set(key, [...this.#lately(key, now), now]);
    if (this.#taken.size > CROWDED) this.#forget(now);
  }

  #lately(key: string, now: number): readonly number[] {
    const since = now - this.#rate.seconds * 1000;
    return (this.#taken.get(key) ?? []).filter((at) => at > since);
  }

  #forget(now: number): void {
    for (const key of this.#taken.keys()) if (this.#lately(key, now).length === 0) this.#taken.delete(key);
  }
}

/** Two limits that both have to hold; what one of them refuses does not count for the other. */
export class Brakes {
  readonly #user: RateLimiter;
  readonly #channel: RateLimiter;
  readonly #told = new Map<string, number>();

  constructor(rates: { readonly user: Rate; readonly channel: Rate }) {
    this.#user = new RateLimiter(rates.user);
    this.#channel = new RateLimiter(rates.channel);
  }

  /** Counts a request, or says when it may come again. */
  take({ user, channel }: { readonly user: string; readonly channel: string }, now: number): number | null {
    const until = Math.max(this.#user.blockedUntil(user, now) ?? 0, this.#channel.blockedUntil(channel, now) ?? 0);
    if (until > 0) return until;
    this.#user.take(user, now);
    this.#channel.take(channel, now);
    return null;
  }

  /** Whether somebody still has to be told that they must wait until then: once is enough. */
  tell(user: string, until: number, now: number): boolean {
    if ((this.#told.get(user) ?? 0) > now) return false;
    for (const [other, end] of this.#told) if (end <= now) this.#told.delete(other);
    this.#told.set(user, until);
    return true;
  }
}
