/** The bot: a connection to Discord that answers what comes through it, and leaves in good order. */
import { once } from 'node:events';
import { ActivityType, Client, Events, GatewayIntentBits, Options, Partials, Status } from 'discord.js';
import { plainLabel } from './escape.ts';
import { handleInteraction } from './interactions.ts';
import { PRESENCE } from './limits.ts';
import { handleMessage } from './mentions.ts';
import { type Office, openOffice, recordFault } from './office.ts';
import type { BotParts } from './parts.ts';
import { NOBODY } from './payload.ts';
import { botWording } from './wording-bot.ts';

/** A running bot. */
export interface Bot {
  /** How many servers it is in. */
  readonly guilds: number;
  /** Its name in Discord. */
  readonly name: string;
  /** Whether the connection stands. */
  isReady(): boolean;
  /** Takes nothing new, waits for what is under way, and leaves. May be called twice. */
  stop(): Promise<void>;
  /** Rejects when the connection is lost for good. */
  readonly lost: Promise<never>;
}

/** Milliseconds that answers under way get when the bot is told to leave; with all the rest it is gone within ten seconds. */
const GRACE = 7000;
/** Milliseconds between two looks at what has to be done now and then. */
const ROUND = 5 * 60_000;

function createClient({ api, messageContent }: BotParts): Client {
  const { Guilds, GuildMessages, DirectMessages, MessageContent } = GatewayIntentBits;
  return new Client({
    intents: [Guilds, GuildMessages, DirectMessages, ...(messageContent ? [MessageContent] : [])],
    // Direct messages come through channels that nobody has told us of.
    partials: [Partials.Channel],
    allowedMentions: NOBODY,
    rest: { api },
    // What is needed of the past comes with each event; a bot in many servers would keep the world otherwise.
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 25,
      ReactionManager: 0,
      PresenceManager: 0,
      GuildMemberManager: { maxSize: 50, keepOverLimit: (member) => member.id === member.client.user.id },
      UserManager: { maxSize: 200, keepOverLimit: (user) => user.id === user.client.user.id },
      ThreadMemberManager: 0,
    }),
  });
}

/** What is done on arrival and then every few minutes: the presence shows the library, what is too old is forgotten. */
async function rounds({ parts, client }: Office): Promise<void> {
  const { articles } = await parts.library.counts();
  const name = plainLabel(botWording(parts.locale).presence(articles), PRESENCE.activity);
  client.user.setPresence({ activities: [{ name, type: ActivityType.Custom }] });
  if (!parts.library.turns.keepsTurns) return;
  const forgotten = await parts.library.turns.forgetBefore(parts.clock() - parts.retention);
  if (forgotten > 0) parts.log({ level: 'info', event: 'forgotten', details: { records: forgotten } });
}

/** Work under way, so that leaving can wait for it. */
class Running {
  readonly #work = new Set<Promise<void>>();

  add(work: Promise<void>): void {
    this.#work.add(work);
    void work.finally(() => this.#work.delete(work));
  }

  /** Resolves when all is done, or when the time is over; returns how much was left undone. */
  async drained(milliseconds: number): Promise<number> {
    let timer: NodeJS.Timeout | undefined;
    const over = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, milliseconds);
    });
    await Promise.race([Promise.allSettled([...this.#work]), over]);
    clearTimeout(timer);
    return this.#work.size;
  }
}

/** Listens to everything that the bot answers. */
function listen(office: Office, running: Running): void {
  const { client, parts } = office;
  client.on(Events.InteractionCreate, (interaction) => running.add(handleInteraction(interaction, office)));
  client.on(Events.MessageCreate, (message) => running.add(handleMessage(message, office)));
  client.on(Events.GuildCreate, ({ id }) => running.add(loadSettings(id, office)));
  client.on(Events.GuildDelete, ({ id }) => office.settings.forget(id));
  client.on(Events.Error, (fault) => recordFault(fault, parts));
  client.on(Events.Warn, (message) => parts.log({ level: 'warning', event: 'discord', details: { message } }));
  client.on(Events.ShardReconnecting, (shard) => {
    // discord.js says so of a connection that it ends for us, too.
    if (!office.isClosing()) parts.log({ level: 'info', event: 'reconnecting', details: { shard } });
  });
  client.on(Events.ShardResume, (shard) => parts.log({ level: 'info', event: 'resumed', details: { shard } }));
}

async function loadSettings(guild: string, { settings, parts }: Office): Promise<void> {
  await settings.load(guild).catch((fault: unknown) => recordFault(fault, parts));
}

/** A promise that rejects when Discord closes the door for good: the token was taken away, say. */
function lossOf(client: Client): Promise<never> {
  return new Promise<never>((_resolve, reject) => {
    client.on(Events.Invalidated, () => reject(new Error('Discord has ended the session.')));
    client.on(Events.ShardDisconnect, ({ code }) =>
      reject(Object.assign(new Error(`Discord has closed the connection with code ${code}.`), { code })),
    );
  });
}

async function connect(client: Client, parts: BotParts): Promise<Client<true>> {
  const ready = once(client, Events.ClientReady);
  // A refused login rejects by itself; this one would never be waited for then.
  ready.catch(() => {});
  await client.login(parts.token);
  if (!client.isReady()) await ready;
  if (!client.isReady()) throw new Error('Discord has not let us in.');
  return client;
}

/** Rejects with its reason when `signal` is aborted. */
function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const give = (): void => reject(signal.reason);
    if (signal.aborted) give();
    else signal.addEventListener('abort', give, { once: true });
  });
}

/**
 * Logs in and answers from then on. Rejects with discord.js's error where Discord refuses the login, and with the
 * reason of `knocking` when that is aborted before the login is over; the client knocks on then, while the process lives.
 */
export async function startBot(parts: BotParts, knocking: AbortSignal = new AbortController().signal): Promise<Bot> {
  const client = createClient(parts);
  const running = new Running();
  let closing: Promise<void> | null = null;
  // Events come from the moment of readiness on, so whoever hears them is there before; nobody uses the client earlier.
  const office = openOffice(parts, client as Client<true>, () => closing !== null);
  listen(office, running);
  const lost = lossOf(client);
  lost.catch(() => {});
  const login = connect(client, parts).catch(async (fault: unknown) => {
    await client.destroy();
    throw fault;
  });
  // A client that still knocks cannot hang up: its connection would throw what nobody catches.
  const ready = await Promise.race([login, untilAborted(knocking)]);
  for (const id of ready.guilds.cache.keys()) running.add(loadSettings(id, office));
  const round = (): void => running.add(rounds(office).catch((fault: unknown) => void recordFault(fault, parts)));
  round();
  const timer = setInterval(round, ROUND);
  const leave = async (): Promise<void> => {
    clearInterval(timer);
    running.add(office.loops.close());
    const undone = await running.drained(GRACE);
    if (undone > 0) parts.log({ level: 'warning', event: 'left-undone', details: { requests: undone } });
    office.leaving.abort();
    await client.destroy();
  };
  return {
    guilds: ready.guilds.cache.size,
    name: ready.user.tag,
    isReady: () => ready.ws.status === Status.Ready,
    lost,
    stop() {
      closing ??= leave();
      return closing;
    },
  };
}
