/**
 * What a button or an entry of a menu carries: all of the press, or where that is too long the key of it.
 *
 * A press is written as `1o2|search|.part|words=大桥|` – the version of this form, the verb, the screen in base 36, the
 * command, the option to fill in (a dot before it) or nothing, the values. A later form takes another digit, and the
 * reader of this one stays, so that buttons in old messages go on working.
 */
import { createHash } from 'node:crypto';
import { COMPONENT } from './limits.ts';
import type { Press, Verb } from './press.ts';

const VERSION = '1';
const KEPT = 'k:';
/** Characters of a key, 6 bits each: 162 bits, far beyond what chance or anybody on purpose makes twice. */
const KEY_LENGTH = 27;

const LETTERS: Readonly<Record<Verb, string>> = { open: 'o', turn: 't', fill: 'f', thread: 'h' };
const VERBS: readonly Verb[] = ['open', 'turn', 'fill', 'thread'];

/** A press as text that the shelf has to hold, by its key. */
export interface KeptText {
  readonly key: string;
  readonly text: string;
}

/** A press to put on a button. */
export interface PressId {
  /** At most 100 units. */
  readonly id: string;
  /** What has to be on the shelf before the button is shown, or `null` where the id holds everything. */
  readonly kept: KeptText | null;
}

/** The signs of the form itself, controls, halves of characters, and what platforms trim or turn into something else. */
const SPECIAL = /[\\|=]|[\u0000-\u001F\u007F-\u009F\u2028\u2029\uFEFF]|\p{Surrogate}/gu;

function escaped(text: string): string {
  return text.replace(SPECIAL, (unit) => {
    if (unit === '\\') return '\\\\';
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

function unescaped(text: string): string {
  return text.replace(/\\(?:\\|u([\da-f]{4}))/gu, (_, code?: string) =>
    code === undefined ? '\\' : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function written({ verb, call, screen, fill }: Press): string {
  const values = Object.entries(call.values).map(([key, value]) => `${escaped(key)}=${escaped(value)}`);
  const parts = [escaped(call.command), fill === null ? '' : `.${escaped(fill)}`, ...values];
  // Ends with a sign, so that blanks at the end of a value cannot be trimmed away.
  return `${VERSION}${LETTERS[verb]}${screen.toString(36)}|${parts.join('|')}|`;
}

/** The key and the value of `key=value`; only the first sign counts, both are escaped. */
function entry(text: string): [string, string] {
  const at = text.indexOf('=');
  return [unescaped(text.slice(0, at)), unescaped(text.slice(at + 1))];
}

function read(text: string): Press | null {
  const [, letter, screen = '', body = ''] = /^1([ofth])([\da-z]{1,10})\|(.*)\|$/su.exec(text) ?? [];
  const verb = VERBS.find((name) => LETTERS[name] === letter);
  const [command, fill, ...values] = body.split('|');
  if (verb === undefined || command === undefined || fill === undefined) return null;
  const press: Press = {
    verb,
    call: { command: unescaped(command), values: Object.fromEntries(values.map(entry)) },
    screen: Number.parseInt(screen, 36),
    fill: fill === '' ? null : unescaped(fill.slice(1)),
  };
  // Whatever we would have written otherwise is not ours, or broken.
  return written(press) === text ? press : null;
}

/** What stands for `press` on a button, and what has to be kept for it. The screen must be a whole number from 0. */
export function pressId(press: Press): PressId {
  const text = written(press);
  if (text.length <= COMPONENT.customId) return { id: text, kept: null };
  const key = createHash('sha256').update(text).digest('base64url').slice(0, KEY_LENGTH);
  return { id: KEPT + key, kept: { key, text } };
}

/** What an id stands for: a press, the key of a kept one, or `null` where the id is not one of ours. */
export function readPressId(id: string): { readonly press: Press } | { readonly key: string } | null {
  if (id.startsWith(KEPT)) {
    const key = id.slice(KEPT.length);
    return /^[\w-]{27}$/u.test(key) ? { key } : null;
  }
  if (id.length > COMPONENT.customId) return null;
  const press = read(id);
  return press === null ? null : { press };
}

/** The press that was kept as `text`, or `null` where the text is not one of ours. */
export function readKeptPress(text: string): Press | null {
  return read(text);
}
