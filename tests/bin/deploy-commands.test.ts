import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { built } from '../support/built.ts';
import { type Discord, startDiscord } from '../support/discord/discord.ts';

const PROGRAM = fileURLToPath(built('src/bin/deploy-commands.ts'));

let discord: Discord;
beforeEach(async () => {
  discord = await startDiscord();
});
afterEach(() => discord.close());

/** Runs the program far from any .env, with the imitation's token and address unless told otherwise. */
async function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    cwd: tmpdir(),
    env: { PATH: process.env['PATH'] ?? '', DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.api, ...env },
  });
  const closed = once(child, 'close');
  const [output, messages] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [status] = await closed;
  return { status, output, messages };
}

describe('deploy-commands', () => {
  it('registers the commands everywhere, says so, and says the second time that nothing was to be done', async () => {
    const first = await run([]);
    expect(first).toMatchObject({ status: 0, messages: '' });
    expect(first.output).toMatch(/^命令登记到所有地方：\n {2}新增：ask、/u);
    expect(first.output).toContain(`client_id=${discord.applicationId}&scope=bot+applications.commands`);
    expect(first.output).toContain('DISCORD_GUILD');
    expect(discord.commands().length).toBeGreaterThan(5);
    const second = await run([], { LOCALE: 'en' });
    expect(second.output).toMatch(/unchanged: \d+\nDiscord has the newest ones already; nothing was written\./u);
    expect(discord.commandWrites).toBe(1);
  });

  it('moves them into the server of DISCORD_GUILD and, with --global, out of it again', async () => {
    const guild = discord.addGuild();
    const env = { DISCORD_GUILD: guild.id, LOCALE: 'zh-TW' };
    await run([]);
    const there = await run([], env);
    expect(there.status).toBe(0);
    expect(there.output).toMatch(
      new RegExp(`^指令登記到伺服器 ${guild.id}：\n {2}新增：ask.*\n {2}清除所有地方裡的`, 'u'),
    );
    expect([discord.commands().length > 0, discord.commands(guild).length > 0]).toEqual([false, true]);
    await run(['--global'], env);
    expect([discord.commands().length > 0, discord.commands(guild).length > 0]).toEqual([true, false]);
  });

  it('writes nothing with --dry-run', async () => {
    const { status, output } = await run(['--dry-run'], { LOCALE: 'en' });
    expect(status).toBe(0);
    expect(output).toMatch(/added: ask, .*\nThis was a dry run; nothing was written\./su);
    expect(discord.commandWrites).toBe(0);
  });

  it('shows its usage in the language of the configuration', async () => {
    expect(await run(['--help'], { LOCALE: 'en' })).toMatchObject({
      status: 0,
      output: expect.stringMatching(/^Usage: .*--dry-run/su),
    });
    expect((await run(['--help'])).output).toContain('用法：');
    expect(discord.requests).toEqual([]);
  });

  it.each<[string, string[], Record<string, string>, RegExp]>([
    ['no token', [], { DISCORD_TOKEN: '' }, /^没有设置 DISCORD_TOKEN。.*Reset Token/u],
    ['a configuration that is wrong', [], { LOCALE: 'fr', DISCORD_GUILD: 'x' }, /^LOCALE .*\nDISCORD_GUILD /u],
    ['an option that it does not know', ['--all'], {}, /“--all”.*--help/u],
  ])('ends with 2 and the remedy for %s', async (_what, args, env, said) => {
    const ran = await run(args, env);
    expect(ran).toMatchObject({ status: 2, output: '', messages: expect.stringMatching(said) });
    expect(discord.requests).toEqual([]);
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ['a wrong token', { DISCORD_TOKEN: 'bm9ib2R5.bm9ib2R5' }, /DISCORD_TOKEN.*HTTP 401.*Reset Token/u],
    ['servers that nobody runs', { DISCORD_API_URL: 'http://127.0.0.1:1/api' }, /连不上 Discord（ECONNREFUSED）/u],
    ['an address without the API', { DISCORD_API_URL: 'API/elsewhere' }, /DISCORD_API_URL.*HTTP 404/u],
  ])('ends with 1 and the remedy for %s, in one line', async (_what, env, said) => {
    const url = env['DISCORD_API_URL']?.replace('API', discord.api);
    const ran = await run([], { ...env, ...(url === undefined ? {} : { DISCORD_API_URL: url }) });
    expect(ran).toMatchObject({ status: 1, output: '', messages: expect.stringMatching(said) });
    expect(ran.messages.trim().split('\n').length).toBe(1);
  });
});

describe('deploy-commands, where Discord refuses,', () => {
  let server: Server;
  let refusal = { status: 403, code: 50_001 };
  beforeEach(async () => {
    server = createServer((request, response) => {
      const mine = request.url === '/api/v10/applications/@me';
      response.writeHead(mine ? 200 : refusal.status, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(mine ? { id: '42' } : { code: refusal.code, message: 'Refused' }));
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
  });
  afterEach(() => server.close());

  it.each([
    [403, 50_001, /进不了服务器 10000000000000000001.*client_id=42.*guild_id=10000000000000000001/u],
    [404, 10_004, /进不了服务器/u],
    [400, 30_034, /200/u],
    [400, 50_035, /^没有登记成：Refused/u],
  ])('says what to do about %d with the number %d', async (status, code, said) => {
    refusal = { status, code };
    const api = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
    const ran = await run([], { DISCORD_API_URL: api, DISCORD_GUILD: '10000000000000000001' });
    expect(ran).toMatchObject({ status: 1, output: '', messages: expect.stringMatching(said) });
  });
});
