import { describe, expect, it, vi } from 'vitest';
import type { Command } from '../../src/app/command.ts';
import { type Audience, type Content, content } from '../../src/app/reply.ts';
import type { Caller } from '../../src/app/request.ts';
import { type House, inHouse, reader } from '../support/bot-house.ts';
import { ManualClock } from '../support/discord/clock.ts';
import type { Discord } from '../support/discord/discord.ts';
import type { Message } from '../support/discord/model.ts';
import { NUMBER, only, paragraph, small } from '../support/small-commands.ts';

/** What the steps of a command say, and who asked for each. */
interface Course {
  readonly command: Command;
  readonly callers: Caller[];
}

/** A command whose replies come from `say`, by how often it was asked before. */
function course(
  say: (asked: number) => Content,
  more: Partial<Pick<Command, 'pace' | 'audience' | 'name'>> = {},
): Course {
  const callers: Caller[] = [];
  const command = small({
    name: 'watch',
    ...more,
    async run(_values, _library, caller) {
      callers.push(caller);
      return say(callers.length - 1);
    },
  });
  return { command, callers };
}

/** Says one text after the other; the last one is the end. */
function saying(...texts: readonly string[]) {
  return (asked: number): Content => {
    const more = asked < texts.length - 1 ? { refresh: { call: { command: 'watch', values: {} }, afterMs: 1 } } : {};
    return content([paragraph(texts[asked] ?? 'asked too often')], more);
  };
}

/** Says that it was asked so many times, for ever. */
function counting(asked: number): Content {
  const refresh = { call: { command: 'watch', values: {} }, afterMs: 1 };
  return content([paragraph(`Step ${asked}.`)], { refresh });
}

async function watched(discord: Discord) {
  const channel = discord.addChannel(discord.addGuild());
  const exchange = discord.slash(reader(discord), { channel, command: 'watch' });
  return { exchange, card: await exchange.answered() };
}

function shows(discord: Discord, message: Message, text: string): Promise<void> {
  const now = (): string => discord.textOf(discord.current(message) ?? expect.fail('The card is gone.'));
  return discord.until(() => now().includes(text), { what: () => `"${text}", the card shows "${now()}"` });
}

function edits({ requests }: Discord): number {
  return requests.filter(({ method, path }) => method === 'PATCH' && path.includes('/messages/')).length;
}

function ended({ log }: House): Promise<Readonly<Record<string, unknown>>> {
  return vi.waitFor(() => log.find(({ event }) => event === 'live-ended')?.details ?? expect.fail('It goes on.'), {
    timeout: 10_000,
  });
}

