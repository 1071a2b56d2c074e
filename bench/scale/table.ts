/** The table that `npm run bench:scale` prints: a line for each figure, a column for each size. */
import type { AskFigures, CutFigures, SearchFigures, Spread, TakeInFigures } from './figures.ts';

/** All figures of one size. */
export interface SizeFigures {
  /** Bytes of the file that was taken in, and of the store that it became. */
  readonly rawBytes: number;
  readonly diskBytes: number;
  /** One for each core, measured at the same time. */
  readonly cut: readonly CutFigures[];
  readonly takeIn: TakeInFigures;
  readonly search: SearchFigures;
  readonly ask: AskFigures;
}

const MEBI = 2 ** 20;

function rateOf({ cut }: SizeFigures): { wall: number; cpu: number } {
  const wall = cut.reduce((sum, { characters, wallMs }) => sum + characters / wallMs, 0);
  const characters = cut.reduce((sum, part) => sum + part.characters, 0);
  return { wall, cpu: characters / cut.reduce((sum, { cpuMs }) => sum + cpuMs, 0) };
}

/** Indexing beside bare segmentation: of its speed on all cores, and of its processor time. */
function shares(size: SizeFigures): string {
  const { wall, cpu } = rateOf(size);
  // Characters of the corpus, by those of the part that was cut bare.
  const characters = charactersOf(size);
  const percent = (share: number): string => `${(share * 100).toFixed(0)} %`;
  return `${percent(characters / size.takeIn.wallMs / wall)} wall, ${percent(characters / size.takeIn.cpuMs / cpu)} cpu`;
}

function charactersOf({ takeIn, cut }: SizeFigures): number {
  const perPassage =
    cut.reduce((sum, { characters }) => sum + characters, 0) / cut.reduce((sum, c) => sum + c.passages, 0);
  return perPassage * takeIn.passages;
}

function spread({ p50, p99, max, cpu }: Spread): string {
  const times = `${p50.toFixed(2)} / ${p99.toFixed(1)} / ${max.toFixed(0)}`;
  return cpu === null ? times : `${times}; ${cpu.toFixed(2)}`;
}

const LINES: readonly (readonly [string, (size: SizeFigures) => string])[] = [
  ['passages (articles)', ({ takeIn }) => `${takeIn.passages} (${takeIn.articles})`],
  ['raw text, MiB', ({ rawBytes }) => (rawBytes / MEBI).toFixed(1)],
  [
    'indexing, s wall / cpu',
    ({ takeIn }) => `${(takeIn.wallMs / 1000).toFixed(1)} / ${(takeIn.cpuMs / 1000).toFixed(1)}`,
  ],
  ['articles a second', ({ takeIn }) => ((takeIn.articles / takeIn.wallMs) * 1000).toFixed(0)],
  ['of bare segmentation (>= 60 %)', shares],
  ['peak memory while indexing, MiB (<= 2048)', ({ takeIn }) => (takeIn.peakBytes / MEBI).toFixed(0)],
  ['disk by raw text (<= 1.2)', ({ diskBytes, rawBytes }) => (diskBytes / rawBytes).toFixed(2)],
  [
    'resident index, bytes a passage (<= 350)',
    ({ search, takeIn }) => (search.residentBytes / takeIn.passages).toFixed(0),
  ],
  ['threads that search, MiB', ({ search }) => (search.threadBytes / MEBI).toFixed(0)],
  ['segments', ({ search }) => String(search.segments)],
  ['loading the index, ms', ({ search }) => search.loadMs.toFixed(0)],
  ['search, ms p50 / p99 / max; cpu', ({ search }) => spread(search.search)],
  ['search and re-ranking', ({ search }) => spread(search.ranked)],
  ['search, reading the store as well', ({ ask }) => spread(ask.search)],
  ['ask (1,000,000: p50 <= 30)', ({ ask }) => spread(ask.ask)],
  ['start to first answer, ms (<= 3000)', ({ ask }) => ask.firstAnswerMs.toFixed(0)],
  ['page added, handed in to found, ms', ({ ask }) => spread(ask.added)],
  ['page added, job begun to found (<= 300)', ({ ask }) => spread(ask.addedSinceStart)],
  ['page taken out, ms', ({ ask }) => spread(ask.removed)],
  [
    'longest block, asked / pages come and go, ms',
    ({ ask }) => `${ask.askBlock.toFixed(0)} / ${ask.growBlock.toFixed(0)}`,
  ],
];

/** The table as Markdown. */
export function tableOf(sizes: readonly SizeFigures[]): string {
  const rows = LINES.map(([name, cell]) => `| ${[name, ...sizes.map(cell)].join(' | ')} |`);
  const head = `| |${' |'.repeat(sizes.length)}\n|---|${'---|'.repeat(sizes.length)}`;
  return `${head}\n${rows.join('\n')}\n`;
}
