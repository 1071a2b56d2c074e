/**
 * How fast pages are taken in, how soon they answer, and what questions feel of it:
 * `npm run bench:keeping -- --news FILE [--pages 300 --articles 40000 --uploads 60]`.
 *
 * FILE is .jsonl or .jsonl.gz with an article a line. Pages of one article each go through the queue of one process and
 * through BullMQ on a redis-server of its own, with one, two and four workers; then a library of many articles is given
 * pages one by one, and is asked while all of it is read again. Wants redis-server and a built program.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createLog } from '../../src/adapters/log.ts';
import type { IncomingFile } from '../../src/app/request.ts';
import { type OpenWorkplace, openWorkplace } from '../../src/compose.ts';
import { startRedis } from '../../tests/support/redis.ts';
import { headOf } from '../lines.ts';

const NO_FACTS = { publication: null, date: null, label: null };
const LIMITS = { fileBytes: 2 ** 26, files: 1000, unpackedBytes: 2 ** 28, unpackRatio: 100, pagesPerHour: 1_000_000 };
const PROGRAM = join('dist', 'src', 'bin');
const WORKERS = [1, 2, 4];
const QUESTIONS = join('eval', 'pages', 'questions.jsonl');
/** Milliseconds between two looks. */
const LOOK = 5;

interface Line {
  readonly title?: string;
  readonly text: string;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function fileOf(name: string, text: string): IncomingFile {
  const bytes = new TextEncoder().encode(text);
  return { name, size: bytes.length, read: async () => bytes };
}

function pageOf(line: string, number: number): IncomingFile {
  const { title = '无题', text }: Line = JSON.parse(line);
  return fileOf(`page-${number}.txt`, `# ${title}\n\n　　${text.replaceAll('\n', '\n\n　　')}\n`);
}

function percentiles(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1).padStart(9);
  return `${at(0.5)}${at(0.99)}${at(1)}`;
}

/** A library whose own process does the jobs, or leaves them to others. */
async function opened(folder: string, redis: string | null): Promise<OpenWorkplace> {
  const workplace = await openWorkplace(folder, {
    keeping: {
      queue: { redis: redis === null ? null : { url: redis, prefix: 'bench' }, worker: redis === null, workers: 1 },
      limits: LIMITS,
      corpusDir: null,
      program: join(process.cwd(), PROGRAM, 'performer.js'),
      log: createLog({ level: 'warn', logQuestions: false, destination: process.stderr }),
    },
  });
  await workplace.startKeeping('asker');
  return workplace;
}

function by(asker: string) {
  return { asker, place: null, at: Date.now() };
}

async function settled({ store }: OpenWorkplace): Promise<void> {
  for (;;) {
    const { waiting, running } = await store.tally();
    if (waiting + running === 0) return;
    await wait(LOOK);
  }
}

function startWorkers(count: number, folder: string, redis: string): ChildProcess[] {
  const env = { PATH: process.env['PATH'] ?? '', DATA_DIR: folder, REDIS_URL: redis, REDIS_PREFIX: 'bench' };
  return Array.from({ length: count }, () =>
    spawn(process.execPath, [join(PROGRAM, 'wenbao.js'), 'worker'], { env, stdio: ['ignore', 'ignore', 'inherit'] }),
  );
}

async function stopAll(children: readonly ChildProcess[]): Promise<void> {
  await Promise.all(
    children.map(async (child) => {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }),
  );
}

