/** A process that measures one engine once: its job is its only argument, its outcome the last line that it prints. */
import { argv, cpuUsage, memoryUsage, resourceUsage, stdout } from 'node:process';
import { warmWords } from '../../src/text/words.ts';
import { type Collection, openSet, type Question } from './collection.ts';
import type { Engine } from './engine.ts';
import { loadEngine } from './engines/all.ts';
import { percentile, qualityOf, rankOf, sampleOf, spreadOut } from './figures.ts';
import { openGrowth } from './growth.ts';
import type { Figures, Job, Limits, Outcome } from './job.ts';

const MEBIBYTE = 2 ** 20;
/** Units handed over at once. */
const BATCH = 1000;
/** Units that are ranked for a question: enough for ten different articles. */
const DEPTH = 50;
/** Before time is taken, this many questions are asked, or as many as there are seconds for. */
const WARMING = { questions: 300, seconds: 3 };
/** Seconds of work in which questions are timed; there are as many as there is time for, spread over all. */
const TIMING = 15;

/** An engine is beyond a limit. */
class GaveUp extends Error {}

/** What an act cost. */
interface Effort {
  readonly seconds: number;
  readonly work: number;
}

/** Resident memory in MiB once garbage is gone. */
function settledMemory(): number {
  for (let round = 0; round < 3; round++) globalThis.gc?.();
  return memoryUsage.rss() / MEBIBYTE;
}

/** Seconds that processors have worked for this process. */
function workSince(start: NodeJS.CpuUsage): number {
  const { user, system } = cpuUsage(start);
  return (user + system) / 1e6;
}

/** Throws where a limit is passed. */
function guard({ seconds, mebibytes }: Limits, start: NodeJS.CpuUsage): void {
  if (workSince(start) > seconds) throw new GaveUp(`more than ${seconds} s of CPU`);
  if (memoryUsage.rss() > mebibytes * MEBIBYTE) throw new GaveUp(`more than ${mebibytes} MiB`);
}

async function fill(engine: Engine, { size, unit }: Collection, check: () => void): Promise<Effort> {
  const effort = { seconds: 0, work: 0 };
  const step = async (act: () => Promise<void>): Promise<void> => {
    const [since, work] = [performance.now(), cpuUsage()];
    await act();
    effort.seconds += (performance.now() - since) / 1000;
    effort.work += workSince(work);
    check();
  };
  for (let from = 0; from < size; from += BATCH) {
    const units = Array.from({ length: Math.min(BATCH, size - from) }, (_, place) => unit(from + place));
    await step(() => engine.add(units));
  }
  await step(() => engine.finish());
  return effort;
}

/** Asks one question after the other, for so many seconds of work at most, and says how long each took, in milliseconds. */
async function askAll(engine: Engine, questions: readonly Question[], seconds: number): Promise<number[]> {
  const start = cpuUsage();
  const times: number[] = [];
  for (const { question } of questions) {
    if (workSince(start) >= seconds) break;
    const since = performance.now();
    await engine.search(question, DEPTH);
    times.push(performance.now() - since);
  }
  return times;
}

async function askTimed(engine: Engine, questions: readonly Question[]): Promise<{ times: number[]; work: number }> {
  await askAll(engine, questions.slice(0, WARMING.questions), WARMING.seconds);
  const work = cpuUsage();
  const times = await askAll(engine, spreadOut(questions), TIMING);
  return { times, work: (workSince(work) * 1000) / Math.max(1, times.length) };
}

async function ranksOf(engine: Engine, { unit, questions }: Collection, seconds: number): Promise<number[]> {
  const start = cpuUsage();
  const ranks: number[] = [];
  for (const { question, relevant } of spreadOut(questions)) {
    if (workSince(start) >= seconds) break;
    const articles = (await engine.search(question, DEPTH)).map((id) => unit(id).article);
    ranks.push(rankOf(articles, relevant));
  }
  return ranks;
}

/** A text longer than a string may be cannot be stored, which is no fault of the search. */
async function stored(engine: Engine): Promise<number | null> {
  try {
    const bytes = await engine.save();
    return bytes === null ? null : bytes / MEBIBYTE;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

async function measure({ engine: name, source, growth, folder, timed, ranking, limits }: Job): Promise<Figures> {
  const collection = growth === null ? openSet(source) : openGrowth(source, growth);
  const open = await loadEngine(name);
  warmWords();
  const before = settledMemory();
  const start = cpuUsage();
  const check = (): void => guard(limits, start);
  const engine = await open({ folder, unit: collection.unit });
  const effort = await fill(engine, collection, check);
  const { times, work } = await askTimed(engine, sampleOf(collection.questions, timed));
  check();
  const memory = settledMemory() - before;
  const peak = resourceUsage().maxRSS / 1024;
  const ranks = await ranksOf(engine, collection, ranking);
  const disk = await stored(engine);
  await engine.close();
  const quality = ranks.length === 0 ? null : qualityOf(ranks);
  const [p50, p99] = [percentile(times, 0.5), percentile(times, 0.99)];
  const time = { indexSeconds: effort.seconds, indexWork: effort.work, p50, p99, work };
  return { ...time, memory, peak, disk, quality, asked: ranks.length };
}

async function outcomeOf(job: Job): Promise<Outcome> {
  try {
    return { kind: 'measured', figures: await measure(job) };
  } catch (error) {
    if (error instanceof GaveUp) return { kind: 'gave up', why: error.message };
    throw error;
  }
}

const [, , text = ''] = argv;
const job: Job = JSON.parse(text);
stdout.write(`\n${JSON.stringify(await outcomeOf(job))}\n`);
