/** Runs the bot in several processes that share the servers, as Discord wants of bots in many of them. */
import type { ChildProcess } from 'node:child_process';
import { type EventEmitter, once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { type APIGatewayBotInfo, REST, Routes, type Shard, ShardingManager } from 'discord.js';

/** Variables by their names. */
type Variables = Readonly<Record<string, string | undefined>>;

/** What is run, and how often. */
export interface ShardParts {
  /** The program of a shard, absolute, with its arguments. */
  readonly file: string;
  readonly args: readonly string[];
  readonly token: string;
  /** Where the REST API is, without its version. */
  readonly api: string;
  /** How many processes; `auto` asks Discord. */
  readonly shards: number | 'auto';
  /** The environment of the processes; what discord.js tells them is added. */
  readonly env: Variables;
  /** Takes every line that a shard writes, to either stream. */
  readonly onLine: (shard: number, line: string) => void;
  /** Told how many processes there will be, before the first one. */
  readonly onCount?: (shards: number) => void;
  /** Between two starts, in milliseconds; Discord lets a bot log in once in five seconds. */
  readonly delayMs?: number;
  /** How long processes that are asked to leave may take, in milliseconds. */
  readonly graceMs?: number;
  /** Where SIGTERM and SIGINT come from; the process by default. */
  readonly signals?: EventEmitter;
}

/** discord.js waits as long: half a second more than Discord demands. */
const DELAY_MS = 5500;
const GRACE_MS = 10_000;
/** A shard that is not ready by then goes on trying, and the next one is started. */
const READY_MS = 60_000;
/** One Ctrl-C may arrive several times, from the terminal and from every program between it and us. */
const ONE_REQUEST_MS = 500;
const SIGNALS = ['SIGTERM', 'SIGINT'] as const;
/** What the manager writes into our own environment, though only its children need it. */
const MANAGERS = ['SHARDING_MANAGER', 'SHARDING_MANAGER_MODE', 'DISCORD_TOKEN'];

/**
 * Takes the variables that discord.js' Client reads for itself out of `env`, where no ShardingManager has set them:
 * `SHARDS` is a variable of ours as well, and a client would take the number of shards for the number of its shard.
 */
export function forgetShardVariables(env: Record<string, string | undefined>): void {
  if (env['SHARDING_MANAGER'] === 'true') return;
  delete env['SHARDS'];
  delete env['SHARD_COUNT'];
}

/** discord.js' own function asks discord.com, whatever address is set. */
async function recommendedShards({ token, api }: ShardParts): Promise<number> {
  const rest = new REST({ version: '10', api }).setToken(token);
  const { shards } = (await rest.get(Routes.gatewayBot())) as APIGatewayBotInfo;
  return shards;
}

/** A manager that has left our own environment as it was. */
function managerOf({ file, args, token }: ShardParts, count: number): ShardingManager {
  const before = MANAGERS.map((name) => [name, process.env[name]] as const);
  try {
    return new ShardingManager(file, {
      totalShards: count,
      shardList: [...Array(count).keys()],
      mode: 'process',
      respawn: true,
      silent: true,
      shardArgs: [...args],
      token,
    });
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

/** The processes, from the first start to the last exit. */
class Crew {
  /** Resolves with the exit status when all are gone. */
  readonly gone: Promise<number>;
  readonly #parts: ShardParts;
  readonly #manager: ShardingManager;
  readonly #running = new Set<ChildProcess>();
  readonly #ready = new Set<number>();
  readonly #halt = new AbortController();
  #status = 0;
  #haltedAt = 0;
  #grace: NodeJS.Timeout | undefined;
  #leave: (status: number) => void = () => {};

  constructor(parts: ShardParts, count: number) {
    this.#parts = parts;
    this.#manager = managerOf(parts, count);
    this.#manager.on('shardCreate', (shard) => this.#watch(shard));
    this.gone = new Promise((resolve) => {
      this.#leave = resolve;
    });
  }

  /** Starts one after the other; each is respawned from then on. */
  async start(count: number): Promise<void> {
    const { signal } = this.#halt;
    for (let id = 0; id < count && !signal.aborted; id += 1) {
      if (id > 0) await wait(this.#parts.delayMs ?? DELAY_MS, undefined, { signal }).catch(() => {});
      if (signal.aborted) return;
      const shard = this.#manager.createShard(id);
      // Without a time limit of its own: one that passes would be an error event in every respawn.
      await shard.spawn(-1);
      const patience = { signal: AbortSignal.any([signal, AbortSignal.timeout(READY_MS)]) };
      await Promise.race([once(shard, 'ready', patience), once(shard, 'death', patience)]).catch(() => {});
    }
  }

  /** Asks all to leave, and makes them when they do not; asked again a while later, at once. */
  stop(status = 0): void {
    this.#status ||= status;
    const { signal } = this.#halt;
    if (signal.aborted) {
      if (performance.now() - this.#haltedAt > ONE_REQUEST_MS) this.#end('SIGKILL');
      return;
    }
    this.#haltedAt = performance.now();
    this.#manager.respawn = false;
    this.#halt.abort();
    this.#grace = setTimeout(() => this.#end('SIGKILL'), this.#parts.graceMs ?? GRACE_MS);
    this.#end('SIGTERM');
    this.#settle();
  }

  #end(signal: NodeJS.Signals): void {
    for (const child of this.#running) child.kill(signal);
  }

  #watch(shard: Shard): void {
    const { env, token } = this.#parts;
    shard.env = {
      ...env,
      SHARDING_MANAGER: 'true',
      SHARDING_MANAGER_MODE: 'process',
      SHARDS: String(shard.id),
      SHARD_COUNT: String(this.#manager.totalShards),
      DISCORD_TOKEN: token,
    };
    shard.on('ready', () => this.#ready.add(shard.id));
    shard.on('error', ({ message }) => this.#parts.onLine(shard.id, message));
    shard.on('spawn', (child) => {
      if ('pid' in child) this.#follow(shard.id, child);
    });
  }

  #follow(id: number, child: ChildProcess): void {
    this.#running.add(child);
    this.#ready.delete(id);
    for (const input of [child.stdout, child.stderr]) {
      if (input !== null) createInterface({ input }).on('line', (line) => this.#parts.onLine(id, line));
    }
    // Before the shard's own listener, which respawns at once.
    child.prependOnceListener('exit', (status: number | null, signal: NodeJS.Signals | null) => {
      const stopping = this.#halt.signal.aborted;
      // Whoever is told to leave before it listens for that leaves by the signal.
      const result = stopping && signal === 'SIGTERM' ? 0 : (status ?? 1);
      if (stopping) this.#status ||= result;
      else if (!this.#ready.has(id)) this.stop(result);
    });
    // All that it wrote has arrived then.
    child.once('close', () => {
      this.#running.delete(child);
      this.#settle();
    });
  }

  #settle(): void {
    if (!this.#halt.signal.aborted || this.#running.size > 0) return;
    clearTimeout(this.#grace);
    this.#leave(this.#status);
  }
}

/**
 * Runs the shards until SIGTERM or SIGINT, and gives the exit status when all have left: 0, else that of the first one
 * that failed. One that dies is started again; one that dies before it was ever ready ends them all, since whatever
 * keeps it from logging in would keep it from that for ever. Rejects with discord.js' error where Discord does not say
 * how many there should be.
 */
export async function runShards(parts: ShardParts): Promise<number> {
  const count = parts.shards === 'auto' ? await recommendedShards(parts) : parts.shards;
  parts.onCount?.(count);
  const crew = new Crew(parts, count);
  const { signals = process } = parts;
  const heed = (): void => crew.stop();
  for (const name of SIGNALS) signals.on(name, heed);
  try {
    await crew.start(count);
    return await crew.gone;
  } finally {
    for (const name of SIGNALS) signals.off(name, heed);
  }
}
