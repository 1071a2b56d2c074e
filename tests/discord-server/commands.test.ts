import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Discord, startDiscord } from '../support/discord/discord.ts';
import { faultsOf, request } from './raw.ts';

const many = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, i) => make(i));

let discord: Discord;

beforeAll(async () => {
  discord = await startDiscord();
});

afterAll(() => discord.close());

const slash = (parts: object = {}): object => ({ name: 'ask', description: 'Asks', ...parts });
const field = (parts: object = {}): object => ({ type: 3, name: 'question', description: 'What', ...parts });

/** `[what, commands that are refused, their faults]` */
const COMMANDS: readonly (readonly [string, readonly object[], readonly string[]])[] = [
  ['a name in capitals', [slash({ name: 'Ask' })], ['0.name APPLICATION_COMMAND_INVALID_NAME']],
  ['a name with a space', [slash({ name: 'ask me' })], ['0.name APPLICATION_COMMAND_INVALID_NAME']],
  ['a long name', [slash({ name: 'x'.repeat(33) })], ['0.name BASE_TYPE_BAD_LENGTH']],
  ['no description', [slash({ description: undefined })], ['0.description BASE_TYPE_REQUIRED']],
  ['a long description', [slash({ description: 'x'.repeat(101) })], ['0.description BASE_TYPE_BAD_LENGTH']],
  [
    'a long localised description',
    [slash({ description_localizations: { 'zh-CN': '问'.repeat(101) } })],
    ['0.description_localizations.zh-CN BASE_TYPE_BAD_LENGTH'],
  ],
  [
    'a language that Discord does not have',
    [slash({ name_localizations: { zh: '问' } })],
    ['0.name_localizations.zh BASE_TYPE_CHOICES'],
  ],
  ['two of a name', [slash(), slash()], ['1.name APPLICATION_COMMANDS_DUPLICATE_NAME']],
  [
    'too many options',
    [slash({ options: many(26, (i) => field({ name: `q${i}` })) })],
    ['0.options BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'two options of a name',
    [slash({ options: [field(), field()] })],
    ['0.options.1.name APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS'],
  ],
  [
    'a required option after another',
    [slash({ options: [field(), field({ name: 'page', required: true })] })],
    ['0.options.1 APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID'],
  ],
  [
    'too many choices',
    [slash({ options: [field({ choices: many(26, (i) => ({ name: `c${i}`, value: `${i}` })) })] })],
    ['0.options.0.choices BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'a long choice',
    [slash({ options: [field({ choices: [{ name: 'x'.repeat(101), value: 'x' }] })] })],
    ['0.options.0.choices.0.name BASE_TYPE_BAD_LENGTH'],
  ],
  [
    'too much text',
    [
      slash({
        options: many(25, (i) =>
          field({ name: `q${i}`, choices: many(4, (j) => ({ name: `${j}${'x'.repeat(80)}`, value: 'v' })) }),
        ),
      }),
    ],
    ['0 APPLICATION_COMMAND_TOO_LARGE'],
  ],
];

describe('commands', () => {
  const path = () => `/applications/${discord.applicationId}/commands`;

  it.each(COMMANDS)('are refused with %s, and nothing is written', async (_, body, faults) => {
    const before = discord.commandWrites;
    const came = await request(discord, ['PUT', path()], { body });
    expect({ status: came.status, faults: faultsOf(came.body) }).toEqual({ status: 400, faults });
    expect(discord.commandWrites).toBe(before);
  });

  it('are refused where there are too many of a type', async () => {
    const body = many(16, (i) => ({ type: 3, name: `Check ${i}` }));
    expect((await request(discord, ['PUT', path()], { body })).body['code']).toBe(30_032);
    expect((await request(discord, ['PUT', path()], { body: body.slice(1) })).status).toBe(200);
  });

  it('keep their ids, are given back with or without localisations, changed and deleted', async () => {
    const body = [slash({ name_localizations: { 'zh-CN': '问' } }), { type: 3, name: 'Check this' }];
    await request(discord, ['PUT', path()], { body });
    const [first] = discord.commands();
    await request(discord, ['PUT', path()], { body });
    expect(discord.commands()[0]?.id).toBe(first?.id);
    const bare = await request(discord, ['GET', path()]);
    const full = await request(discord, ['GET', `${path()}?with_localizations=true`]);
    expect(bare.body['list']).not.toContainEqual(expect.objectContaining({ name_localizations: expect.anything() }));
    expect(full.body['list']).toContainEqual(expect.objectContaining({ name_localizations: { 'zh-CN': '问' } }));
    expect((await request(discord, ['POST', path()], { body: slash({ description: 'Asks again' }) })).status).toBe(200);
    await request(discord, ['PATCH', `${path()}/${first?.id}`], { body: { description: 'Asks at last' } });
    expect(discord.commands()[0]).toMatchObject({ id: first?.id, description: 'Asks at last' });
    expect((await request(discord, ['DELETE', `${path()}/${first?.id}`])).status).toBe(204);
    expect(discord.commands().map(({ name }) => name)).toEqual(['Check this']);
  });
});
