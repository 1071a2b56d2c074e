import { Queue } from 'bullmq';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RedisServer, startRedis } from '../../support/redis.ts';
import { basic, type Served, serve, statusOf } from './http.ts';

const PASSWORD = 'correct: 马蹄 staple';

let redis: RedisServer;
let queue: Queue;
let served: Served | null = null;

beforeAll(async () => {
  redis = await startRedis();
  queue = new Queue('pages', { connection: { url: redis.url }, prefix: 'wenbao-test' });
});
beforeEach(async () => {
  await queue.obliterate({ force: true });
  await queue.add('page', { subject: 'paper/001.txt' }, { jobId: 'job-one' });
});
afterEach(async () => {
  await served?.close();
});
afterAll(async () => {
  await queue.close();
  await redis.close();
});

async function start(password: string | null): Promise<Served> {
  served = await serve({ board: { queue, password } });
  return served;
}

const CHANGES = [
  ['PUT', '/queues/api/queues/pages/pause'],
  ['PUT', '/queues/api/queues/pause'],
  ['PUT', '/queues/api/queues/pages/empty'],
  ['PUT', '/queues/api/queues/pages/obliterate'],
  ['PUT', '/queues/api/queues/pages/job-one/clean'],
  ['POST', '/queues/api/queues/pages/add'],
  ['PATCH', '/queues/api/queues/pages/job-one/update-data'],
  ['DELETE', '/queues/api/queues/pages/job-one'],
  ['put', '/Queues/api/queues/pages/pause'],
] as const;

describe('the board of the queue', () => {
  it('shows the queue and its jobs without a password', async () => {
    const { url } = await start(null);
    const page = await fetch(`${url}/queues`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Wenbao');
    const state = await (await fetch(`${url}/queues/api/queues?activeQueue=pages&status=latest&page=1`)).json();
    expect(state).toMatchObject({ queues: [{ name: 'pages', readOnlyMode: true, counts: { waiting: 1 } }] });
  });

  it('loads everything from here, though its page asks for a font from elsewhere', async () => {
    const { url } = await start(null);
    const page = await fetch(`${url}/queues/`);
    const html = await page.text();
    const own = [...html.matchAll(/(?:src|href)="(static\/[^"]+)"/gu)].map(([, path]) => path);
    expect(own.length).toBeGreaterThan(1);
    for (const path of own) expect((await fetch(`${url}/queues/${path}`)).status).toBe(200);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).not.toMatch(/https?:|\*/u);
    expect(policy).toContain("style-src 'self'");
  });

  it.each(CHANGES)('refuses %s %s without a password, whoever asks', async (method, path) => {
    const { port } = await start(null);
    expect(await statusOf(port, method, path, basic(PASSWORD))).toBe(405);
    expect(await queue.getJobCounts('waiting')).toEqual({ waiting: 1 });
    expect(await queue.isPaused()).toBe(false);
  });

  it.each(['/queues', '/queues/', '/QUEUES', '/queues/api/queues', '/queues/static/js/x.js'])(
    'asks for the password before %s',
    async (path) => {
      const { port } = await start(PASSWORD);
      expect(await statusOf(port, 'GET', path)).toBe(401);
    },
  );

  it.each(['//queues', '/%71ueues', '/x/../queues', '/queues%2fapi%2fqueues', '/queues;/api/queues'])(
    'is not to be seen by the back door %s',
    async (path) => {
      const { port } = await start(PASSWORD);
      expect([401, 404]).toContain(await statusOf(port, 'GET', path));
    },
  );

  it.each([
    ['a wrong one', basic('wrong password')],
    ['none', basic('')],
    ['the beginning of it', basic(PASSWORD.slice(0, -1))],
    ['one without a user', { authorization: `Basic ${Buffer.from(PASSWORD).toString('base64')}` }],
    ['another scheme', { authorization: `Bearer ${PASSWORD.slice(0, 7)}` }],
    ['no base64', { authorization: 'Basic %%%' }],
  ])('refuses %s as the password', async (_what, headers) => {
    const { url } = await start(PASSWORD);
    const response = await fetch(`${url}/queues/api/queues`, { headers });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toContain('Basic');
    expect(await response.text()).not.toContain('pages');
  });

  it('lets whoever has the password change jobs', async () => {
    const { url } = await start(PASSWORD);
    const pause = (password: string) =>
      fetch(`${url}/queues/api/queues/pages/pause`, { method: 'PUT', headers: basic(password) });
    expect((await pause('wrong password')).status).toBe(401);
    expect(await queue.isPaused()).toBe(false);
    expect((await pause(PASSWORD)).status).toBe(200);
    expect(await queue.isPaused()).toBe(true);
    await queue.resume();
  });

  it.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
  ])('refuses a change with the password that a page from elsewhere sends: %o', async (headers) => {
    const { port } = await start(PASSWORD);
    const path = '/queues/api/queues/pages/pause';
    expect(await statusOf(port, 'PUT', path, { ...basic(PASSWORD), ...headers } as Record<string, string>)).toBe(403);
    expect(await queue.isPaused()).toBe(false);
  });

  it('takes a change that its own page sends', async () => {
    const { port } = await start(PASSWORD);
    const headers = { ...basic(PASSWORD), 'sec-fetch-site': 'same-origin', origin: `http://127.0.0.1:${port}` };
    expect(await statusOf(port, 'PUT', '/queues/api/queues/pages/resume', headers)).toBe(200);
  });

  it('needs no password for health and metrics beside it', async () => {
    const { url } = await start(PASSWORD);
    for (const path of ['/healthz', '/readyz', '/metrics']) expect((await fetch(url + path)).status).toBe(200);
  });
});
