import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ManualClock } from '../support/discord/clock.ts';
import { type Discord, startDiscord } from '../support/discord/discord.ts';
import type { Channel, Guild } from '../support/discord/model.ts';
import type { PermissionName } from '../support/discord/permissions.ts';
import { callback, request } from './raw.ts';

const MINUTE = 60_000;

describe('the REST API', () => {
  let discord: Discord;
  let guild: Guild;
  let channel: Channel;
  let path: `/channels/${string}/messages`;

  beforeEach(async () => {
    discord = await startDiscord({ clock: new ManualClock() });
    guild = discord.addGuild();
    channel = discord.addChannel(guild);
    path = `/channels/${channel.id}/messages`;
  });

  afterEach(() => discord.close());

  const contents = (): readonly string[] => discord.messages(channel).map(({ content }) => content);
  it('refuses a wrong token and does not know what Discord has not', async () => {
    const wrong = await request(discord, ['GET', '/users/@me'], { token: 'wrong' });
    expect(wrong).toMatchObject({ status: 401, body: { code: 0, message: '401: Unauthorized' } });
    expect((await request(discord, ['GET', '/users/@you'])).body['code']).toBe(10_013);
    expect((await request(discord, ['GET', '/nowhere'])).status).toBe(404);
    expect((await request(discord, ['GET', '/users/@me'])).body['id']).toBe(discord.applicationId);
  });

  it('tells a client about application, guild and member', async () => {
    const user = discord.addUser({ name: 'Mei Lan' });
    const get = async (route: string) => (await request(discord, ['GET', route])).body;
    expect(await get('/applications/@me')).toMatchObject({ id: discord.applicationId });
    expect(await get(`/guilds/${guild.id}`)).toMatchObject({ id: guild.id, name: guild.name });
    expect(await get(`/guilds/${guild.id}/members/${user.id}`)).toMatchObject({ user: { global_name: 'Mei Lan' } });
    expect(await get(`/guilds/${guild.id}/members/1`)).toMatchObject({ code: 10_007 });
    expect(await get('/gateway/bot')).toMatchObject({ shards: 1, session_start_limit: { remaining: 1000 } });
  });

  it('gives the first message again for a nonce of the last minutes that is to be enforced', async () => {
    const send = async (parts: object) => (await request(discord, ['POST', path], { body: parts })).body['id'];
    const first = await send({ content: 'a', nonce: 'n1', enforce_nonce: true });
    expect(await send({ content: 'b', nonce: 'n1', enforce_nonce: true })).toBe(first);
    expect(await send({ content: 'c', nonce: 'n2', enforce_nonce: true })).not.toBe(first);
    expect(await send({ content: 'd', nonce: 'n1' })).not.toBe(first);
    discord.advance(6 * MINUTE);
    expect(await send({ content: 'e', nonce: 'n1', enforce_nonce: true })).not.toBe(first);
    expect(contents()).toEqual(['a', 'c', 'd', 'e']);
  });

  it('tells its rate limits and holds to them', async () => {
    await discord.close();
    discord = await startDiscord({ rate: { limit: 2, windowMs: 60_000 } });
    channel = discord.addChannel(discord.addGuild());
    const send = () => request(discord, ['POST', `/channels/${channel.id}/messages`], { body: { content: 'x' } });
    const left = [await send(), await send()].map(({ headers }) => headers.get('x-ratelimit-remaining'));
    expect(left).toEqual(['1', '0']);
    const { status, body, headers } = await send();
    expect([status, body['global'], headers.get('x-ratelimit-scope')]).toEqual([429, false, 'user']);
    expect(Number(headers.get('retry-after'))).toBeCloseTo(Number(body['retry_after']));
    const elsewhere = discord.addChannel(discord.addGuild());
    const other = await request(discord, ['POST', `/channels/${elsewhere.id}/messages`], { body: { content: 'x' } });
    expect(other.status).toBe(200);
  });

  it.each([
    ['SendMessages', { content: 'x' }, 50_013],
    ['ViewChannel', { content: 'x' }, 50_001],
    ['EmbedLinks', { embeds: [{ title: 'x' }] }, 50_013],
  ] as const)('refuses what the channel denies the bot: %s', async (name, body, code) => {
    const denied: readonly PermissionName[] = [name];
    const room = discord.addChannel(guild, { deny: denied });
    const came = await request(discord, ['POST', `/channels/${room.id}/messages`], { body });
    expect([came.status, came.body['code']]).toEqual([403, code]);
  });

  it('refuses threads where they are denied, where there can be none, and a second one', async () => {
    const thread = async (room: Channel, body: unknown = { name: 'talk' }) => {
      const message = discord.say(discord.addUser(), room, 'start');
      const route = `/channels/${room.id}/messages/${message.id}/threads`;
      const first = await request(discord, ['POST', route], { body });
      return [first.body['code'], (await request(discord, ['POST', route], { body })).body['code']];
    };
    expect(await thread(channel)).toEqual([undefined, 160_004]);
    expect(await thread(channel, { name: 'x'.repeat(101) })).toEqual([50_035, 50_035]);
    expect(await thread(discord.addChannel(guild, { deny: ['CreatePublicThreads'] }))).toEqual([50_013, 50_013]);
    expect(await thread(discord.addDm(discord.addUser()))).toEqual([50_024, 50_024]);
  });

  it('lets the bot change its own messages only', async () => {
    const own = (await request(discord, ['POST', path], { body: { content: 'mine' } })).body['id'];
    const other = discord.say(discord.addUser(), channel, 'yours').id;
    const edit = async (id: unknown) =>
      (await request(discord, ['PATCH', `${path}/${id}`], { body: { content: 'y' } })).body;
    expect(await edit(own)).toMatchObject({ content: 'y', edited_timestamp: expect.any(String) });
    expect(await edit(other)).toMatchObject({ code: 50_005 });
    expect((await request(discord, ['DELETE', `${path}/${own}`])).status).toBe(204);
    expect(await edit(own)).toMatchObject({ code: 10_008 });
  });

  describe('whom a message notifies', () => {
    const USER = '100000000000000001';
    const send = async (body: object) => {
      const sent = await request(discord, ['POST', path], { body });
      const message = discord.messages(channel).find(({ id }) => id === sent.body['id']);
      return message && discord.pinged(message);
    };

    it.each([
      ['everybody named where nothing else is said', undefined, [USER], true],
      ['nobody where nothing is parsed', { parse: [] }, [], false],
      ['only those of a kind', { parse: ['users'] }, [USER], false],
      ['only those that are listed', { users: [USER] }, [USER], false],
      ['nobody where others are listed', { users: ['1'] }, [], false],
    ])('is %s', async (_, allowed_mentions, users, everyone) => {
      const content = `<@${USER}> and @everyone`;
      expect(await send({ content, allowed_mentions })).toEqual({ users, roles: [], everyone });
      expect(discord.pings).toHaveLength(users.length > 0 || everyone ? 1 : 0);
    });

    it('leaves out code, embeds and what the bot may not mention', async () => {
      const role = discord.addRole(guild);
      discord.deny(channel, ['MentionEveryone']);
      const content = `\`<@${USER}>\` \`\`\`@here\`\`\` @everyone <@&${role.id}>`;
      await send({ content, embeds: [{ description: `<@${USER}>` }] });
      expect(discord.pings).toEqual([]);
      const loud = discord.addRole(guild, { mentionable: true });
      expect((await send({ content: `<@&${loud.id}>` }))?.roles).toEqual([loud.id]);
    });

    it('hears newer components too, and code only where it is code', async () => {
      const components = [{ type: 17, components: [{ type: 10, content: `<@${USER}>` }] }];
      expect((await send({ flags: 32_768, components }))?.users).toEqual([USER]);
      expect((await send({ content: `\\\`<@${USER}>\\\`` }))?.users).toEqual([USER]);
    });

    it('includes who is replied to, unless that is forbidden', async () => {
      const user = discord.addUser();
      const message_reference = { message_id: discord.say(user, channel, 'hello').id };
      expect((await send({ content: 'x', message_reference }))?.users).toEqual([user.id]);
      const forbidden = { replied_user: false };
      expect((await send({ content: 'x', message_reference, allowed_mentions: forbidden }))?.users).toEqual([]);
    });

    it('is users only in answers to interactions, and counts anew for an edit', async () => {
      const asked = discord.slash(discord.addUser(), { channel, command: 'ask' });
      await callback(discord, asked, { type: 4, data: { content: `@everyone <@${USER}>` } });
      expect(discord.pings).toMatchObject([{ users: [USER], everyone: false }]);
      const sent = await request(discord, ['POST', path], { body: { content: 'quiet' } });
      await request(discord, ['PATCH', `${path}/${sent.body['id']}`], { body: { content: '@here' } });
      expect(discord.pings[1]).toMatchObject({ everyone: true, content: '@here' });
    });
  });
});
