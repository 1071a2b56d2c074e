/** Real Redis servers for tests: each with a port and a folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { ensureProgram } from './programs.ts';

const PROGRAM = 'redis-server';

/** How long a server may take to answer for the first time, in milliseconds. */
const START_MS = 15_000;

/** How a server is set up. */
export interface RedisOptions {
  /** Keeps what it holds on disk, so that `restart({ keepData: true })` finds it. */
  readonly appendonly?: boolean;
  /** The password of the default user; none by default. */
  readonly requirepass?: string;
  /** Such as `10mb`; without a limit by default. */
  readonly maxmemory?: string;
  /** What it does when it is full; `noeviction` by default. */
  readonly maxmemoryPolicy?: string;
  /** Users in Redis' own words, such as `anna on >secret ~* &* +@all`. */
  readonly users?: readonly string[];
}

/** A server that runs. */
export interface RedisServer {
  readonly port: number;
  /** Its address, with the password of the default user where there is one. */
  readonly url: string;
  /** Sends a signal. After SIGKILL it is gone when this resolves, until a `restart`. */
  kill(signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): Promise<void>;
  /** Ends it hard and starts it on the same port; without `keepData` it is empty. */
  restart(options?: { readonly keepData?: boolean }): Promise<void>;
  /** Ends it and removes its folder. Closing twice is fine. */
  close(): Promise<void>;
}

const REDIS = {
  what: PROGRAM,
  names: [PROGRAM],
  variable: 'REDIS_SERVER',
  packages: [PROGRAM],
  howToInstall:
    'The tests need redis-server (6.2 or newer), and it could not be installed. Run `sudo apt-get install redis-server` ' +
    '(`brew install redis` on a Mac), or name the program in REDIS_SERVER.',
};

/** Makes sure that there is a Redis, as `ensureProgram` does. */
export function ensureRedis(): string {
  return ensureProgram(REDIS);
}

/** Starts a server and resolves when it answers. */
export async function startRedis(options: RedisOptions = {}): Promise<RedisServer> {
  const server = new LocalRedis(await freePort(), options);
  await server.start();
  return server;
}

/** A port that nobody listens on, now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('The system gives out no ports.');
  return address.port;
}

class LocalRedis implements RedisServer {
  readonly port: number;
  readonly url: string;
  readonly #options: RedisOptions;
  readonly #folder = mkdtempSync(join(tmpdir(), 'wenbao-redis-'));
  #process: ChildProcess | null = null;

  constructor(port: number, options: RedisOptions) {
    this.port = port;
    this.#options = options;
    const { requirepass } = options;
    this.url = `redis://${requirepass === undefined ? '' : `:${encodeURIComponent(requirepass)}@`}127.0.0.1:${port}`;
  }

  async start(): Promise<void> {
    const { appendonly = false, requirepass, maxmemory, maxmemoryPolicy = 'noeviction', users = [] } = this.#options;
    const settings = [
      ['port', String(this.port)],
      ['bind', '127.0.0.1'],
      ['dir', this.#folder],
      ['save', ''],
      ['appendonly', appendonly ? 'yes' : 'no'],
      ['maxmemory-policy', maxmemoryPolicy],
      ...(requirepass === undefined ? [] : [['requirepass', requirepass]]),
      ...(maxmemory === undefined ? [] : [['maxmemory', maxmemory]]),
      ...users.map((user) => ['user', ...user.split(' ')]),
    ];
    const args = settings.flatMap(([name, ...values]) => [`--${name}`, ...values]);
    this.#process = spawn(ensureRedis(), args, { stdio: 'ignore' });
    await this.#answers();
  }

  async #answers(): Promise<void> {
    const client = new Redis(this.url, { retryStrategy: () => 20, maxRetriesPerRequest: null });
    client.on('error', () => {});
    try {
      const late = wait(START_MS, 'late', { ref: false });
      if ((await Promise.race([client.ping(), late])) === 'late') throw new Error('redis-server does not start.');
    } finally {
      client.disconnect();
    }
  }

  async kill(signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): Promise<void> {
    const server = this.#process;
    if (server === null || server.exitCode !== null || server.signalCode !== null) return;
    const gone = signal === 'SIGKILL' ? once(server, 'exit') : null;
    server.kill(signal);
    await gone;
  }

  async restart({ keepData = false } = {}): Promise<void> {
    await this.kill('SIGKILL');
    if (!keepData) rmSync(join(this.#folder, 'appendonlydir'), { recursive: true, force: true });
    await this.start();
  }

  async close(): Promise<void> {
    await this.kill('SIGKILL');
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
