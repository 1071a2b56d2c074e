/** The figures of a trial as data: what the table shows and `--json` prints. */
import { type Interval, type Intervals, intervalsOf } from './intervals.ts';
import { type Bin, calibrationError, reliability } from './reliability.ts';
import { byType, type Figures, figuresOf, precisionOf, type Verdict } from './score.ts';

/** The figures of a set or of a part of it. */
export interface Row {
  readonly name: string;
  readonly figures: Figures;
}

/** A set, and its parts by type, noise and displacement. */
export interface SetReport extends Row {
  readonly parts: readonly Row[];
  /** Where they were asked for. */
  readonly intervals?: Intervals;
}

export interface TrialReport {
  readonly sets: readonly SetReport[];
  /** Of everything asked: what has an answer and what has none. */
  readonly together: {
    readonly questions: number;
    readonly answered: number;
    readonly precision: number | null;
    readonly interval?: Interval | undefined;
  };
  readonly reliability: readonly Bin[];
  readonly calibrationError: number | null;
}

/** The verdicts of a set. */
export interface JudgedSet {
  readonly name: string;
  readonly verdicts: readonly Verdict[];
}

/** Sets whose answers make up `together` and the reliability, where a trial has several: one kind of question each. */
const TOGETHER: readonly string[] = ['questions', 'unanswerable'];

/** Everything that can be said of the sets of a trial, on demand with {@link intervalsOf} the figures. */
export function reportOn(judged: readonly JudgedSet[], intervals = false): TrialReport {
  const paired = judged.length === 1 ? judged : judged.filter(({ name }) => TOGETHER.includes(name));
  const verdicts = paired.flatMap((set) => set.verdicts);
  const bins = reliability(verdicts);
  return {
    sets: judged.map((set) => ({
      ...reportOnSet(set),
      ...(intervals ? { intervals: intervalsOf(set.verdicts) } : {}),
    })),
    together: {
      questions: verdicts.length,
      answered: verdicts.filter(({ answered }) => answered).length,
      precision: precisionOf(verdicts),
      ...(intervals ? { interval: intervalsOf(verdicts).precision } : {}),
    },
    reliability: bins,
    calibrationError: calibrationError(bins),
  };
}

function reportOnSet({ name, verdicts }: JudgedSet): SetReport {
  const types = [...byType(verdicts)].map(([type, part]) => rowOf(type, part));
  const noise = verdicts.filter(({ gold }) => gold.noise === true);
  const displaced = verdicts.filter(({ gold }) => gold.displaced === true);
  const parts = types.length > 1 ? types : [];
  const subsets = [rowOf('noise', noise), rowOf('displaced', displaced)].filter(({ figures }) => figures.questions > 0);
  return { ...rowOf(name, verdicts), parts: [...parts, ...subsets] };
}

function rowOf(name: string, verdicts: readonly Verdict[]): Row {
  return { name, figures: figuresOf(verdicts) };
}
