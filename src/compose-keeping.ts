/**
 * The keeper's side of a library with its queue and its worker: what is handed in is noted, carried, done, and when
 * anything on the way was lost, carried again.
 */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { filesBelow, foldersBelow } from './adapters/files/uploads/folder.ts';
import type { Log } from './adapters/log.ts';
import type { Backup, KeeperLimits } from './app/keeper.ts';
import { PageKeeper } from './app/keeping.ts';
import { type Performed, SILENCE } from './app/performing.ts';
import type { Tasks } from './app/vitals.ts';
import { Unpacking } from './compose-unpacking.ts';
import type { Worker } from './compose-worker.ts';
import type { QueueConfig } from './config-queue.ts';
import type { BullmqHost } from './queue/bullmq/host.ts';
import { type QueueHost, QueueUnavailableError } from './queue/contract.ts';
import { createInProcessQueue } from './queue/in-process/host.ts';
import type { Store } from './store/contract.ts';

/** What keeping is set up with. */
export interface KeepingConfig {
  readonly queue: QueueConfig;
  readonly limits: KeeperLimits;
  /** The folder that pages may be taken in from by name, or `null`. */
  readonly corpusDir: string | null;
  /** The program of a process that does the work, absolute; that of one that opens files lies beside it. */
  readonly program: string;
  readonly log: Log;
  onPerformed?(performed: Performed): void;
}

/** Opens the queue in Redis; that of this process stands in where there is none. */
export type ConnectRedis = (onFault: (fault: unknown) => void) => BullmqHost;

/** Milliseconds between two looks at what the ledger owes: a look costs a fraction of one, Redis more. */
const ROUND = { inProcess: 3000, redis: 10_000 } as const;
/** Milliseconds between two looks at what is so old that it is forgotten, and how old that is. */
const FORGETTING = { every: 6 * 3_600_000, after: 30 * 24 * 3_600_000 } as const;
/** The setting that says that nothing is taken up; it outlives processes and Redis. */
const PAUSED = 'queue-paused';
/** Milliseconds that work under way gets when the program leaves. */
const GRACE = 5000;

/** The name of the program that opens files. */
const UNPACKER = 'unpacker.js';

/** A name for a copy made at that time: it sorts by time. */
function copyName(at: number): string {
  return `wenbao-${new Date(at).toISOString().slice(0, 19).replaceAll(':', '').replace('T', '-')}.db`;
}

/** The keeper of an open store, its queue, and the worker if there is to be one. */
export class Keeping {
  readonly keeper: PageKeeper;
  readonly #store: Store;
  readonly #dataDir: string;
  readonly #config: KeepingConfig & { readonly connectRedis: ConnectRedis | null };
  readonly #timers: NodeJS.Timeout[] = [];
  readonly #unpacking: Unpacking;
  #host: QueueHost | undefined;
  #redis: BullmqHost | undefined;
  #worker: Worker | undefined;
  #round: Promise<void> | undefined;
  #closed = false;

  constructor(store: Store, dataDir: string, config: KeepingConfig & { readonly connectRedis: ConnectRedis | null }) {
    this.#store = store;
    this.#dataDir = dataDir;
    this.#config = config;
    const unpacker = join(dirname(config.program), UNPACKER);
    this.#unpacking = new Unpacking(unpacker, (fault) => void this.#fault('unpacking', fault));
    this.keeper = new PageKeeper({
      ...{ ledger: store, target: store, source: store, asked: store, limits: config.limits },
      queue: {
        setPaused: (paused) => this.#setPaused(paused),
        isPaused: async () => (await store.setting(PAUSED)) !== null,
        cancel: (subject) => this.host.queue.cancel(subject),
        retry: (subject) => this.host.queue.retry(subject),
      },
      carry: (subjects) => this.#carry(subjects),
      unpack: (file, limits) => this.#unpacking.open(file, limits),
      folder: (name) => this.#folder(name),
      folders: async () => (config.corpusDir === null ? [] : foldersBelow(config.corpusDir)),
      copy: (at) => this.#copy(at),
      newId: randomUUID,
      now: () => Date.now(),
    });
  }

  /** The queue; it is connected when it is first needed. */
  get host(): QueueHost {
    this.#host ??= this.#connect();
    return this.#host;
  }

