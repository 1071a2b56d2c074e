import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  type Client,
  DiscordAPIError,
  Events,
  type Interaction,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Discord, startDiscord } from '../support/discord/discord.ts';
import type { Channel, Person } from '../support/discord/model.ts';
import { onInteraction, SOON, startBot } from './bot.ts';

const COMMAND = {
  name: 'ask',
  description: 'Asks',
  options: [
    { type: 3, name: 'question', description: 'What', required: true, autocomplete: true },
    { type: 4, name: 'page', description: 'Where' },
    { type: 7, name: 'room', description: 'In which channel' },
    { type: 11, name: 'scan', description: 'A file' },
  ],
};

describe('a discord.js client at the imitation', () => {
  let discord: Discord;
  let client: Client<true>;
  let channel: Channel;
  let user: Person;

  beforeEach(async () => {
    discord = await startDiscord();
    channel = discord.addChannel(discord.addGuild({ name: 'Lamp Street', locale: 'zh-CN' }), { name: 'archive' });
    user = discord.addUser({ name: 'Mei Lan', locale: 'zh-TW' });
    client = await startBot(discord);
  });

  afterEach(async () => {
    await client.destroy();
    await discord.close();
  });

  it('logs in, gets ready and knows its guilds and channels', async () => {
    await discord.ready();
    expect(client.user.id).toBe(discord.botUser.id);
    expect(client.guilds.cache.get(channel.guildId ?? '')?.preferredLocale).toBe('zh-CN');
    expect(client.channels.cache.get(channel.id)?.isSendable()).toBe(true);
  });

  it('hears of guilds and channels that come and go', async () => {
    const seen: string[] = [];
    client.on(Events.GuildCreate, ({ name }) => seen.push(`+${name}`));
    client.on(Events.GuildDelete, ({ name }) => seen.push(`-${name}`));
    const guild = discord.addGuild({ name: 'Quay' });
    const added = discord.addChannel(guild, { name: 'new', deny: ['EmbedLinks'] });
    await expect.poll(() => client.channels.cache.has(added.id), SOON).toBe(true);
    const permissions = client.guilds.cache.get(guild.id)?.members.me?.permissionsIn(added.id);
    expect([permissions?.has('EmbedLinks'), permissions?.has('SendMessages')]).toEqual([false, true]);
    discord.removeGuild(guild);
    await expect.poll(() => seen, SOON).toEqual(['+Quay', '-Quay']);
  });

  it('answers a slash command', async () => {
    onInteraction(client, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply(`heard ${interaction.options.getString('question')} in ${interaction.locale}`);
    });
    const asked = discord.slash(user, { channel, command: 'ask', options: { question: 'who?' } });
    const answer = await asked.answered();
    expect(discord.textOf(answer)).toBe('heard who? in zh-TW');
    expect([asked.deferred, asked.ephemeral, asked.answeredWith]).toEqual([false, false, 4]);
    expect(answer.interaction_metadata?.user.id).toBe(user.id);
    expect(discord.messages(channel)).toEqual([answer]);
  });

  it('gets options with the types that it registered', async () => {
    await client.application.commands.set([COMMAND]);
    const got: unknown[] = [];
    onInteraction(client, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const { options } = interaction;
      const scan = await fetch(options.getAttachment('scan', true).url);
      got.push(options.getInteger('page'), options.getChannel('room')?.id, await scan.text());
      await interaction.reply('thanks');
    });
    const scan = { filename: 'page.txt', data: Buffer.from('a page') };
    const options = { question: 'who?', page: 4, room: channel, scan };
    await discord.slash(user, { channel, command: 'ask', options }).answered();
    expect(got).toEqual([4, channel.id, 'a page']);
    expect(() => discord.slash(user, { channel, command: 'ask' })).toThrow('without its option "question"');
    expect(() => discord.slash(user, { channel, command: 'say' })).toThrow('only: ask');
    const wrong = { question: 'who?', page: '4' };
    expect(() => discord.slash(user, { channel, command: 'ask', options: wrong })).toThrow('does not fit');
  });

  it('offers choices', async () => {
    await client.application.commands.set([COMMAND]);
    onInteraction(client, async (interaction) => {
      if (!interaction.isAutocomplete()) return;
      const { name, value } = interaction.options.getFocused(true);
      await interaction.respond([{ name: `${name}: ${value}`, value: 'chosen' }]);
    });
    const typed = { channel, command: 'ask', options: { question: 'wh' }, focused: 'question' };
    expect(await discord.autocomplete(user, typed).offered()).toEqual([{ name: 'question: wh', value: 'chosen' }]);
  });

  it('defers, answers later and follows up', async () => {
    onInteraction(client, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const { resource } = await interaction.deferReply({ withResponse: true, flags: MessageFlags.Ephemeral });
      await interaction.editReply(`deferred as ${resource?.message?.id}`);
      await interaction.followUp('and more');
    });
    const asked = discord.slash(user, { channel, command: 'ask' });
    const answer = await asked.answered();
    await asked.followedUp();
    expect(answer.content).toBe(`deferred as ${answer.id}`);
    expect([asked.deferred, asked.ephemeral]).toEqual([true, true]);
    expect(discord.messages(channel).map(({ content }) => content)).toEqual(['and more']);
  });

  it('is pressed, chosen from and given a modal', async () => {
    const failures = onInteraction(client, answerEverything);
    const asked = await discord.slash(user, { channel, command: 'ask' }).answered();
    expect(() => discord.press(user, asked, 'Back')).toThrow('only: "More", "Write"');
    const pressed = await discord.press(user, asked, 'More').answered();
    expect([pressed.id, pressed.content]).toEqual([asked.id, 'more']);
    const chosen = await discord.choose(user, pressed, 'Second').answered();
    expect(chosen.content).toBe('chose 2');
    const writing = discord.press(user, chosen, '✏️');
    expect((await writing.asked()).title).toBe('A letter');
    expect(() => discord.submit(user, writing, 'no')).toThrow('takes 3 to 4000 characters');
    const submitted = discord.submit(user, writing, 'dear paper');
    expect((await submitted.answered()).content).toBe('wrote dear paper');
    expect(submitted.original?.id).toBe(asked.id);
    expect(failures).toEqual([]);
  });

  it('answers the menu of a message, and a message', async () => {
    onInteraction(client, async (interaction) => {
      if (!interaction.isMessageContextMenuCommand()) return;
      await interaction.reply(`checked "${interaction.targetMessage.content}"`);
    });
    client.on(Events.MessageCreate, (message) => {
      if (!message.author.bot) void message.reply(`you said ${message.content}`);
    });
    const said = discord.say(user, channel, `<@${discord.bot.id}> the lamps burn`);
    expect((await discord.menu(user, said, 'Check this').answered()).content).toContain('the lamps burn');
    const reply = await discord.replyTo(said);
    expect(reply.referenced_message?.id).toBe(said.id);
    expect(discord.pinged(reply).users).toEqual([user.id]);
  });

  it('is heard and answers in a direct conversation', async () => {
    client.on(Events.MessageCreate, (message) => {
      if (!message.author.bot) void message.reply('directly');
    });
    const direct = discord.addDm(user);
    discord.say(user, direct, 'hello');
    expect((await discord.nextMessage(direct)).content).toBe('directly');
    const shy = discord.addUser({ closedDms: true });
    const refused = client.users.send(shy.id, 'hello');
    await expect(refused).rejects.toMatchObject({ code: 50_007 });
  });

  it('is told of limits and missing permissions as by Discord', async () => {
    const room = await client.channels.fetch(channel.id);
    if (!room?.isSendable()) throw new Error('The channel cannot be written to.');
    const error: unknown = await room.send({ embeds: [{ title: 'x'.repeat(257) }] }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(DiscordAPIError);
    expect(String(error)).toContain('embeds[0].title[BASE_TYPE_MAX_LENGTH]: Must be 256 or fewer in length.');
    discord.deny(channel, ['EmbedLinks']);
    await expect(room.send({ embeds: [{ title: 'x' }] })).rejects.toMatchObject({ code: 50_013, status: 403 });
    discord.deny(channel, ['ViewChannel']);
    await expect(room.send('x')).rejects.toMatchObject({ code: 50_001, status: 403 });
  });

  it('sends files and starts one thread on a message', async () => {
    const room = await client.channels.fetch(channel.id);
    if (!room?.isSendable()) throw new Error('The channel cannot be written to.');
    const files = [{ attachment: Buffer.from('第一版'), name: '头版.txt', description: 'page one' }];
    const sent = await room.send({ files });
    const file = sent.attachments.first();
    expect(await (await fetch(file?.url ?? '')).text()).toBe('第一版');
    expect([file?.name, file?.description]).toEqual(['头版.txt', 'page one']);
    const thread = await sent.startThread({ name: 'about page one' });
    expect(thread.id).toBe(sent.id);
    await thread.send('inside');
    expect(discord.messages(discord.channel(thread.id)).map(({ content }) => content)).toEqual(['inside']);
    const again = client.rest.post(`/channels/${channel.id}/messages/${sent.id}/threads`, { body: { name: 'again' } });
    await expect(again).rejects.toMatchObject({ code: 160_004, status: 400 });
  });

  describe('where requests fail', () => {
    const contents = (): readonly string[] => discord.messages(channel).map(({ content }) => content);
    const sent = () => discord.requests.filter(({ path }) => path.endsWith('/messages'));
    const send = (body: object) => client.rest.post(`/channels/${channel.id}/messages`, { body });

    it('survives 429 and 5xx, and does everything once', async () => {
      discord.failNext({ method: 'POST', path: /messages$/, status: 429, retryAfterMs: 5 });
      await send({ content: 'after a 429' });
      discord.failNext({ method: 'POST', path: /messages$/, status: 502, times: 2 });
      await send({ content: 'after two 502' });
      expect(contents()).toEqual(['after a 429', 'after two 502']);
      expect(sent().map(({ status }) => status)).toEqual([429, 200, 502, 502, 200]);
      expect(discord.failuresLeft).toBe(0);
    });

    it.each([
      ['more 5xx than it tries again', 503, 4],
      ['a connection that is closed without an answer', 'hangUp', 1],
    ] as const)('gives up on %s', async (_, status, times) => {
      discord.failNext({ path: /messages$/, status, times });
      await expect(send({ content: 'x' })).rejects.toThrow();
      expect([contents(), discord.failuresLeft]).toEqual([[], 0]);
    });

    it.each([[500], ['reset']] as const)(
      'does twice what was lost on the way back (%s), but for a nonce',
      async (status) => {
        discord.failNext({ path: /messages$/, status, afterwards: true });
        await send({ content: 'once', nonce: 'n1', enforce_nonce: true });
        discord.failNext({ path: /messages$/, status, afterwards: true });
        await send({ content: 'twice' });
        expect(contents()).toEqual(['once', 'twice', 'twice']);
        expect(sent().map(({ done }) => done)).toEqual([true, true, true, true]);
      },
    );
  });
});

