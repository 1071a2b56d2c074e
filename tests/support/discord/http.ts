/** The REST API over HTTP: tokens, failures, rate limits and a record of everything that came in. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Body, readBody } from './body.ts';
import type { Cdn } from './cdn.ts';
import { ApiError } from './errors.ts';
import { Buckets, Faults, type Rate, type Refusal, tooMany } from './faults.ts';
import { type Answer, callOf, type Match, type Route, routeFor } from './routing.ts';
import type { World } from './world.ts';

/** A request as it came in. */
export interface Requested {
  /** Milliseconds by the server's clock. */
  readonly at: number;
  readonly method: string;
  /** Without `/api/v10` and the query. */
  readonly path: string;
  readonly query: string;
  readonly body: unknown;
  readonly files: readonly string[];
  /** The status of the answer: 0 while there is none, or where the connection was broken instead. */
  readonly status: number;
  /** Whether what it asked for was done. */
  readonly done: boolean;
}

/** No answer at all. */
type Silence = 'hangUp' | 'reset';

type Recording = { -readonly [Key in keyof Requested]: Requested[Key] };

const PREFIX = /^\/api\/v10(?=\/)/;
const FILE = /^\/(?:ephemeral-)?attachments\/\d+\/(\d+)\//;
const PLAIN: Readonly<Record<number, string>> = {
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
};

/** The REST API of a world, listening on loopback. */
export class Http {
  readonly requests: Requested[] = [];
  readonly faults = new Faults();
  readonly server: Server;
  readonly #world: World;
  readonly #cdn: Cdn;
  readonly #buckets: Buckets;
  #routes: readonly Route[] = [];

  /** Not listening yet. */
  constructor(world: World, rate: Rate, cdn: Cdn) {
    this.#world = world;
    this.#cdn = cdn;
    this.#buckets = new Buckets(rate);
    this.server = createServer((request, response) => void this.#answer(request, response));
  }

  /** Its address, such as `http://127.0.0.1:4000`. */
  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Starts to listen on a free port. */
  async listen(routes: readonly Route[]): Promise<void> {
    this.#routes = routes;
    await new Promise<void>((resolve) => {
      this.server.listen(0, '127.0.0.1', resolve);
    });
  }

  /** Breaks every connection and stops. */
  async close(): Promise<void> {
    const closed = new Promise((resolve) => {
      this.server.close(resolve);
    });
    this.server.closeAllConnections();
    await closed;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.origin);
    const file = FILE.exec(url.pathname)?.[1];
    if (file !== undefined) {
      this.#cdn.send(response, url, this.#world.files.get(file));
      return;
    }
    const method = request.method ?? 'GET';
    const record: Recording = {
      at: this.#world.clock.now(),
      method,
      path: url.pathname.replace(PREFIX, ''),
      query: url.search,
      body: null,
      files: [],
      status: 0,
      done: false,
    };
    this.requests.push(record);
    let answer: Refusal | Silence;
    try {
      const body = await readBody(request);
      record.body = body.json;
      record.files = body.files.map(({ filename }) => filename);
      answer = this.#handle(record, { request, body, query: url.searchParams });
    } catch (error) {
      answer = failed(error);
    }
    this.#send(response, record, answer);
  }

  #send(response: ServerResponse, record: Recording, answer: Refusal | Silence): void {
    if (answer === 'hangUp') {
      response.socket?.destroy();
    } else if (answer === 'reset') {
      response.socket?.resetAndDestroy();
    } else {
      record.status = answer.status;
      const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
      const type = typeof answer.body === 'string' ? 'text/plain' : 'application/json';
      response.writeHead(answer.status, { ...answer.headers, 'Content-Type': type });
      response.end(answer.status === 204 ? '' : text);
    }
    this.#world.changes.notify();
  }

  #handle(
    record: Recording,
    given: { readonly request: IncomingMessage; readonly body: Body; readonly query: URLSearchParams },
  ): Refusal | Silence {
    const { method, path } = record;
    const failure = this.faults.take(method, path);
    if (failure === null || failure.afterwards) {
      const answer = this.#route(record, given);
      record.done = answer.status < 300;
      if (failure === null) return answer;
    }
    if (failure.status === 'hangUp' || failure.status === 'reset') return failure.status;
    if (failure.status === 429) return tooMany(failure.retryAfterMs ?? 1000, failure.global);
    return { status: failure.status, body: PLAIN[failure.status], headers: {} };
  }

  #route(
    { method, path }: Recording,
    { request, body, query }: { request: IncomingMessage; body: Body; query: URLSearchParams },
  ): Refusal {
    const match = routeFor(this.#routes, method, path);
    if (match === null || !PREFIX.test(request.url ?? '')) {
      return { status: 404, body: { message: '404: Not Found', code: 0 }, headers: {} };
    }
    if (match.route.open !== true && request.headers.authorization !== `Bot ${this.#world.token}`) {
      return { status: 401, body: { message: '401: Unauthorized', code: 0 }, headers: {} };
    }
    const { headers, waitMs } = this.#count(match);
    if (waitMs !== null) {
      const refusal = tooMany(waitMs);
      return { ...refusal, headers: { ...headers, ...refusal.headers } };
    }
    const answer = attempt(() => match.route.handle(callOf(match.params, query, body)));
    return { ...answer, headers: { ...headers, ...answer.headers } };
  }

  #count({ route, params }: Match): { headers: Readonly<Record<string, string>>; waitMs: number | null } {
    if (route.bucket === undefined) return { headers: {}, waitMs: null };
    const key = `${route.bucket} ${Object.values(params)[0] ?? ''} ${params['token'] ?? ''}`;
    return this.#buckets.take(route.bucket, key);
  }
}

function failed(error: unknown): Refusal {
  if (error instanceof ApiError) return { status: error.status, body: error.body, headers: {} };
  // A fault of the imitation itself must not look like one of Discord's, which clients try again in silence.
  const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { status: 418, body: { message: `The imitation of Discord failed: ${said}`, code: 0 }, headers: {} };
}

function attempt(handle: () => Answer): Refusal {
  try {
    const { status, body = '' } = handle();
    return { status, body, headers: {} };
  } catch (error) {
    return failed(error);
  }
}
