import { describe, expect, it, vi } from 'vitest';
import { type House, inHouse, pingsByBot, reader } from '../support/bot-house.ts';
import type { Channel, Message, Person } from '../support/discord/model.ts';
import type { SlashCall } from '../support/discord/people.ts';
import { article } from '../support/library.ts';
import { answer, evidence } from '../support/memory-library.ts';

const QUESTION = '大桥有多长？';
const LIBRARY = { outcomes: { [QUESTION]: answer() } };

/** Turns a setting of the channel's server on or off, as somebody who manages it. */
async function set({ discord }: House, channel: Channel, options: SlashCall['options'] & object): Promise<void> {
  const manager = reader(discord);
  const call = { channel, command: 'admin', subcommand: 'settings', options, permissions: 1n << 5n };
  await discord.slash(manager, call).answered();
}

/** A message that mentions the bot. */
function mention({ discord }: House, user: Person, channel: Channel, text = QUESTION): Message {
  return discord.say(user, channel, `<@${discord.botUser.id}> ${text}`);
}

/** Says something that must be answered, after something that must not be: what was to be ignored has been by then. */
async function nothingBut(house: House, channel: Channel, last: Message): Promise<void> {
  const { discord } = house;
  await discord.replyTo(last);
  const own = discord.messages(channel).filter(({ author }) => author.id === discord.botUser.id);
  expect(own).toHaveLength(1);
}

describe('a mention', () => {
  it('is answered in a reply that notifies nobody', async () => {
    await inHouse({ library: LIBRARY }, async (house) => {
      const { discord } = house;
      const channel = discord.addChannel(discord.addGuild({ locale: 'zh-CN' }));
      const reply = await discord.replyTo(mention(house, reader(discord), channel));
      expect(reply.embeds[0]?.title).toBe('2547米');
      expect(pingsByBot(discord)).toEqual([]);
      expect(discord.requests.some(({ path }) => path.endsWith('/typing'))).toBe(true);
    });
  });

  it('without a question is told how to ask', async () => {
    await inHouse({ library: LIBRARY }, async (house) => {
      const { discord } = house;
      const channel = discord.addChannel(discord.addGuild());
      expect(discord.textOf(await discord.replyTo(mention(house, reader(discord), channel, '')))).toContain('/ask');
    });
  });

  it('under a message of somebody else checks what that says', async () => {
    await inHouse(
      { library: { outcomes: { '大桥全长2547米吗？': answer({ text: '是' }) } }, parts: { messageContent: true } },
      async (house) => {
        const { discord } = house;
        const channel = discord.addChannel(discord.addGuild());
        const claim = discord.say(reader(discord), channel, '大桥全长**2547米**。');
        const asked = discord.say(reader(discord), channel, `<@${discord.botUser.id}>`, { replyTo: claim });
        expect((await discord.replyTo(asked)).embeds[0]?.title).toBe('是');
      },
    );
  });

  it('of everyone, or of a role, is not for us', async () => {
    await inHouse({ library: LIBRARY }, async (house) => {
      const { discord } = house;
      const channel = discord.addChannel(discord.addGuild());
      const user = reader(discord);
      discord.say(user, channel, `@everyone ${QUESTION}`);
      discord.say(user, channel, QUESTION);
      await nothingBut(house, channel, mention(house, user, channel));
    });
  });

  it('is left alone where the server wants that, and where we may not speak', async () => {
    await inHouse({ library: LIBRARY }, async (house) => {
      const { discord } = house;
      const [quiet, chosen] = [discord.addGuild(), discord.addGuild()];
      const [one, other, free] = [discord.addChannel(quiet), discord.addChannel(chosen), discord.addChannel(chosen)];
      await set(house, one, { mentions: false });
      await set(house, free, { allow: free });
      const user = reader(discord);
      mention(house, user, one);
      mention(house, user, other);
      await nothingBut(house, free, mention(house, user, free));
      expect(
        [...discord.messages(one), ...discord.messages(other)].filter(({ author }) => author.bot === true),
      ).toEqual([]);
    });
  });

  it('is not answered for all to see where answers are for the asker alone', async () => {
    await inHouse({ library: LIBRARY }, async (house) => {
      const { discord, library } = house;
      const channel = discord.addChannel(discord.addGuild({ locale: 'zh-CN' }));
      await set(house, channel, { private: true });
      const reply = await discord.replyTo(mention(house, reader(discord), channel));
      expect(discord.textOf(reply)).toContain('只给提问的人看');
      expect(library.asked).toEqual([]);
    });
  });

  it('with a command line does what that says, unless its reply is for one person alone', async () => {
    const articles = [article('a1', 'p1', { title: '大桥通车', texts: ['大桥今天通车。'] })];
    await inHouse({ library: { articles } }, async (house) => {
      const { discord } = house;
      const channel = discord.addChannel(discord.addGuild({ locale: 'zh-CN' }));
      const ask = async (line: string) =>
        discord.textOf(await discord.replyTo(mention(house, reader(discord), channel, line)));
      expect(await ask('/search 关键词:大桥')).toContain('**大桥**今天通车');
      expect(await ask('/概括 文章 大桥通车')).toContain('大桥今天通车');
      expect(await ask('/privacy show')).toContain('只给提问的人看');
      expect(await ask('/serach 大桥')).toContain('search');
    });
  });

  it('in a channel that is closed to us is noted for whoever runs the bot', async () => {
    await inHouse({ library: LIBRARY }, async (house) => {
      const { discord, log } = house;
      const guild = discord.addGuild();
      mention(house, reader(discord), discord.addChannel(guild, { deny: ['SendMessages'] }));
      await discord.replyTo(mention(house, reader(discord), discord.addChannel(guild)));
      await vi.waitFor(() => expect(log.map(({ event }) => event)).toContain('may-not-speak'));
      expect(log.filter(({ level }) => level === 'error')).toEqual([]);
    });
  });
});

