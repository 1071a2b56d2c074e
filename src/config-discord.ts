/** What the environment says about Discord. */
import {
  type Amount,
  type Reading,
  readAmount,
  readSwitch,
  refuse,
  variable,
  wholeNumber,
} from './config-variables.ts';

/** At most so many requests in so many seconds. */
export interface RateLimit {
  readonly limit: number;
  readonly seconds: number;
}

/** How the bot reaches Discord and behaves there. */
export interface DiscordConfig {
  readonly token: string;
  /** The server whose commands are registered to try them out; `null` registers them everywhere. */
  readonly guild: string | null;
  /** The ids of the people who may change the library. */
  readonly admins: readonly string[];
  /** Whether to ask Discord for the text of all messages, which the developer portal has to allow. */
  readonly messageContent: boolean;
  /** How many processes share the servers, or as many as Discord recommends. */
  readonly shards: number | 'auto';
  /** Where the REST API is, without its version and without a slash at the end. */
  readonly api: string;
  /** How long questions are kept. */
  readonly retentionDays: number;
  /** For each person. */
  readonly rateUser: RateLimit;
  /** For each channel. */
  readonly rateChannel: RateLimit;
}

/** Discord's own address. */
const API = 'https://discord.com/api';
/** Ids of today have 17 to 20 digits. */
const ID = /^\d{17,20}$/;
/** More processes than any bot needs: at 2,500 servers each, ten million servers. */
const MOST_SHARDS = 4096;
const DAYS: Amount = { min: 1, max: 3650, usual: 90, unit: ['（天）', ' of days'] };
const RATE_USER: RateLimit = { limit: 6, seconds: 30 };
const RATE_CHANNEL: RateLimit = { limit: 30, seconds: 30 };
const MOST_REQUESTS = 1000;
const MOST_SECONDS = 3600;

/** The value itself is never repeated: what is wrong with it may be a blank at its end. */
function readToken(reading: Reading): string | null {
  const value = variable(reading.env, 'DISCORD_TOKEN');
  if (value === undefined) return null;
  if (/^[\x21-\x7e]+$/.test(value) && !/["'`]/.test(value)) return value;
  refuse(reading, 'DISCORD_TOKEN', [
    '不像令牌：不能有空格、引号或中文，前面也不要加“Bot ”。请在 https://discord.com/developers/applications 的 Bot 页按 Reset Token，原样复制。',
    'does not look like a token: it has no blanks, no quotation marks and no “Bot ” before it. Press Reset Token on the Bot page of https://discord.com/developers/applications and copy it as it is.',
  ]);
  return value;
}

function readGuild(reading: Reading): string | null {
  const value = variable(reading.env, 'DISCORD_GUILD');
  if (value !== undefined && !ID.test(value)) {
    refuse(reading, 'DISCORD_GUILD', [
      `应当是一个服务器 ID（17 到 20 位数字），不能是“${value}”。在 Discord 设置里打开开发者模式，右键服务器复制 ID。`,
      `must be the id of one server (17 to 20 digits), not "${value}". Turn on Developer Mode in Discord and copy the server's id.`,
    ]);
  }
  return value ?? null;
}

function readAdmins(reading: Reading): readonly string[] {
  const ids = (variable(reading.env, 'BOT_ADMINS') ?? '').split(/[\s,，、]+/u).filter((id) => id !== '');
  const wrong = ids.filter((id) => !ID.test(id));
  if (wrong.length > 0) {
    refuse(reading, 'BOT_ADMINS', [
      `里的 ${wrong.map((id) => `“${id}”`).join('、')} 不是用户 ID（17 到 20 位数字）；几个 ID 之间用逗号或空格隔开。`,
      `has ${wrong.map((id) => `"${id}"`).join(', ')}, which is no user id (17 to 20 digits); put commas or blanks between ids.`,
    ]);
  }
  return [...new Set(ids)];
}

/** In a process that a ShardingManager started, `SHARDS` is not ours: it tells discord.js which shards to serve. */
function readShards(reading: Reading): number | 'auto' {
  const given = reading.env['SHARDING_MANAGER'] === 'true' ? undefined : variable(reading.env, 'SHARDS');
  if (given === undefined) return 1;
  if (given.toLowerCase() === 'auto') return 'auto';
  const count = wholeNumber(given, 1, MOST_SHARDS);
  if (count === undefined) {
    refuse(reading, 'SHARDS', [
      `只能是 auto 或 1 到 ${MOST_SHARDS} 的整数，不能是“${given}”。`,
      `must be auto or a whole number from 1 to ${MOST_SHARDS}, not "${given}".`,
    ]);
  }
  return count ?? 1;
}

function readApi(reading: Reading): string {
  const value = variable(reading.env, 'DISCORD_API_URL') ?? API;
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol) || url.search !== '' || url.hash !== '') {
    refuse(reading, 'DISCORD_API_URL', [
      `应当是 http:// 或 https:// 开头的地址，如 ${API}，不能是“${value}”。`,
      `must be an address with http:// or https://, such as ${API}, not "${value}".`,
    ]);
  }
  return value.replace(/\/+$/, '');
}

function readRate(reading: Reading, name: string, usual: RateLimit): RateLimit {
  const given = variable(reading.env, name);
  if (given === undefined) return usual;
  const [, before = '', after = ''] = /^(\d+)\s*\/\s*(\d+)$/.exec(given) ?? [];
  const limit = wholeNumber(before, 1, MOST_REQUESTS);
  const seconds = wholeNumber(after, 1, MOST_SECONDS);
  if (limit !== undefined && seconds !== undefined) return { limit, seconds };
  refuse(reading, name, [
    `要写成“次数/秒数”，如 ${usual.limit}/${usual.seconds}（次数 1 到 ${MOST_REQUESTS}，秒数 1 到 ${MOST_SECONDS}），不能是“${given}”。`,
    `must be REQUESTS/SECONDS, such as ${usual.limit}/${usual.seconds} (1 to ${MOST_REQUESTS} requests, 1 to ${MOST_SECONDS} seconds), not "${given}".`,
  ]);
  return usual;
}

/** All about Discord, `null` where no token is set; what is wrong is noted with a token and without. */
export function readDiscord(reading: Reading): DiscordConfig | null {
  const token = readToken(reading);
  const rest = {
    guild: readGuild(reading),
    admins: readAdmins(reading),
    messageContent: readSwitch(reading, 'MESSAGE_CONTENT'),
    shards: readShards(reading),
    api: readApi(reading),
    retentionDays: readAmount(reading, 'RETENTION_DAYS', DAYS),
    rateUser: readRate(reading, 'RATE_USER', RATE_USER),
    rateChannel: readRate(reading, 'RATE_CHANNEL', RATE_CHANNEL),
  };
  return token === null ? null : { token, ...rest };
}
