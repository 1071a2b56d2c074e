/** Discord's refusals. */

/** A refusal, thrown by whoever handles a request and sent as it is. */
export class ApiError extends Error {
  readonly status: number;
  readonly body: unknown;
  /** Discord's own number. */
  readonly code: number;

  /** A refusal with this status; `more` is added to its body. */
  constructor(status: number, code: number, message: string, more: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.body = { message, code, ...more };
  }
}

/** What the server knows nothing of, and Discord's number for it. */
export const UNKNOWN = {
  channel: [10_003, 'Unknown Channel'],
  guild: [10_004, 'Unknown Guild'],
  member: [10_007, 'Unknown Member'],
  message: [10_008, 'Unknown Message'],
  user: [10_013, 'Unknown User'],
  webhook: [10_015, 'Unknown Webhook'],
  interaction: [10_062, 'Unknown interaction'],
  command: [10_063, 'Unknown application command'],
} as const;

/** 404 for something that is not there. */
export function unknown(what: keyof typeof UNKNOWN): ApiError {
  const [code, message] = UNKNOWN[what];
  return new ApiError(404, code, message);
}

/** 400 for a message with nothing in it. */
export function emptyMessage(): ApiError {
  return new ApiError(400, 50_006, 'Cannot send an empty message');
}

/** 403 for a channel that the bot cannot see. */
export function missingAccess(): ApiError {
  return new ApiError(403, 50_001, 'Missing Access');
}

/** 403 for something that the bot may not do. */
export function missingPermissions(): ApiError {
  return new ApiError(403, 50_013, 'Missing Permissions');
}
