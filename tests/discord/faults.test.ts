import { describe, expect, it, vi } from 'vitest';
import { inHouse, reader } from '../support/bot-house.ts';
import { ManualClock } from '../support/discord/clock.ts';
import { answer } from '../support/memory-library.ts';

const QUESTION = '大桥有多长？';
const LIBRARY = { outcomes: { [QUESTION]: answer() } };
const ASK = { command: 'ask', options: { question: QUESTION } };

/** A promise and what fulfils it. */
function held(): { readonly promise: Promise<void>; release(): void } {
  let release = (): void => {};
  const promise = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { promise, release: () => release() };
}

describe('a fault of ours', () => {
  it('is one friendly sentence with a number for the asker, and all of it in the log', async () => {
    await inHouse({ library: LIBRARY }, async ({ discord, library, log }) => {
      library.ask = async () => {
        throw new Error('a wheel came off');
      };
      const channel = discord.addChannel(discord.addGuild());
      const asked = discord.slash(reader(discord), { channel, ...ASK });
      const [told] = await asked.followedUp(1);
      const reference = /编号 ([0-9a-f]{8})/u.exec(discord.textOf(told ?? expect.fail()))?.[1];
      expect(discord.textOf(told ?? expect.fail())).not.toContain('wheel');
      const entry = log.find(({ event }) => event === 'fault');
      expect(entry?.details).toMatchObject({ reference, message: 'a wheel came off', command: 'ask' });
      expect(JSON.stringify(log)).not.toContain(QUESTION);
      expect(discord.messages(channel)).toEqual([]);
    });
  });
});

describe('an interaction', () => {
  it('that came too late to us is left alone, with how late in the log', async () => {
    await inHouse({ library: LIBRARY, discord: { clock: new ManualClock() } }, async ({ discord, log }) => {
      const channel = discord.addChannel(discord.addGuild());
      discord.slash(reader(discord), { channel, ...ASK });
      discord.advance(4000);
      await vi.waitFor(() => expect(log.map(({ event }) => event)).toContain('interaction-lost'));
      expect(log.map(({ details }) => details['code'])).toContain(10062);
      expect(log.filter(({ level }) => level === 'error')).toEqual([]);
    });
  });

  it('that another process has taken is left to it', async () => {
    await inHouse({ library: LIBRARY }, async (house) => {
      const { discord, log } = house;
      await house.start();
      await discord.ready(2);
      const channel = discord.addChannel(discord.addGuild());
      const asked = discord.slash(reader(discord), { channel, ...ASK });
      await asked.answered();
      await vi.waitFor(() => expect(log.map(({ details }) => details['code'])).toContain(40060));
      expect(discord.messages(channel)).toHaveLength(1);
      expect(house.library.asked).toHaveLength(1);
    });
  });

  it('survives a rate limit and a server that stumbles', async () => {
    await inHouse({ library: LIBRARY }, async ({ discord }) => {
      const channel = discord.addChannel(discord.addGuild());
      discord.failNext({ path: /original/u, status: 429, retryAfterMs: 50 });
      expect((await discord.slash(reader(discord), { channel, ...ASK }).answered()).embeds[0]?.title).toBe('2547米');
      discord.failNext({ path: /original/u, status: 502 });
      expect((await discord.slash(reader(discord), { channel, ...ASK }).answered()).embeds[0]?.title).toBe('2547米');
      expect(discord.failuresLeft).toBe(0);
    });
  });

  it('answered after its fifteen minutes is answered in the channel, or privately where it was private', async () => {
    const clock = new ManualClock();
    await inHouse({ library: LIBRARY, discord: { clock } }, async ({ discord, library }) => {
      const { promise, release } = held();
      const ask = library.ask.bind(library);
      library.ask = async (...asked) => {
        await promise;
        return ask(...asked);
      };
      const channel = discord.addChannel(discord.addGuild());
      const user = reader(discord);
      const dm = discord.addDm(user);
      const open = discord.slash(user, { channel, ...ASK });
      const secret = discord.slash(user, { channel, command: 'ask', options: { question: QUESTION, private: true } });
      await Promise.all([open.acknowledged(), secret.acknowledged()]);
      discord.advance(15 * 60_000 + 1000);
      release();
      expect((await discord.nextMessage(channel)).embeds[0]?.title).toBe('2547米');
      expect((await discord.nextMessage(dm)).embeds[0]?.title).toBe('2547米');
      expect(discord.pings).toEqual([]);
    });
  });

  it('of somebody who asks too often is told until when to wait, to them alone', async () => {
    const rates = { user: { count: 2, seconds: 60 }, channel: { count: 3, seconds: 60 } };
    let now = 1_700_000_000_000;
    await inHouse({ library: LIBRARY, parts: { rates, clock: () => now } }, async ({ discord, library }) => {
      const guild = discord.addGuild();
      const [channel, elsewhere] = [discord.addChannel(guild), discord.addChannel(guild)];
      const [hasty, other] = [reader(discord), reader(discord)];
      await discord.slash(hasty, { channel, ...ASK }).answered();
      now += 10_000;
      await discord.slash(hasty, { channel, ...ASK }).answered();
      const braked = discord.slash(hasty, { channel: elsewhere, ...ASK });
      expect(discord.textOf(await braked.answered())).toContain('<t:1700000060:R>');
      expect(braked.ephemeral).toBe(true);
      await discord.slash(other, { channel, ...ASK }).answered();
      const crowded = discord.slash(other, { channel, ...ASK });
      expect(discord.textOf(await crowded.answered())).toContain('<t:1700000060:R>');
      now += 51_000;
      await discord.slash(hasty, { channel, ...ASK }).answered();
      expect(library.asked).toHaveLength(4);
    });
  });
});

