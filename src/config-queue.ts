/** What the environment says about the queue, and about who does the work that it carries. */
import { type Amount, type Reading, readAmount, readSwitch, refuse, variable } from './config-variables.ts';

/** Where a queue is that several processes share. */
export interface RedisConfig {
  /** With user and password in it, so never for a log. */
  readonly url: string;
  /** What the names of all keys begin with. */
  readonly prefix: string;
}

/** How jobs reach whoever does them. */
export interface QueueConfig {
  /** `null` where the queue lives in this process. */
  readonly redis: RedisConfig | null;
  /** Whether the bot does jobs as well. */
  readonly worker: boolean;
  /** Children that one process does its jobs in. */
  readonly workers: number;
}

const PREFIX = 'wenbao';
/** Braces keep all keys in one slot of a cluster. */
const PREFIX_FORM = /^[\w.:{}-]{1,64}$/;
const WORKERS: Amount = { min: 1, max: 16, usual: 1 };

function isRedisUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, pathname, search, hash } = new URL(value);
  const isRedis = protocol === 'redis:' || protocol === 'rediss:';
  return isRedis && hostname !== '' && /^\/?\d{0,3}$/.test(pathname) && search === '' && hash === '';
}

/** The value itself is never repeated: it may hold a password. */
function readRedisUrl(reading: Reading): string | null {
  const value = variable(reading.env, 'REDIS_URL');
  if (value === undefined || isRedisUrl(value)) return value ?? null;
  refuse(reading, 'REDIS_URL', [
    '应当写成 redis://用户:密码@主机:端口/库号（加密连接用 rediss://；用户、密码、端口、库号可以不写）。密码里的 @ : / ? # % 要写成 %40 %3A %2F %3F %23 %25。',
    'must be redis://user:password@host:port/database (rediss:// for TLS; user, password, port and database may be left out). Write @ : / ? # % in a password as %40 %3A %2F %3F %23 %25.',
  ]);
  return null;
}

function readPrefix(reading: Reading): string {
  const value = variable(reading.env, 'REDIS_PREFIX') ?? PREFIX;
  if (!PREFIX_FORM.test(value)) {
    refuse(reading, 'REDIS_PREFIX', [
      `应当是 1 到 64 个英文字母、数字或 _ . : - { }，不能是“${value}”。`,
      `must be 1 to 64 Latin letters, digits or _ . : - { }, not "${value}".`,
    ]);
  }
  return value;
}

/** All about the queue; the prefix is checked without an address too. */
export function readQueue(reading: Reading): QueueConfig {
  const url = readRedisUrl(reading);
  const prefix = readPrefix(reading);
  return {
    redis: url === null ? null : { url, prefix },
    worker: readSwitch(reading, 'WORKER', 'on'),
    workers: readAmount(reading, 'WORKERS', WORKERS),
  };
}

/** Whether changes in the folder of pages are taken in as they happen. */
export function readWatch(reading: Reading): boolean {
  return readSwitch(reading, 'WATCH');
}
