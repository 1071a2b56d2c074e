/** Puts the program together from its configuration: what each subcommand opens, serves and connects to. */
import { join } from 'node:path';
import type { ConsoleParts, PageDesk, Streams, Workplace } from './adapters/console/workplace.ts';
import type { HttpServer } from './adapters/http/server.ts';
import { createLog, type Log } from './adapters/log.ts';
import type { Locale } from './app/locale.ts';
import type { Asked, OpenWorkplace } from './compose.ts';
import type { Config } from './config.ts';

/** What the program is told by whoever starts it. */
export interface ProgramParts {
  readonly config: Config;
  /** The folder of the package. */
  readonly packageRoot: string;
  readonly version: string;
  readonly streams: Streams;
  /** The program and its arguments, for processes of the same kind. */
  readonly argv: readonly string[];
  readonly env: Record<string, string | undefined>;
}

/** Programs of processes that a worker starts, below the package. */
const PERFORMER = join('dist', 'src', 'bin', 'performer.js');
/** The program of a thread that reads pages. */
const READER = join('dist', 'src', 'bin', 'reader.js');
/** The program of a thread that searches. */
const SEEKER = join('dist', 'src', 'bin', 'seeker.js');
const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

/** What counts what happens, once something is to be counted. */
type Metrics = import('./adapters/http/metrics.ts').Metrics;

/** The program while it runs: one library at most is open. */
class Program {
  readonly #parts: ProgramParts;
  readonly #log: Log;
  #metrics: Metrics | undefined;
  #open: OpenWorkplace | undefined;
  #logsQuestions = false;