describe('the connection', () => {
  it('may break between question and answer', async () => {
    await inHouse({ library: LIBRARY }, async ({ discord, library }) => {
      const { promise, release } = held();
      const ask = library.ask.bind(library);
      library.ask = async (...asked) => {
        await promise;
        return ask(...asked);
      };
      const channel = discord.addChannel(discord.addGuild());
      const asked = discord.slash(reader(discord), { channel, ...ASK });
      await asked.acknowledged();
      discord.drop();
      release();
      expect((await asked.answered()).embeds[0]?.title).toBe('2547米');
      await discord.ready();
      expect(discord.resumes).toHaveLength(1);
    });
  });

  it('that breaks loses nothing of what is asked meanwhile', async () => {
    await inHouse({ library: LIBRARY }, async ({ discord }) => {
      const channel = discord.addChannel(discord.addGuild());
      discord.holdGatewayDown(true);
      discord.drop();
      const asked = discord.slash(reader(discord), { channel, ...ASK });
      discord.holdGatewayDown(false);
      expect((await asked.answered()).embeds[0]?.title).toBe('2547米');
    });
  });

  it('is taken up anew when Discord asks for that or forgets the session', async () => {
    await inHouse({ library: LIBRARY }, async ({ discord }) => {
      const channel = discord.addChannel(discord.addGuild());
      discord.askReconnect();
      await discord.until(() => discord.resumes.length === 1);
      await discord.ready();
      expect((await discord.slash(reader(discord), { channel, ...ASK }).answered()).embeds[0]?.title).toBe('2547米');
    });
  });
});

describe('leaving', () => {
  it('waits for the answer under way and takes nothing new', async () => {
    await inHouse({ library: LIBRARY }, async ({ discord, library, bot }) => {
      const { promise, release } = held();
      const ask = library.ask.bind(library);
      library.ask = async (...asked) => {
        await promise;
        return ask(...asked);
      };
      const channel = discord.addChannel(discord.addGuild());
      const asked = discord.slash(reader(discord), { channel, ...ASK });
      await asked.acknowledged();
      const left = bot.stop();
      const late = discord.slash(reader(discord), { channel, ...ASK });
      expect(discord.textOf(await late.answered())).toContain('正在重新启动');
      release();
      expect((await asked.answered()).embeds[0]?.title).toBe('2547米');
      await left;
      expect(library.asked).toHaveLength(1);
    });
  });
});
