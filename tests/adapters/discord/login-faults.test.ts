import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client, GatewayIntentBits, REST, Routes } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import { explainLogin, type LoginFaultCode } from '../../../src/adapters/discord/login-faults.ts';
import { startWording } from '../../../src/adapters/discord/wording-start.ts';
import { LOCALES } from '../../../src/app/locale.ts';
import { startDiscord } from '../../support/discord/discord.ts';

const TOKEN = 'bmV3cy5ib3Q.Zm9y.dGVzdHMtb25seQ';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** The address of a server that answers everything like this. */
async function answering(status: number, body: unknown): Promise<string> {
  const server = createServer((_request, response) => {
    response.writeHead(status, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  closers.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
}

async function thrownBy(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (error) {
    return error;
  }
  throw new Error('It went well.');
}

function loginAt(api: string, token = TOKEN): Promise<unknown> {
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api, retries: 0 } });
  closers.push(() => void client.destroy());
  return thrownBy(client.login(token));
}

describe('explainLogin', () => {
  it('knows an empty token', async () => {
    expect(explainLogin(await loginAt('http://127.0.0.1:1/api', ''))?.code).toBe('token-refused');
  });

  it.each([
    [401, { message: '401: Unauthorized', code: 0 }, 'token-refused'],
    [403, { message: 'Forbidden', code: 0 }, 'refused'],
    [404, { message: '404: Not Found', code: 0 }, 'api-missing'],
    [500, {}, 'out-of-order'],
    [503, {}, 'out-of-order'],
  ])('knows a login that is answered with %d', async (status, body, code) => {
    expect(explainLogin(await loginAt(await answering(status, body)))?.code).toBe(code);
  });

  it('knows a REST call that is answered with 401', async () => {
    const rest = new REST({ api: await answering(401, { message: '401: Unauthorized', code: 0 }) }).setToken(TOKEN);
    const error = await thrownBy(rest.get(Routes.currentApplication()));
    expect(explainLogin(error)).toEqual({ code: 'token-refused', detail: 'HTTP 401' });
  });

  it('knows a day without logins left, and when the next one begins', async () => {
    const limit = { total: 1000, remaining: 0, reset_after: 3_600_000, max_concurrency: 1 };
    const api = await answering(200, { url: 'ws://127.0.0.1:1', shards: 1, session_start_limit: limit });
    const fault = explainLogin(await loginAt(api));
    expect(fault?.code).toBe('too-many-logins');
    expect(Date.parse(fault?.detail ?? '')).toBeGreaterThan(Date.now());
  });

  it('knows intents that the application may not ask for', async () => {
    const discord = await startDiscord({ allowedIntents: GatewayIntentBits.Guilds });
    closers.push(() => void discord.close());
    const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.MessageContent];
    const client = new Client({ intents, rest: { api: discord.api } });
    const closed = once(client, 'shardDisconnect');
    expect(explainLogin(await thrownBy(client.login(discord.token)))?.code).toBe('intents-refused');
    expect(explainLogin((await closed)[0])).toEqual({ code: 'intents-refused', detail: '4014' });
  });

  it('knows a server that nobody runs', async () => {
    const fault = explainLogin(await loginAt('http://127.0.0.1:1/api'));
    expect(fault).toEqual({ code: 'unreachable', detail: 'ECONNREFUSED' });
  });

  it.each<[unknown, LoginFaultCode]>([
    [{ code: 4014 }, 'intents-refused'],
    [{ code: 4013, reason: '', wasClean: true }, 'intents-refused'],
    [{ code: 4004 }, 'token-refused'],
    [{ code: 4011 }, 'shards-refused'],
    [new Error('Used disallowed intents'), 'intents-refused'],
    [new Error('Authentication failed'), 'token-refused'],
    [new Error('Sharding is required'), 'shards-refused'],
    [new Error('Unexpected server response: 502'), 'out-of-order'],
    [Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }), 'unreachable'],
    [Object.assign(new Error('certificate'), { code: 'SELF_SIGNED_CERT_IN_CHAIN' }), 'unreachable'],
    [Object.assign(new Error('too long'), { name: 'AbortError' }), 'unreachable'],
    [new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'EAI_AGAIN' }) }), 'unreachable'],
    [new AggregateError([Object.assign(new Error(), { code: 'ECONNREFUSED' })]), 'unreachable'],
  ])('knows %o as %s', (error, code) => {
    expect(explainLogin(error)?.code).toBe(code);
  });

  it.each([
    [new TypeError('x is not a function')],
    [{ code: 1006 }],
    [{ code: 50_001, status: 400 }],
    [null],
    ['4014'],
  ])('leaves %o to whoever looks for faults of the program', (error) => {
    expect(explainLogin(error)).toBeNull();
  });
});

describe('the words for it', () => {
  it.each(LOCALES)('tell in %s what to do, for every one', (locale) => {
    const { login } = startWording(locale);
    for (const tell of Object.values(login)) {
      const said = tell('4014-detail');
      expect(said).toContain('4014-detail');
      expect(said.length).toBeGreaterThan(40);
    }
    expect(login['token-refused']('')).toContain('https://discord.com/developers/applications');
    expect(login['intents-refused']('')).toContain('Message Content Intent');
  });
});