function rows() {
  const more = new ButtonBuilder().setCustomId('more').setLabel('More').setStyle(ButtonStyle.Primary);
  const write = new ButtonBuilder()
    .setCustomId('write')
    .setLabel('Write')
    .setEmoji('✏️')
    .setStyle(ButtonStyle.Secondary);
  const menu = new StringSelectMenuBuilder()
    .setCustomId('pick')
    .addOptions({ label: 'First', value: '1' }, { label: 'Second', value: '2' });
  return [
    new ActionRowBuilder<ButtonBuilder>().addComponents(more, write),
    new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu),
  ];
}

function letter(): ModalBuilder {
  const text = new TextInputBuilder().setCustomId('text').setLabel('Text').setStyle(TextInputStyle.Paragraph);
  const row = new ActionRowBuilder<TextInputBuilder>().addComponents(text.setMinLength(3));
  return new ModalBuilder().setCustomId('letter').setTitle('A letter').addComponents(row);
}

async function answerEverything(interaction: Interaction): Promise<unknown> {
  if (interaction.isChatInputCommand()) return interaction.reply({ content: 'start', components: rows() });
  if (interaction.isStringSelectMenu()) return interaction.update(`chose ${interaction.values.join()}`);
  if (interaction.isButton() && interaction.customId === 'write') return interaction.showModal(letter());
  if (interaction.isButton()) {
    await interaction.deferUpdate();
    return interaction.editReply('more');
  }
  if (!(interaction.isModalSubmit() && interaction.isFromMessage())) return null;
  return interaction.update(`wrote ${interaction.fields.getTextInputValue('text')}`);
}
