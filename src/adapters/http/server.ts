/** Serves how the process is doing: to whoever restarts it, to Prometheus, and to people who look after the queue. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import express, { type Request, type Response } from 'express';
import { BOARD_PATH, boardRouter } from './board.ts';
import { HttpAddressError, listenFault } from './faults.ts';
import { bounded, methods, refuse, secure } from './guard.ts';
import type { HttpLog, HttpParts } from './parts.ts';
import { readiness } from './readiness.ts';

/** A server that listens. */
export interface HttpServer {
  readonly port: number;
  /** Ends what is under way and listens no more; closing twice is fine. */
  close(): Promise<void>;
}

/** Bytes of all headers, and milliseconds for them, for a whole request and for a connection at rest. */
const LIMITS = { maxHeaderSize: 16 * 1024, headersTimeout: 5000, requestTimeout: 10_000, keepAliveTimeout: 5000 };
/** Milliseconds that requests get to end when the server closes. */
const GRACE = 1000;

/** What express calls the fault of whoever asks, such as a path that cannot be decoded. */
function statusOf(fault: unknown): number {
  const status = fault instanceof Error && 'status' in fault ? Number(fault.status) : 500;
  return status >= 400 && status < 500 ? status : 500;
}

/** An app as the handler that it is: what nobody has answered it hands on with the fault, if there was one. */
type Handler = (request: IncomingMessage, response: ServerResponse, rest: (fault?: unknown) => void) => void;

function appOf({ health, metrics, board, log }: HttpParts): Handler {
  const app = express().disable('x-powered-by').disable('etag');
  app.use(secure, bounded);
  if (board !== undefined) app.use(BOARD_PATH, boardRouter(board));
  app.use(methods({ changing: false }));
  app.get('/healthz', (_request: Request, response: Response) => {
    response.json({ status: 'alive', version: health.version, uptime: Math.floor(health.uptime()) });
  });
  const ready = readiness(health, log);
  app.get('/readyz', async (_request: Request, response: Response) => {
    const found = await ready();
    response.status(found.status === 'ready' ? 200 : 503).json(found);
  });
  app.get('/metrics', async (_request: Request, response: Response) => {
    response.set('Content-Type', metrics.contentType).send(await metrics.text());
  });
  return app as unknown as Handler;
}

/** Answers what nobody has answered: there is no such page, or whoever had it failed. The fault is told here alone. */
function answerRest(fault: unknown, response: ServerResponse, log: HttpLog): void {
  const { method, url } = response.req;
  const status = (fault ?? null) === null ? 404 : statusOf(fault);
  if (status === 500) log.error('http-fault', { method, path: url?.split('?')[0], fault });
  if (response.headersSent) response.destroy();
  else refuse(response, status, { 404: 'not-found', 500: 'fault' }[status] ?? 'bad-request');
}

async function listen(server: Server, { host, port }: HttpParts): Promise<number> {
  server.listen({ host, port });
  try {
    await once(server, 'listening');
  } catch (fault) {
    throw listenFault(fault, { host, port }) ?? fault;
  }
  const address = server.address();
  if (address === null || typeof address === 'string') throw new HttpAddressError('other', { host, port });
  return address.port;
}

async function close(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), GRACE);
  await closed;
  clearTimeout(timer);
}

/**
 * Serves `/healthz`, `/readyz`, `/metrics`, and where there is a board `/queues`. Rejects with a
 * {@link HttpAddressError} where it cannot listen there.
 */
export async function startHttp(parts: HttpParts): Promise<HttpServer> {
  const app = appOf(parts);
  const server = createServer(LIMITS, (request, response) => {
    app(request, response, (fault) => answerRest(fault, response, parts.log));
  });
  const port = await listen(server, parts);
  server.on('error', (fault) => parts.log.error('http-fault', { fault }));
  let closing: Promise<void> | null = null;
  return {
    port,
    close() {
      closing ??= close(server);
      return closing;
    },
  };
}
