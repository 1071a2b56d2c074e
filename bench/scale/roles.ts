/** What the processes of `npm run bench:scale` do: each role measures one thing and prints its figures as JSON. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate as immediate, setTimeout as wait } from 'node:timers/promises';
import { createLog } from '../../src/adapters/log.ts';
import type { IncomingFile } from '../../src/app/request.ts';
import { Snapshot } from '../../src/app/snapshot.ts';
import { type OpenWorkplace, openWorkplace } from '../../src/compose.ts';
import { SearchThreads } from '../../src/compose-search.ts';
import { analyzeQuestion } from '../../src/index/analyzer.ts';
import type { Hit } from '../../src/index/contract.ts';
import { rerank } from '../../src/index/rerank.ts';
import { readArticleLine } from '../../src/ingest/jsonl.ts';
import { passagesOf } from '../../src/ingest/passages.ts';
import { openSqliteStore } from '../../src/store/sqlite/store.ts';
import { cut, warmWords } from '../../src/text/words.ts';
import { headOf } from '../lines.ts';
import {
  type AskFigures,
  type CutFigures,
  type SearchFigures,
  type Spread,
  spreadOf,
  type TakeInFigures,
} from './figures.ts';

const LIMITS = { fileBytes: 2 ** 26, files: 1000, unpackedBytes: 2 ** 28, unpackRatio: 100, pagesPerHour: 1_000_000 };
const NO_FACTS = { publication: null, date: null, label: null };
/** Hits that are re-ranked. */
const HITS = 50;
const WARM_UP = 50;
/** Questions that are asked in full, and pages that come and go. */
const ASKED = 300;
const GROWN = 20;
/** Milliseconds between two looks. */
const LOOK = 5;

/** Milliseconds that `work` takes. */
async function timed(work: () => unknown): Promise<number> {
  const since = performance.now();
  await work();
  return performance.now() - since;
}

/** Times of an act that is repeated. */
class Times {
  readonly #wall: number[] = [];
  #cpu = 0;

  async time(work: () => unknown): Promise<void> {
    const since = process.cpuUsage();
    this.#wall.push(await timed(work));
    this.#cpu += cpuMs(since);
  }

