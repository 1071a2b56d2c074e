/** The REST routes for the application, its user and guilds. */
import { unknown } from './errors.ts';
import type { Gateway } from './gateway.ts';
import type { Fields, Guild } from './model.ts';
import { type Call, ok, type Route } from './routing.ts';
import { apiChannel, apiGuild, apiRole, apiUser, partialMember } from './wire.ts';
import type { World } from './world.ts';

/** What the routes need to know. */
export interface General {
  readonly world: World;
  readonly gateway: Gateway;
  /** The gateway's address. */
  readonly address: () => string;
  /** How many identifies may happen at once. */
  readonly maxConcurrency: number;
}

/** How often a bot may identify in a day. */
const STARTS = 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

function application({ world }: General): Fields {
  return {
    id: world.applicationId,
    name: world.bot.username,
    icon: null,
    description: '',
    summary: '',
    bot_public: false,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: 1 << 19,
    team: null,
    owner: { ...world.bot, id: '1', username: 'publisher', bot: false },
    bot: world.bot,
    approximate_guild_count: world.guilds.size,
    integration_types_config: { 0: {} },
  };
}

function guildOf({ world }: General, { params }: Call): Guild {
  const guild = world.guilds.get(params['guild'] ?? '');
  if (guild === undefined) throw unknown('guild');
  return guild;
}

function memberOf(general: General, call: Call): Fields {
  const { world } = general;
  const guild = guildOf(general, call);
  const id = call.params['user'] ?? '';
  if (id !== world.bot.id && !world.people.has(id)) throw unknown('member');
  const person = world.person(id);
  return { ...partialMember(guild, person), user: apiUser(person) };
}

function directWith({ world }: General, { body }: Call): Fields {
  const person = world.people.get(String(body['recipient_id']));
  if (person === undefined) throw unknown('user');
  return apiChannel(world, world.directWith(person));
}

function gatewayBot({ world, gateway, address, maxConcurrency }: General): Fields {
  const limit = {
    total: STARTS,
    remaining: STARTS - gateway.identifies.length,
    reset_after: DAY_MS,
    max_concurrency: maxConcurrency,
  };
  return { url: address(), shards: world.shards, session_start_limit: limit };
}

/** The routes. */
export function generalRoutes(general: General): readonly Route[] {
  const { world, address } = general;
  const me = { ...world.bot, verified: true, mfa_enabled: true, email: null, flags: 0, locale: 'en-US' };
  const get = (path: string, body: (call: Call) => unknown): Route => ({
    method: 'GET',
    path,
    handle: (call) => ok(body(call)),
  });
  return [
    { ...get('/gateway', () => ({ url: address() })), open: true },
    get('/gateway/bot', () => gatewayBot(general)),
    get('/users/@me', () => me),
    get('/users/:user', ({ params }) => {
      const person = world.people.get(params['user'] ?? '');
      if (person === undefined) throw unknown('user');
      return apiUser(person);
    }),
    get('/applications/@me', () => application(general)),
    get('/oauth2/applications/@me', () => application(general)),
    get('/guilds/:guild', (call) => apiGuild(world, guildOf(general, call))),
    get('/guilds/:guild/channels', (call) =>
      world.channelsOf(guildOf(general, call).id).map((channel) => apiChannel(world, channel)),
    ),
    get('/guilds/:guild/roles', (call) => world.rolesOf(guildOf(general, call).id).map(apiRole)),
    get('/guilds/:guild/members/:user', (call) => memberOf(general, call)),
    { method: 'POST', path: '/users/@me/channels', handle: (call) => ok(directWith(general, call)) },
  ];
}