  /** The queue in Redis, or `null` where it is in this process. */
  get redis(): BullmqHost | null {
    return this.host === this.#redis ? this.#redis : null;
  }

  /** Jobs under way, as people are told. */
  async tasks(): Promise<Tasks> {
    const { running, waiting, failed } = await this.#store.tally();
    return { running, waiting, failed };
  }

  /** Whether what is handed in can be carried. */
  async isReady(): Promise<boolean> {
    return this.redis === null || this.redis.isReady();
  }

  /** Carries what is owed from now on, and does it where `works` says so. */
  async start({ works }: { readonly works: boolean }): Promise<void> {
    const { queue, program, onPerformed } = this.#config;
    const { host } = this;
    host.queue.onReturn(() => void this.carryOwed());
    if (works) {
      const { startWorker } = await import('./compose-worker.ts');
      this.#worker = startWorker({
        ...{ host, program, ledger: this.#store, dataDir: this.#dataDir, processes: queue.workers },
        onFault: (fault, reference) => this.#fault('work', fault, reference),
        ...(onPerformed !== undefined && { onPerformed }),
      });
    }
    const forget = (): void => {
      this.#store.forgetJobsBefore(Date.now() - FORGETTING.after).catch((fault) => this.#fault('forgetting', fault));
    };
    forget();
    const every = queue.redis === null ? ROUND.inProcess : ROUND.redis;
    this.#timers.push(
      setInterval(() => void this.carryOwed(), every).unref(),
      setInterval(forget, FORGETTING.every).unref(),
    );
    await this.carryOwed();
  }

  /** Hands in what the ledger owes and the queue does not hold. Never rejects. */
  carryOwed(): Promise<void> {
    this.#round ??= this.#lookRound()
      .catch((fault: unknown) => void this.#fault('carrying', fault))
      .finally(() => {
        this.#round = undefined;
      });
    return this.#round;
  }

  /** Ends work and lets go of the queue, within some seconds. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    for (const timer of this.#timers) clearInterval(timer);
    await this.#unpacking.close();
    await this.#worker?.close(GRACE);
    await this.#round;
    await this.#host?.queue.close();
  }

  #connect(): QueueHost {
    const onFault = (fault: unknown): void => void this.#fault('queue', fault);
    this.#redis = this.#config.connectRedis?.(onFault);
    return this.#redis ?? createInProcessQueue({ onFault });
  }

  async #carry(subjects: readonly string[]): Promise<boolean> {
    try {
      await this.host.queue.submit(subjects);
      return true;
    } catch (fault) {
      this.#fault(fault instanceof QueueUnavailableError ? 'queue-away' : 'carrying', fault);
      return false;
    }
  }

  async #lookRound(): Promise<void> {
    if (this.#closed || this.#store.readonly) return;
    const { queue } = this.host;
    const paused = (await this.#store.setting(PAUSED)) !== null;
    if ((await queue.isPaused()) !== paused) await (paused ? queue.pause() : queue.resume());
    const now = Date.now();
    const owed = await this.#store.owed(now - SILENCE, now + SILENCE);
    if (owed.length === 0) return;
    const { waiting, running } = await queue.counts();
    if (waiting + running < owed.length) await this.#carry(owed);
  }

  async #setPaused(paused: boolean): Promise<void> {
    await this.#store.setSetting(PAUSED, paused ? 'yes' : null);
    const { queue } = this.host;
    await (paused ? queue.pause() : queue.resume());
  }

  async #folder(name: string) {
    const { corpusDir } = this.#config;
    return filesBelow(corpusDir ?? join(this.#dataDir, 'corpus'), name);
  }

  async #copy(at: number): Promise<Backup> {
    const path = join(this.#dataDir, 'backups', copyName(at));
    const bytes = await this.#store.copyTo(path);
    return { path, bytes, read: () => readFile(path) };
  }

  #fault(event: string, fault: unknown, reference: string = randomUUID().slice(0, 8)): string {
    const details =
      fault instanceof Error ? { name: fault.name, message: fault.message, stack: fault.stack } : { fault };
    this.#config.log.error(event, { reference, ...details });
    return reference;
  }
}
