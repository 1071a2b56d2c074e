/**
 * The two kinds of error.
 *
 * A {@link UserError} is somebody's slip and is shown to them, in their language, with what to do about it. Everything
 * else is a fault of ours: it is handed to whoever runs the program and shown as one apology. That the library has
 * no answer is neither: it is a value.
 */

import type { Permission } from './command.ts';

/** What each user error tells besides its code; the wording of every language takes exactly these. */
export interface UserErrorDetails {
  readonly 'unknown-command': { readonly command: string; readonly nearest: string | null };
  readonly 'option-missing': { readonly option: string };
  readonly 'option-unknown': { readonly option: string; readonly known: readonly string[] };
  /** `length` and `limit` in characters. */
  readonly 'option-too-long': { readonly option: string; readonly length: number; readonly limit: number };
  readonly 'option-not-integer': {
    readonly option: string;
    readonly value: string;
    readonly min: number;
    readonly max: number;
  };
  readonly 'option-not-date': { readonly option: string; readonly value: string };
  readonly 'option-not-flag': { readonly option: string; readonly value: string };
  readonly 'option-not-choice': {
    readonly option: string;
    readonly value: string;
    readonly choices: readonly string[];
  };
  /** Both as `YYYY-MM-DD`. */
  readonly 'dates-reversed': { readonly from: string; readonly to: string };
  readonly 'search-empty': Record<never, never>;
  /** Who may: whoever manages the place, or whoever may change the library. */
  readonly 'not-allowed': { readonly permission: Exclude<Permission, 'anyone'> };
  readonly 'nothing-to-check': Record<never, never>;
  readonly 'place-needed': Record<never, never>;
}

/** What can be wrong with a request. */
export type UserErrorCode = keyof UserErrorDetails;

/** A sentence for every user error in one language. */
export type UserErrorWording = {
  readonly [Code in UserErrorCode]: (details: UserErrorDetails[Code]) => string;
};

/** A slip of the person who asks. The message is for logs; people are shown {@link UserError.tell}. */
export class UserError<Code extends UserErrorCode = UserErrorCode> extends Error {
  readonly code: Code;
  readonly details: UserErrorDetails[Code];

  constructor(code: Code, details: UserErrorDetails[Code]) {
    super(`${code} ${JSON.stringify(details)}`);
    this.name = 'UserError';
    this.code = code;
    this.details = details;
  }

  /** The sentence that the person is shown. */
  tell(wording: UserErrorWording): string {
    return wording[this.code](this.details);
  }
}
