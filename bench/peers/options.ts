/** What `npm run bench:peers` is told. */
import { parseArgs } from 'node:util';
import type { Cutting, SetChoice } from './collection.ts';
import type { Limits } from './job.ts';

/** What every measurement is told. */
export interface Common {
  readonly runs: number;
  readonly timed: number;
  /** Seconds of work in which questions are asked for their ranks. */
  readonly ranking: number;
  readonly limits: Limits;
  /** Engines whose name holds one of these; all where there are none. */
  readonly engines: readonly string[];
  /** The folder that results are written to. */
  readonly out: string;
  /** The name of the files; one of its own where it is left out. */
  readonly name: string | null;
}

/** A set is measured, or growth. */
export type Options =
  | { readonly kind: 'set'; readonly choice: SetChoice; readonly common: Common }
  | { readonly kind: 'growth'; readonly news: string; readonly sizes: readonly number[]; readonly common: Common };

const KNOWN = {
  set: { type: 'string' },
  distractors: { type: 'string' },
  cutting: { type: 'string', default: 'passages' },
  grow: { type: 'boolean', default: false },
  news: { type: 'string' },
  sizes: { type: 'string', default: '10000,100000,1000000' },
  runs: { type: 'string', default: '3' },
  timed: { type: 'string', default: '300' },
  ranking: { type: 'string', default: '60' },
  seconds: { type: 'string', default: '300' },
  mebibytes: { type: 'string', default: '6144' },
  engines: { type: 'string', default: '' },
  out: { type: 'string', default: 'bench/peers/results' },
  name: { type: 'string' },
} as const;

const USAGE = `npm run bench:peers -- --set FOLDER [--distractors FILE:N] [--cutting passages|articles]
npm run bench:peers -- --grow --news FILE [--sizes 10000,100000,1000000]
both: [--runs 3] [--timed 300] [--ranking 60] [--seconds 300] [--mebibytes 6144] [--engines NAME,NAME] [--out FOLDER] [--name NAME]`;

function count(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0)
    throw new RangeError(`Expected a whole number for --${name}, got ${text}.`);
  return value;
}

function listOf(text: string): string[] {
  return text.split(',').filter((part) => part !== '');
}

function cuttingOf(text: string): Cutting {
  if (text === 'passages' || text === 'articles') return text;
  throw new RangeError(`Expected passages or articles for --cutting, got ${text}.`);
}

function distractorsOf(text: string | undefined): SetChoice['distractors'] {
  if (text === undefined) return null;
  const [, file = text, number] = /^(.+):(\d+)$/.exec(text) ?? [];
  return { file, count: number === undefined ? Number.MAX_SAFE_INTEGER : Number(number) };
}

/**
 * Reads the arguments of the command.
 *
 * @throws RangeError for a value that cannot be; Error with the usage where neither a set nor growth is asked for
 */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({ args: [...args], options: KNOWN });
  const common: Common = {
    runs: Math.max(1, count('runs', values.runs)),
    timed: count('timed', values.timed),
    ranking: count('ranking', values.ranking),
    limits: { seconds: count('seconds', values.seconds), mebibytes: count('mebibytes', values.mebibytes) },
    engines: listOf(values.engines),
    out: values.out,
    name: values.name ?? null,
  };
  if (values.grow && values.news !== undefined) {
    return {
      kind: 'growth',
      news: values.news,
      sizes: listOf(values.sizes).map((size) => count('sizes', size)),
      common,
    };
  }
  if (values.set === undefined) throw new Error(USAGE);
  const choice = {
    set: values.set,
    distractors: distractorsOf(values.distractors),
    cutting: cuttingOf(values.cutting),
  };
  return { kind: 'set', choice, common };
}
