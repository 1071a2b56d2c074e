/** The connection by which is handed in and looked: no call over it takes longer than some seconds. */
import type { Redis } from 'ioredis';
import { QueueUnavailableError } from '../contract.ts';
import { Listeners } from '../listeners.ts';
import { settledWithin } from '../waiting.ts';
import type { Address } from './address.ts';
import { closeClient, openProducer } from './clients.ts';
import { EvictionWarning, unavailable } from './faults.ts';
import type { Reporter } from './reporter.ts';

/** The longest that a call may take, in milliseconds. */
const CALL_MS = 2000;

/** A connection that is made again whenever it is lost. */
export class Link {
  readonly client: Redis;
  readonly #address: Address;
  readonly #reporter: Reporter;
  readonly #returns: Listeners<void>;
  /** Resolves when the first try to connect has come to something. */
  readonly #tried: Promise<void>;
  /** Why the last try to connect failed; `null` while the connection stands and before the first try has ended. */
  #fault: unknown = null;
  #away = false;
  /** The last call got no answer in time. */
  #silent = false;
  #closed = false;

  constructor(address: Address, reporter: Reporter) {
    this.#address = address;
    this.#reporter = reporter;
    this.#returns = new Listeners((fault) => reporter.tell(fault));
    this.client = openProducer(address);
    this.client.on('error', (fault) => this.#lost(fault));
    this.client.on('close', () => this.#lost(new Error('The connection was closed.')));
    this.client.on('ready', () => this.#stands());
    this.#tried = new Promise((resolve) => {
      for (const event of ['ready', 'error', 'close']) this.client.once(event, () => resolve());
    });
  }

  #lost(fault: unknown): void {
    this.#away = true;
    // The first reason says more than those that follow from it.
    this.#fault ??= fault;
    if (!this.#closed) this.#reporter.tell(unavailable(this.#fault, this.#address));
  }

  #stands(): void {
    const returned = this.#away;
    this.#away = false;
    this.#fault = null;
    this.#silent = false;
    this.#reporter.forget();
    this.#checkPolicy().catch((fault) => this.#reporter.tell(fault));
    if (returned) this.#returns.tell();
  }

  async #checkPolicy(): Promise<void> {
    const memory = await this.client.info('memory');
    const policy = /^maxmemory_policy:(.*)$/m.exec(memory)?.[1]?.trim();
    if (policy === undefined || policy === 'noeviction') return;
    this.#reporter.tell(new EvictionWarning(policy, this.#address.label));
  }

  /** Whether the connection stands and was answered last time. Where it was not, this also asks once more. */
  isReady(): boolean {
    if (this.#silent && !this.#closed) this.call(() => this.client.ping()).catch(() => {});
    return this.client.status === 'ready' && !this.#silent;
  }

  /** Calls `listener` whenever the connection stands again; returns what ends it. */
  onReturn(listener: () => void): () => void {
    return this.#returns.add(listener);
  }

  /** Does something with the connection. Rejects with a QueueUnavailableError where it cannot be done in time. */
  async call<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#closed) throw new QueueUnavailableError('The queue has been closed.');
    const until = performance.now() + CALL_MS;
    try {
      await this.#connected();
      const result = work();
      const answered = await settledWithin(result, until - performance.now());
      this.#silent = !answered;
      if (!answered) throw new Error(`It gave no answer within ${CALL_MS / 1000} s.`);
      return await result;
    } catch (fault) {
      throw unavailable(this.#fault ?? fault, this.#address);
    }
  }

  /** Resolves once connected; where the last try has failed, or nothing comes of the first, it rejects. */
  async #connected(): Promise<void> {
    if (this.client.status === 'ready') return;
    if (this.#fault !== null) throw this.#fault;
    const tried = await settledWithin(this.#tried, CALL_MS);
    if (!tried) throw new Error(`No connection came about within ${CALL_MS / 1000} s.`);
    if (this.#fault !== null) throw this.#fault;
  }

  /** Lets go within some seconds. Calls that come later reject. */
  async close(): Promise<void> {
    this.#closed = true;
    await closeClient(this.client);
  }
}
