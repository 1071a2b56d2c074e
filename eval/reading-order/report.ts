/** Figures about the reading order, by kind and strength of damage. */
import { readPage } from '../../src/ingest/read-page.ts';
import type { CleanArticle } from './clean.ts';
import { addUp, asFiled, judgeReading, NOTHING, type Reader, type Verdict } from './judge.ts';
import type { PageJumps } from './jumps.ts';
import { DAMAGES, type DamageKind, type DamageWish, simulatePage } from './simulate.ts';

/** Figures of some pages. Shares are `null` where there is nothing to share. */
export interface OrderFigures {
  readonly pages: number;
  readonly joins: number;
  /** Share of the joins that need no move, since the lines stand one behind the other in the file. */
  readonly inPlace: number | null;
  readonly right: number | null;
  readonly wrong: number | null;
  readonly open: number | null;
  /** Share of the ends of paragraphs that something was joined to. */
  readonly runOn: number | null;
  /** Share of the lines of an article that go on with a wrong one; on undamaged pages the harm done. */
  readonly changed: number | null;
  /** Median and longest time to read a page, in milliseconds. */
  readonly p50ms: number | null;
  readonly maxMs: number | null;
}

/** Figures of one damage, over all printings and for each. */
export interface OrderRow extends OrderFigures {
  readonly kind: DamageKind;
  readonly strength: number;
  readonly printings: readonly (OrderFigures & { readonly printing: string })[];
}

/** What the simulator says. */
export interface OrderReport {
  readonly seed: string;
  readonly articles: number;
  readonly pages: number;
  readonly rows: readonly OrderRow[];
  /** The pages of the corpus as they are. */
  readonly corpus: readonly PageJumps[];
}

/** A page that was judged. */
interface Judged {
  readonly wish: DamageWish;
  readonly verdict: Verdict;
  /** The verdict on the page as it stands in the file. */
  readonly filed: Verdict;
  readonly ms: number;
}

/** The reader of this project. */
export const ourReader: Reader = ({ text }) => {
  const page = { id: 'simulated', file: 'simulated.txt', publication: null, date: null, label: null, text };
  return readPage(page).articles.map(({ blocks }) => blocks);
};

/** How pages are simulated and read. */
export interface OrderTrial {
  /** Pages in all, spread evenly over the damages. */
  readonly pages: number;
  /** The only kind that is simulated, `null` for every one. */
  readonly only: DamageKind | null;
  readonly seed: string;
  readonly reader: Reader;
  /** Milliseconds. */
  readonly clock: () => number;
}

/** A page that a reader has to look closely at. */
const TORN_PAGE: DamageWish = { kind: 'interleaved', strength: 2, printing: 'blanks' };

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function figuresOf(judged: readonly Judged[]): OrderFigures {
  const sum = judged.map(({ verdict }) => verdict).reduce(addUp, NOTHING);
  const filed = judged.map((one) => one.filed).reduce(addUp, NOTHING);
  const times = judged.map(({ ms }) => ms).sort((a, b) => a - b);
  return {
    pages: judged.length,
    joins: sum.joins,
    inPlace: share(filed.right, filed.joins),
    right: share(sum.right, sum.joins),
    wrong: share(sum.wrong, sum.joins),
    open: share(sum.open, sum.joins),
    runOn: share(sum.runOn, sum.ends),
    changed: share(sum.changed, sum.followed),
    p50ms: times[Math.floor(times.length / 2)] ?? null,
    maxMs: times.at(-1) ?? null,
  };
}

function judgeOne(articles: readonly CleanArticle[], at: number, { only, seed, reader, clock }: OrderTrial): Judged[] {
  const wishes = DAMAGES.filter(({ kind }) => only === null || kind === only);
  const wish = wishes[at % wishes.length];
  if (wish === undefined) return [];
  const page = simulatePage(articles, wish, `${seed}:${at}`);
  const begun = clock();
  const reading = reader(page);
  const ms = clock() - begun;
  return [{ wish, verdict: judgeReading(page, reading), filed: judgeReading(page, asFiled(page)), ms }];
}

/** The damages without their printings, each once. */
function kindsOf(judged: readonly Judged[]): DamageWish[] {
  const seen = judged.map(({ wish }) => wish);
  return DAMAGES.filter(
    ({ kind, strength }, at) =>
      DAMAGES.findIndex((other) => other.kind === kind && other.strength === strength) === at &&
      seen.some((wish) => wish.kind === kind && wish.strength === strength),
  );
}

/** Simulates pages from the articles, has them read, and judges the joins. */
export function reportOnOrder(articles: readonly CleanArticle[], trial: OrderTrial): Omit<OrderReport, 'corpus'> {
  // Loading the dictionary is no part of reading.
  trial.reader(simulatePage(articles, TORN_PAGE, trial.seed));
  const judged = Array.from({ length: trial.pages }, (_, at) => judgeOne(articles, at, trial)).flat();
  const rows = kindsOf(judged).map(({ kind, strength }): OrderRow => {
    const of = judged.filter(({ wish }) => wish.kind === kind && wish.strength === strength);
    const printings = [...new Set(of.map(({ wish }) => wish.printing))].map((printing) => ({
      printing,
      ...figuresOf(of.filter(({ wish }) => wish.printing === printing)),
    }));
    return { kind, strength, ...figuresOf(of), printings };
  });
  return { seed: trial.seed, articles: articles.length, pages: judged.length, rows };
}

const COLUMNS: readonly (readonly [string, keyof OrderFigures])[] = [
  ['pages', 'pages'],
  ['joins', 'joins'],
  ['in place', 'inPlace'],
  ['right', 'right'],
  ['wrong', 'wrong'],
  ['open', 'open'],
  ['run on', 'runOn'],
  ['changed', 'changed'],
  ['p50 ms', 'p50ms'],
  ['max ms', 'maxMs'],
];

/** Counts as they are, shares with four decimals, milliseconds with one. */
function cellOf(figures: OrderFigures, key: keyof OrderFigures): string {
  const value = figures[key];
  if (value === null) return '';
  if (key === 'pages' || key === 'joins') return String(value);
  return value.toFixed(key.endsWith('s') ? 1 : 4);
}

function lineOf(name: string, figures: OrderFigures): string {
  return name.padEnd(20) + COLUMNS.map(([, key]) => cellOf(figures, key).padStart(9)).join('');
}

/** The report as a table for people. */
export function orderText({ seed, articles, pages, rows, corpus }: OrderReport): string {
  const head = ''.padEnd(20) + COLUMNS.map(([title]) => title.padStart(9)).join('');
  const lines = rows.flatMap((row) => [
    lineOf(row.kind === 'undamaged' ? row.kind : `${row.kind} ${row.strength}`, row),
    ...row.printings.map((figures) => lineOf(`  ${figures.printing}`, figures)),
  ]);
  const table = [head, ...lines].join('\n');
  const jumps = corpus.map((page) => `${String(page.jumps).padStart(5)} of ${page.lines} lines  ${page.file}`);
  const own = jumps.length === 0 ? '' : `\nmoves on the pages of the corpus\n${jumps.join('\n')}\n`;
  return `${table}\n\n${pages} pages of ${articles} articles, seed ${seed}\n${own}`;
}
