import { ApplicationCommandOptionType, type RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { registry } from '../../../commands/registry.ts';
import { definitionsOf } from '../../../src/adapters/discord/definitions.ts';
import { type Command, createRegistry, defineCommand, isTyped, type Option } from '../../../src/app/command.ts';
import type { Localized } from '../../../src/app/locale.ts';
import { content } from '../../../src/app/reply.ts';
import { Form, fieldsOf } from '../../support/discord/form.ts';
import { checkCommand, checkCommandSet } from '../../support/discord/validate-commands.ts';

function same(text: string): Localized {
  return { 'zh-CN': text, 'zh-TW': text, en: text };
}

function named(zh: string, tw: string, en: string): Localized {
  return { 'zh-CN': zh, 'zh-TW': tw, en };
}

/** A command about the weather, which is as good as any. */
function weather(parts: Partial<Command> = {}): Command {
  return defineCommand({
    name: 'weather',
    names: named('天气', '天氣', 'weather'),
    description: named('看天气', '看天氣', 'look at the weather'),
    pace: 'instant',
    audience: 'asker',
    options: {},
    run: async () => content([]),
    ...parts,
  });
}

function only(command: Command): RESTPostAPIApplicationCommandsJSONBody {
  const [definition] = definitionsOf(createRegistry([command]));
  if (definition === undefined) throw new Error('Nothing is registered.');
  return definition;
}

const texts = { names: named('城市', '城市', 'city'), description: named('哪里', '哪裡', 'where') };
const localized = {
  name_localizations: { 'zh-CN': '城市', 'zh-TW': '城市' },
  description: 'where',
  description_localizations: { 'zh-CN': '哪里', 'zh-TW': '哪裡' },
};

describe('definitionsOf', () => {
  it('registers a typed command under its Latin name, with other languages only where they differ', () => {
    expect(only(weather())).toEqual({
      type: 1,
      name: 'weather',
      name_localizations: { 'zh-CN': '天气', 'zh-TW': '天氣' },
      description: 'look at the weather',
      description_localizations: { 'zh-CN': '看天气', 'zh-TW': '看天氣' },
      options: [],
      contexts: [0, 1],
      integration_types: [0],
    });
    expect(only(weather({ names: named('天气', 'weather', 'forecast') }))).toMatchObject({
      name_localizations: { 'zh-CN': '天气', 'en-US': 'forecast', 'en-GB': 'forecast' },
    });
    expect(only(weather({ names: same('weather') }))).not.toHaveProperty('name_localizations');
  });

  it.each<[string, Option, object]>([
    ['text', { type: 'text', maxLength: 60, ...texts }, { type: 3, max_length: 60 }],
    ['integer', { type: 'integer', min: 0, max: 9, ...texts }, { type: 4, min_value: 0, max_value: 9 }],
    ['date', { type: 'date', edge: 'to', ...texts }, { type: 3, max_length: 20 }],
    ['article', { type: 'article', ...texts }, { type: 3, autocomplete: true }],
    ['flag', { type: 'flag', ...texts }, { type: 5 }],
    ['channel', { type: 'channel', ...texts }, { type: 7, channel_types: [0, 5, 10, 11, 12] }],
    [
      'choice',
      { type: 'choice', choices: [{ value: 'c', names: named('摄氏', '攝氏', 'Celsius') }], ...texts },
      {
        type: 3,
        choices: [{ name: 'Celsius', name_localizations: { 'zh-CN': '摄氏', 'zh-TW': '攝氏' }, value: 'c' }],
      },
    ],
  ])('tells Discord what an option of the kind %s takes', (_kind, option, expected) => {
    const definition = only(weather({ options: { city: option } }));
    expect(definition).toMatchObject({ options: [{ name: 'city', ...localized, ...expected }] });
  });

  it('puts required options first and leaves inner ones out', () => {
    const option = { type: 'flag', ...texts } as const;
    const options = {
      first: { ...option, names: same('first') },
      second: { ...option, names: same('second'), inner: true },
      third: { ...option, names: same('third'), required: true },
    };
    const definition = only(weather({ options }));
    expect(definition).toMatchObject({ options: [{ name: 'third', required: true }, { name: 'first' }] });
  });

  it('makes subcommands of one command of those of a group, and leaves inner commands out', () => {
    const group = { name: 'city', names: named('城市', '城市', 'city'), description: same('about a city') };
    const other = weather({ group, name: 'map', names: named('地图', '地圖', 'map') });
    const hidden = weather({ group, name: 'zoom', names: same('zoom'), surface: 'inner' });
    const help = weather({ name: 'help', names: same('help') });
    const definitions = definitionsOf(createRegistry([weather({ group }), help, hidden, other]));
    expect(definitions.map(({ name }) => name)).toEqual(['city', 'help']);
    expect(definitions[0]).toMatchObject({
      description: 'about a city',
      options: [
        { type: ApplicationCommandOptionType.Subcommand, name: 'weather', options: [] },
        { type: ApplicationCommandOptionType.Subcommand, name: 'map' },
      ],
    });
  });

  it('puts commands that are asked of a message into its menu, called as people read it', () => {
    const names = named('查天气', '查天氣', 'Check the weather');
    expect(only(weather({ surface: 'menu', names, options: { city: { type: 'flag', ...texts } } }))).toEqual({
      type: 3,
      name: 'Check the weather',
      name_localizations: { 'zh-CN': '查天气', 'zh-TW': '查天氣' },
      contexts: [0, 1],
      integration_types: [0],
    });
  });

  it.each([
    ['anyone', undefined, [0, 1]],
    ['manager', '32', [0]],
    ['admin', '32', [0, 1]],
  ] as const)(
    'shows a command for %s to those with the permissions %s in the contexts %j',
    (permission, bits, contexts) => {
      const definition = only(weather({ permission }));
      expect([definition.default_member_permissions, definition.contexts]).toEqual([bits, contexts]);
    },
  );

  it('asks of a group only what all of its commands need', () => {
    const group = { name: 'city', names: same('city'), description: same('about a city') };
    const guarded = weather({ group, permission: 'manager' });
    const open = weather({ group, name: 'map', names: same('map') });
    expect(only(guarded)).toMatchObject({ default_member_permissions: '32', contexts: [0] });
    const [both] = definitionsOf(createRegistry([guarded, open]));
    expect(both).not.toHaveProperty('default_member_permissions');
    expect(both?.contexts).toEqual([0, 1]);
  });
});

describe("Discord's limits", () => {
  const flag: Option = { type: 'flag', ...texts };
  const choice = (at: number) => ({ value: `v${at}`, names: same(`c${at}`) });

  it.each<[string, Partial<Command>, RegExp]>([
    ['a long name', { names: named('天'.repeat(33), '天', 'w') }, /"weather".*name in zh-CN has 33 .*1 to 32/u],
    ['an empty name', { names: named('天', '', 'w') }, /"weather".*zh-TW has 0 /u],
    ['an upper case', { names: named('天', '天', 'Weather') }, /"weather".*en-US, "Weather", may only/u],
    ['a blank', { name: 'the weather' }, /"the weather".*may only have/u],
    ['a long description', { description: named('看', '看', 'x'.repeat(101)) }, /description has 101 .*1 to 100/u],
    [
      'too many options',
      {
        options: Object.fromEntries(
          Array.from({ length: 26 }, (_, at) => [`o${at}`, { ...flag, names: same(`o${at}`) }]),
        ),
      },
      /has 26 options.*25/u,
    ],
    ['two options of one name', { options: { one: flag, two: flag } }, /two of its parts are called "城市" in zh-CN/u],
    ['a bad name of an option', { options: { City: flag } }, /command "weather", option "City", .*"City", may only/u],
    [
      'too many choices',
      { options: { city: { type: 'choice', choices: Array.from({ length: 26 }, (_, at) => choice(at)), ...texts } } },
      /option "city".*26 choices.*25/u,
    ],
    [
      'a long choice',
      { options: { city: { type: 'choice', choices: [{ value: 'v', names: same('x'.repeat(101)) }], ...texts } } },
      /choice has 101/u,
    ],
    ['long texts', { options: { city: { type: 'text', maxLength: 6001, ...texts } } }, /6001 characters.*6000/u],
  ])('are told of %s', (_what, parts, said) => {
    expect(() => only(weather(parts))).toThrow(said);
  });

  it('are told of 8,000 characters in all, in the longest language', () => {
    const words = (at: number) => ({
      names: named(`o${at}`, `o${at}`, `o${at}`),
      description: named('长'.repeat(90), '長', 'x'),
    });
    const choices = Array.from({ length: 25 }, (_, at) => ({ value: `v${at}`, names: same(`${at}`.padEnd(10, 'x')) }));
    const options = Object.fromEntries(
      Array.from({ length: 25 }, (_, at): [string, Option] => [`o${at}`, { type: 'choice', choices, ...words(at) }]),
    );
    expect(() => only(weather({ options }))).toThrow(/"weather".*has \d{5} characters in all.*8000/u);
  });

  it('are told of more menus than one scope has', () => {
    const menus = Array.from({ length: 16 }, (_, at) =>
      weather({ name: `m${at}`, names: same(`M${at}`), surface: 'menu' }),
    );
    expect(() => definitionsOf(createRegistry(menus))).toThrow(/16 commands of messages.*15/u);
  });
});

describe('the commands of the program', () => {
  const definitions = definitionsOf(registry);

  it('are all registered, each under a name of its own', () => {
    const heads = registry.commands
      .filter((command) => isTyped(command) || command.surface === 'menu')
      .map(({ surface, names, group, name }) => (surface === 'menu' ? names.en : (group?.name ?? name)));
    expect(definitions.map(({ name }) => name)).toEqual([...new Set(heads)]);
    expect(definitions.length).toBeGreaterThan(5);
  });

  it('are as Discord takes them, by the rules of its servers', () => {
    const form = new Form();
    for (const [at, definition] of definitions.entries()) checkCommand(form, `${at}.`, fieldsOf(definition));
    checkCommandSet(form, definitions.map(fieldsOf));
    expect(() => form.finish()).not.toThrow();
  });

  it('are described in Chinese to whoever reads Chinese', () => {
    for (const definition of definitions.filter(({ type }) => type === 1)) {
      const others = 'description_localizations' in definition ? definition.description_localizations : null;
      expect(Object.keys(others ?? {})).toEqual(['zh-CN', 'zh-TW']);
    }
  });
});
