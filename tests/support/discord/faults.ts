/** Failures on demand, and rate limits. */

/** What is to fail, and how. */
export interface Failure {
  /** Any method where none is given. */
  readonly method?: string;
  /** Tried against the path without `/api/v10`, such as `/channels/1/messages`. */
  readonly path: RegExp;
  /**
   * `'reset'` breaks the connection without an answer, which discord.js tries again; `'hangUp'` closes it in order
   * and without an answer, which discord.js does not.
   */
  readonly status: 429 | 500 | 502 | 503 | 'hangUp' | 'reset';
  /** How long a 429 tells to wait. */
  readonly retryAfterMs?: number;
  /** How many requests fail; one by default. */
  readonly times?: number;
  /** Does what was asked and fails only then: the answer was lost, not the request. */
  readonly afterwards?: boolean;
  /** A 429 is for everything. */
  readonly global?: boolean;
}

/** Headers and body of an answer. */
export interface Refusal {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** The failures that are still to come. */
export class Faults {
  readonly #coming: { readonly failure: Failure; left: number }[] = [];

  /** Lets the next matching requests fail. */
  add(failure: Failure): void {
    this.#coming.push({ failure, left: failure.times ?? 1 });
  }

  /** The failure that this request meets, which is then used up, or null. */
  take(method: string, path: string): Failure | null {
    const found = this.#coming.find(
      ({ failure, left }) => left > 0 && (failure.method ?? method) === method && failure.path.test(path),
    );
    if (found === undefined) return null;
    found.left -= 1;
    return found.failure;
  }

  /** How many failures have not met a request yet. */
  get pending(): number {
    return this.#coming.reduce((sum, { left }) => sum + left, 0);
  }
}

/** A 429 that tells to wait so long. */
export function tooMany(retryAfterMs: number, global = false): Refusal {
  const seconds = retryAfterMs / 1000;
  return {
    status: 429,
    body: { message: 'You are being rate limited.', retry_after: seconds, global },
    headers: {
      'Retry-After': String(seconds),
      'X-RateLimit-Scope': global ? 'global' : 'user',
      ...(global ? { 'X-RateLimit-Global': 'true' } : {}),
    },
  };
}

/** How many requests one bucket takes in how many milliseconds. */
export interface Rate {
  readonly limit: number;
  readonly windowMs: number;
}

/** Counts requests by bucket. Its time is the machine's: clients wait by theirs. */
export class Buckets {
  readonly #rate: Rate;
  readonly #used = new Map<string, { count: number; resetAt: number }>();

  /** Buckets that all have this rate. */
  constructor(rate: Rate) {
    this.#rate = rate;
  }

  /** Counts a request: the headers to send and, where it was one too many, how long to wait in milliseconds. */
  take(bucket: string, key: string): { headers: Readonly<Record<string, string>>; waitMs: number | null } {
    const { limit, windowMs } = this.#rate;
    const now = Date.now();
    const known = this.#used.get(key);
    const used = known === undefined || known.resetAt <= now ? { count: 0, resetAt: now + windowMs } : known;
    used.count += 1;
    this.#used.set(key, used);
    const waitMs = used.resetAt - now;
    const headers = {
      'X-RateLimit-Limit': String(limit),
      'X-RateLimit-Remaining': String(Math.max(0, limit - used.count)),
      'X-RateLimit-Reset': String(used.resetAt / 1000),
      'X-RateLimit-Reset-After': String(waitMs / 1000),
      'X-RateLimit-Bucket': bucket,
    };
    return { headers, waitMs: used.count > limit ? waitMs : null };
  }
}