describe.concurrent('a card that goes on changing', () => {
  it.for<Audience>(['everyone', 'asker'])(
    'is edited in place until it ends, and only where it has changed: %s',
    (audience) => {
      const { command, callers } = course(saying('half', 'half', 'whole'), { audience });
      return inHouse({ parts: { registry: only(command) } }, async ({ discord, log }) => {
        const { exchange, card } = await watched(discord);
        await shows(discord, card, 'whole');
        expect(callers).toHaveLength(3);
        expect(edits(discord)).toBe(2);
        expect(exchange.ephemeral).toBe(audience === 'asker');
        expect(exchange.followUps).toEqual([]);
        expect(log.filter(({ event }) => event === 'live-ended')).toEqual([]);
      });
    },
  );

  it('asks as the same person, and is no turn of a conversation', () => {
    const { command, callers } = course(saying('half', 'whole'));
    return inHouse({ parts: { registry: only(command) } }, async ({ discord }) => {
      const { card } = await watched(discord);
      await shows(discord, card, 'whole');
      const [first, second] = callers;
      expect(first?.request).toBeDefined();
      expect(second?.request).toBeUndefined();
      expect(second).toMatchObject({
        id: first?.id,
        locale: first?.locale,
        place: first?.place,
        session: first?.session,
      });
    });
  });

  it('may be a quick one, and one that answers a message', () => {
    const { command } = course((asked) => saying('half', 'whole')(asked % 2), { pace: 'instant' });
    return inHouse({ parts: { registry: only(command) } }, async ({ discord }) => {
      const { card } = await watched(discord);
      await shows(discord, card, 'whole');
      const user = reader(discord);
      const said = await discord.replyTo(discord.say(user, discord.addDm(user), '/watch'));
      await shows(discord, said, 'whole');
    });
  });

  it('brings its file when that is there, and loses none', () => {
    const file = { name: 'tides.csv', bytes: new Uint8Array([1, 2]) };
    const { command } = course((asked) => (asked === 0 ? counting(0) : content([paragraph('whole')], { file })));
    return inHouse({ parts: { registry: only(command) } }, async ({ discord }) => {
      const { card } = await watched(discord);
      await shows(discord, card, 'whole');
      expect(discord.current(card)?.attachments).toMatchObject([{ filename: 'tides.csv', size: 2 }]);
    });
  });

  it('stands still with a line in the log where asking fails', () => {
    const { command, callers } = course((asked) => {
      if (asked > 0) throw new Error('a wheel came off');
      return counting(asked);
    });
    return inHouse({ parts: { registry: only(command) } }, async (house) => {
      const { card, exchange } = await watched(house.discord);
      expect(await ended(house)).toEqual({ reason: 'failed', command: 'watch' });
      expect(house.discord.textOf(house.discord.current(card) ?? expect.fail())).toContain('Step 0');
      expect(exchange.followUps).toEqual([]);
      expect(callers).toHaveLength(2);
    });
  });

  it('never shows everybody what is for the asker alone', () => {
    const secret = course(() => content([paragraph('for you alone')]), { name: 'secret', audience: 'asker' });
    const { command } = course(() =>
      content([paragraph('open')], { refresh: { call: { command: 'secret', values: {} }, afterMs: 1 } }),
    );
    return inHouse({ parts: { registry: only(command, secret.command) } }, async (house) => {
      const { card } = await watched(house.discord);
      expect(await ended(house)).toMatchObject({ reason: 'private' });
      expect(JSON.stringify(house.discord.requests)).not.toContain('for you alone');
      expect(house.discord.textOf(house.discord.current(card) ?? expect.fail())).toContain('open');
    });
  });

  it('ends where its message was deleted', () => {
    const { command, callers } = course(counting);
    return inHouse({ parts: { registry: only(command) } }, async (house) => {
      const { card } = await watched(house.discord);
      house.discord.remove(card);
      expect(await ended(house)).toMatchObject({ reason: 'gone', code: 10008 });
      expect(callers.length).toBe(2);
      expect(house.log.filter(({ level }) => level !== 'info')).toEqual([]);
    });
  });

  it('ends fourteen minutes after it was asked for, before Discord takes no more', () => {
    const clock = new ManualClock();
    const { command, callers } = course(counting);
    const parts = { registry: only(command), clock: () => clock.now() };
    return inHouse({ parts, discord: { clock } }, async (house) => {
      const { card } = await watched(house.discord);
      house.discord.advance(14 * 60_000 - 1);
      await shows(house.discord, card, 'Step 1');
      house.discord.advance(1);
      expect(await ended(house)).toMatchObject({ reason: 'old' });
      expect(callers).toHaveLength(2);
      expect(house.discord.requests.filter(({ status }) => status >= 400)).toEqual([]);
    });
  });

  it('survives a stumbling server', () => {
    const { command } = course(saying('half', 'most', 'whole'));
    return inHouse({ parts: { registry: only(command) } }, async ({ discord }) => {
      const { card } = await watched(discord);
      discord.failNext({ method: 'PATCH', path: /messages/u, status: 502 });
      discord.failNext({ method: 'PATCH', path: /messages/u, status: 429, retryAfterMs: 20 });
      await shows(discord, card, 'whole');
      expect(discord.failuresLeft).toBe(0);
    });
  });

  it('stands still when the bot leaves, and answers presses when it is back', () => {
    const { command, callers } = course((asked) => {
      const call = { command: 'watch', values: {} };
      return { ...counting(asked), paging: { number: 1, previous: null, next: call } };
    });
    return inHouse({ parts: { registry: only(command) } }, async (house) => {
      const { discord } = house;
      const { card, exchange } = await watched(discord);
      await shows(discord, card, 'Step 1');
      await house.restart();
      const asked = callers.length;
      await discord.ready();
      const person = discord.addUser({ locale: 'zh-CN' });
      const channel = discord.channel(exchange.channelId);
      const other = await discord.slash(person, { channel, command: 'watch' }).answered();
      await shows(discord, other, `Step ${asked + 2}`);
      // Each number was said once: by the new card, and by nobody beside it.
      expect(discord.textOf(discord.current(card) ?? expect.fail())).toContain(`Step ${asked - 1}`);
      const turned = await discord.press(person, other, '下一页').answered();
      expect(turned.id).toBe(other.id);
    });
  });
});

