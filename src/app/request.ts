/** What is asked of us, as plain data: every adapter makes these, nothing else reaches the commands. */
import type { Locale } from './locale.ts';

/** A command with its values still as text. Buttons and links carry calls, so that they outlive the process. */
export interface Call {
  /** The key of a command. */
  readonly command: string;
  /** By the key of the option. */
  readonly values: Readonly<Record<string, string>>;
}

/** Who asks. */
export interface Asker {
  /** Stable within the adapter; says nothing about the person. */
  readonly id: string;
  readonly locale: Locale;
  /** Whether commands that change the library are allowed. */
  readonly admin: boolean;
}

/** One request. Requests of the same session are one conversation, answered in their order. */
export interface Request extends Call {
  readonly asker: Asker;
  readonly session?: string;
}

/** Who asks and in which conversation: all that a command gets to know of where it is used. */
export interface Caller extends Asker {
  readonly session?: string;
}
