/** Starts real servers on free ports and asks them as others would. */
import { request } from 'node:http';
import { createMetrics } from '../../../src/adapters/http/metrics.ts';
import type { HttpParts } from '../../../src/adapters/http/parts.ts';
import { type HttpServer, startHttp } from '../../../src/adapters/http/server.ts';

/** What was told in the log. */
export interface Told {
  readonly level: 'warn' | 'error';
  readonly event: string;
  readonly details: object | undefined;
}

/** A server with what it told. */
export interface Served extends HttpServer {
  readonly url: string;
  readonly told: Told[];
}

/** Serves on a free port of this machine, with checks that pass unless others are given. */
export async function serve(parts: Partial<HttpParts> = {}): Promise<Served> {
  const told: Told[] = [];
  const server = await startHttp({
    host: '127.0.0.1',
    port: 0,
    health: { version: '1.2.3', uptime: () => 12.7, checks: {} },
    metrics: createMetrics({}),
    log: {
      warn: (event, details) => void told.push({ level: 'warn', event, details }),
      error: (event, details) => void told.push({ level: 'error', event, details }),
    },
    ...parts,
  });
  return { ...server, told, url: `http://127.0.0.1:${server.port}` };
}

/** The status that a request gets, sent as it is written: nothing is put in order on the way. */
export function statusOf(port: number, method: string, path: string, headers: Record<string, string> = {}) {
  return new Promise<number>((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject).end();
  });
}

/** The header of a password, as browsers send it. */
export function basic(password: string, user = 'admin'): Record<string, string> {
  return { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` };
}
