/** Where Redis is, how it is spoken of, and what must never be said of it. */

/** A Redis to connect to. */
export interface Address {
  /** For the client: with the secrets. */
  readonly url: string;
  /** For people: host, port and database, such as `127.0.0.1:6379/2`. */
  readonly label: string;
  readonly database: number;
  /** A text as it may be said: with the password struck out, wherever it stands. */
  veil(text: string): string;
}

/**
 * Reads a REDIS_URL: `redis://` or, for an encrypted connection, `rediss://`, with user, password and the number of the
 * database where they are needed. Throws a TypeError that says nothing of what was given.
 */
export function readAddress(url: string): Address {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  const path = /^\/?(\d*)$/.exec(parsed?.pathname ?? '?');
  const secrets = parsed === null ? null : secretsOf(parsed);
  if (parsed === null || path === null || secrets === null || !['redis:', 'rediss:'].includes(parsed.protocol)) {
    throw new TypeError(
      'The address of Redis must look like redis://user:password@host:6379/0, or begin with rediss://; signs other ' +
        'than letters and digits in user and password are written as in any URL, such as %40 for @.',
    );
  }
  const database = Number(path[1] || 0);
  const label = `${parsed.hostname}:${parsed.port || 6379}/${database}`;
  return {
    url,
    label,
    database,
    veil: (text) => secrets.reduce((said, secret) => said.replaceAll(secret, '***'), text),
  };
}

/** The password as it stands in the address and as it is sent; `null` where it, or the user's name, is miswritten. */
function secretsOf({ username, password }: URL): string[] | null {
  try {
    decodeURIComponent(username);
    return [password, decodeURIComponent(password)].filter((secret) => secret !== '');
  } catch {
    return null;
  }
}