  constructor(parts: ProgramParts) {
    const { config, streams } = parts;
    this.#parts = parts;
    const password = config.queue.redis === null ? '' : decodeURIComponent(new URL(config.queue.redis.url).password);
    const secrets = [config.discord?.token ?? '', config.http?.adminPassword ?? '', password];
    this.#log = createLog({
      ...{ level: config.log.level, logQuestions: config.log.questions, secrets },
      destination: streams.messages,
    });
  }

  get log(): Log {
    return this.#log;
  }

  async open(folder: string): Promise<Workplace> {
    const { queue, limits, corpusDir, http } = this.#parts.config;
    if (http !== null) this.#metrics = await this.#createMetrics();
    const { openWorkplace } = await import('./compose.ts');
    const program = join(this.#parts.packageRoot, PERFORMER);
    this.#open = await openWorkplace(folder, {
      keeping: {
        ...{ queue, limits, corpusDir, program, log: this.#log },
        onPerformed: ({ kind, outcome, milliseconds }) => this.#metrics?.jobEnded(kind, outcome, milliseconds / 1000),
      },
      reader: join(this.#parts.packageRoot, READER),
      seeker: join(this.#parts.packageRoot, SEEKER),
      onSearchFault: (fault) => this.#log.warn('search-threads', { fault }),
      onAsked: (asked) => this.#asked(asked),
    });
    return this.#open;
  }

  /** Writes into the log from now on that something was asked; what it was, only where that is wanted. */
  logQuestions(): void {
    this.#logsQuestions = true;
  }

  /** Serves health and metrics while `work` runs, where a port is set. */
  async serving<Result>(
    checks: Readonly<Record<string, () => Promise<boolean>>>,
    work: () => Promise<Result>,
  ): Promise<Result> {
    const server = await this.#serve(checks);
    try {
      return await work();
    } finally {
      await server?.close();
    }
  }

  /** What has to work in every process that answers or does jobs. */
  get checks(): Readonly<Record<string, () => Promise<boolean>>> {
    return {
      store: async () => (await this.#open?.library.counts()) !== undefined,
      queue: async () => (await this.#open?.keeping?.isReady()) !== false,
    };
  }

  async #serve(checks: Readonly<Record<string, () => Promise<boolean>>>): Promise<HttpServer | null> {
    const { config, version } = this.#parts;
    if (config.http === null || this.#metrics === undefined) return null;
    const [{ startHttp }, { HttpAddressError }] = await Promise.all([
      import('./adapters/http/server.ts'),
      import('./adapters/http/faults.ts'),
    ]);
    const { host, port, adminPassword } = config.http;
    const redis = this.#open?.keeping?.redis ?? null;
    const { bullmqQueueOf } = await import('./queue/bullmq/host.ts');
    const server = await startHttp({
      ...{ host, port, log: this.#log, metrics: this.#metrics },
      health: { version, uptime: () => process.uptime(), checks },
      ...(redis !== null && { board: { queue: bullmqQueueOf(redis), password: adminPassword } }),
    }).catch((fault: unknown) => {
      throw fault instanceof HttpAddressError ? new Error(fault.said[config.locale], { cause: fault }) : fault;
    });
    this.#log.info('serving', { host, port: server.port });
    return server;
  }

  async #createMetrics(): Promise<Metrics> {
    const { createMetrics } = await import('./adapters/http/metrics.ts');
    return createMetrics({
      jobs: async () => ({ ...(await this.#open?.keeping?.keeper.tally()) }),
      queue: async () => ({ ...(await this.#open?.keeping?.host.queue.counts()) }),
      index: async () => (await this.#open?.library.counts()) ?? { passages: 0, articles: 0, pages: 0 },
      onFault: (source, fault) => this.#log.warn('metrics', { source, fault }),
    });
  }

  #asked({ question, outcome, milliseconds }: Asked): void {
    const reason = outcome?.kind === 'abstention' ? outcome.reason : undefined;
    const kind = outcome?.kind ?? 'fault';
    this.#metrics?.asked(kind, milliseconds / 1000, reason);
    // Whoever asks in a terminal sees the answer there.
    if (this.#logsQuestions) this.#log.info('asked', { outcome: kind, reason, milliseconds, question });
  }
}

/** Resolves when the process is told to leave. */
function told(): Promise<void> {
  return new Promise((resolve) => {
    for (const name of SIGNALS) process.once(name, () => resolve());
  });
}

/** Does jobs until the process is told to stop. */
async function work(program: Program, workplace: Workplace): Promise<number> {
  return program.serving(program.checks, async () => {
    const leaving = told();
    await workplace.startKeeping('worker');
    await leaving;
    program.log.info('stopping');
    return 0;
  });
}

/** Looks at pages without a library. */
function pageDesk(locale: Locale): PageDesk {
  return {
    inspect: async (path) => (await import('./adapters/files/one-page.ts')).inspectFile(path),
    async save(view, path) {
      const [{ drawPage }, { writeWhole }] = await Promise.all([
        import('./adapters/page-html/draw.ts'),
        import('./adapters/files/whole.ts'),
      ]);
      await writeWhole(path, drawPage(view, locale));
    },
  };
}

/** What the console works with; only what a subcommand needs is loaded, when it is needed. */
export function consoleParts(parts: ProgramParts): ConsoleParts {
  const { config, version, streams, argv, env } = parts;
  const { dataDir, corpusDir, locale, colours, discord, queue } = config;
  const program = new Program(parts);
  const say = (line: string): void => void streams.messages.write(`${line}\n`);
  return {
    ...{ dataDir, corpusDir, locale, colours, streams, version },
    signals: process,
    clock: () => performance.now(),
    open: (folder) => program.open(folder),
    pages: pageDesk(locale),
    isShard: env['SHARDING_MANAGER'] === 'true',
    ...(queue.redis !== null && { work: (workplace: Workplace) => work(program, workplace) }),
    ...(discord !== null && {
      connect: async (workplace: Workplace) => {
        const { connectDiscord } = await import('./compose-discord.ts');
        program.logQuestions();
        return connectDiscord({
          ...{ discord, locale, workplace, say, argv, env, log: program.log },
          serving: (checks, serve) => program.serving({ ...program.checks, ...checks }, serve),
          watches: config.watch ? corpusDir : null,
        });
      },
    }),
  };
}
