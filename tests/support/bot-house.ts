/** The real bot at an imitation of Discord: a server with a channel, somebody in it, and everything that was logged. */
import { REST } from 'discord.js';
import { registry } from '../../commands/registry.ts';
import { type Bot, startBot } from '../../src/adapters/discord/bot.ts';
import { definitionsOf } from '../../src/adapters/discord/definitions.ts';
import { deployCommands } from '../../src/adapters/discord/deploy.ts';
import type { BotParts, LogEntry } from '../../src/adapters/discord/parts.ts';
import type { Registry } from '../../src/app/command.ts';
import { placesOn } from '../../src/app/places.ts';
import type { Store } from '../../src/store/contract.ts';
import { openSqliteStore } from '../../src/store/sqlite/store.ts';
import { type Discord, startDiscord } from './discord/discord.ts';
import type { Person, Ping } from './discord/model.ts';
import type { DiscordOptions } from './discord/servers.ts';
import { inFolder } from './library.ts';
import { type LibraryParts, type MemoryLibrary, memoryLibrary } from './memory-library.ts';

/** What a house is made of. */
export interface HouseOptions {
  readonly library?: Omit<LibraryParts, 'turns' | 'places'>;
  readonly parts?: Partial<BotParts>;
  readonly discord?: DiscordOptions;
}

/** Everything that a test of the bot works with. */
export interface House {
  readonly discord: Discord;
  readonly store: Store;
  readonly library: MemoryLibrary;
  readonly log: readonly LogEntry[];
  readonly parts: BotParts;
  /** Another process of the same bot on the same store. */
  start(parts?: Partial<BotParts>): Promise<Bot>;
  readonly bot: Bot;
  /** Stops the bot, and starts it again as a new process would. */
  restart(): Promise<void>;
}

/** Far more than any test asks for. */
const PLENTY = { count: 100_000, seconds: 1 };

function partsFor(discord: Discord, store: Store, library: MemoryLibrary): Omit<BotParts, 'log'> {
  return {
    ...{ token: discord.token, api: discord.api, library, registry, shelf: store },
    ...{ admins: new Set<string>(), messageContent: false, locale: 'zh-CN', retention: 90 * 24 * 3600 * 1000 },
    rates: { user: PLENTY, channel: PLENTY },
    pseudonym: (user) => `p${user}`,
    clock: () => Date.now(),
  };
}

/** Registers the bot's commands as its own script does. */
async function registerCommands(discord: Discord, commands: Registry): Promise<void> {
  const rest = new REST({ api: discord.api, version: '10' }).setToken(discord.token);
  const { applicationId } = discord;
  await deployCommands({ rest, applicationId, guild: null, definitions: definitionsOf(commands) });
}

/** Runs `work` in a house, which is gone afterwards. */
export function inHouse(options: HouseOptions, work: (house: House) => Promise<void>): Promise<void> {
  return inFolder(async (folder) => {
    const discord = await startDiscord(options.discord);
    const store = await openSqliteStore(folder);
    const library = memoryLibrary({ ...options.library, turns: store, places: placesOn(store) });
    const log: LogEntry[] = [];
    const parts = {
      ...partsFor(discord, store, library),
      log: (entry: LogEntry) => void log.push(entry),
      ...options.parts,
    };
    const bots: Bot[] = [];
    const start = async (other: Partial<BotParts> = {}): Promise<Bot> => {
      const bot = await startBot({ ...parts, ...other });
      bots.push(bot);
      return bot;
    };
    await registerCommands(discord, parts.registry);
    try {
      let bot = await start();
      await work({
        ...{ discord, store, library, log, parts, start },
        get bot() {
          return bot;
        },
        async restart() {
          await bot.stop();
          bot = await start();
        },
      });
    } finally {
      await Promise.all(bots.map((each) => each.stop()));
      await discord.close();
      await store.close();
    }
  });
}

/** Somebody whose Discord speaks simplified Chinese. */
export function reader(discord: Discord): Person {
  return discord.addUser({ locale: 'zh-CN' });
}

/** Everybody whom something said by the bot has notified. */
export function pingsByBot(discord: Discord): readonly Ping[] {
  return discord.pings.filter(({ messageId, channelId }) => {
    const message = discord.messages(discord.channel(channelId)).find(({ id }) => id === messageId);
    return message === undefined || message.author.id === discord.botUser.id;
  });
}
