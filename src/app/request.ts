/** What is asked of us, as plain data: every adapter makes these, nothing else reaches the commands. */
import type { Locale } from './locale.ts';
import type { PlaceSettings } from './places.ts';

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
  /** Whether settings of the place may be changed; `false` by default. */
  readonly manager?: boolean;
}

/** Where something is asked: a server of a platform, say, with the settings that hold there. */
export interface Place {
  readonly id: string;
  readonly settings: PlaceSettings;
}

/** A file that comes with a request. */
export interface IncomingFile {
  /** As its sender calls it; to be trusted in nothing. */
  readonly name: string;
  /** Bytes, as far as they are known beforehand; `null` where they are not. */
  readonly size: number | null;
  /** Its bytes. Rejects with a RemarkError where they cannot be had, or are more than `limit`. */
  read(limit: number): Promise<Uint8Array>;
}

/** What an adapter may know of a request besides what is asked. */
export interface Circumstances {
  /** A name unlike that of any other request, ever; without one the turn is not kept. */
  readonly request?: string;
  /** Milliseconds since 1970. */
  readonly at?: number;
  /** Requests of the same session are one conversation, answered in their order. */
  readonly session?: string;
  /** Turns of the session from before that time belong to another conversation. */
  readonly since?: number;
  readonly place?: Place;
  /** Files by what the values of options call them. */
  readonly files?: ReadonlyMap<string, IncomingFile>;
}

/** One request. */
export interface Request extends Call, Circumstances {
  readonly asker: Asker;
}

/** Who asks, where and in which conversation: all that a command gets to know of where it is used. */
export interface Caller extends Asker, Circumstances {}
