import { REST, type RESTPostAPIApplicationCommandsJSONBody, Routes } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { registry } from '../../../commands/registry.ts';
import { definitionsOf } from '../../../src/adapters/discord/definitions.ts';
import { applicationIdOf, type Deployment, deployCommands, inviteUrl } from '../../../src/adapters/discord/deploy.ts';
import { type Discord, startDiscord } from '../../support/discord/discord.ts';

const ping: RESTPostAPIApplicationCommandsJSONBody = {
  type: 1,
  name: 'ping',
  name_localizations: { 'zh-CN': '响', 'zh-TW': '響' },
  description: 'answer at once',
  options: [
    { type: 3, name: 'word', description: 'any word', required: true, choices: [{ name: 'Tick', value: 'tick' }] },
    { type: 7, name: 'where', description: 'a channel', channel_types: [0, 5] },
    { type: 5, name: 'loud', description: 'louder' },
  ],
  contexts: [0, 1],
  integration_types: [0],
};
const count: RESTPostAPIApplicationCommandsJSONBody = { type: 3, name: 'Count', contexts: [0], integration_types: [0] };
const NOTHING = { added: [], changed: [], removed: [], unchanged: [] };

let discord: Discord;
let rest: REST;
beforeEach(async () => {
  discord = await startDiscord();
  rest = new REST({ version: '10', api: discord.api }).setToken(discord.token);
});
afterEach(() => discord.close());

function deploy(parts: Partial<Deployment> = {}) {
  const applicationId = discord.applicationId;
  return deployCommands({ rest, applicationId, guild: null, definitions: [ping, count], ...parts });
}

describe('deployCommands', () => {
  it('registers everything everywhere in one request, and nothing the second time', async () => {
    expect(await deploy()).toEqual({
      ...NOTHING,
      scope: { kind: 'global' },
      added: ['ping', 'Count'],
      cleared: null,
      guildsUnknown: true,
      written: true,
    });
    expect(discord.commands().map(({ name }) => name)).toEqual(['ping', 'Count']);
    expect(await deploy()).toMatchObject({ ...NOTHING, unchanged: ['ping', 'Count'], written: false });
    expect(discord.commandWrites).toBe(1);
  });

  it('finds nothing to change in the commands of the program once they are registered, here and everywhere', async () => {
    const definitions = definitionsOf(registry);
    for (const guild of [null, discord.addGuild().id]) {
      expect((await deploy({ guild, definitions })).written).toBe(true);
      expect((await deploy({ guild, definitions })).written).toBe(false);
    }
  });

  it.each<[string, RESTPostAPIApplicationCommandsJSONBody]>([
    ['description', { ...ping, description: 'answer soon' }],
    ['name in one language', { ...ping, name_localizations: { 'zh-CN': '响应', 'zh-TW': '響' } }],
    ['permission', { ...ping, default_member_permissions: '32' }],
    ['context', { ...ping, contexts: [0] }],
    ['order of options', { ...ping, options: [{ type: 5, name: 'loud', description: 'louder' }] }],
  ])('tells a change of the %s', async (_what, changed) => {
    await deploy();
    const { id } = discord.commands()[0] ?? {};
    expect(await deploy({ definitions: [changed, count] })).toMatchObject({
      ...NOTHING,
      changed: ['ping'],
      unchanged: ['Count'],
      written: true,
    });
    expect(discord.commands()[0]?.id).toBe(id);
  });

  it('tells a command that is gone from one of the same name in a menu', async () => {
    await deploy({ definitions: [{ ...count, name: 'ping' }] });
    expect(await deploy({ definitions: [ping] })).toMatchObject({ added: ['ping'], removed: ['ping'] });
  });

  it('takes the same as the same, in whatever order and with whatever Discord adds', async () => {
    await deploy();
    const [command] = discord.commands();
    const told = Object.fromEntries(Object.entries({ ...command, handler: null, nsfw: false }).reverse());
    const stand = {
      get: async () => [{ ...told, contexts: [1, 0] }],
      put: () => Promise.reject(new Error('not asked for')),
    };
    expect(await deploy({ rest: stand, definitions: [ping] })).toMatchObject({ unchanged: ['ping'], written: false });
  });

  it('writes nothing in a dry run, but tells what it would', async () => {
    const guild = discord.addGuild();
    await deploy();
    const tried = await deploy({ guild: guild.id, definitions: [ping], dryRun: true });
    expect(tried).toMatchObject({
      added: ['ping'],
      cleared: { scope: { kind: 'global' }, names: ['ping', 'Count'] },
      written: false,
    });
    expect([discord.commandWrites, discord.commands(guild).length]).toEqual([1, 0]);
  });

  it('leaves no command twice: moving to a server clears everywhere, and back', async () => {
    const guild = discord.addGuild();
    await deploy();
    expect(await deploy({ guild: guild.id })).toMatchObject({
      scope: { kind: 'guild', id: guild.id },
      added: ['ping', 'Count'],
      cleared: { scope: { kind: 'global' }, names: ['ping', 'Count'] },
      guildsUnknown: false,
    });
    expect([discord.commands().length, discord.commands(guild).length]).toEqual([0, 2]);
    expect(await deploy({ triedIn: guild.id })).toMatchObject({
      scope: { kind: 'global' },
      cleared: { scope: { kind: 'guild', id: guild.id }, names: ['ping', 'Count'] },
      guildsUnknown: false,
    });
    expect([discord.commands().length, discord.commands(guild).length]).toEqual([2, 0]);
  });

  it('does not touch the other scope where nothing of ours is in it', async () => {
    const guild = discord.addGuild();
    await deploy({ definitions: [{ type: 1, name: 'other', description: 'of somebody else' }] });
    expect((await deploy({ guild: guild.id })).cleared).toBeNull();
    expect(discord.commands().length).toBe(1);
  });

  it('registers everywhere although the server that commands were tried out in is out of reach', async () => {
    const refused = Object.assign(new Error('Missing Access'), { code: 50_001, status: 403 });
    const stand = {
      get: async (route: string) => (route.includes('/guilds/') ? Promise.reject(refused) : []),
      put: async () => [],
    };
    expect(await deploy({ rest: stand, triedIn: '7' })).toMatchObject({ written: true, cleared: null });
    await expect(deploy({ rest: stand, guild: '7' })).rejects.toBe(refused);
  });

  it('learns the application from the token', async () => {
    expect(await applicationIdOf(rest)).toBe(discord.applicationId);
    expect(discord.requests.map(({ path }) => path)).toEqual([Routes.currentApplication()]);
  });
});

describe('inviteUrl', () => {
  it('asks for the bot and its commands, in a server that is chosen already where one is known', () => {
    const query = new URL(inviteUrl('42', '7')).searchParams;
    expect(query.get('scope')?.split(' ')).toEqual(['bot', 'applications.commands']);
    expect([query.get('client_id'), query.get('guild_id')]).toEqual(['42', '7']);
    // Neither Administrator nor anything that changes the server.
    expect(BigInt(query.get('permissions') ?? '0') & 0b111111n).toBe(0n);
  });
});
