/**
 * Counts and measures for Prometheus. Labels are words of our own, such as `refused`: a text or an id can never become
 * one, for whatever does not look like such a word is counted as `other`.
 */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Numbers by the name of what they count. */
export type CountsByName = Readonly<Record<string, number>>;

/** Where the present state is looked up, each time that somebody reads the metrics. A source that is not there gives no numbers. */
export interface MetricSources {
  /** Jobs in the ledger by state. */
  jobs?(): Promise<CountsByName>;
  /** Subjects in the queue by state. */
  queue?(): Promise<CountsByName>;
  /** How large the index is. */
  index?(): Promise<{ readonly passages: number; readonly articles: number; readonly pages: number }>;
  /** Told of a source that failed or took too long; its numbers are left out. */
  onFault?(source: 'jobs' | 'queue' | 'index', fault: unknown): void;
}

/** What is counted as it happens, and how it is read. */
export interface Metrics {
  /** The type of {@link Metrics.text}. */
  readonly contentType: string;
  /** Everything in Prometheus' text format. */
  text(): Promise<string>;
  /** A question was answered or refused after so many seconds; `reason` where it was refused. */
  asked(outcome: string, seconds: number, reason?: string): void;
  /** A job, or an attempt at one, was over after so many seconds. */
  jobEnded(kind: string, outcome: string, seconds: number): void;
}

const WORD = /^[a-z][a-z-]{0,31}$/;
/** A question takes some hundredths of a second; a person waits some seconds. */
const ASK_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** From a small page to a large file of lines. */
const JOB_SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];
/** Milliseconds that a source may take: Prometheus waits ten seconds for everything. */
const SOURCE_MS = 2000;

function word(value: string): string {
  return WORD.test(value) ? value : 'other';
}

/** Rejects where `work` takes longer than {@link SOURCE_MS}. */
async function inTime<Result>(work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No numbers within ${SOURCE_MS} ms.`)), SOURCE_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The numbers of a source; none where it fails, so that one source away leaves the others to be read. */
async function numbersOf(sources: MetricSources, source: 'jobs' | 'queue' | 'index'): Promise<CountsByName> {
  try {
    return { ...(await inTime(Promise.resolve(sources[source]?.() ?? {}))) };
  } catch (fault) {
    sources.onFault?.(source, fault);
    return {};
  }
}

/** Gauges with one label, looked up at each reading. */
function stateGauge(registry: Registry, sources: MetricSources, source: 'jobs' | 'queue'): void {
  const help = source === 'jobs' ? 'Jobs in the ledger by state.' : 'Subjects in the queue by state.';
  const gauge: Gauge<'state'> = new Gauge({
    ...{ name: `wenbao_${source}`, help, labelNames: ['state'], registers: [registry] },
    async collect() {
      const counts = await numbersOf(sources, source);
      gauge.reset();
      for (const [state, count] of Object.entries(counts)) gauge.set({ state: word(state) }, count);
    },
  });
}

/** Three gauges that share one look at the index, as long as it is under way. */
function indexGauges(registry: Registry, sources: MetricSources): void {
  let looking: Promise<CountsByName> | null = null;
  const look = (): Promise<CountsByName> => {
    looking ??= numbersOf(sources, 'index').finally(() => {
      looking = null;
    });
    return looking;
  };
  for (const what of ['passages', 'articles', 'pages']) {
    const gauge = new Gauge({
      ...{ name: `wenbao_index_${what}`, help: `How many ${what} the library holds.`, registers: [registry] },
      async collect() {
        const value = (await look())[what];
        // Without labels a gauge begins with a 0, which is not what an index has that cannot be looked at.
        if (value === undefined) gauge.remove();
        else gauge.set(value);
      },
    });
  }
}

/** Metrics on a registry of their own, so that two of them in one process do not mix. */
export function createMetrics(sources: MetricSources): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const questions = new Counter({
    ...{ name: 'wenbao_questions_total', help: 'Questions by what came of them.', labelNames: ['outcome'], registers },
  });
  const refusals = new Counter({
    ...{ name: 'wenbao_refusals_total', help: 'Questions that were refused.', labelNames: ['reason'], registers },
  });
  const asking = new Histogram({
    ...{ name: 'wenbao_ask_seconds', help: 'From question to answer.', buckets: ASK_SECONDS, registers },
  });
  const jobs = new Histogram({
    ...{ name: 'wenbao_job_seconds', help: 'From the beginning of a job to its end.', buckets: JOB_SECONDS },
    ...{ labelNames: ['kind', 'outcome'], registers },
  });
  stateGauge(registry, sources, 'jobs');
  stateGauge(registry, sources, 'queue');
  indexGauges(registry, sources);
  collectDefaultMetrics({ register: registry });
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    asked(outcome, seconds, reason) {
      questions.inc({ outcome: word(outcome) });
      asking.observe(seconds);
      if (reason !== undefined) refusals.inc({ reason: word(reason) });
    },
    jobEnded: (kind, outcome, seconds) => jobs.observe({ kind: word(kind), outcome: word(outcome) }, seconds),
  };
}
