import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ManualClock } from '../support/discord/clock.ts';
import { type Discord, startDiscord } from '../support/discord/discord.ts';
import type { Exchange } from '../support/discord/exchange.ts';
import type { Channel, Person } from '../support/discord/model.ts';
import { PERMISSIONS, PLAIN_MEMBER } from '../support/discord/permissions.ts';
import { callback, faultsOf, request, webhook } from './raw.ts';

const EPHEMERAL = 64;
const LOADING = 128;
const MINUTE = 60_000;

describe('answers to interactions', () => {
  let discord: Discord;
  let channel: Channel;
  let user: Person;
  let asked: Exchange;

  beforeEach(async () => {
    discord = await startDiscord({ clock: new ManualClock() });
    channel = discord.addChannel(discord.addGuild());
    user = discord.addUser();
    asked = discord.slash(user, { channel, command: 'ask', options: { question: 'who?' } });
  });

  afterEach(() => discord.close());

  const say = (content: string, flags = 0) => ({ type: 4, data: { content, flags } });
  const defer = (flags = 0) => ({ type: 5, data: { flags } });
  const button = (custom_id: string) => ({ type: 1, components: [{ type: 2, style: 1, label: custom_id, custom_id }] });
  const input = (parts: object = {}) => ({
    type: 1,
    components: [{ type: 4, custom_id: 'text', label: 'Text', style: 1, ...parts }],
  });
  const modal = (parts: object = {}) => ({
    type: 9,
    data: { custom_id: 'letter', title: 'A letter', components: [input()], ...parts },
  });

  it('answer what is as complete as from Discord', async () => {
    const guildId = channel.guildId;
    expect(asked.payload).toMatchObject({
      application_id: discord.applicationId,
      type: 2,
      token: asked.token,
      version: 1,
      data: { type: 1, name: 'ask', options: [{ name: 'question', type: 3, value: 'who?' }] },
      guild_id: guildId,
      guild: { id: guildId, locale: 'en-US', features: [] },
      channel_id: channel.id,
      channel: { id: channel.id, type: 0, name: channel.name, permissions: expect.any(String) },
      member: { user: { id: user.id }, roles: [], permissions: expect.any(String) },
      locale: 'en-US',
      guild_locale: 'en-US',
      context: 0,
      authorizing_integration_owners: { 0: guildId },
      entitlements: [],
      attachment_size_limit: 10_485_760,
    });
    const direct = discord.slash(user, { channel: discord.addDm(user), command: 'ask' }).payload;
    expect(direct).toMatchObject({ user: { id: user.id }, context: 1, channel: { type: 1 } });
    expect([direct['guild_id'], direct['member']]).toEqual([undefined, undefined]);
  });

  it('answer only what the caller gets to see', async () => {
    const body = [{ name: 'intake', description: 'Reads', default_member_permissions: '32', contexts: [0] }];
    await request(discord, ['PUT', `/applications/${discord.applicationId}/commands`], { body });
    const call = { channel, command: 'intake' };
    expect(() => discord.slash(user, call)).toThrow('does not show without the permissions ManageGuild');
    expect(discord.slash(user, { ...call, force: true }).id).toBeTruthy();
    const manager = discord.slash(user, { ...call, permissions: PLAIN_MEMBER | PERMISSIONS.ManageGuild });
    expect(manager.payload['data']).toMatchObject({ id: discord.commands()[0]?.id });
    expect(() => discord.slash(user, { ...call, channel: discord.addDm(user) })).toThrow('direct conversations');
  });

  it('come in time or are refused as unknown', async () => {
    discord.advance(3000);
    const other = discord.slash(user, { channel, command: 'ask' });
    expect((await callback(discord, asked, say('just in time'))).status).toBe(200);
    expect(asked.acknowledgedAfterMs).toBe(3000);
    discord.advance(3001);
    const late = await callback(discord, other, say('late'));
    expect([late.status, late.body['code']]).toEqual([404, 10_062]);
    await expect(other.answered()).rejects.toThrow('Acknowledged too late');
    expect(other.callbacks).toMatchObject([{ type: 4, status: 404, code: 10_062 }]);
  });

  it('are given once', async () => {
    await callback(discord, asked, say('first'));
    const second = await callback(discord, asked, defer());
    expect([second.status, second.body['code']]).toEqual([400, 40_060]);
    expect(discord.messages(channel).map(({ content }) => content)).toEqual(['first']);
  });

  it('may be given again where they were refused for their form', async () => {
    const refused = await callback(discord, asked, say('x'.repeat(2001)));
    expect(faultsOf(refused.body)).toEqual(['data.content BASE_TYPE_MAX_LENGTH']);
    expect((await callback(discord, asked, say(''))).body['code']).toBe(50_006);
    expect((await callback(discord, asked, say('short'))).status).toBe(200);
    expect((await asked.answered()).content).toBe('short');
  });

  it('tell what was made when they are asked to', async () => {
    const { body } = await callback(discord, asked, defer(EPHEMERAL));
    expect(body).toMatchObject({
      interaction: { id: asked.id, type: 2, response_message_loading: true, response_message_ephemeral: true },
      resource: { type: 5, message: { id: asked.original?.id, flags: EPHEMERAL | LOADING } },
    });
  });

  it('fit the kind of the interaction', async () => {
    const types = async (exchange: Exchange) => {
      const refused: number[] = [];
      // The one that is taken without any data comes last.
      for (const type of [4, 6, 7, 8, 9, 5]) {
        const { body } = await callback(discord, exchange, { type });
        if (faultsOf(body).includes('type BASE_TYPE_CHOICES')) refused.push(type);
      }
      return refused;
    };
    const typed = discord.autocomplete(user, { channel, command: 'ask', options: { page: 'a' }, focused: 'page' });
    expect(await types(typed)).toEqual([4, 6, 7, 9, 5]);
    expect(await types(asked)).toEqual([6, 7, 8]);
    const other = discord.slash(user, { channel, command: 'ask' });
    await callback(discord, other, modal());
    expect(await types(discord.submit(user, other, 'hello'))).toEqual([6, 7, 8, 9]);
  });

  it('stay hidden or visible as they were deferred, whatever the answer says', async () => {
    const open = discord.slash(user, { channel, command: 'ask' });
    await callback(discord, asked, defer(EPHEMERAL));
    await callback(discord, open, defer());
    expect(await webhook(discord, asked, { body: { content: 'hidden' } })).toMatchObject({
      status: 200,
      body: { id: asked.original?.id, flags: EPHEMERAL },
    });
    await webhook(discord, open, { body: { content: 'visible', flags: EPHEMERAL } });
    expect([asked.followUps, open.followUps]).toEqual([[], []]);
    expect([asked.ephemeral, open.original?.flags]).toEqual([true, 0]);
    expect(discord.messages(channel).map(({ content }) => content)).toEqual(['visible']);
    await webhook(discord, open, { body: { content: 'hidden now', flags: EPHEMERAL } });
    expect((await open.followedUp()).map(({ flags }) => flags)).toEqual([EPHEMERAL]);
    expect(discord.messages(channel)).toHaveLength(1);
  });

  it('leave the place of a deferred message that was edited or deleted', async () => {
    const gone = discord.slash(user, { channel, command: 'ask' });
    await callback(discord, asked, defer(EPHEMERAL));
    await callback(discord, gone, defer(EPHEMERAL));
    await webhook(discord, asked, { method: 'PATCH', message: '@original', body: { content: 'edited' } });
    await webhook(discord, gone, { method: 'DELETE', message: '@original' });
    await webhook(discord, asked, { body: { content: 'more' } });
    await webhook(discord, gone, { body: { content: 'instead' } });
    expect([asked.original?.content, gone.original]).toEqual(['edited', null]);
    expect(discord.messages(channel).map(({ content }) => content)).toEqual(['more', 'instead']);
    expect((await gone.answered()).content).toBe('instead');
    const missing = await webhook(discord, gone, { method: 'GET', message: '@original' });
    expect([missing.status, missing.body['code']]).toEqual([404, 10_008]);
  });

  it('are followed up for fifteen minutes, and only after the first answer', async () => {
    expect((await webhook(discord, asked, { body: { content: 'early' } })).body['code']).toBe(10_015);
    await callback(discord, asked, say('first'));
    discord.advance(15 * MINUTE);
    expect((await webhook(discord, asked, { body: { content: 'in time' } })).status).toBe(200);
    discord.advance(1);
    const late = await webhook(discord, asked, { body: { content: 'late' } });
    expect([late.status, late.body['code']]).toEqual([401, 50_027]);
  });

  it('are not found by anybody but their interaction', async () => {
    await callback(discord, asked, say('mine', EPHEMERAL));
    const id = asked.original?.id ?? '';
    expect((await request(discord, ['GET', `/channels/${channel.id}/messages/${id}`])).body['code']).toBe(10_008);
    const other = discord.slash(user, { channel, command: 'ask' });
    await callback(discord, other, say('other'));
    expect((await webhook(discord, other, { method: 'PATCH', message: id, body: {} })).body['code']).toBe(10_008);
    const stranger = discord.addUser({ name: 'Ada Quill' });
    const message = await asked.answered();
    expect(() => discord.press(stranger, message, 'more')).toThrow('for somebody else');
  });

  it('update the message of a component, and carry the message on into a modal', async () => {
    await callback(discord, asked, { type: 4, data: { content: 'start', components: [button('more')] } });
    const pressed = discord.press(user, await asked.answered(), 'more');
    expect(pressed.payload).toMatchObject({
      type: 3,
      message: { id: asked.original?.id },
      data: { component_type: 2 },
    });
    await callback(discord, pressed, modal());
    await expect(pressed.answered()).rejects.toThrow('answered with a modal');
    const sent = discord.submit(user, pressed, { text: 'hello' });
    expect(sent.payload).toMatchObject({ type: 5, message: { id: asked.original?.id } });
    await callback(discord, sent, { type: 7, data: { content: 'done', components: [] } });
    expect((await sent.answered()).id).toBe(asked.original?.id);
    expect(() => discord.press(user, sent.original ?? raise(), 'more')).toThrow('only: none');
  });

  it.each([
    ['a long title', { title: 'x'.repeat(46) }, ['data.title BASE_TYPE_BAD_LENGTH']],
    ['no rows', { components: [] }, ['data.components BASE_TYPE_BAD_LENGTH']],
    [
      'a long label',
      { components: [input({ label: 'x'.repeat(46) })] },
      ['data.components.0.components.0.label BASE_TYPE_BAD_LENGTH'],
    ],
    [
      'a long placeholder',
      { components: [input({ placeholder: 'x'.repeat(101) })] },
      ['data.components.0.components.0.placeholder BASE_TYPE_MAX_LENGTH'],
    ],
    [
      'a large minimum',
      { components: [input({ min_length: 4001 })] },
      ['data.components.0.components.0.min_length NUMBER_TYPE_MAX'],
    ],
    ['a button', { components: [button('more')] }, ['data.components.0.components.0.type BASE_TYPE_CHOICES']],
  ])('refuse a modal with %s', async (_, parts, faults) => {
    const { body } = await callback(discord, asked, modal(parts));
    expect(faultsOf(body)).toEqual(expect.arrayContaining(faults));
    expect(asked.modal).toBeNull();
  });

  it('take a modal whose inputs are labelled in the newer way', async () => {
    const inner = { type: 4, custom_id: 'text', style: 1 };
    await callback(discord, asked, modal({ components: [{ type: 18, label: 'Text', component: inner }] }));
    const sent = discord.submit(user, asked, 'hello');
    const components = [{ type: 18, component: { type: 4, custom_id: 'text', value: 'hello' } }];
    expect(sent.payload['data']).toMatchObject({ components });
  });

  it.each([
    [
      'too many choices',
      Array.from({ length: 26 }, (_, i) => ({ name: `${i}`, value: `${i}` })),
      'data.choices BASE_TYPE_MAX_LENGTH',
    ],
    ['a long name', [{ name: 'x'.repeat(101), value: 'x' }], 'data.choices.0.name BASE_TYPE_BAD_LENGTH'],
    ['a long value', [{ name: 'x', value: 'x'.repeat(101) }], 'data.choices.0.value BASE_TYPE_MAX_LENGTH'],
    ['a number', [{ name: 'x', value: 1 }], 'data.choices.0.value STRING_TYPE_CONVERT'],
  ])('refuse %s', async (_, choices, fault) => {
    const typed = discord.autocomplete(user, { channel, command: 'ask', options: { page: 'a' }, focused: 'page' });
    const { body } = await callback(discord, typed, { type: 8, data: { choices } });
    expect(faultsOf(body)).toEqual([fault]);
    expect(typed.choices).toBeNull();
  });

  it('say in a complaint what happened', async () => {
    await callback(discord, asked, defer());
    await webhook(discord, asked, { method: 'PATCH', message: '@original', body: { content: 'x'.repeat(2001) } });
    const waited = asked.answered(1);
    await expect(waited).rejects.toThrow(/callback 5 taken after 0 ms.*refused.*BASE_TYPE_MAX_LENGTH/);
  });
});

function raise(): never {
  throw new Error('There is no message.');
}