describe('a reply to one of our answers', () => {
  it('follows it up, whoever asked and after a restart as well', async () => {
    await inHouse({ library: LIBRARY }, async (house) => {
      const { discord, library } = house;
      const channel = discord.addChannel(discord.addGuild());
      const asked = discord.slash(reader(discord), { channel, command: 'ask', options: { question: QUESTION } });
      const shown = await asked.answered();
      await house.restart();
      await discord.ready();
      const followed = discord.say(reader(discord), channel, '那它花了多少钱？', { replyTo: shown });
      await discord.replyTo(followed);
      expect(library.asked.at(-1)).toMatchObject({
        question: '那它花了多少钱？',
        options: { previous: { question: QUESTION, answer: '2547米' } },
      });
    });
  });
});

describe('a direct message', () => {
  it('is a question', async () => {
    await inHouse({ library: LIBRARY }, async ({ discord }) => {
      const user = reader(discord);
      const asked = discord.say(user, discord.addDm(user), QUESTION);
      expect((await discord.replyTo(asked)).embeds[0]?.title).toBe('2547米');
    });
  });
});

describe('a thread of ours', () => {
  it('is opened from a card and listened to, the card being the turn before', async () => {
    await inHouse({ library: LIBRARY, parts: { messageContent: true } }, async (house) => {
      const { discord, library } = house;
      const channel = discord.addChannel(discord.addGuild({ locale: 'zh-CN' }));
      await set(house, channel, { threads: true });
      const user = reader(discord);
      const shown = await discord.slash(user, { channel, command: 'ask', options: { question: QUESTION } }).answered();
      const opened = discord.textOf(await discord.press(user, shown, '接着讨论').answered());
      const thread = discord.channel(/<#(\d+)>/u.exec(opened)?.[1] ?? '');
      expect(thread.name).toBe(QUESTION);
      expect(discord.textOf(await discord.nextMessage(thread))).toContain('接着问就行');
      await discord.replyTo(discord.say(user, thread, '那它花了多少钱？'));
      expect(library.asked.at(-1)?.options.previous?.question).toBe(QUESTION);
      // Talk between people is none of our business.
      discord.say(user, thread, `<@${reader(discord).id}> 你看呢？`);
      await discord.replyTo(discord.say(reader(discord), thread, '谁修的？'));
      expect(library.asked.map(({ question }) => question)).toEqual([QUESTION, '那它花了多少钱？', '谁修的？']);
      expect(library.asked.at(-1)?.options.previous?.question).toBe('那它花了多少钱？');
    });
  });

  it('says what to do where it cannot be opened', async () => {
    await inHouse({ library: LIBRARY }, async (house) => {
      const { discord } = house;
      const channel = discord.addChannel(discord.addGuild(), { deny: ['CreatePublicThreads'] });
      await set(house, channel, { threads: true });
      const user = reader(discord);
      const shown = await discord.slash(user, { channel, command: 'ask', options: { question: QUESTION } }).answered();
      expect(discord.textOf(await discord.press(user, shown, '接着讨论').answered())).toContain('权限');
    });
  });
});

describe('a message', () => {
  it('of a bot is never answered', async () => {
    await inHouse({ library: LIBRARY }, async (house) => {
      const { discord } = house;
      const channel = discord.addChannel(discord.addGuild());
      mention(house, discord.bot, channel);
      await nothingBut(house, channel, mention(house, reader(discord), channel, QUESTION)).catch(() => {});
      expect(house.library.asked).toHaveLength(1);
    });
  });

  it('that two processes see is answered once', async () => {
    await inHouse({ library: LIBRARY }, async (house) => {
      const { discord } = house;
      await house.start();
      await discord.ready(2);
      const channel = discord.addChannel(discord.addGuild());
      const asked = mention(house, reader(discord), channel);
      await discord.replyTo(asked);
      await discord.until(
        () =>
          discord.requests.filter(({ path, method }) => method === 'POST' && path.endsWith(`${channel.id}/messages`))
            .length === 2,
      );
      expect(discord.messages(channel).filter(({ author }) => author.id === discord.botUser.id)).toHaveLength(1);
    });
  });

  it('shows the words of a hostile page as words', async () => {
    const sentence = '@everyone <@1> **粗** [链接](https://example.com) ```码``` \u202E反\u200B。大桥全长2547米。';
    const outcomes = { [QUESTION]: answer({ evidence: [evidence({ sentence, marks: [] })] }) };
    await inHouse({ library: { outcomes } }, async (house) => {
      const { discord } = house;
      const channel = discord.addChannel(discord.addGuild());
      const reply = await discord.replyTo(mention(house, reader(discord), channel));
      expect(pingsByBot(discord)).toEqual([]);
      expect(reply.embeds[0]?.description).toContain('\\*\\*粗\\*\\*');
    });
  });
});
