/** Connections to Redis. */
import { Redis, type RedisOptions } from 'ioredis';
import { settledWithin } from '../waiting.ts';
import type { Address } from './address.ts';

/** How long setting up a connection may take, and how long saying goodbye, in milliseconds. */
const CONNECT_MS = 5000;
const GOODBYE_MS = 1000;

/** The longest pause between two tries to connect: soon after its return Redis is in use again. */
const LONGEST_PAUSE_MS = 2000;

const COMMON = {
  connectTimeout: CONNECT_MS,
  disconnectTimeout: GOODBYE_MS,
  retryStrategy: (times: number) =>
    Math.min(50 * 2 ** Math.min(times, 10), LONGEST_PAUSE_MS) * (0.75 + Math.random() / 4),
} satisfies RedisOptions;

/** A client that hands in: what cannot be sent at once fails. */
export function openProducer({ url }: Address): Redis {
  return new Redis(url, { ...COMMON, enableOfflineQueue: false, maxRetriesPerRequest: 1 });
}

/**
 * A client that listens: it waits for Redis for ever. After a lost connection its owner subscribes anew: what the client
 * would ask for by itself nobody could catch the failure of.
 */
export function openListener({ url }: Address): Redis {
  return new Redis(url, { ...COMMON, maxRetriesPerRequest: null, autoResubscribe: false });
}

/** A client for a worker: it waits for Redis for ever, and knows the copies that BullMQ makes of it. */
export class WorkerClient extends Redis {
  /** Connections for commands that block. */
  readonly copies: Redis[] = [];

  constructor({ url }: Address) {
    super(url, { ...COMMON, maxRetriesPerRequest: null });
  }

  override duplicate(override?: Partial<RedisOptions>): Redis {
    const copy = super.duplicate(override);
    this.copies.push(copy);
    return copy;
  }
}

/** Lets go of a connection within some two seconds: politely where that can be done. Never rejects. */
export async function closeClient(client: Redis): Promise<void> {
  if (client.status === 'end') return;
  if (client.status === 'ready') await settledWithin(client.quit(), GOODBYE_MS);
  client.disconnect();
}
