import { describe, expect, it } from 'vitest';
import { type Config, ConfigError, readConfig } from '../src/config.ts';

const SECRET = 'hunter2-hunter2';

function read(env: Record<string, string>): Config {
  return readConfig({ env, cwd: '/nowhere', packageRoot: '/nowhere' });
}

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    read(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe('readConfig, about running the program,', () => {
  it.each<[Record<string, string>, object]>([
    [{ REDIS_URL: 'redis://127.0.0.1:6379' }, { redis: { url: 'redis://127.0.0.1:6379', prefix: 'wenbao' } }],
    [{ REDIS_URL: 'redis://cache' }, { redis: { url: 'redis://cache', prefix: 'wenbao' } }],
    [{ REDIS_URL: 'REDISS://anna:p%40ss@cache.example:6380/15' }, { redis: { prefix: 'wenbao' } }],
    [{ REDIS_URL: 'redis://:p@[::1]:6379/0', REDIS_PREFIX: '{news}:a-b.c_1' }, { redis: { prefix: '{news}:a-b.c_1' } }],
    [{ REDIS_PREFIX: 'other' }, { redis: null }],
    [{ WORKER: 'Off' }, { worker: false }],
    [{ WORKERS: '16' }, { workers: 16 }],
  ])('reads the queue from %o', (env, expected) => {
    expect(read(env).queue).toMatchObject(expected);
  });

  it.each<[Record<string, string>, object | null]>([
    [{ HTTP_PORT: '8080' }, { host: '127.0.0.1', port: 8080, adminPassword: null }],
    [
      { HTTP_PORT: '0', HTTP_HOST: '0.0.0.0' },
      { host: '0.0.0.0', port: 0, adminPassword: null },
    ],
    [
      { HTTP_PORT: '65535', HTTP_HOST: '::1' },
      { host: '::1', port: 65535, adminPassword: null },
    ],
    [
      { HTTP_PORT: '1', HTTP_HOST: 'bot.internal' },
      { host: 'bot.internal', port: 1, adminPassword: null },
    ],
    [
      { HTTP_PORT: '1', ADMIN_PASSWORD: '八个字也就够了吧' },
      { host: '127.0.0.1', port: 1, adminPassword: '八个字也就够了吧' },
    ],
    [{ ADMIN_PASSWORD: SECRET, HTTP_HOST: 'localhost' }, null],
  ])('reads the port from %o', (env, expected) => {
    expect(read(env).http).toEqual(expected);
  });

  it.each<[Record<string, string>, object]>([
    [{ UPLOAD_MAX_MB: '500' }, { fileBytes: 524_288_000 }],
    [{ UPLOAD_MAX_FILES: '1' }, { files: 1 }],
    [{ UNPACK_MAX_MB: '1' }, { unpackedBytes: 1_048_576 }],
    [{ UNPACK_MAX_RATIO: '1000' }, { unpackRatio: 1000 }],
    [{ PAGES_PER_HOUR: '1000000' }, { pagesPerHour: 1_000_000 }],
  ])('reads limits from %o', (env, expected) => {
    expect(read(env).limits).toMatchObject(expected);
  });

  it.each<[Record<string, string>, Partial<Config>]>([
    [{ WATCH: 'ON' }, { watch: true }],
    [{ LOG_LEVEL: 'WARN' }, { log: { level: 'warn', questions: false } }],
    [{ LOG_LEVEL: 'error', LOG_QUESTIONS: 'on' }, { log: { level: 'error', questions: true } }],
  ])('reads %o', (env, expected) => {
    expect(read(env)).toMatchObject(expected);
  });

  it.each([
    { REDIS_URL: '127.0.0.1:6379' },
    { REDIS_URL: 'http://127.0.0.1:6379' },
    { REDIS_URL: 'redis://' },
    { REDIS_URL: 'redis://host:port' },
    { REDIS_URL: 'redis://host/pages' },
    { REDIS_URL: 'redis://host/0/1' },
    { REDIS_URL: 'redis://:pa#ss@host' },
    { REDIS_URL: 'redis://:pa?ss@host' },
    { REDIS_URL: 'redis://:pa/ss@host' },
    { REDIS_PREFIX: 'news/today' },
    { REDIS_PREFIX: 'a b' },
    { REDIS_PREFIX: 'x'.repeat(65) },
    { WORKER: 'yes' },
    { WORKERS: '0' },
    { WORKERS: '17' },
    { WORKERS: 'auto' },
    { WATCH: '1' },
    { HTTP_PORT: '65536' },
    { HTTP_PORT: '-1' },
    { HTTP_PORT: '127.0.0.1:80' },
    { HTTP_HOST: 'http://localhost' },
    { HTTP_HOST: 'localhost:8080' },
    { HTTP_HOST: '256.0.0.1' },
    { HTTP_HOST: '*' },
    { HTTP_HOST: '-x' },
    { ADMIN_PASSWORD: 'seven77' },
    { UPLOAD_MAX_MB: '0' },
    { UPLOAD_MAX_MB: '501' },
    { UPLOAD_MAX_MB: '10MB' },
    { UPLOAD_MAX_FILES: '0' },
    { UNPACK_MAX_MB: '2001' },
    { UNPACK_MAX_RATIO: '0' },
    { UNPACK_MAX_RATIO: '1.5' },
    { PAGES_PER_HOUR: '0' },
    { LOG_LEVEL: 'debug' },
    { LOG_QUESTIONS: 'true' },
  ])('refuses %o by name, in both languages', (env) => {
    const [name = ''] = Object.keys(env);
    expect(problemsOf(env as Record<string, string>)).toEqual([
      expect.stringMatching(new RegExp(`^${name} .*\\p{sc=Han}.*。${name} [\\x20-\\x7e]+\\.$`, 'su')),
    ]);
  });

  it('says how much a limit may be', () => {
    expect(problemsOf({ UPLOAD_MAX_MB: '501' })).toEqual([
      'UPLOAD_MAX_MB 应当是 1 到 500 的整数（MB），不能是“501”。UPLOAD_MAX_MB must be a whole number of megabytes from 1 to 500, not "501".',
    ]);
  });

  it('reports everything that is wrong together, in the order of .env.example', () => {
    const wrong = {
      ...{ REDIS_URL: 'x', REDIS_PREFIX: ' a b', WORKER: 'x', WORKERS: 'x', WATCH: 'x', UPLOAD_MAX_MB: 'x' },
      ...{ UPLOAD_MAX_FILES: 'x', UNPACK_MAX_MB: 'x', UNPACK_MAX_RATIO: 'x', PAGES_PER_HOUR: 'x', HTTP_PORT: 'x' },
      ...{ HTTP_HOST: '*', ADMIN_PASSWORD: 'x', LOG_LEVEL: 'x', LOG_QUESTIONS: 'x' },
    };
    expect(problemsOf(wrong).map((line) => line.split(' ')[0])).toEqual(Object.keys(wrong));
  });

  it.each([
    { REDIS_URL: `redis//:${SECRET}@host` },
    { REDIS_URL: `redis://:${SECRET}@host/pages` },
    { REDIS_URL: `https://anna:${SECRET}@host` },
    { ADMIN_PASSWORD: SECRET.slice(0, 7) },
  ])('never repeats a password: %o', (env) => {
    const said = problemsOf(env as Record<string, string>).join();
    expect(said).not.toBe('');
    expect(said).not.toContain(SECRET.slice(0, 7));
  });
});