/** Pages a second with every dictionary loaded. */
async function throughput(pages: readonly IncomingFile[], workers: number | null): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'wenbao-bench-'));
  const redis = workers === null ? null : await startRedis();
  const children = redis === null ? [] : startWorkers(workers ?? 0, folder, redis.url);
  const workplace = await opened(folder, redis?.url ?? null);
  const { keeper } = workplace.library;
  try {
    const some = Array.from({ length: 8 * (workers ?? 1) }, (_, number) =>
      fileOf(`warm-${number}.txt`, '# 热身\n\n　　热身。\n'),
    );
    await keeper?.takeIn(some, NO_FACTS, by('bench'));
    await settled(workplace);
    const since = performance.now();
    await keeper?.takeIn(pages, NO_FACTS, by('bench'));
    await settled(workplace);
    return (pages.length * 1000) / (performance.now() - since);
  } finally {
    await workplace.close();
    await stopAll(children);
    await redis?.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Milliseconds from handing in until a question is answered from it. */
async function untilAnswerable(workplace: OpenWorkplace, number: number): Promise<number> {
  const height = 1000 + number;
  const name = `第${number}号观测塔`;
  const since = performance.now();
  const page = fileOf(`tower-${number}.txt`, `# ${name}落成\n\n　　本报讯 ${name}昨天落成，高${height}米。\n`);
  await workplace.library.keeper?.takeIn([page], NO_FACTS, by('bench'));
  for (;;) {
    const { hits } = await workplace.library.search(`${name} 落成 ${height}米`, { limit: 3 });
    const found = await Promise.all(hits.map((id) => workplace.library.article(id)));
    if (found.some((article) => article?.title === `${name}落成`)) return performance.now() - since;
    await wait(LOOK);
  }
}

/** Times of questions, one after the other, for as long as `goesOn` says. */
async function askWhile(workplace: OpenWorkplace, goesOn: (asked: number) => Promise<boolean>): Promise<number[]> {
  const questions = readFileSync(QUESTIONS, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): string => JSON.parse(line).question);
  const times: number[] = [];
  while (await goesOn(times.length)) {
    const since = performance.now();
    await workplace.library.ask(questions[times.length % questions.length] ?? '');
    times.push(performance.now() - since);
    await wait(LOOK);
  }
  return times;
}

async function measureLarge(lines: readonly string[], uploads: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'wenbao-bench-'));
  const file = join(folder, 'news.jsonl');
  await writeFile(file, `${lines.join('\n')}\n`);
  const workplace = await opened(join(folder, 'data'), null);
  try {
    await workplace.takeIn([file], { rebuild: false, onProgress: () => {} });
    await workplace.warm();
    const { articles, passages } = await workplace.library.counts();
    say(
      `\n${articles} articles, ${passages} passages`.padEnd(42) +
        ['p50', 'p99', 'max'].map((name) => name.padStart(9)).join(''),
    );
    await untilAnswerable(workplace, 0);
    const times: number[] = [];
    for (let number = 1; number <= uploads; number += 1) times.push(await untilAnswerable(workplace, number));
    say(`handed in to answerable (${uploads}), ms`.padEnd(41) + percentiles(times));
    await settled(workplace);
    const calm = await askWhile(workplace, async (asked) => asked < 300);
    say(`ask, nothing else (${calm.length}), ms`.padEnd(41) + percentiles(calm));
    const since = performance.now();
    await workplace.library.keeper?.readAgain({ pages: 'all', force: true }, by('bench'));
    const busy = await askWhile(workplace, async () => {
      const { waiting, running } = await workplace.store.tally();
      return waiting + running > 0;
    });
    say(`ask while all is read again (${busy.length}), ms`.padEnd(41) + percentiles(busy));
    say(`reading all again took ${((performance.now() - since) / 1000).toFixed(1)} s`);
  } finally {
    await workplace.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const OPTIONS = {
  news: { type: 'string' },
  pages: { type: 'string', default: '300' },
  articles: { type: 'string', default: '40000' },
  uploads: { type: 'string', default: '60' },
} as const;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: OPTIONS });
  if (values.news === undefined) throw new Error('Name a file of articles: --news FILE.jsonl.gz');
  const lines = await headOf(values.news, Number(values.articles));
  const pages = lines.slice(0, Number(values.pages)).map(pageOf);
  say(`${pages.length} pages`.padEnd(30) + 'pages a second'.padStart(16));
  say('in process'.padEnd(30) + (await throughput(pages, null)).toFixed(1).padStart(16));
  for (const workers of WORKERS) {
    say(`BullMQ, ${workers} worker(s)`.padEnd(30) + (await throughput(pages, workers)).toFixed(1).padStart(16));
  }
  await measureLarge(lines, Number(values.uploads));
}

await main();
