import { type ChildProcess, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REST } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { registry } from '../../commands/registry.ts';
import { definitionsOf } from '../../src/adapters/discord/definitions.ts';
import { deployCommands } from '../../src/adapters/discord/deploy.ts';
import { reader } from '../support/bot-house.ts';
import { built } from '../support/built.ts';
import { start } from '../support/child.ts';
import { type Discord, startDiscord } from '../support/discord/discord.ts';
import { fieldsOf, itemsOf } from '../support/discord/form.ts';
import { INTENTS } from '../support/discord/limits.ts';
import type { Channel } from '../support/discord/model.ts';
import type { DiscordOptions } from '../support/discord/servers.ts';
import { PATIENCE } from '../support/page-house.ts';

const TIMEOUT = { timeout: 180_000 };
/** Milliseconds in which the program has left; whoever runs it kills it after ten seconds. */
const LEAVING = 10_000;
const QUESTION = '小镇的书店藏书多少册？';
const PAGE = '# 小镇开了一家书店\n\n　　本报讯 记者 张三 报道 小镇昨天开了一家书店，藏书三万册。\n';

/** The program while it runs. */
interface Program {
  readonly child: ChildProcess;
  /** What it has said so far. */
  said(): string;
  /** Resolves with its exit status, `null` where a signal has ended it. */
  readonly ended: Promise<number | null>;
}

let folder = '';
let discord: Discord;
const programs: Program[] = [];

beforeEach(async () => {
  built('src/bin/wenbao.ts');
  built('src/compose-discord.ts');
  folder = await mkdtemp(join(tmpdir(), 'wenbao-start-'));
  await writeFile(join(folder, 'shop.txt'), PAGE);
});
afterEach(async () => {
  for (const { child } of programs) child.kill('SIGKILL');
  await Promise.all(programs.splice(0).map(({ ended }) => ended));
  await discord?.close();
  await rm(folder, { recursive: true, force: true });
});

async function servers(options: DiscordOptions = {}): Promise<void> {
  discord = await startDiscord(options);
  const rest = new REST({ api: discord.api, version: '10' }).setToken(discord.token);
  const { applicationId } = discord;
  await deployCommands({ rest, applicationId, guild: null, definitions: definitionsOf(registry) });
}

function run(env: Readonly<Record<string, string>> = {}): Program {
  const child = start(['start'], {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.api,
    DATA_DIR: join(folder, 'data'),
    CORPUS_DIR: join(folder, 'shop.txt'),
    ...env,
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (piece) => {
      text += piece;
    });
  }
  const ended = once(child, 'close').then(() => child.exitCode);
  const program = { child, said: () => text, ended };
  programs.push(program);
  return program;
}

/** Waits until so many sessions are there, or shows what the program said instead. */
async function ready({ said, ended }: Program, sessions = 1): Promise<void> {
  const over = ended.then((status) => expect.fail(`It ended with ${status}: ${said()}`));
  await Promise.race([discord.ready(sessions, PATIENCE), over]);
  over.catch(() => {});
}

/** Puts an answer under way that is held up by Discord for a second and a half, and gives its exchange. */
async function heldUp(channel: Channel) {
  discord.failNext({ method: 'PATCH', path: /original/u, status: 429, retryAfterMs: 1500 });
  const asked = discord.slash(reader(discord), { channel, command: 'ask', options: { question: QUESTION } });
  await discord.until(() => discord.requests.some(({ status }) => status === 429), { timeoutMs: PATIENCE });
  return asked;
}

