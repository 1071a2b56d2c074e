/** What the evaluation is asked to do. */
import { parseArgs } from 'node:util';
import { ANY_DAMAGES, type AnyDamage } from './reading-order/run.ts';

export const USAGE = `npm run eval -- [options]

  (nothing)               the pages in corpus/ and the question sets in eval/pages/
  --set FOLDER            FOLDER/corpus.jsonl and FOLDER/questions.jsonl instead
  --distractors FILE:N    the first N articles of a .jsonl or .jsonl.gz file among the others; without :N all of them
  --limit N               only the first N questions of each set
  --misses N              show N questions of each set that went wrong
  --intervals             beside the figures how far they would move with other questions of the kind
  --save FOLDER           keep the answers, one .jsonl file a set
  --summaries             the summaries of the pages in corpus/ and the facts in eval/pages/summary-*.json instead
  --reading-order         pages damaged as scanners damage them, set from the articles of the own pages, or of
                          --set FILE.jsonl[.gz]; --pages N of them, --only KIND of damage, by the chance of --seed TEXT
  --json                  the figures as one line of JSON
  --gold FILE --answers FILE    score answers that are there already
`;

/** Articles that answer nothing, to make finding harder. */
export interface Distractors {
  readonly file: string;
  /** `Infinity` for all. */
  readonly count: number;
}

export interface EvalOptions {
  readonly set: string | null;
  readonly distractors: Distractors | null;
  /** `Infinity` for all. */
  readonly limit: number;
  readonly misses: number;
  readonly intervals: boolean;
  readonly save: string | null;
  readonly json: boolean;
  readonly summaries: boolean;
  readonly readingOrder: boolean;
  /** Pages to simulate, `null` for the usual number. */
  readonly pages: number | null;
  /** The only kind of damage to simulate, `null` for every one. */
  readonly only: AnyDamage | null;
  /** What the chance of the simulation begins with. */
  readonly seed: string;
  readonly recorded: { readonly gold: string; readonly answers: string } | null;
}

/** The arguments do not make sense; the message says which. */
export class OptionsError extends Error {}

/** Reads the arguments. Throws {@link OptionsError}. */
export function readOptions(args: readonly string[]): EvalOptions {
  const values = parse(args);
  return {
    set: values.set ?? null,
    distractors: values.distractors === undefined ? null : readDistractors(values.distractors),
    limit: values.limit === undefined ? Number.POSITIVE_INFINITY : readCount('--limit', values.limit),
    misses: values.misses === undefined ? 0 : readCount('--misses', values.misses),
    intervals: values.intervals === true,
    save: values.save ?? null,
    json: values.json === true,
    summaries: values.summaries === true,
    readingOrder: values['reading-order'] === true,
    pages: values.pages === undefined ? null : readCount('--pages', values.pages),
    only: readKind(values.only),
    seed: values.seed ?? DEFAULT_SEED,
    recorded: readRecorded(values.gold, values.answers),
  };
}

const DEFAULT_SEED = '1';
const STRING = { type: 'string' } as const;

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      // `npm run eval -- reading-order` is understood as well.
      args: args.map((word, at) => (at === 0 && word === 'reading-order' ? `--${word}` : word)),
      options: {
        set: STRING,
        distractors: STRING,
        limit: STRING,
        misses: STRING,
        intervals: { type: 'boolean' },
        save: STRING,
        gold: STRING,
        answers: STRING,
        json: { type: 'boolean' },
        summaries: { type: 'boolean' },
        'reading-order': { type: 'boolean' },
        pages: STRING,
        only: STRING,
        seed: STRING,
      },
    }).values;
  } catch (cause) {
    throw new OptionsError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

function readCount(name: string, text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 0) throw new OptionsError(`${name} takes a number, not "${text}".`);
  return count;
}

function readKind(text: string | undefined): AnyDamage | null {
  if (text === undefined) return null;
  const found = ANY_DAMAGES.find((kind) => kind === text);
  if (found === undefined) throw new OptionsError(`--only takes one of ${ANY_DAMAGES.join(', ')}, not "${text}".`);
  return found;
}

/** `news.jsonl.gz:20000`; a colon that no number follows belongs to the file's name. */
function readDistractors(text: string): Distractors {
  const [, file = text, count] = /^(.+):(\d+)$/.exec(text) ?? [];
  return { file, count: count === undefined ? Number.POSITIVE_INFINITY : Number(count) };
}

function readRecorded(gold: string | undefined, answers: string | undefined): EvalOptions['recorded'] {
  if (gold === undefined && answers === undefined) return null;
  if (gold === undefined || answers === undefined) throw new OptionsError('--gold and --answers go together.');
  return { gold, answers };
}
