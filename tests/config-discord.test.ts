import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';

const TOKEN = 'bmV3cy5ib3Q.Zm9y.dGVzdHMtb25seQ';
const ADMIN = '100000000000000001';
const OTHER = '10000000000000000002';

function read(env: Record<string, string>) {
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

describe('readConfig, about Discord,', () => {
  it('has nothing to say without a token', () => {
    expect(read({ BOT_ADMINS: ADMIN }).discord).toBeNull();
  });

  it('has a default for everything but the token', () => {
    expect(read({ DISCORD_TOKEN: ` ${TOKEN} ` }).discord).toEqual({
      token: TOKEN,
      guild: null,
      admins: [],
      messageContent: false,
      shards: 1,
      api: 'https://discord.com/api',
      retentionDays: 90,
      rateUser: { limit: 6, seconds: 30 },
      rateChannel: { limit: 30, seconds: 30 },
    });
  });

  it.each([
    [{ DISCORD_GUILD: ADMIN }, { guild: ADMIN }],
    [{ BOT_ADMINS: `${ADMIN}, ${OTHER}` }, { admins: [ADMIN, OTHER] }],
    [{ BOT_ADMINS: `${ADMIN} ${OTHER}，${ADMIN}、` }, { admins: [ADMIN, OTHER] }],
    [{ MESSAGE_CONTENT: 'ON' }, { messageContent: true }],
    [{ SHARDS: 'Auto' }, { shards: 'auto' }],
    [{ SHARDS: '4096' }, { shards: 4096 }],
    [{ DISCORD_API_URL: 'http://127.0.0.1:4000/api/' }, { api: 'http://127.0.0.1:4000/api' }],
    [{ RETENTION_DAYS: '3650' }, { retentionDays: 3650 }],
    [{ RATE_USER: '1/3600' }, { rateUser: { limit: 1, seconds: 3600 } }],
    [{ RATE_CHANNEL: '1000 / 1' }, { rateChannel: { limit: 1000, seconds: 1 } }],
  ])('reads %o', (env, expected) => {
    expect(read({ DISCORD_TOKEN: TOKEN, ...env }).discord).toMatchObject(expected);
  });

  it.each([
    { DISCORD_TOKEN: `Bot ${TOKEN}` },
    { DISCORD_TOKEN: `"${TOKEN}"` },
    { DISCORD_TOKEN: '两个 字' },
    { DISCORD_TOKEN: '令牌' },
    { DISCORD_GUILD: 'my-server' },
    { DISCORD_GUILD: '1234567890123456' },
    { BOT_ADMINS: `${ADMIN};${OTHER}` },
    { BOT_ADMINS: 'anna' },
    { MESSAGE_CONTENT: 'yes' },
    { SHARDS: '0' },
    { SHARDS: '4097' },
    { SHARDS: '1.5' },
    { DISCORD_API_URL: 'discord.com/api' },
    { DISCORD_API_URL: 'ftp://discord.com/api' },
    { DISCORD_API_URL: 'https://discord.com/api?v=10' },
    { RETENTION_DAYS: '0' },
    { RETENTION_DAYS: '3651' },
    { RATE_USER: '6' },
    { RATE_USER: '0/30' },
    { RATE_USER: '6/3601' },
    { RATE_CHANNEL: '1001/30' },
    { RATE_CHANNEL: '30 in 30' },
  ])('refuses %o by name, in both languages, with a token and without', (env) => {
    const [name = ''] = Object.keys(env);
    for (const token of ['', TOKEN]) {
      const problems = problemsOf({ DISCORD_TOKEN: token, ...env });
      expect(problems).toEqual([expect.stringMatching(new RegExp(`^${name} .*\\p{sc=Han}.*${name} `, 'su'))]);
    }
  });

  it('reports everything that is wrong together, and what is right beside it', () => {
    const wrong = { LOCALE: 'fr', BOT_ADMINS: `${ADMIN} anna`, SHARDS: 'many', RATE_USER: 'often', RATE_CHANNEL: '-' };
    const problems = problemsOf({ DISCORD_TOKEN: TOKEN, ...wrong });
    expect(problems.map((line) => line.split(' ')[0])).toEqual(Object.keys(wrong));
    expect(problems[1]).toContain('"anna"');
    expect(problems[1]).not.toContain(ADMIN);
  });

  it('never repeats a token, however wrong it is', () => {
    expect(problemsOf({ DISCORD_TOKEN: `Bot ${TOKEN}` }).join()).not.toContain(TOKEN);
  });

  it('leaves SHARDS to discord.js in a process that a ShardingManager started', () => {
    const started = { SHARDING_MANAGER: 'true', DISCORD_TOKEN: TOKEN };
    expect(read({ ...started, SHARDS: '0' }).discord?.shards).toBe(1);
    expect(read({ ...started, SHARDS: '3' }).discord?.shards).toBe(1);
  });
});