/** A card with pages that each go on changing: what it says names the page and how often it was asked for. */
function paged() {
  const asked = new Map<number, number>();
  const command = small({
    name: 'watch',
    options: { number: NUMBER },
    async run({ number = 0 }) {
      const times = asked.get(number) ?? 0;
      asked.set(number, times + 1);
      const page = (to: number) => ({ command: 'watch', values: { number: String(to) } });
      return content([paragraph(`Page ${number}, step ${times}.`)], {
        paging: { number, previous: page(number + 10), next: page(number + 1) },
        actions: [{ label: 'Look', call: { command: 'look', values: {} } }],
        refresh: { call: page(number), afterMs: 1 },
      });
    },
  });
  const look = small({ name: 'look', run: async () => content([paragraph('Something else.')]) });
  return { registry: only(command, look), times: (number: number) => asked.get(number) ?? 0 };
}

describe.concurrent('a button of a card that goes on changing', () => {
  it('takes over: what was shown before is asked for no more', () => {
    const { registry, times } = paged();
    return inHouse({ parts: { registry } }, async ({ discord }) => {
      const user = reader(discord);
      const channel = discord.addChannel(discord.addGuild());
      const card = await discord.slash(user, { channel, command: 'watch' }).answered();
      await shows(discord, card, 'Page 0, step 1');
      const turned = await discord.press(user, card, '下一页').answered();
      expect(turned.id).toBe(card.id);
      const before = times(0);
      await shows(discord, card, 'Page 1, step 2');
      expect(times(0)).toBe(before);
    });
  });

  it('leaves one of them alone where two are pressed at once, and the card goes on', () => {
    const { registry, times } = paged();
    return inHouse({ parts: { registry } }, async ({ discord }) => {
      const user = reader(discord);
      const channel = discord.addChannel(discord.addGuild());
      const card = await discord.slash(user, { channel, command: 'watch' }).answered();
      const presses = [discord.press(user, card, '下一页'), discord.press(user, card, '上一页')];
      await Promise.all(presses.map((press) => press.answered()));
      const now = (): string => discord.textOf(discord.current(card) ?? expect.fail());
      await discord.until(() => /Page 10?, step 1/u.test(now()));
      const [last, other] = now().includes('Page 10,') ? [10, 1] : [1, 10];
      const before = [times(0), times(other)];
      await shows(discord, card, `Page ${last}, step 3`);
      expect([times(0), times(other)]).toEqual(before);
    });
  });

  it('that shows something beside the card lets it go on', () => {
    const { registry } = paged();
    return inHouse({ parts: { registry } }, async ({ discord }) => {
      const user = reader(discord);
      const channel = discord.addChannel(discord.addGuild());
      const card = await discord.slash(user, { channel, command: 'watch' }).answered();
      const beside = await discord.press(user, card, 'Look').answered();
      expect(discord.textOf(beside)).toContain('Something else');
      await shows(discord, card, 'Page 0, step 2');
    });
  });
});
