/** Puts the servers together and starts them. */
import { Cdn } from './cdn.ts';
import { Changes } from './changes.ts';
import { type Clock, ManualClock, REAL_CLOCK, shardOf } from './clock.ts';
import { Commands } from './commands.ts';
import type { Rate } from './faults.ts';
import { Gateway } from './gateway.ts';
import { generalRoutes } from './general-routes.ts';
import { Http } from './http.ts';
import { Interactions } from './interactions.ts';
import { TIMES } from './limits.ts';
import { Messages } from './messages.ts';
import { Outbox } from './outbox.ts';
import { People } from './people.ts';
import { Places } from './places.ts';
import { Posts } from './posts.ts';
import { Threads } from './threads.ts';
import { World } from './world.ts';

/** How the servers are set up. */
export interface DiscordOptions {
  readonly token?: string;
  /** How many shards GET /gateway/bot recommends. */
  readonly shards?: number;
  readonly heartbeatMs?: number;
  /** How long the first answer to an interaction may take, in milliseconds. */
  readonly ackLimitMs?: number;
  /** The machine's by default. Give a `ManualClock` to move time by hand. */
  readonly clock?: Clock;
  /** Intents that the application may ask for; all by default. */
  readonly allowedIntents?: number;
  /** How often one channel, or one interaction, may be written to; by default so often that nobody notices. */
  readonly rate?: Rate;
  /** How many shards may identify at once; clients wait five seconds between identifies that share a slot. */
  readonly maxConcurrency?: number;
  /** Gives out files; give one to have them given out badly. */
  readonly cdn?: Cdn;
}

/** The running servers. */
export interface Servers {
  readonly world: World;
  readonly http: Http;
  readonly gateway: Gateway;
  readonly messages: Messages;
  readonly commands: Commands;
  readonly posts: Posts;
  readonly outbox: Outbox;
  readonly places: Places;
  readonly people: People;
  advance(ms: number): void;
  close(): Promise<void>;
}

const TOKEN = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.GhIjKl.an-invented-token-of-the-usual-length';
const HEARTBEAT_MS = 41_250;
const GENEROUS: Rate = { limit: 1000, windowMs: 1000 };

/** Starts the servers on a free port of loopback. */
export async function startServers(options: DiscordOptions): Promise<Servers> {
  const { token = TOKEN, shards = 1, heartbeatMs = HEARTBEAT_MS, ackLimitMs = TIMES.acknowledge } = options;
  const { clock = REAL_CLOCK, allowedIntents = null, rate = GENEROUS, maxConcurrency = 16, cdn = new Cdn() } = options;
  const changes = new Changes();
  const world = new World({ clock, changes, token, shards });
  const http = new Http(world, rate, cdn);
  const origin = (): string => http.origin;
  const address = (): string => http.origin.replace('http:', 'ws:');
  const gateway = new Gateway(world, { heartbeatMs, allowedIntents }, address);
  const messages = new Messages(world, origin);
  const commands = new Commands(world);
  const interactions = new Interactions({ world, messages, ackLimitMs });
  const posts = new Posts(world, messages, allowedIntents);
  const listeners = (guildId: string | null): number =>
    gateway.sessions.filter(({ identify: { shard } }) => shardOf(guildId, shard[1]) === shard[0]).length;
  const people = new People({ world, messages, commands, interactions, origin, listeners });
  http.server.on('upgrade', (request, socket, head) => gateway.upgrade(request, socket, head));
  await http.listen([
    ...generalRoutes({ world, gateway, address, maxConcurrency }),
    ...commands.routes('/applications/:application/commands'),
    ...commands.routes('/applications/:application/guilds/:guild/commands'),
    ...interactions.routes(),
    ...posts.routes(),
    ...new Threads(world, messages).routes(),
  ]);
  return {
    world,
    http,
    gateway,
    messages,
    commands,
    posts,
    outbox: new Outbox(world, posts),
    places: new Places(world),
    people,
    advance: (ms) => {
      if (!(clock instanceof ManualClock)) throw new Error('Only a ManualClock can be moved: give one as `clock`.');
      clock.advance(ms);
      changes.notify();
    },
    close: async () => {
      gateway.close();
      await http.close();
      changes.close('The imitation of Discord was closed.');
    },
  };
}
