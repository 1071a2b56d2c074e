import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { HttpAddressError } from '../../../src/adapters/http/faults.ts';
import { createMetrics } from '../../../src/adapters/http/metrics.ts';
import type { HttpParts } from '../../../src/adapters/http/parts.ts';
import { type Served, serve, statusOf } from './http.ts';

const open: Served[] = [];

async function start(parts: Partial<HttpParts> = {}): Promise<Served> {
  const served = await serve(parts);
  open.push(served);
  return served;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((served) => served.close()));
});

function checks(given: Readonly<Record<string, () => Promise<boolean>>>): Pick<HttpParts, 'health'> {
  return { health: { version: '1', uptime: () => 0, checks: given } };
}

describe('the HTTP server', () => {
  it('says that the process is alive, which version it is and for how long', async () => {
    const { url } = await start(checks({ store: async () => false }));
    const response = await fetch(`${url}/healthz`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'alive', version: '1', uptime: 0 });
  });

  it('is ready when every check passes', async () => {
    const { url } = await start(checks({ store: async () => true, queue: async () => true }));
    const response = await fetch(`${url}/readyz`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'ready', checks: { store: true, queue: true } });
  });

  it.each([
    ['says no', async () => false],
    ['rejects', async () => Promise.reject(new Error('gone'))],
    ['never answers', () => new Promise<boolean>(() => {})],
  ])('is not ready when a check %s, and names the one', async (_what, queue) => {
    const { url } = await start(checks({ store: async () => true, queue }));
    const response = await fetch(`${url}/readyz`);
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ status: 'not-ready', checks: { store: true, queue: false } });
  });

  it('tells in the log once that a check fails, and again when it does after it had passed', async () => {
    let passes = false;
    const { url, told } = await start(checks({ queue: async () => passes }));
    for (const state of [false, false, true, false]) {
      passes = state;
      await fetch(`${url}/readyz`);
    }
    expect(told.map(({ event, details }) => [event, details])).toEqual([
      ['not-ready', { check: 'queue', cause: null }],
      ['not-ready', { check: 'queue', cause: null }],
    ]);
  });

  it('serves metrics as Prometheus reads them', async () => {
    const metrics = createMetrics({});
    metrics.asked('answered', 0.02);
    const { url } = await start({ metrics });
    const response = await fetch(`${url}/metrics`);
    expect(response.headers.get('content-type')).toContain('text/plain; version=0.0.4');
    expect(await response.text()).toContain('wenbao_questions_total{outcome="answered"} 1\n');
  });

  it.each(['/healthz', '/readyz', '/metrics'])('answers HEAD of %s without a body', async (path) => {
    const { url } = await start();
    const response = await fetch(url + path, { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('refuses %s and says what there is', async (method) => {
    const { url } = await start();
    const response = await fetch(`${url}/metrics`, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
  });

  it.each(['/', '/queues', '/queues/api/queues', '/healthz/more', '/../etc/passwd'])('has no %s', async (path) => {
    const { port } = await start();
    expect(await statusOf(port, 'GET', path)).toBe(404);
  });

  it('refuses a path that cannot be read, and tells nobody of its insides', async () => {
    const { url, told } = await start();
    const response = await fetch(`${url}/%ff`);
    expect([400, 404]).toContain(response.status);
    expect(await response.text()).not.toContain('node_modules');
    expect(told).toEqual([]);
  });

  it('sends headers that keep browsers from framing, guessing and loading from elsewhere', async () => {
    const { url } = await start();
    for (const path of ['/healthz', '/nothing']) {
      const { headers } = await fetch(url + path);
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('content-security-policy')).toContain("default-src 'self'");
      expect(headers.get('cache-control')).toBe('no-store');
    }
  });

  it('refuses a body that is too long before it has come', async () => {
    const { port } = await start();
    expect(await statusOf(port, 'GET', '/healthz', { 'content-length': String(64 * 1024 + 1) })).toBe(413);
  });

  it('refuses headers that are too long', async () => {
    const { port } = await start();
    expect(await statusOf(port, 'GET', '/healthz', { 'x-long': 'x'.repeat(20_000) })).toBe(431);
  });

  it('keeps a fault to itself and the log', async () => {
    const metrics = { contentType: 'text/plain', text: () => Promise.reject(new Error('inner secret')) };
    const { url, told } = await start({ metrics });
    const response = await fetch(`${url}/metrics?question=x`);
    expect(response.status).toBe(500);
    expect(await response.text()).toBe('{"error":"fault"}');
    expect(told).toEqual([
      {
        level: 'error',
        event: 'http-fault',
        details: { method: 'GET', path: '/metrics', fault: new Error('inner secret') },
      },
    ]);
  });

  it('closes although a connection is held open, twice as well', async () => {
    const served = await serve();
    const socket = connect(served.port, '127.0.0.1').on('error', () => {});
    await once(socket, 'connect');
    socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\n');
    await Promise.all([served.close(), served.close()]);
    await expect(fetch(`${served.url}/healthz`)).rejects.toThrow('fetch failed');
    socket.destroy();
  });

  it('says in three languages why it cannot listen', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const refused = await serve({ port }).catch((error: unknown) => error);
    if (!(refused instanceof HttpAddressError)) throw new Error('It listens at a port that is in use.');
    expect(refused.reason).toBe('in-use');
    for (const text of Object.values(refused.said))
      expect(text).toMatch(new RegExp(`127\\.0\\.0\\.1:${port}.*HTTP_PORT`, 'u'));
    other.close();
  });

  it('knows an address that is not of this machine', async () => {
    await expect(serve({ host: '192.0.2.1' })).rejects.toMatchObject({ reason: 'not-here' });
  });
});
