/** The chat's line form of a call: `/search 招商 记者:某人 from:2022-07`. */
import { type Options, optionKey, type Registry } from '../../app/command.ts';
import { LOCALES } from '../../app/locale.ts';
import type { Call } from '../../app/request.ts';

/** Every name that the options go by. */
function namesOf(options: Options): string[] {
  const names = Object.entries(options).flatMap(([key, option]) => [key, ...LOCALES.map((at) => option.names[at])]);
  return [...new Set(names)];
}

/** Matches `name:` at a word's beginning; the names hold letters only. */
function namePattern(options: Options): RegExp {
  return new RegExp(`(?:^|\\s)(${namesOf(options).join('|')})[:：]`, 'giu');
}

function readValues(text: string, options: Options): Record<string, string> {
  const [primary] = Object.keys(options);
  if (primary === undefined) return {};
  const values: Record<string, string> = {};
  let key: string = primary;
  let from = 0;
  const take = (to: number): void => {
    const value = text.slice(from, to).trim();
    if (value !== '') values[key] = value;
  };
  for (const match of text.matchAll(namePattern(options))) {
    take(match.index);
    key = optionKey(options, (match[1] ?? '').toLowerCase()) ?? key;
    from = match.index + match[0].length;
  }
  take(text.length);
  return values;
}

/** The call that a line such as `/search words from:2022` stands for; the command need not exist. */
export function parseSlash(line: string, registry: Registry): Call {
  const [, name = '', rest = ''] = /^[/／](\S*)\s*(.*)$/su.exec(line.trim()) ?? [];
  const command = registry.find(name.toLowerCase());
  return { command: command?.name ?? name, values: readValues(rest, command?.options ?? {}) };
}

/** The line that {@link parseSlash} reads as `call`. */
export function slashLine({ command, values }: Call, registry: Registry): string {
  const options = registry.find(command)?.options ?? {};
  const [primary] = Object.keys(options);
  const given = Object.entries(values).sort(([a], [b]) => Number(b === primary) - Number(a === primary));
  const parts = given.map(([key, value]) => (key === primary ? value : `${key}:${value}`));
  return [`/${command}`, ...parts].join(' ');
}
