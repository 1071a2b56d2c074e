/** A library with real Redis and workers of the built program, for tests that break them on purpose. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'vitest';
import { createLog } from '../../src/adapters/log.ts';
import type { Receipt } from '../../src/app/keeper.ts';
import { type OpenWorkplace, openWorkplace } from '../../src/compose.ts';
import type { Store } from '../../src/store/contract.ts';
import { built } from './built.ts';
import { start } from './child.ts';
import { DAY, expectSoundDrill, PAPER } from './drill-sound.ts';
import { pageText } from './intake.ts';
import { textFile } from './keeper-house.ts';
import { inFolder } from './library.ts';
import { type RedisOptions, type RedisServer, startRedis } from './redis.ts';

const PREFIX = 'drill';
const PERFORMER = join(import.meta.dirname, '..', '..', 'dist', 'src', 'bin', 'performer.js');
const LIMITS = { fileBytes: 1e7, files: 1000, unpackedBytes: 1e8, unpackRatio: 100, pagesPerHour: 1e6 };

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Where a drill finds the numbers of its chance; `WENBAO_TEST_SEED` sets others. */
export const SEED: number = Number(process.env['WENBAO_TEST_SEED'] ?? 1) || 1;

/** A page that tells its name, its version and where the lighthouses are. */
export function drillPage(name: string, version = 1, paragraphs = 2): string {
  const said = `七月，游客在第${version}版的码头看到渔船，灯塔修好了。${name}的图书馆今天开放。`;
  const articles = Array.from(
    { length: paragraphs },
    (_, at) => [`${name}第${version}版的第${at + 1}条消息`, `${said}这里有${at + version}座灯塔。`] as const,
  );
  return pageText(...articles);
}

/** A worker of the built program. */
export class DrillWorker {
  readonly process: ChildProcess;
  /** When it was started, in milliseconds since 1970. */
  readonly since: number = Date.now();
  /** All that it wrote to standard error. */
  messages = '';
  readonly #ended: Promise<unknown>;

  constructor(folder: string, env: Readonly<Record<string, string>>) {
    this.process = start(['worker', '--data', folder], env);
    this.process.stdout?.resume();
    this.process.stderr?.on('data', (data) => {
      this.messages += data;
    });
    this.#ended = once(this.process, 'close');
  }

  /** Sends a signal and waits until it is gone; gives its exit status, or `null`. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    this.process.kill(signal);
    await this.#ended;
    return this.process.exitCode;
  }

  /** Ids of the processes that it has started. */
  get performers(): number[] {
    const { pid } = this.process;
    return readdirSync('/proc').flatMap((name) => {
      const id = Number(name);
      return Number.isInteger(id) && parentOf(id) === pid ? [id] : [];
    });
  }

  /** Kills those; gives their ids. */
  killPerformers(): readonly number[] {
    const { performers } = this;
    for (const id of performers) send(id);
    return performers;
  }
}

/** The process that has started another; the name of a program may hold blanks and brackets. */
function parentOf(id: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined;
  }
}

function send(id: number): void {
  try {
    process.kill(id, 'SIGKILL');
  } catch {
    // It has left by itself.
  }
}

/** How a drill is set up. */
export interface DrillOptions {
  readonly redis?: RedisOptions;
  /** The folder of the library; one of its own by default. */
  readonly folder?: string;
}

/** One library, its Redis, and whoever works there. */
export class Drill {
  readonly folder: string;
  readonly redis: RedisServer;
  readonly workplace: OpenWorkplace;
  readonly workers = new Set<DrillWorker>();
  /** What was acknowledged, by name. */
  readonly pages = new Map<string, Uint8Array>();

  constructor(parts: Pick<Drill, 'folder' | 'redis' | 'workplace'>) {
    this.folder = parts.folder;
    this.redis = parts.redis;
    this.workplace = parts.workplace;
  }

  get store(): Store {
    return this.workplace.store;
  }

