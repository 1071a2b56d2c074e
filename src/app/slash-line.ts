/** The line form of a call, as people type it in a chat: `/search 招商 记者:某人 from:2022-07`. */
import { type Command, isTyped, keyOf, type Options, optionKey, type Registry } from './command.ts';
import { LOCALES, type Localized } from './locale.ts';
import type { Call } from './request.ts';

/** Whether a line is a command rather than a question. */
export function isSlashLine(line: string): boolean {
  return /^\s*[/／]/u.test(line);
}

/** Every name that the options go by. */
function namesOf(options: Options): string[] {
  const names = Object.entries(options).flatMap(([key, option]) => [key, ...LOCALES.map((at) => option.names[at])]);
  return [...new Set(names)];
}

/** Matches `name:` at a word's beginning; the names hold letters only. */
function namePattern(options: Options): RegExp {
  return new RegExp(`(?:^|\\s)(${namesOf(options).join('|')})[:：]`, 'giu');
}

/**
 * The options that words without a name fill. Days, numbers and choices are one word each, so a line may give several of
 * them one after the other; free text takes all that there is.
 */
function unnamedKeys(options: Options): string[] {
  const keys = Object.keys(options);
  const text = keys.findIndex((key) => {
    const type = options[key]?.type;
    return type === 'text' || type === 'article';
  });
  return text === 0 ? keys.slice(0, 1) : keys.slice(0, text === -1 ? keys.length : text);
}

/** What stands before the first name. */
function readUnnamed(text: string, options: Options): Record<string, string> {
  const keys = unnamedKeys(options);
  const [first] = keys;
  if (first === undefined || text === '') return {};
  const words = text.split(/\s+/u);
  // More words than options: a slip, which the first of them will tell.
  if (keys.length === 1 || words.length > keys.length) return { [first]: text };
  return Object.fromEntries(words.map((word, at) => [keys[at] ?? first, word]));
}

function readValues(text: string, options: Options): Record<string, string> {
  const values: Record<string, string> = {};
  let key: string | null = null;
  let from = 0;
  const take = (to: number): void => {
    const value = text.slice(from, to).trim();
    if (key === null) Object.assign(values, readUnnamed(value, options));
    else if (value !== '') values[key] = value;
  };
  if (Object.keys(options).length === 0) return values;
  for (const match of text.matchAll(namePattern(options))) {
    take(match.index);
    key = optionKey(options, (match[1] ?? '').toLowerCase()) ?? key;
    from = match.index + match[0].length;
  }
  take(text.length);
  return values;
}

/** Whether something goes by this name in any language. */
function isCalled(name: string, called: { readonly name: string; readonly names: Localized }): boolean {
  return called.name === name || LOCALES.some((locale) => called.names[locale] === name);
}

/** The commands that stand under this name. */
function membersOf(name: string, { commands }: Registry): Command[] {
  return commands.filter(({ group }) => group !== undefined && isCalled(name, group));
}

/** The call that a line such as `/summary article words` stands for; the command need not exist. */
export function parseSlash(line: string, registry: Registry): Call {
  const [, first = '', rest = ''] = /^[/／](\S*)\s*(.*)$/su.exec(line.trim()) ?? [];
  const [, second = '', behind = ''] = /^(\S*)\s*(.*)$/su.exec(rest) ?? [];
  const members = membersOf(first.toLowerCase(), registry);
  const grouped = members.length > 0;
  // The two words may be of different languages: /概括 article.
  const command = grouped
    ? members.find((member) => isCalled(second.toLowerCase(), member))
    : registry.find(first.toLowerCase());
  if (command === undefined) return { command: grouped ? `${first} ${second}`.trim() : first, values: {} };
  return { command: keyOf(command), values: readValues(grouped ? behind : rest, command.options) };
}

/** A line is a command where it begins with a slash, else a question. */
export function callOfLine(line: string, registry: Registry): Call {
  return isSlashLine(line) ? parseSlash(line, registry) : { command: 'ask', values: { question: line } };
}

/** The line that {@link parseSlash} reads as `call`. */
export function slashLine({ command, values }: Call, registry: Registry): string {
  const options = registry.find(command)?.options ?? {};
  const [primary] = Object.keys(options);
  const given = Object.entries(values).sort(([a], [b]) => Number(b === primary) - Number(a === primary));
  const parts = given.map(([key, value]) => (key === primary ? value : `${key}:${value}`));
  return [`/${command}`, ...parts].join(' ');
}

/** What can be typed after a slash, each as it begins. */
export function typedNames({ commands }: Registry): string[] {
  return commands.filter(isTyped).map(keyOf);
}
