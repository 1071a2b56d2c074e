/**
 * Tells apart what keeps the bot from Discord, so that people read what to do instead of a stack.
 *
 * What discord.js 14 throws: `DiscordjsError` with a code such as TokenInvalid; `DiscordAPIError` and `HTTPError` with a status;
 * plain errors of @discordjs/ws, known by their message alone; errors of the network with a code of the system. The
 * gateway closes with a number, which the event `shardDisconnect` carries.
 */

/** What can keep the bot from logging in. */
export type LoginFaultCode =
  | 'token-refused'
  | 'intents-refused'
  | 'too-many-logins'
  | 'shards-refused'
  | 'refused'
  | 'api-missing'
  | 'out-of-order'
  | 'unreachable';

/** What keeps the bot from Discord. */
export interface LoginFault {
  readonly code: LoginFaultCode;
  /** What the system or Discord calls it: `ECONNREFUSED`, `HTTP 403`, the time that logins are counted anew. */
  readonly detail: string;
}

/** Codes of discord.js itself. */
const NAMED: Readonly<Record<string, LoginFaultCode>> = {
  TokenInvalid: 'token-refused',
  TokenMissing: 'token-refused',
  DisallowedIntents: 'intents-refused',
  InvalidIntents: 'intents-refused',
  ShardingRequired: 'shards-refused',
};

/** Numbers that the gateway closes with, for good. */
const CLOSED: Readonly<Record<number, LoginFaultCode>> = {
  4004: 'token-refused',
  4010: 'shards-refused',
  4011: 'shards-refused',
  4013: 'intents-refused',
  4014: 'intents-refused',
};

/** What @discordjs/ws says when the gateway has closed with them. */
const SAID: Readonly<Record<string, number>> = {
  'Authentication failed': 4004,
  'Invalid shard': 4010,
  'Sharding is required': 4011,
  'Used invalid intents': 4013,
  'Used disallowed intents': 4014,
};

const STATUS: Readonly<Record<number, LoginFaultCode>> = {
  401: 'token-refused',
  403: 'refused',
  404: 'api-missing',
  405: 'api-missing',
  429: 'refused',
};

/** What systems and TLS call a network that does not lead there. */
const NETWORK =
  /^(?:ECONN|ENOTFOUND$|EAI_|ETIMEDOUT$|EHOSTUNREACH$|ENETUNREACH$|EPIPE$|EPROTO$|UND_ERR_|ERR_TLS_|ERR_SSL_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

/** What ws says when the gateway, or what stands before it, answers with a page instead of a connection. */
const NO_UPGRADE = /^Unexpected server response: (\d+)$/;

const NO_LOGINS = /^Not enough sessions remaining.*resets at (\S+)$/su;

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function byNumber(code: unknown): LoginFault | null {
  const fault = typeof code === 'number' ? CLOSED[code] : undefined;
  return fault === undefined ? null : { code: fault, detail: String(code) };
}

function byStatus(status: unknown): LoginFault | null {
  if (typeof status !== 'number') return null;
  const fault = status >= 500 ? 'out-of-order' : STATUS[status];
  return fault === undefined ? null : { code: fault, detail: `HTTP ${status}` };
}

function byMessage(message: unknown): LoginFault | null {
  if (typeof message !== 'string') return null;
  const [, until] = NO_LOGINS.exec(message) ?? [];
  if (until !== undefined) return { code: 'too-many-logins', detail: until };
  const [, status] = NO_UPGRADE.exec(message) ?? [];
  return status === undefined ? byNumber(SAID[message]) : byStatus(Number(status));
}

function byCode(error: unknown): LoginFault | null {
  const code = property(error, 'code');
  const named = typeof code === 'string' ? (NETWORK.test(code) ? 'unreachable' : NAMED[code]) : undefined;
  if (named !== undefined) return { code: named, detail: String(code) };
  const name = property(error, 'name');
  return name === 'AbortError' || name === 'TimeoutError' ? { code: 'unreachable', detail: 'ETIMEDOUT' } : null;
}

/**
 * What kept the bot from Discord, by the error that discord.js threw or the event that the gateway closed with; `null`
 * for anything else, which is a fault of the program.
 */
export function explainLogin(error: unknown): LoginFault | null {
  const status = property(error, 'status');
  const known =
    byCode(error) ??
    (status === undefined ? byNumber(property(error, 'code')) : byStatus(status)) ??
    byMessage(property(error, 'message'));
  if (known !== null) return known;
  const within = property(error, 'cause') ?? property(error, 'error') ?? firstOf(property(error, 'errors'));
  return within === undefined || within === null || within === error ? null : explainLogin(within);
}

/** Node tries several addresses of a name and throws all that went wrong together. */
function firstOf(errors: unknown): unknown {
  return Array.isArray(errors) ? errors[0] : undefined;
}
