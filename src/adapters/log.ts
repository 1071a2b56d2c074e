/**
 * Writes what happens as lines of JSON: the time, how grave, what, and details.
 *
 * Nothing secret and nothing that people wrote may stand in it. Names of fields decide, not whoever writes the entry:
 * what is called like a secret is left out, and so is what is called like the text of a question or an answer, unless
 * that is wanted. Addresses lose their user and password, and secrets that are known are left out wherever they stand.
 */
import { pino } from 'pino';

/** How grave something is. */
export type LogLevel = 'info' | 'warn' | 'error';

/** What is known about an event. */
export type LogDetails = object;

/** Where events are told. None of these ever throws. */
export interface Log {
  info(event: string, details?: LogDetails): void;
  warn(event: string, details?: LogDetails): void;
  error(event: string, details?: LogDetails): void;
}

/** How a log is written. */
export interface LogParts {
  /** The least grave of what is written. */
  readonly level: LogLevel;
  /** Whether texts of questions and answers may stand in it. */
  readonly logQuestions: boolean;
  /** Takes whole lines, each with its line break. */
  readonly destination: { write(line: string): unknown };
  /** Values that are left out wherever they stand; short ones are not, for they could be words. */
  readonly secrets?: readonly string[];
}

/** As the bot tells what happens. */
export interface SunkEntry {
  readonly level: 'info' | 'warning' | 'error';
  readonly event: string;
  readonly details: Readonly<Record<string, unknown>>;
}

const SECRET_NAME = /token|passw|passphrase|secret|authori[sz]ation|credential|cookie|api[-_]?key|^auth$|^pass$/i;
const SPOKEN_NAME = /^(questions?|texts?|answers?|quer(y|ies)|whole|content|sentences?|quotes?)$/i;
/** What stands between `//` and `@` in an address, up to the last `@` before the path. */
const IN_ADDRESS = /([a-z][a-z\d+.-]{0,30}:\/\/)[^\s/?#]*@/gi;
const IN_HEADER = /\b(Bearer|Basic|Bot)\s+[\w.~+/=-]{8,}/g;
const LEFT_OUT = '[redacted]';
/** Shorter secrets may stand in a text by chance. */
const SHORTEST_SECRET = 6;
/** Levels of details, entries of each, and characters of a text that are written at most. */
const MOST = { depth: 6, entries: 100, characters: 4000 };

class Redaction {
  readonly #logQuestions: boolean;
  readonly #secrets: readonly string[];

  constructor({ logQuestions, secrets = [] }: LogParts) {
    this.#logQuestions = logQuestions;
    this.#secrets = secrets.filter(({ length }) => length >= SHORTEST_SECRET).toSorted((a, b) => b.length - a.length);
  }

  text(text: string): string {
    // Cut far behind what is kept: a secret that is cut in two would not be known as one.
    let clean = text.slice(0, 4 * MOST.characters);
    for (const secret of this.#secrets) clean = clean.replaceAll(secret, LEFT_OUT);
    clean = clean.replace(IN_ADDRESS, `$1${LEFT_OUT}@`).replace(IN_HEADER, `$1 ${LEFT_OUT}`);
    return clean.length > MOST.characters ? `${clean.slice(0, MOST.characters)}…` : clean;
  }

  value(value: unknown, depth: number): unknown {
    if (typeof value === 'string') return this.text(value);
    if (typeof value === 'object' && value !== null) return this.#thing(value, depth);
    return typeof value === 'number' || typeof value === 'boolean' || value === null ? value : this.text(String(value));
  }

  #thing(value: object, depth: number): unknown {
    if (depth >= MOST.depth) return '[deeper]';
    if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
    if (value instanceof URL) return this.text(value.href);
    if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
    if (value instanceof Map) return this.#object([...value], depth);
    if (Array.isArray(value) || value instanceof Set) {
      return [...value].slice(0, MOST.entries).map((each) => this.value(each, depth + 1));
    }
    return this.#object(value instanceof Error ? faultEntries(value) : Object.entries(value), depth);
  }

  #object(entries: readonly (readonly [unknown, unknown])[], depth: number): Record<string, unknown> {
    const given = entries.filter(([, value]) => value !== undefined);
    const kept = given.slice(0, MOST.entries).map(([key, value]) => {
      const name = String(key);
      return [this.text(name), this.#isHidden(name) ? LEFT_OUT : this.value(value, depth + 1)] as const;
    });
    return Object.fromEntries(kept);
  }

  #isHidden(name: string): boolean {
    return SECRET_NAME.test(name) || (!this.#logQuestions && SPOKEN_NAME.test(name));
  }
}

/** What an error says of itself; its own fields, which libraries fill with requests and texts, only where known. */
function faultEntries(fault: Error): (readonly [string, unknown])[] {
  const { name, message, stack, cause } = fault;
  const code = 'code' in fault ? fault.code : undefined;
  return Object.entries({ name, message, code, stack, cause });
}

/** A log that writes one line of JSON for each event to `destination`. */
export function createLog(parts: LogParts): Log {
  const redaction = new Redaction(parts);
  const writer = pino(
    {
      level: parts.level,
      messageKey: 'event',
      base: { pid: process.pid },
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write: (line) => void parts.destination.write(line) },
  );
  const at = (level: LogLevel) => (event: string, details?: LogDetails) => {
    if (!writer.isLevelEnabled(level)) return;
    try {
      writer[level](details === undefined ? {} : { details: redaction.value(details, 0) }, redaction.text(event));
    } catch {
      // Details that cannot be looked at must not keep the program from its work.
      writer[level]({ details: '[unreadable]' }, redaction.text(event));
    }
  };
  return { info: at('info'), warn: at('warn'), error: at('error') };
}

/** Leads what the bot tells into a log. */
export function logSink(log: Log): (entry: SunkEntry) => void {
  const at = { info: log.info, warning: log.warn, error: log.error };
  return ({ level, event, details }) => at[level](event, details);
}
