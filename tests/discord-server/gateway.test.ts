import { once } from 'node:events';
import { ActivityType, type Client, type ClientOptions, Events, GatewayIntentBits, type Message } from 'discord.js';
import { describe, it, type TestContext } from 'vitest';
import { WebSocket } from 'ws';
import { startDiscord } from '../support/discord/discord.ts';
import type { DiscordOptions } from '../support/discord/servers.ts';
import { clientFor, SOON, startBot } from './bot.ts';

const { Guilds, GuildMessages, MessageContent, GuildMembers } = GatewayIntentBits;

/** A server with a channel and somebody who writes, and the clients that a test points at it. */
async function open({ onTestFinished: finished }: TestContext, options: DiscordOptions = {}) {
  const discord = await startDiscord(options);
  const channel = discord.addChannel(discord.addGuild());
  const user = discord.addUser();
  const clients: Client[] = [];
  finished(async () => {
    await Promise.all(clients.map((client) => client.destroy()));
    await discord.close();
  });
  const bot = async (given: Partial<ClientOptions> = {}) => {
    const client = await startBot(discord, given);
    clients.push(client);
    const heard: Message[] = [];
    client.on(Events.MessageCreate, (message) => heard.push(message));
    return { client, heard };
  };
  return { discord, channel, user, clients, bot };
}

const texts = (heard: readonly Message[]): readonly string[] => heard.map(({ content }) => content);

