import { describe, expect, it } from 'vitest';
import { type House, inHouse, reader } from '../support/bot-house.ts';
import type { Channel } from '../support/discord/model.ts';
import type { SlashCall } from '../support/discord/people.ts';
import { PERMISSIONS, PLAIN_MEMBER } from '../support/discord/permissions.ts';
import { answer } from '../support/memory-library.ts';

const QUESTION = '大桥有多长？';
const LIBRARY = { outcomes: { [QUESTION]: answer({ confidence: 0.7 }) } };
const ASK = { command: 'ask', options: { question: QUESTION } };
const MANAGER = { permissions: PLAIN_MEMBER | PERMISSIONS.ManageGuild };

function settings({ discord }: House, channel: Channel, options: SlashCall['options'] & object = {}) {
  return discord.slash(reader(discord), { channel, command: 'admin', subcommand: 'settings', options, ...MANAGER });
}

describe('/admin settings', () => {
  it('shows how we behave in the server, to whoever manages it alone', async () => {
    await inHouse({ library: LIBRARY }, async (house) => {
      const { discord } = house;
      const channel = discord.addChannel(discord.addGuild());
      const asked = settings(house, channel);
      const text = discord.textOf(await asked.answered());
      expect(asked.ephemeral).toBe(true);
      for (const line of ['可以说话的频道**　全部', '默认私密**　否', '回应提及**　是', '最低把握**　由程序决定'])
        expect(text).toContain(line);
    });
  });

  it('is refused to everybody else, also where a server has loosened who may use it', async () => {
    await inHouse({ library: LIBRARY }, async ({ discord, store }) => {
      const guild = discord.addGuild();
      const call = {
        channel: discord.addChannel(guild),
        command: 'admin',
        subcommand: 'settings',
        options: { private: true },
      };
      const asked = discord.slash(reader(discord), { ...call, force: true });
      expect(discord.textOf(await asked.answered())).toContain('管理服务器');
      expect(await store.setting(`place:${guild.id}`)).toBeNull();
    });
  });

  it('makes answers private, and lasts', async () => {
    await inHouse({ library: LIBRARY }, async (house) => {
      const { discord } = house;
      const channel = discord.addChannel(discord.addGuild());
      expect(discord.textOf(await settings(house, channel, { private: true }).answered())).toContain('已保存');
      await house.restart();
      await discord.ready();
      const asked = discord.slash(reader(discord), { channel, ...ASK });
      await asked.answered();
      expect(asked.ephemeral).toBe(true);
      const open = discord.slash(reader(discord), {
        channel,
        command: 'ask',
        options: { question: QUESTION, private: false },
      });
      await open.answered();
      expect(open.ephemeral).toBe(false);
    });
  });

  it('keeps us from speaking for all to see outside of the channels that are listed', async () => {
    await inHouse({ library: LIBRARY }, async (house) => {
      const { discord } = house;
      const guild = discord.addGuild();
      const [listed, other] = [discord.addChannel(guild), discord.addChannel(guild)];
      const shown = discord.textOf(await settings(house, listed, { allow: listed }).answered());
      expect(shown).toContain(`<#${listed.id}>`);
      const outside = discord.slash(reader(discord), { channel: other, ...ASK });
      const inside = discord.slash(reader(discord), { channel: listed, ...ASK });
      await Promise.all([outside.answered(), inside.answered()]);
      expect([outside.ephemeral, inside.ephemeral]).toEqual([true, false]);
      await settings(house, listed, { disallow: listed }).answered();
      const again = discord.slash(reader(discord), { channel: other, ...ASK });
      await again.answered();
      expect(again.ephemeral).toBe(false);
    });
  });

  it('sets the language of our own words for all', async () => {
    await inHouse({ library: LIBRARY }, async (house) => {
      const { discord } = house;
      const channel = discord.addChannel(discord.addGuild());
      await settings(house, channel, { language: 'en' }).answered();
      expect(discord.textOf(await discord.slash(reader(discord), { channel, ...ASK }).answered())).toContain(
        'Confidence',
      );
    });
  });

  it('refuses what is less sure than the server wants', async () => {
    await inHouse({ library: LIBRARY }, async (house) => {
      const { discord, library } = house;
      const channel = discord.addChannel(discord.addGuild());
      await settings(house, channel, { confidence: 80 }).answered();
      await discord.slash(reader(discord), { channel, ...ASK }).answered();
      expect(library.asked.at(-1)?.options.confidence).toBe(0.8);
    });
  });

  it('says that it belongs into a server', async () => {
    await inHouse({ library: LIBRARY }, async ({ discord }) => {
      const user = reader(discord);
      const call = { channel: discord.addDm(user), command: 'admin', subcommand: 'settings', force: true };
      expect(discord.textOf(await discord.slash(user, call).answered())).toMatch(/服务器/u);
    });
  });
});

describe('/privacy', () => {
  it('tells what is kept of somebody and forgets it when they say so twice', async () => {
    await inHouse({ library: LIBRARY }, async ({ discord, store }) => {
      const channel = discord.addChannel(discord.addGuild());
      const [user, other] = [reader(discord), reader(discord)];
      const asked = discord.slash(user, { channel, ...ASK });
      const shown = await asked.answered();
      await discord.press(user, shown, '👍').answered();
      await discord.slash(other, { channel, ...ASK }).answered();
      const told = await discord.slash(user, { channel, command: 'privacy', subcommand: 'show' }).answered();
      expect(discord.textOf(told)).toContain('1 个问题、1 个评价');
      const warned = await discord.slash(user, { channel, command: 'privacy', subcommand: 'delete' }).answered();
      expect(await store.turn(asked.id)).not.toBeNull();
      const gone = discord.press(user, warned, '全部删除');
      expect(discord.textOf(await gone.answered())).toContain('已删除 2 条');
      expect(await store.turn(asked.id)).toBeNull();
      expect(await store.keptOf(`p${other.id}`)).toMatchObject({ turns: 1 });
      // The buttons below what was forgotten say so.
      expect(discord.textOf(await discord.press(other, shown, '原文').answered())).toContain('请再问一次');
    });
  });
});
