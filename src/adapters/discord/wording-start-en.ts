/** What starting, stopping and registering say, in English. */
import type { StartWording } from './wording-start-zh-cn.ts';

const usage = `Usage: npm run deploy-commands [-- options]

Registers the commands with Discord: with DISCORD_GUILD only in that server, where they work at once, else everywhere.
Writes nothing where nothing has changed.

  --global   register everywhere although DISCORD_GUILD is set, and clear that server of them
  --dry-run  list the difference and write nothing
  --help     show this text

Exit status: 0 success, 1 failure, 2 wrong usage or configuration.
`;

const login: StartWording['login'] = {
  'token-refused': (detail) =>
    `Discord does not accept the token in DISCORD_TOKEN (${detail}). Open your application at https://discord.com/developers/applications, press Reset Token on its Bot page, write the new token into .env as it is, and try again.`,
  'intents-refused': (detail) =>
    `Discord has not allowed the intents that were asked for (${detail}). Open your application at https://discord.com/developers/applications, turn on Message Content Intent under Privileged Gateway Intents on its Bot page and save; or set MESSAGE_CONTENT to off. Then try again.`,
  'too-many-logins': (until) =>
    `All of today's logins to Discord are used up. Start again after ${until}, and find out what restarts the bot so often; see Session Start Limit at https://discord.com/developers/docs/events/gateway.`,
  'shards-refused': (detail) =>
    `Discord does not accept this number of shards (${detail}): there are too many servers for one process. Set SHARDS to auto and try again.`,
  refused: (detail) =>
    `Discord refused the request (${detail}). Most likely this machine's address has sent too many and is blocked for a while: try again in an hour. With a proxy, check DISCORD_API_URL.`,
  'api-missing': (detail) =>
    `Discord's API is not where DISCORD_API_URL says (${detail}). Remove the variable, or write an address such as https://discord.com/api, without a version.`,
  'out-of-order': (detail) =>
    `Discord is out of order (${detail}). See https://discordstatus.com and try again when it is back.`,
  unreachable: (detail) =>
    `Discord cannot be reached (${detail}). Check the network, DNS and the firewall; where a proxy is needed, write its address into DISCORD_API_URL.`,
};

/** English. */
export const startEn: StartWording = {
  usage,
  unknownArgument: (text) => `There is no option “${text}”. npm run deploy-commands -- --help shows the usage.`,
  noToken:
    'DISCORD_TOKEN is not set. Create an application at https://discord.com/developers/applications, press Reset Token on its Bot page, and write DISCORD_TOKEN=token into .env.',
  connecting: 'Connecting to Discord…',
  connected: (name, guilds) => `Logged in to Discord as ${name}; servers: ${guilds}. Ctrl-C stops.`,
  sharding: (shards) => `Starting ${shards} processes that share the servers…`,
  inShard: (shard, text) => `[shard ${shard}] ${text}`,
  stopping: 'Stopping: no new questions, the ones at hand are still answered…',
  stopped: 'Stopped.',
  login,
  everywhere: 'everywhere',
  guild: (id) => `in the server ${id}`,
  separator: ', ',
  registering: (place) => `Commands registered ${place}:`,
  added: (names) => `added: ${names}`,
  changed: (names) => `changed: ${names}`,
  removed: (names) => `removed: ${names}`,
  unchanged: (count) => `unchanged: ${count}`,
  cleared: (place, names) => `cleared ${place}, so that no command appears twice: ${names}`,
  nothing: 'Discord has the newest ones already; nothing was written.',
  dryRun: 'This was a dry run; nothing was written.',
  everywhereSoon: 'A Discord that is open shows the change once it is reloaded (Ctrl-R).',
  guildsUnknown:
    'DISCORD_GUILD is not set, so what single servers have registered was not looked at. Where a server shows every command twice, write its id into DISCORD_GUILD and run npm run deploy-commands -- --global.',
  invite: (url) => `Add the bot to a server: ${url}`,
  guildOutOfReach: (id, url) =>
    `The bot has no access to the server ${id} (DISCORD_GUILD): it was not invited, or without applications.commands. Somebody who manages that server opens this link, then try again: ${url}`,
  tooManyCreated: "Today's new commands there have reached Discord's limit of 200 a day. Try again tomorrow.",
  failed: (message) => `The commands were not registered: ${message}`,
};
