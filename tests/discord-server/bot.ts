/** A real discord.js client at the imitation. */
import { Client, type ClientOptions, Events, GatewayIntentBits, type Interaction, Partials } from 'discord.js';
import type { Discord } from '../support/discord/discord.ts';

/** Every intent that the imitation knows. */
export const ALL_INTENTS: readonly GatewayIntentBits[] = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.DirectMessages,
  GatewayIntentBits.MessageContent,
];

/** How long a busy machine may take until something is true, in milliseconds. */
export const SOON = { timeout: 10_000 };

/** A client that is pointed at the imitation and not logged in. */
export function clientFor(discord: Discord, options: Partial<ClientOptions> = {}): Client {
  return new Client({
    intents: ALL_INTENTS,
    partials: [Partials.Channel],
    ...options,
    rest: { api: discord.api, offset: 0, ...options.rest },
    // The client would wait five seconds before it identifies again, and the tests have no such time.
    ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) },
  });
}

/** A client that is logged in and has all its guilds. */
export async function startBot(discord: Discord, options: Partial<ClientOptions> = {}): Promise<Client<true>> {
  const client = clientFor(discord, options);
  const ready = new Promise<Client<true>>((resolve) => {
    client.once(Events.ClientReady, resolve);
  });
  await client.login(discord.token);
  return ready;
}

/** Lets the client handle interactions; what fails is collected in the list that is given back. */
export function onInteraction(client: Client, handle: (interaction: Interaction) => Promise<unknown>): unknown[] {
  const failures: unknown[] = [];
  client.on(Events.InteractionCreate, (interaction) => {
    handle(interaction).catch((error: unknown) => failures.push(error));
  });
  return failures;
}