describe('the program at Discord', TIMEOUT, () => {
  it('logs in, shows how much it has, answers, and leaves with 0 when the answer under way is given', async () => {
    await servers();
    const channel = discord.addChannel(discord.addGuild());
    const program = run();
    await ready(program);
    const asked = discord.slash(reader(discord), { channel, command: 'ask', options: { question: QUESTION } });
    expect(discord.textOf(await asked.answered(PATIENCE))).toContain('三万册');
    await discord.until(() => discord.presences.length > 0);
    const [activity] = itemsOf(fieldsOf(discord.presences[0])['activities']).map(fieldsOf);
    expect(activity?.['state']).toBe('1 篇文章，/ask 提问');

    const late = await heldUp(channel);
    const since = performance.now();
    program.child.kill('SIGTERM');
    expect(discord.textOf(await late.answered(PATIENCE))).toContain('三万册');
    expect(await program.ended).toBe(0);
    expect(performance.now() - since).toBeLessThan(LEAVING);
    expect(program.said()).toContain('已停止');
    expect(program.said()).toContain('"event":"asked"');
    expect(program.said()).not.toContain(QUESTION);
    expect(discord.sessions).toEqual([]);
  });

  it('writes questions into the log where LOG_QUESTIONS says so', async () => {
    await servers();
    const channel = discord.addChannel(discord.addGuild());
    const program = run({ LOG_QUESTIONS: 'on' });
    await ready(program);
    const asked = discord.slash(reader(discord), { channel, command: 'ask', options: { question: QUESTION } });
    await asked.answered(PATIENCE);
    await vi.waitFor(() => expect(program.said()).toContain(QUESTION), { timeout: PATIENCE });
  });

  it('keeps what was asked, so that the buttons work after it was started again', async () => {
    await servers();
    const channel = discord.addChannel(discord.addGuild());
    const user = reader(discord);
    const first = run();
    await ready(first);
    const asked = discord.slash(user, { channel, command: 'ask', options: { question: QUESTION } });
    const shown = await asked.answered(PATIENCE);
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    await ready(run());
    expect(discord.textOf(await discord.press(user, shown, '原文').answered(PATIENCE))).toContain('藏书');
  });

  it.each([
    ['a token that Discord does not know', { DISCORD_TOKEN: 'MTIz.bm90.bXktdG9rZW4' }, /DISCORD_TOKEN.*Reset Token/su],
    ['a token that is none', { DISCORD_TOKEN: 'two words' }, /DISCORD_TOKEN.*Reset Token/su],
    ['an intent that is not allowed', { MESSAGE_CONTENT: 'on' }, /Message Content Intent.*MESSAGE_CONTENT/su],
    ['an address without an API', { DISCORD_API_URL: '/elsewhere' }, /DISCORD_API_URL/u],
    ['an address where nobody listens', { DISCORD_API_URL: 'closed' }, /连不上 Discord.*网络/u],
  ])('does not start with %s, and says what to do', async (_, env: Record<string, string>, remedy) => {
    const { guilds, guildMessages, directMessages } = INTENTS;
    await servers({ allowedIntents: guilds | guildMessages | directMessages });
    const { DISCORD_API_URL: api } = env;
    const address = api === 'closed' ? await closedPort() : `${discord.api}${api}`;
    const program = run({ ...env, ...(api === undefined ? {} : { DISCORD_API_URL: address }) });
    expect(await program.ended).toBe(env['DISCORD_TOKEN'] === 'two words' ? 2 : 1);
    expect(program.said()).toMatch(remedy);
    expect(program.said()).not.toContain(env['DISCORD_TOKEN'] ?? discord.token);
    expect(program.said()).not.toMatch(/^\s+at /mu);
  });

  it('leaves at once where it is told to while it still knocks', async () => {
    await servers();
    discord.holdGatewayDown(true);
    const program = run();
    await discord.until(() => discord.requests.some(({ path }) => path === '/gateway/bot'), { timeoutMs: PATIENCE });
    const since = performance.now();
    program.child.kill('SIGTERM');
    const status = await program.ended;
    expect([0, null], program.said()).toContain(status);
    expect(performance.now() - since).toBeLessThan(LEAVING);
  });
});

/** An address on loopback where nothing listens any more. */
async function closedPort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 1}/api`;
}

/** The processes that run and that this one has started. */
function childrenOf(parent: number | undefined): number[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat='], { encoding: 'utf8' }).split('\n');
  const rows = lines.map((line) => line.trim().split(/\s+/u));
  return rows.flatMap(([pid, owner, state = '']) =>
    owner === String(parent) && !state.startsWith('Z') ? [Number(pid)] : [],
  );
}

function isRunning(pid: number): boolean {
  const ran = execFileSync('ps', ['-A', '-o', 'pid=,stat='], { encoding: 'utf8' }).split('\n');
  return ran.some((line) => {
    const [id, state = ''] = line.trim().split(/\s+/u);
    return id === String(pid) && !state.startsWith('Z');
  });
}

describe('the program in two processes', TIMEOUT, () => {
  async function twoShards() {
    await servers({ shards: 2 });
    const channels = [0, 1].map((shard) => discord.addChannel(discord.addGuild({ shard })));
    const program = run({ SHARDS: '2' });
    await ready(program, 2);
    return { channels, program, shards: childrenOf(program.child.pid) };
  }

  it('answers in every server and leaves with 0 when it is told to', async () => {
    const { channels, program, shards } = await twoShards();
    expect(shards).toHaveLength(2);
    for (const channel of channels) {
      const asked = discord.slash(reader(discord), { channel, command: 'ask', options: { question: QUESTION } });
      expect(discord.textOf(await asked.answered(PATIENCE))).toContain('三万册');
      expect(asked.callbacks).toHaveLength(1);
    }
    const late = await heldUp(channels[1] ?? expect.fail());
    program.child.kill('SIGTERM');
    expect(discord.textOf(await late.answered(PATIENCE))).toContain('三万册');
    const status = await program.ended;
    expect(status, program.said()).toBe(0);
    expect(shards.filter(isRunning)).toEqual([]);
  });

  it('leaves nobody behind when the first process is killed', async () => {
    const { channels, program, shards } = await twoShards();
    expect(shards.filter(isRunning)).toHaveLength(2);
    const late = await heldUp(channels[0] ?? expect.fail());
    program.child.kill('SIGKILL');
    expect(discord.textOf(await late.answered(PATIENCE))).toContain('三万册');
    await discord.until(() => discord.sessions.length === 0, { timeoutMs: PATIENCE });
    await vi.waitFor(() => expect(shards.filter(isRunning)).toEqual([]), { timeout: PATIENCE, interval: 200 });
  });
});
