/** Several runs of several engines, made into one figure each with its spread and its ratio to ours. */
import { type Quality, type Spread, spreadOf } from './figures.ts';
import type { Figures, Outcome } from './job.ts';

/** What is measured anew in every run. */
export const MEASURES = ['indexSeconds', 'indexWork', 'p50', 'p99', 'work', 'memory', 'disk'] as const;
/** One of {@link MEASURES}. */
export type Measure = (typeof MEASURES)[number];

/** One measure of one engine over all runs. */
export interface Measured extends Spread {
  /** How many times that of ours, the median of the ratios in the same run; `null` where ours has none. */
  readonly ratio: number | null;
}

/** One engine over all runs. */
export interface Summary {
  readonly engine: string;
  /** Why there are no figures; `null` where there are. */
  readonly gaveUp: string | null;
  /** Ranks do not change from run to run. */
  readonly quality: Quality | null;
  readonly asked: number;
  readonly measures: Readonly<Record<Measure, Measured | null>>;
}

/** Outcomes of one run, by engine. */
export type Run = Readonly<Record<string, Outcome>>;

function figuresOf(run: Run, engine: string): Figures | null {
  const outcome = run[engine];
  return outcome?.kind === 'measured' ? outcome.figures : null;
}

function measuredOf(runs: readonly Run[], measure: Measure, { engine, ours }: Pair): Measured | null {
  const pairs = runs.flatMap((run) => {
    const value = figuresOf(run, engine)?.[measure] ?? null;
    return value === null ? [] : [{ value, base: figuresOf(run, ours)?.[measure] ?? null }];
  });
  if (pairs.length === 0) return null;
  const ratios = pairs.flatMap(({ value, base }) => (base === null || base <= 0 ? [] : [value / base]));
  const ratio = ratios.length === 0 ? null : spreadOf(ratios).median;
  return { ...spreadOf(pairs.map(({ value }) => value)), ratio };
}

interface Pair {
  readonly engine: string;
  readonly ours: string;
}

function summaryOf(runs: readonly Run[], pair: Pair): Summary {
  const failed = runs.map((run) => run[pair.engine]).find((outcome) => outcome?.kind === 'gave up');
  const ranked = runs.map((run) => figuresOf(run, pair.engine)).find((figures) => (figures?.quality ?? null) !== null);
  const measured = (measure: Measure): Measured | null => measuredOf(runs, measure, pair);
  return {
    engine: pair.engine,
    gaveUp: failed?.kind === 'gave up' ? failed.why : null,
    quality: ranked?.quality ?? null,
    asked: ranked?.asked ?? 0,
    measures: {
      indexSeconds: measured('indexSeconds'),
      indexWork: measured('indexWork'),
      p50: measured('p50'),
      p99: measured('p99'),
      work: measured('work'),
      memory: measured('memory'),
      disk: measured('disk'),
    },
  };
}

/** Sums up every engine of the runs, in the order of the first run; `ours` is what ratios refer to. */
export function summarise(runs: readonly Run[], ours: string): Summary[] {
  return Object.keys(runs[0] ?? {}).map((engine) => summaryOf(runs, { engine, ours }));
}