  get keeping() {
    const { keeping } = this.workplace;
    if (keeping === null) throw new Error('The library of the drill has no keeper.');
    return keeping;
  }

  startWorker(env: Readonly<Record<string, string>> = {}): DrillWorker {
    const worker = new DrillWorker(this.folder, { REDIS_URL: this.redis.url, REDIS_PREFIX: PREFIX, ...env });
    this.workers.add(worker);
    return worker;
  }

  /** Ends a worker and forgets it. */
  async end(worker: DrillWorker, signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    this.workers.delete(worker);
    return worker.end(signal);
  }

  /** Hands in a page; what is acknowledged is expected to be in the library in the end. */
  async submit(name: string, text = drillPage(name)): Promise<Receipt> {
    const file = textFile(name, text);
    const facts = { publication: PAPER, date: DAY, label: null };
    const receipt = await this.keeping.keeper.takeIn([file], facts, { asker: '甲', place: null, at: Date.now() });
    if (receipt.jobs === 1) this.pages.set(name, await file.read(Infinity));
    return receipt;
  }

  /** Waits until something is so, for so many seconds at most. */
  async until(what: string, is: () => boolean | Promise<boolean>, seconds = 60): Promise<void> {
    const end = performance.now() + seconds * 1000;
    while (!(await is())) {
      if (performance.now() > end) throw new Error(`Not within ${seconds} s: ${what}. ${await this.#state()}`);
      await wait(5);
    }
  }

  /** Waits until no job waits or runs any more. */
  async allOver(seconds = 90): Promise<void> {
    const isOver = async (): Promise<boolean> => {
      const { waiting, running } = await this.store.tally();
      return waiting + running === 0;
    };
    await this.until('all jobs are over', isOver, seconds);
  }

  /**
   * Lets jobs that have failed for good wait once more, as their keeper would; gives how many are left because their
   * pages were handed in again later.
   */
  async retryFailed(): Promise<number> {
    const newest = new Set<string>();
    let left = 0;
    for (const { id, subject, state } of await this.store.jobs({})) {
      if (state === 'failed' && newest.has(subject)) left += 1;
      else if (state === 'failed') expect(await this.keeping.keeper.retry(id)).toBe(true);
      newest.add(subject);
    }
    return left;
  }

  async #state(): Promise<string> {
    const jobs = await this.store.jobs({ states: ['waiting', 'running'], limit: 5 });
    const counts = await this.keeping.host.queue.counts().catch(String);
    const messages = [...this.workers].map((worker) => worker.messages.slice(-2000));
    return JSON.stringify({ seed: SEED, tally: await this.store.tally(), counts, jobs, messages }, null, 1);
  }

  /** Ends everything that runs; afterwards the library is expected to be whole. */
  async sound(failed = 0): Promise<void> {
    await Promise.all([...this.workers].map((worker) => this.end(worker, 'SIGTERM')));
    await expectSoundDrill(this.folder, { pages: this.pages, failed });
  }
}

/** Runs a drill; whatever it started is gone afterwards. */
export async function inDrill(work: (drill: Drill) => Promise<void>, options: DrillOptions = {}): Promise<void> {
  built('src/compose-worker.ts');
  await inFolder(async (own) => {
    const folder = options.folder ?? own;
    const redis = await startRedis(options.redis);
    const log = createLog({ level: 'error', logQuestions: false, destination: { write: () => {} } });
    const queue = { redis: { url: redis.url, prefix: PREFIX }, worker: false, workers: 1 };
    const keeping = { queue, limits: LIMITS, corpusDir: null, program: PERFORMER, log };
    const workplace = await openWorkplace(folder, { keeping });
    const drill = new Drill({ folder, redis, workplace });
    try {
      await workplace.startKeeping('asker');
      await work(drill);
    } finally {
      await Promise.all([...drill.workers].map((worker) => drill.end(worker, 'SIGKILL')));
      await workplace.close();
      await redis.close();
    }
  });
}
