/** A worker: takes word of what is owed from the queue and has it done by processes of its own. */
import Tinypool from 'tinypool';
import type { Claim, Ledger, Stage } from './app/ledger.ts';
import type { Performed } from './app/performing.ts';
import type { PerformNews, PerformTask } from './compose-performer.ts';
import { type Delivery, HopelessError, type QueueHost } from './queue/contract.ts';

/** What a worker is made of. */
export interface WorkerParts {
  readonly host: QueueHost;
  readonly ledger: Ledger;
  readonly dataDir: string;
  /** The program of a process that does the work, absolute. */
  readonly program: string;
  /** How many of them at most. */
  readonly processes: number;
  /** Records a fault and gives the reference that people may quote. */
  onFault(fault: unknown, reference?: string): string;
  onPerformed?(performed: Performed): void;
}

/** A worker at work. */
export interface Worker {
  isReady(): boolean;
  /** Takes on nothing more, lets what is under way end within `graceMs`, and ends its processes. */
  close(graceMs: number): Promise<void>;
}

/** Milliseconds without work after which a process leaves, with its dictionary and its memory. */
const IDLE = 5 * 60_000;
/** Milliseconds that a process gets to leave. */
const LEAVING = 2000;
/** Deaths after which a job is not begun again. */
const MOST_DEATHS = 5;

/** The processes; no task waits for one that has died. */
class Processes {
  readonly #pool: Tinypool;
  /** Ends tasks of which nothing was heard yet: some of them may have no process. */
  readonly #unheard = new Set<AbortController>();

  constructor({ program, processes, onFault }: WorkerParts) {
    this.#pool = new Tinypool({
      filename: program,
      runtime: 'child_process',
      ...{ minThreads: 0, maxThreads: processes, idleTimeout: IDLE, terminateTimeout: LEAVING },
    });
    // A process has died that had no task, or not yet: what was handed to the pool for it would wait for ever.
    this.#pool.on('error', (fault: unknown) => {
      onFault(fault);
      for (const controller of this.#unheard) controller.abort();
    });
  }

  /** Has a task done; `hear` gets what its process tells meanwhile. Rejects where that dies, or could not begin. */
  async run(task: PerformTask, hear: (message: unknown) => void): Promise<readonly Performed[]> {
    const controller = new AbortController();
    const postMessage = (message: unknown): void => {
      this.#unheard.delete(controller);
      hear(message);
    };
    this.#unheard.add(controller);
    try {
      const channel = { onMessage: () => {}, postMessage };
      return await this.#pool.run(task, { name: 'perform', channel, signal: controller.signal });
    } finally {
      this.#unheard.delete(controller);
    }
  }

  async close(): Promise<void> {
    await this.#pool.destroy();
  }
}

/** What one process has told of its work so far. */
class Watch {
  claim: Claim | null = null;
  readonly #delivery: Delivery;
  readonly #onFault: WorkerParts['onFault'];

  constructor(delivery: Delivery, onFault: WorkerParts['onFault']) {
    this.#delivery = delivery;
    this.#onFault = onFault;
  }

  hear(message: unknown): void {
    const { performer: news } = message as { readonly performer?: PerformNews };
    if (news?.kind === 'claim') this.claim = news.claim;
    if (news?.kind === 'stage') this.#report(news.stage);
    if (news?.kind === 'fault') {
      this.#onFault(Object.assign(new Error(news.name), { stack: news.stack }), news.reference);
    }
  }

  #report({ name, done, total }: Stage): void {
    this.#delivery.report({ stage: name, done, total });
  }
}

/** Whether the queue has to bring the subject again, or need not. */
function judge(performed: readonly Performed[]): void {
  if (performed.some(({ outcome }) => outcome === 'again')) throw new Error('A job is to be tried again.');
  if (performed.some(({ outcome }) => outcome === 'failed')) throw new HopelessError('A job has failed for good.');
}

/** Has the work done by a process; one that dies costs its job an attempt. */
async function perform(delivery: Delivery, processes: Processes, parts: WorkerParts): Promise<void> {
  const { ledger, dataDir, onFault, onPerformed } = parts;
  const watch = new Watch(delivery, onFault);
  const task: PerformTask = { dataDir, subject: delivery.subject };
  let performed: readonly Performed[];
  try {
    performed = await processes.run(task, (message) => watch.hear(message));
  } catch (fault) {
    const reference = onFault(fault);
    const { claim } = watch;
    if (claim !== null) {
      const begun = (await ledger.job(claim.job))?.attempts ?? 0;
      await ledger.fail(claim, { error: { kind: 'fault', reference }, again: begun < MOST_DEATHS }, Date.now());
    }
    throw fault;
  }
  for (const each of performed) onPerformed?.(each);
  judge(performed);
}

/** Starts a worker on a queue. */
export function startWorker(parts: WorkerParts): Worker {
  const { host, onFault } = parts;
  const processes = new Processes(parts);
  const worker = host.startWorker({
    concurrency: parts.processes,
    perform: (delivery) => perform(delivery, processes, parts),
    onFault: (fault) => void onFault(fault),
  });
  return {
    isReady: () => worker.isReady(),
    async close(graceMs) {
      await worker.close(graceMs);
      await processes.close();
    },
  };
}
