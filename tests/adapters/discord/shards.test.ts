import { EventEmitter } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { explainLogin } from '../../../src/adapters/discord/login-faults.ts';
import { forgetShardVariables, runShards, type ShardParts } from '../../../src/adapters/discord/shards.ts';
import { startDiscord } from '../../support/discord/discord.ts';

const FILE = join(import.meta.dirname, '..', '..', 'support', 'discord-shard.mjs');
const TOKEN = 'bmV3cy5ib3Q.Zm9y.dGVzdHMtb25seQ';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wenbao-shards-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Runs shards that behave so; `heard` is called with every line, and may ask them to stop. */
async function run(
  behaviour: string,
  parts: Partial<ShardParts> = {},
  heard: (line: string, stop: () => void) => void = () => {},
) {
  const signals = new EventEmitter();
  const lines: string[] = [];
  const status = await runShards({
    file: FILE,
    args: [behaviour, join(folder, 'mark')],
    token: TOKEN,
    api: 'http://127.0.0.1:1/api',
    shards: 2,
    env: { PATH: process.env['PATH'], MOOD: 'calm', SHARDS: '2' },
    delayMs: 10,
    signals,
    onLine: (shard, line) => {
      lines.push(`${shard} ${line}`);
      heard(line, () => signals.emit('SIGINT'));
    },
    ...parts,
  });
  return { status, lines, listeners: signals.listenerCount('SIGINT') + signals.listenerCount('SIGTERM') };
}

/** Stops after so many lines that fit. */
function stopAfter(count: number, fits: RegExp): (line: string, stop: () => void) => void {
  let seen = 0;
  return (line, stop) => {
    if (fits.test(line)) seen += 1;
    if (fits.test(line) && seen === count) stop();
  };
}

describe('runShards', () => {
  it('starts every shard with its number, the token and the environment given, and stops them politely', async () => {
    const before = { ...process.env };
    const { status, lines, listeners } = await run('calm', {}, stopAfter(2, /MOOD/u));
    expect({ status, listeners }).toEqual({ status: 0, listeners: 0 });
    const told = (id: number) =>
      `${id} ${JSON.stringify({ SHARDING_MANAGER: 'true', SHARDS: `${id}`, SHARD_COUNT: '2', DISCORD_TOKEN: TOKEN, MOOD: 'calm' })}`;
    expect(lines).toEqual(expect.arrayContaining([told(0), told(1), '0 leaving', '1 leaving']));
    expect(process.env).toEqual(before);
  });

  it('asks Discord how many there should be, at the address that is set', async () => {
    const discord = await startDiscord({ shards: 3 });
    try {
      const counts: number[] = [];
      const parts = {
        shards: 'auto',
        api: discord.api,
        token: discord.token,
        onCount: (count: number) => counts.push(count),
      } as const;
      const { lines } = await run('calm', parts, stopAfter(3, /MOOD/u));
      expect(counts).toEqual([3]);
      expect(lines.filter((line) => line.endsWith(' leaving')).sort()).toEqual(['0 leaving', '1 leaving', '2 leaving']);
    } finally {
      await discord.close();
    }
  });

  it('rejects with what can be explained where Discord does not say how many', async () => {
    const error = await run('calm', { shards: 'auto' }).catch((thrown: unknown) => thrown);
    expect(explainLogin(error)?.code).toBe('unreachable');
  });

  it('ends with the status of a shard that cannot log in, without trying again and without starting others', async () => {
    const { status, lines } = await run('no-login');
    expect(status).toBe(1);
    expect(lines).toContain('0 the token is wrong');
    expect(lines.filter((line) => line.startsWith('1 '))).toEqual([]);
    expect(await readFile(join(folder, 'mark-0'), 'utf8')).toBe('.');
  });

  it('starts a shard again that dies while it serves', async () => {
    const { status, lines } = await run('crashes-once', { shards: 1 }, stopAfter(2, /MOOD/u));
    expect(status).toBe(0);
    expect(lines.filter((line) => line.includes('MOOD')).length).toBe(2);
  });

  it('ends shards that do not leave, and counts that as a failure', async () => {
    const { status } = await run('stubborn', { graceMs: 100 }, stopAfter(2, /MOOD/u));
    expect(status).toBe(1);
  });

  it('ends them at once when it is asked again a while later', async () => {
    const twice = stopAfter(2, /MOOD/u);
    const started = performance.now();
    const { status } = await run('stubborn', {}, (line, stop) =>
      twice(line, () => {
        stop();
        setTimeout(stop, 700);
      }),
    );
    expect(status).toBe(1);
    expect(performance.now() - started).toBeLessThan(8000);
  });

  it('takes signals that arrive together as one, so that answers under way are not cut off', async () => {
    const twice = stopAfter(2, /MOOD/u);
    const { status, lines } = await run('calm', {}, (line, stop) =>
      twice(line, () => [stop, stop].map((ask) => ask())),
    );
    expect(status).toBe(0);
    expect(lines).toEqual(expect.arrayContaining(['0 leaving', '1 leaving']));
  });

  it('passes on the status of a shard that fails while it leaves', async () => {
    expect((await run('late-failure', {}, stopAfter(2, /MOOD/u))).status).toBe(3);
  });

  it('starts no further shard once it is asked to stop', async () => {
    const { status, lines } = await run('calm', { delayMs: 60_000 }, stopAfter(1, /MOOD/u));
    expect(status).toBe(0);
    expect(lines.filter((line) => line.startsWith('1 '))).toEqual([]);
  });
});

describe('forgetShardVariables', () => {
  it('takes out what a client would take for the number of its shard, unless a manager said so', () => {
    const ours = { SHARDS: '1', SHARD_COUNT: '1', PATH: '/bin' };
    forgetShardVariables(ours);
    expect(ours).toEqual({ PATH: '/bin' });
    const theirs = { SHARDING_MANAGER: 'true', SHARDS: '1', SHARD_COUNT: '2' };
    forgetShardVariables(theirs);
    expect(theirs).toEqual({ SHARDING_MANAGER: 'true', SHARDS: '1', SHARD_COUNT: '2' });
  });
});
