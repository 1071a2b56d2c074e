/**
 * What a library of 10,000, 100,000 or 1,000,000 passages costs on this machine:
 * `npm run bench:scale -- --news FILE [--passages 10000,100000,1000000] [--folder FOLDER] [--keep]`.
 *
 * FILE is .jsonl or .jsonl.gz with an article a line; `made-news.ts` says what becomes of it. Every figure comes from a
 * process of its own that does what the product does. Processor time stands beside wall time, since other programs may
 * run on the machine. Wants a built program.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { AskFigures, CutFigures, SearchFigures, TakeInFigures } from './figures.ts';
import { MadeNews } from './made-news.ts';
import { type SizeFigures, tableOf } from './table.ts';

const QUESTIONS = 1000;
/** Articles that bare segmentation is measured on. */
const CUT_ARTICLES = 12_000;
const STORE_FILE = 'wenbao.db';

/** Runs a role of `roles.ts` in a process of its own; resolves with its figures. */
async function run<Figures>(role: string, args: readonly string[]): Promise<Figures> {
  const program = join('dist', 'bench', 'scale', 'roles.js');
  const child = spawn(process.execPath, ['--expose-gc', program, role, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let written = '';
  child.stdout.on('data', (chunk: Buffer) => {
    written += chunk.toString('utf8');
  });
  const [status] = await once(child, 'close');
  if (status !== 0) throw new Error(`${role} ended with ${String(status)}.`);
  return JSON.parse(written);
}

/** Bare segmentation on every core at once. */
async function cutOnAllCores(file: string): Promise<CutFigures[]> {
  const cores = cpus().length;
  const share = Math.floor(CUT_ARTICLES / cores);
  const parts = Array.from({ length: cores }, (_, part) =>
    run<CutFigures>('cut', [file, String(part * share), String(share)]),
  );
  return Promise.all(parts);
}

async function measure(news: MadeNews, folder: string, passages: number): Promise<SizeFigures> {
  const file = join(folder, `made-${passages}.jsonl`);
  const data = join(folder, `data-${passages}`);
  const questions = join(folder, 'questions.json');
  const rawBytes = existsSync(file) ? statSync(file).size : await news.write(file, passages);
  await writeFile(questions, JSON.stringify(news.questions(QUESTIONS)));
  const cut = await cutOnAllCores(file);
  await rm(data, { recursive: true, force: true });
  const takeIn = await run<TakeInFigures>('take-in', [data, file]);
  const diskBytes = statSync(join(data, STORE_FILE)).size;
  const search = await run<SearchFigures>('search', [data, questions]);
  const ask = await run<AskFigures>('ask', [data, questions]);
  return { rawBytes, diskBytes, cut, takeIn, search, ask };
}

const OPTIONS = {
  news: { type: 'string' },
  passages: { type: 'string', default: '10000,100000,1000000' },
  folder: { type: 'string' },
  keep: { type: 'boolean', default: false },
} as const;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: OPTIONS });
  if (values.news === undefined) throw new Error('Name a file of articles: --news FILE.jsonl.gz');
  const folder = values.folder ?? (await mkdtemp(join(tmpdir(), 'wenbao-scale-')));
  await mkdir(folder, { recursive: true });
  const news = new MadeNews(values.news);
  const figures: SizeFigures[] = [];
  try {
    for (const passages of values.passages.split(',').map(Number)) {
      figures.push(await measure(news, folder, passages));
      process.stdout.write(`\n${tableOf(figures)}`);
    }
  } finally {
    if (!values.keep) await rm(folder, { recursive: true, force: true });
  }
}

await main();
