import { setInterval as ticks } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inHouse, reader } from '../support/bot-house.ts';
import type { Clock } from '../support/discord/clock.ts';
import type { Exchange } from '../support/discord/exchange.ts';
import {
  answered,
  CORPUS,
  type Gold,
  inPageHouse,
  linesOf,
  PATIENCE,
  type PageLibrary,
  takenIn,
} from '../support/page-house.ts';

/** Interactions in all, and how many of them in a second. */
const COUNT = 500;
const RATE = 50;
const PEOPLE = 50;
const CHANNELS = 10;
/** Questions before the clock runs, so that what is measured is a bot at work and not one that has just been started. */
const WARM_UP = 60;
/** Milliseconds between two looks at how many are due. */
const TICK = 20;
/** Milliseconds that Discord waits for the first sign of life. */
const ACKNOWLEDGE = 3000;

/** Any Monday morning. */
const START = Date.UTC(2026, 0, 5, 8);

const QUESTIONS = linesOf<Gold>('questions.jsonl').map(({ question }) => question);

let pages: PageLibrary;
beforeAll(async () => {
  pages = await takenIn(CORPUS);
});
afterAll(() => pages.close());

/**
 * Milliseconds in which this process has computed or had nothing to do. What other processes take of a busy machine does
 * not count, so that the rate and the limit mean the same everywhere.
 */
const OWN_TIME: Clock = {
  now() {
    const { user, system } = process.cpuUsage();
    return START + performance.eventLoopUtilization().idle + (user + system) / 1000;
  },
};

/** Calls `send` with 0, 1, 2 and so on, at so many a second; what is late comes all at once. */
async function paced(count: number, send: (number: number) => void): Promise<void> {
  const since = OWN_TIME.now();
  let sent = 0;
  for await (const _ of ticks(TICK)) {
    const due = Math.min(count, Math.ceil(((OWN_TIME.now() - since) * RATE) / 1000));
    for (; sent < due; sent += 1) send(sent);
    if (sent === count) return;
  }
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.POSITIVE_INFINITY;
}

describe('the bot under load', () => {
  it(`answers ${COUNT} questions at ${RATE} a second, acknowledges each in time and keeps every turn`, async () => {
    await inPageHouse(pages, { discord: { clock: OWN_TIME } }, async ({ discord, log }) => {
      const guild = discord.addGuild();
      const channels = Array.from({ length: CHANNELS }, (_, n) => discord.addChannel(guild, { name: `channel-${n}` }));
      const people = Array.from({ length: PEOPLE }, () => reader(discord));
      for (const question of QUESTIONS.slice(0, WARM_UP)) {
        const [user = expect.fail(), channel = expect.fail()] = [people[0], channels[0]];
        await answered(discord, user, { channel, command: 'ask', options: { question } });
      }
      const asked: { readonly question: string; readonly exchange: Exchange }[] = [];
      await paced(COUNT, (n) => {
        const question = QUESTIONS[n % QUESTIONS.length] ?? expect.fail();
        const user = people[n % PEOPLE] ?? expect.fail();
        const channel = channels[(n * 7) % CHANNELS] ?? expect.fail();
        asked.push({ question, exchange: discord.slash(user, { channel, command: 'ask', options: { question } }) });
      });
      const shown = await Promise.all(asked.map(({ exchange }) => exchange.answered(PATIENCE)));
      expect(shown.map(({ embeds }) => embeds.length)).toEqual(shown.map(() => 1));
      expect(new Set(shown.map(({ id }) => id)).size).toBe(COUNT);

      const waits = asked.map(({ exchange }) => exchange.acknowledgedAfterMs ?? Number.POSITIVE_INFINITY);
      expect(percentile(waits, 0.99), 'the 99th percentile of first acknowledgement').toBeLessThan(ACKNOWLEDGE);
      expect(Math.max(...waits), 'the slowest first acknowledgement').toBeLessThan(ACKNOWLEDGE);
      expect(log.filter(({ level }) => level !== 'info')).toEqual([]);
      expect(discord.requests.filter(({ status }) => status >= 400)).toEqual([]);

      const { turns } = pages.workplace.library;
      const kept = await Promise.all(asked.map(({ exchange }) => turns.turn(exchange.id)));
      expect(kept.map((turn) => turn?.question)).toEqual(asked.map(({ question }) => question));
      expect(discord.pings).toEqual([]);
    });
  }, 300_000);

  it('acknowledges a quick command that turns out to be slow, and answers it later', async () => {
    await inHouse({}, async ({ discord, library }) => {
      const counts = await library.counts();
      let release = (): void => {};
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      library.counts = async () => {
        await held;
        return counts;
      };
      const channel = discord.addChannel(discord.addGuild());
      const asked = discord.slash(reader(discord), { channel, command: 'status' });
      await asked.acknowledged(PATIENCE);
      expect([asked.deferred, asked.ephemeral]).toEqual([true, true]);
      release();
      expect(discord.textOf(await asked.answered(PATIENCE))).toContain('文章');
    });
  });
});