// Clients wait for half a second before they reconnect, so these tests wait side by side.
describe.concurrent('the gateway', () => {
  it('resumes a session whose connection was dropped, and what happened in between arrives once', async (context) => {
    const { expect } = context;
    const { discord, channel, user, bot } = await open(context);
    const { heard } = await bot();
    discord.say(user, channel, 'before');
    await expect.poll(() => texts(heard), SOON).toEqual(['before']);
    discord.drop();
    discord.say(user, channel, 'in between');
    await expect.poll(() => texts(heard), SOON).toEqual(['before', 'in between']);
    discord.say(user, channel, 'after');
    await expect.poll(() => texts(heard), SOON).toEqual(['before', 'in between', 'after']);
    expect([discord.identifies.length, discord.resumes.length]).toEqual([1, 1]);
  });

  it('resumes after it asked to reconnect and after a resumable invalid session', async (context) => {
    const { expect } = context;
    const { discord, channel, user, bot } = await open(context);
    const { heard } = await bot();
    discord.invalidateSession(true);
    await discord.until(() => discord.resumes.length === 1);
    discord.askReconnect();
    await discord.until(() => discord.resumes.length === 2);
    discord.say(user, channel, 'still there');
    await expect.poll(() => texts(heard), SOON).toEqual(['still there']);
    expect(discord.identifies).toHaveLength(1);
  });

  it('begins a new session where the old one is no longer valid', async (context) => {
    const { expect } = context;
    const { discord, channel, user, bot } = await open(context);
    const { heard } = await bot();
    discord.invalidateSession(false);
    discord.say(user, channel, 'lost');
    await discord.until(() => discord.identifies.length === 2);
    discord.say(user, channel, 'new');
    await expect.poll(() => texts(heard), SOON).toEqual(['new']);
    expect([discord.sessions.length, discord.resumes.length]).toEqual([1, 0]);
  });

  it('lets a client in again that was kept out for a while', async (context) => {
    const { expect } = context;
    const { discord, channel, user, bot } = await open(context);
    const { client, heard } = await bot();
    const refused = new Promise((resolve) => {
      client.once(Events.ShardError, resolve);
    });
    discord.holdGatewayDown(true);
    discord.drop();
    expect(String(await refused)).toContain('503');
    discord.say(user, channel, 'missed');
    discord.holdGatewayDown(false);
    await expect.poll(() => texts(heard), SOON).toEqual(['missed']);
  });

  it('tells every shard of its own guilds, and shard 0 of direct messages', async (context) => {
    const { expect } = context;
    const { discord, user, bot } = await open(context, { shards: 2 });
    const guilds = [0, 1].map((shard) => discord.addGuild({ shard, name: `guild ${shard}` }));
    const rooms = guilds.map((guild) => discord.addChannel(guild));
    const { client, heard } = await bot({ shards: 'auto' });
    await discord.ready(2);
    for (const [index, room] of rooms.entries()) discord.say(user, room, `to ${index}`);
    discord.say(user, discord.addDm(user), 'direct');
    await expect.poll(() => texts(heard).toSorted(), SOON).toEqual(['direct', 'to 0', 'to 1']);
    expect(guilds.map(({ id }) => client.guilds.cache.get(id)?.shardId)).toEqual([0, 1]);
    expect(discord.identifies.map(({ shard }) => shard)).toEqual([
      [0, 2],
      [1, 2],
    ]);
  });

  it('tells several clients at once', async (context) => {
    const { expect } = context;
    const { discord, channel, user, bot } = await open(context);
    const [first, second] = await Promise.all([bot(), bot()]);
    await discord.ready(2);
    discord.say(user, channel, 'to all');
    await expect.poll(() => [texts(first.heard), texts(second.heard)], SOON).toEqual([['to all'], ['to all']]);
  });

  it('keeps texts from sessions that may not read them, but for mentions and direct messages', async (context) => {
    const { expect } = context;
    const { discord, channel, user, bot } = await open(context);
    const { heard } = await bot({ intents: [Guilds, GuildMessages, GatewayIntentBits.DirectMessages] });
    const attachments = [{ filename: 'a.txt', data: Buffer.from('a') }];
    discord.say(user, channel, 'for people', { attachments });
    discord.say(user, channel, `<@${discord.bot.id}> for the bot`);
    discord.say(user, discord.addDm(user), 'direct');
    await expect.poll(() => heard, SOON).toHaveLength(3);
    expect(texts(heard)).toEqual(['', `<@${discord.bot.id}> for the bot`, 'direct']);
    expect(heard[0]?.attachments.size).toBe(0);
  });

  it('keeps messages from sessions that did not ask for them', async (context) => {
    const { expect } = context;
    const { discord, channel, user, bot } = await open(context);
    const { heard } = await bot({ intents: [Guilds, GatewayIntentBits.DirectMessages, MessageContent] });
    discord.say(user, channel, 'unheard');
    discord.say(user, discord.addDm(user), 'direct');
    await expect.poll(() => texts(heard), SOON).toEqual(['direct']);
  });

  it('refuses a wrong token and intents that the application may not have', async (context) => {
    const { expect } = context;
    const { discord, clients } = await open(context, { allowedIntents: Guilds | GuildMessages });
    const client = clientFor(discord);
    clients.push(client);
    await expect(client.login('wrong')).rejects.toMatchObject({ code: 'TokenInvalid' });
    const curious = clientFor(discord, { intents: [Guilds, GuildMembers] });
    clients.push(curious);
    await expect(curious.login(discord.token)).rejects.toThrow('Used disallowed intents');
    expect(discord.identifies).toEqual([]);
  });

  it.for([
    ['a wrong token', 2, { token: 'wrong', intents: 1 }, 4004],
    ['a shard that is none', 2, { intents: 1, shard: [2, 2] }, 4010],
    ['intents that the application may not have', 2, { intents: MessageContent }, 4014],
    ['a wrong token in a resume', 6, { token: 'wrong', session_id: 'x', seq: 1 }, 4004],
    ['something that it does not know', 99, {}, 4001],
  ] as const)('closes on %s', async ([, op, d, code], context) => {
    const { expect } = context;
    const { discord } = await open(context, { allowedIntents: Guilds });
    const socket = new WebSocket(discord.api.replace('http', 'ws').replace('/api', '/?v=10'));
    await once(socket, 'open');
    socket.send(JSON.stringify({ op, d: { token: discord.token, ...d } }));
    expect((await once(socket, 'close'))[0]).toBe(code);
  });

  it('hears presences and answers heartbeats', async (context) => {
    const { expect } = context;
    const { discord, bot } = await open(context, { heartbeatMs: 300 });
    const { client } = await bot();
    client.user.setActivity('the evening edition', { type: ActivityType.Watching });
    await discord.until(() => discord.presences.length === 1);
    expect(discord.presences).toMatchObject([{ activities: [{ name: 'the evening edition', type: 3 }] }]);
    await expect.poll(() => client.ws.ping, SOON).toBeGreaterThanOrEqual(0);
  });
});
