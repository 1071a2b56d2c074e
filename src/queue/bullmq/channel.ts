/** Word between processes that need not last: how far work is, and which jobs are to stop. */
import type { Redis } from 'ioredis';
import type { Progress } from '../contract.ts';
import { Listeners } from '../listeners.ts';
import type { Address } from './address.ts';
import { closeClient, openListener } from './clients.ts';
import type { Link } from './link.ts';
import type { Reporter } from './reporter.ts';

/** What a channel works with. */
export interface ChannelParts {
  readonly address: Address;
  /** By which is sent. */
  readonly link: Link;
  /** Begins the names of its channels; a Redis has the same channels in all its databases, so the number is added. */
  readonly prefix: string;
  readonly reporter: Reporter;
}

/** Sends and receives over Redis' publish and subscribe: what is sent while a receiver is away is lost to it. */
export class Channel {
  readonly #listener: Redis;
  readonly #parts: ChannelParts;
  readonly #progressName: string;
  readonly #stopName: string;
  readonly #progress: Listeners<Progress>;
  readonly #stops: Listeners<string>;

  constructor(parts: ChannelParts) {
    this.#parts = parts;
    const { address, prefix, reporter } = parts;
    this.#progressName = `${prefix}:${address.database}:progress`;
    this.#stopName = `${prefix}:${address.database}:stop`;
    this.#progress = new Listeners((fault) => reporter.tell(fault));
    this.#stops = new Listeners((fault) => reporter.tell(fault));
    this.#listener = openListener(address);
    // The link tells of connections that fail; this one fails with it.
    this.#listener.on('error', () => {});
    this.#listener.on('message', (channel: string, message: string) => this.#receive(channel, message));
    // With every connection anew: a refused connection drops what was asked of it before.
    this.#listener.on('ready', () => void this.#subscribe());
  }

  async #subscribe(): Promise<void> {
    try {
      await this.#listener.subscribe(this.#progressName, this.#stopName);
    } catch (fault) {
      if (this.#listener.status === 'ready') this.#parts.reporter.tell(fault);
    }
  }

  #receive(channel: string, message: string): void {
    if (channel === this.#stopName) this.#stops.tell(message);
    const progress = channel === this.#progressName ? readProgress(message) : null;
    if (progress !== null) this.#progress.tell(progress);
  }

  onProgress(listener: (progress: Progress) => void): () => void {
    return this.#progress.add(listener);
  }

  /** Calls `listener` with the id of every job that is to stop. */
  onStop(listener: (jobId: string) => void): () => void {
    return this.#stops.add(listener);
  }

  /** Rejects with a QueueUnavailableError where it cannot be sent. */
  async sendProgress(progress: Progress): Promise<void> {
    const { link } = this.#parts;
    await link.call(() => link.client.publish(this.#progressName, JSON.stringify(progress)));
  }

  /** Rejects with a QueueUnavailableError where it cannot be sent. */
  async sendStop(jobId: string): Promise<void> {
    const { link } = this.#parts;
    await link.call(() => link.client.publish(this.#stopName, jobId));
  }

  /** Lets go within some seconds. */
  async close(): Promise<void> {
    await closeClient(this.#listener);
  }
}

/** What another process has sent; `null` where it is no progress: anybody with access to Redis may send. */
function readProgress(message: string): Progress | null {
  try {
    const { subject, stage, done, total } = JSON.parse(message);
    const sound =
      typeof subject === 'string' && typeof stage === 'string' && typeof done === 'number' && typeof total === 'number';
    return sound ? { subject, stage, done, total } : null;
  } catch {
    return null;
  }
}