  get spread(): Spread {
    return spreadOf(this.#wall, this.#cpu);
  }
}

function cpuMs(since?: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

/** Bare segmentation of the passages of some lines. */
async function measureCut(file: string, skip: number, count: number): Promise<CutFigures> {
  const place = { file, page: file };
  const lines = (await headOf(file, skip + count)).slice(skip);
  const texts = lines
    .flatMap((line, number) => passagesOf(readArticleLine(line, { ...place, number })))
    .map(({ text }) => text);
  warmWords();
  for (const text of texts.slice(0, 1000)) cut(text);
  const since = process.cpuUsage();
  const wallMs = await timed(() => {
    for (const text of texts) cut(text);
  });
  const characters = texts.reduce((sum, { length }) => sum + length, 0);
  return { passages: texts.length, characters, wallMs, cpuMs: cpuMs(since) };
}

async function measureTakeIn(data: string, file: string): Promise<TakeInFigures> {
  const workplace = await openWorkplace(data, { reader: join(process.cwd(), 'dist', 'src', 'bin', 'reader.js') });
  try {
    warmWords();
    const since = process.cpuUsage();
    const wallMs = await timed(() => workplace.takeIn([file], { rebuild: false, onProgress: () => {} }));
    const used = cpuMs(since);
    const { articles, passages } = await workplace.library.counts();
    return { articles, passages, wallMs, cpuMs: used, peakBytes: process.resourceUsage().maxRSS * 1024 };
  } finally {
    await workplace.close();
  }
}

/** Resident bytes after everything that can go has gone. */
async function residentBytes(): Promise<number> {
  for (let round = 0; round < 3; round += 1) {
    globalThis.gc?.();
    await wait(20);
  }
  return process.memoryUsage().rss;
}

async function measureSearch(data: string, questions: readonly string[]): Promise<SearchFigures> {
  const store = await openSqliteStore(data);
  warmWords();
  for (const question of questions) analyzeQuestion(question);
  const before = await residentBytes();
  const threads = new SearchThreads({ program: join(process.cwd(), 'dist', 'src', 'bin', 'seeker.js') });
  const snapshot = new Snapshot(store, (searcher) => threads.finderOf(searcher));
  const loadMs = await timed(() => snapshot.searcher());
  const finder = await snapshot.finder();
  const ask = async (question: string, search: Times, ranking: Times): Promise<void> => {
    const terms = analyzeQuestion(question);
    let hits: readonly Hit[] = [];
    await search.time(async () => {
      hits = await finder.find(terms, HITS);
    });
    const stored = await store.passages(hits.map(({ passage }) => passage));
    const found = new Map(stored.map((passage) => [passage.id, passage]));
    const text = (id: number): string => found.get(id)?.text ?? '';
    const heading = (id: number): string => found.get(id)?.heading ?? '';
    await ranking.time(async () => rerank(await finder.find(terms, HITS), { terms, rarities: finder, text, heading }));
  };
  const searcher = await snapshot.searcher();
  for (const question of questions) searcher.search(analyzeQuestion(question), { limit: HITS });
  const resident = (await residentBytes()) - before;
  for (const question of questions) await finder.find(analyzeQuestion(question), HITS);
  const threadBytes = (await residentBytes()) - before - resident;
  for (const question of questions) await ask(question, new Times(), new Times());
  const [search, ranked] = [new Times(), new Times()];
  for (const question of questions) await ask(question, search, ranked);
  const { parts } = await store.index(new Set());
  await threads.close();
  await store.close();
  const figures = { loadMs, residentBytes: resident, threadBytes, segments: parts.length };
  return { ...figures, search: search.spread, ranked: ranked.spread };
}

function page(number: number): IncomingFile {
  const text = `# 第${number}号观测塔落成\n\n　　本报讯 第${number}号观测塔昨天落成，高${1000 + number}米。\n`;
  const bytes = new TextEncoder().encode(text);
  return { name: `tower-${number}.txt`, size: bytes.length, read: async () => bytes };
}

/** Waits until the page of that number is found, or is found no more. */
async function untilFound({ library }: OpenWorkplace, number: number, wanted: boolean): Promise<void> {
  for (;;) {
    const { passages } = await library.search(`第${number}号观测塔 落成 ${1000 + number}米`, { limit: 3 });
    if (passages.some(({ title }) => title === `第${number}号观测塔落成`) === wanted) return;
    await wait(LOOK);
  }
}

/** One page comes and goes. */
async function comeAndGo(
  workplace: OpenWorkplace,
  number: number,
): Promise<{ added: number; since: number; removed: number }> {
  const { keeper } = workplace.library;
  const by = { asker: 'bench', place: null, at: Date.now() };
  let since = 0;
  const added = await timed(async () => {
    const receipt = await keeper?.takeIn([page(number)], NO_FACTS, by);
    await untilFound(workplace, number, true);
    const [job] = (await keeper?.jobs({ batch: receipt?.batch ?? '', limit: 1 })) ?? [];
    since = Date.now() - (job?.started ?? 0);
  });
  const removed = await timed(async () => {
    await keeper?.remove(`tower-${number}.txt`, by);
    await untilFound(workplace, number, false);
  });
  return { added, since, removed };
}

/** The longest time that the event loop stood still while `work` ran, in milliseconds. */
async function longestBlock(work: () => Promise<void>): Promise<number> {
  const delay: IntervalHistogram = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await wait(20);
  delay.reset();
  await work();
  await wait(20);
  delay.disable();
  return delay.max / 1e6;
}

async function measureAsk(data: string, questions: readonly string[]): Promise<AskFigures> {
  const keeping = {
    queue: { redis: null, worker: true, workers: 1 },
    ...{ limits: LIMITS, corpusDir: null },
    program: join(process.cwd(), 'dist', 'src', 'bin', 'performer.js'),
    log: createLog({ level: 'warn', logQuestions: false, destination: process.stderr }),
  };
  const workplace = await openWorkplace(data, {
    keeping,
    seeker: join(process.cwd(), 'dist', 'src', 'bin', 'seeker.js'),
  });
  try {
    await workplace.library.ask(questions[0] ?? '');
    const firstAnswerMs = performance.now();
    await workplace.startKeeping('asker');
    const asked = questions.slice(0, ASKED);
    for (const question of questions.slice(-WARM_UP)) await workplace.library.ask(question);
    const [searches, asks] = [new Times(), new Times()];
    for (const question of asked) await searches.time(() => workplace.library.search(question));
    const askBlock = await longestBlock(async () => {
      for (const question of asked) {
        await asks.time(() => workplace.library.ask(question));
        await immediate();
      }
    });
    await comeAndGo(workplace, 0);
    const grown: Awaited<ReturnType<typeof comeAndGo>>[] = [];
    const growBlock = await longestBlock(async () => {
      for (let number = 1; number <= GROWN; number += 1) grown.push(await comeAndGo(workplace, number));
    });
    return {
      firstAnswerMs,
      ...{ search: searches.spread, ask: asks.spread, askBlock, growBlock },
      added: spreadOf(grown.map(({ added }) => added)),
      addedSinceStart: spreadOf(grown.map(({ since }) => since)),
      removed: spreadOf(grown.map(({ removed }) => removed)),
    };
  } finally {
    await workplace.close();
  }
}

function readQuestions(file: string): string[] {
  return JSON.parse(readFileSync(file, 'utf8'));
}

async function main([role, first = '', second = '', third = '']: readonly string[]): Promise<unknown> {
  switch (role) {
    case 'cut':
      return measureCut(first, Number(second), Number(third));
    case 'take-in':
      return measureTakeIn(first, second);
    case 'search':
      return measureSearch(first, readQuestions(second));
    case 'ask':
      return measureAsk(first, readQuestions(second));
    default:
      throw new Error(`No such role: ${String(role)}`);
  }
}

process.stdout.write(JSON.stringify(await main(process.argv.slice(2))));
