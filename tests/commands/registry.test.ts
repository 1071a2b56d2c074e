import { describe, expect, it } from 'vitest';
import { registry } from '../../commands/registry.ts';
import { type Command, isTyped, keyOf, type Option } from '../../src/app/command.ts';
import { LOCALES, type Localized } from '../../src/app/locale.ts';

/** Names that the chat platform accepts as well: letters, digits and dashes of any script, lower case, at most 32. */
const NAME = /^[-_\p{L}\p{N}]{1,32}$/u;

const options = registry.commands.flatMap((command) =>
  Object.entries(command.options).map(([key, option]): [string, string, Option] => [keyOf(command), key, option]),
);

function texts(localized: Localized): string[] {
  return LOCALES.map((locale) => localized[locale]);
}

describe('the registry', () => {
  it('offers the commands in the order that people need them', () => {
    expect(registry.commands.filter(isTyped).map(keyOf)).toEqual([
      ...['ask', 'search', 'article', 'articles', 'status'],
      ...['summary article', 'summary topic', 'summary day', 'summary range', 'summary page'],
      ...['admin add', 'admin remove', 'admin reindex', 'admin jobs', 'admin unanswered', 'admin backup'],
      ...['admin settings', 'privacy show', 'privacy delete', 'help'],
    ]);
  });

  it.each(registry.commands.map((command): [string, Command] => [keyOf(command), command]))(
    '%s has a legal name and a description in every language and cannot be changed',
    (_name, command) => {
      // What stands in the menu of a message is a label, not something that is typed.
      for (const name of command.surface === 'menu' ? [command.name] : [command.name, ...texts(command.names)]) {
        expect(name).toMatch(NAME);
        expect(name).toBe(name.toLowerCase());
      }
      for (const text of texts(command.description)) expect(text.length).toBeLessThanOrEqual(100);
      expect(texts(command.description)).not.toContain('');
      expect(Object.isFrozen(command)).toBe(true);
    },
  );

  it.each(options)(
    '%s %s has legal names and a description in every language',
    (_command, key, { names, description }) => {
      for (const name of [key, ...texts(names)]) {
        expect(name).toMatch(NAME);
        expect(name).toBe(name.toLowerCase());
      }
      for (const text of texts(description)) expect(text.length).toBeLessThanOrEqual(100);
      expect(texts(description)).not.toContain('');
    },
  );

  it.each(registry.commands)('the options of $name do not share a name', ({ options: declared }) => {
    const names = Object.entries(declared).flatMap(([key, option]) => [...new Set([key, ...texts(option.names)])]);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(registry.commands)('$name takes what must be given before what may be left out', ({ options: declared }) => {
    const required = Object.values(declared).map((option) => option.required === true);
    expect(required).toEqual([...required].sort((a, b) => Number(b) - Number(a)));
  });
});
