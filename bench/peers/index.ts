/**
 * Our search beside what people would pick instead: `npm run bench:peers -- --set FOLDER [--distractors FILE:N]` for
 * what is found and what it costs, `--grow --news FILE` for how the costs grow.
 *
 * Every engine is measured in a process of its own, one after the other, and all of them once before any is measured
 * again; so what else the machine does falls on all alike. Writes a table as Markdown, all figures as JSON and charts.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { argv, stdout, version } from 'node:process';
import { drawGrowth, drawLatency, drawQuality } from './charts.ts';
import { type SetChoice, writeSet } from './collection.ts';
import { ENGINES, OURS } from './engines/all.ts';
import { type GrowthChoice, writeSentences } from './growth.ts';
import type { Outcome } from './job.ts';
import { type Common, type Options, readOptions } from './options.ts';
import { runJob } from './processes.ts';
import { type Run, type Summary, summarise } from './summary.ts';
import { growthTable, resultTable } from './table.ts';

const SEED = 20230816;
/** An engine that took this share of its time for a tenth of the passages is not tried: time grows at least as they do. */
const TENTH = 0.1;
const LEGEND = 'Median of the runs (least–most), and × how many times ours in the same run.';

interface Series {
  readonly source: string;
  readonly growth: GrowthChoice | null;
  readonly common: Common;
  /** Engines that are not tried, and why. */
  readonly hopeless?: ReadonlyMap<string, string>;
}

function say(text: string): void {
  stdout.write(`${text}\n`);
}

function machine(): string {
  const [first] = cpus();
  return `Node ${version}, ${cpus().length} × ${first?.model ?? 'unknown processor'}`;
}

function chosen(common: Common): string[] {
  const wanted = (name: string): boolean => common.engines.some((part) => name.includes(part));
  return ENGINES.filter((name) => name === OURS || common.engines.length === 0 || wanted(name));
}

function describe(outcome: Outcome): string {
  if (outcome.kind === 'gave up') return `gave up: ${outcome.why}`;
  const { indexSeconds, indexWork, p50, p99, work, memory, quality } = outcome.figures;
  const found = quality === null ? '' : `  recall@1 ${quality.recall1.toFixed(4)} mrr@10 ${quality.mrr10.toFixed(4)}`;
  const index = `index ${indexSeconds.toFixed(1)} s, CPU ${indexWork.toFixed(1)}`;
  return `${index}  p50 ${p50.toFixed(2)} p99 ${p99.toFixed(2)} CPU ${work.toFixed(2)} ms  ${memory.toFixed(0)} MiB${found}`;
}

/** Measures all engines as often as there are runs; the runs so far are handed on after every engine, so that a stop loses little. */
async function measureAll(
  { source, growth, common, hopeless }: Series,
  onProgress: (runs: readonly Run[]) => void,
): Promise<void> {
  const runs: Run[] = [];
  for (let number = 1; number <= common.runs; number++) {
    const run: Record<string, Outcome> = {};
    runs.push(run);
    for (const engine of chosen(common)) {
      const why = hopeless?.get(engine);
      const before = runs[0]?.[engine];
      const ranking = growth === null && number === 1 ? common.ranking : 0;
      const job = { engine, source, growth, timed: common.timed, ranking, limits: common.limits };
      if (why !== undefined) run[engine] = { kind: 'gave up', why };
      else if (before?.kind === 'gave up') run[engine] = before;
      else run[engine] = await runJob(job);
      say(`run ${number}  ${engine.padEnd(24)}${describe(run[engine])}`);
      onProgress(runs);
    }
  }
}

function write(file: string, { markdown, json }: { markdown: string; json: unknown }): void {
  writeFileSync(`${file}.md`, `${markdown}\n`);
  writeFileSync(`${file}.json`, `${JSON.stringify(json, null, 1)}\n`);
}

/** Prints what was written. */
function show(file: string): void {
  say(`\n${readFileSync(`${file}.md`, 'utf8')}`);
}

function growthFile({ out, name }: Common): string {
  return join(out, name ?? 'growth');
}

function footnote(summaries: readonly Summary[], questions: number): string {
  const partly = summaries.filter(({ gaveUp, asked }) => gaveUp === null && asked > 0 && asked < questions);
  if (partly.length === 0) return `Ranks are of all ${questions} questions.`;
  const names = partly.map(({ engine, asked }) => `${engine} ${asked}`).join('; ');
  return `Ranks are of all ${questions} questions, but for engines too slow to be asked all of them in time: ${names}.`;
}

interface SetReport {
  readonly title: string;
  readonly units: number;
  readonly questions: number;
  readonly file: string;
}

function reportSet({ title, units, questions, file }: SetReport, runs: readonly Run[]): void {
  const summaries = summarise(runs, OURS);
  const notes = `${LEGEND} Runs: ${runs.length}. ${footnote(summaries, questions)} ${machine()}.`;
  const markdown = `# ${title}\n\n${resultTable(summaries)}\n\n${notes}`;
  write(file, { markdown, json: { title, units, questions, machine: machine(), summaries, runs } });
  drawQuality(`${file}-quality.png`, `${title}: Recall@1 and MRR@10`, summaries);
  drawLatency(`${file}-latency.png`, `${title}: milliseconds a question`, summaries);
}

async function measureSet(choice: SetChoice, common: Common): Promise<void> {
  const source = mkdtempSync(join(tmpdir(), 'wenbao-set-'));
  try {
    const { units, questions } = writeSet(choice, source);
    const among = choice.distractors === null ? '' : ` among ${choice.distractors.count.toLocaleString('en')} articles`;
    const title = `${basename(choice.set)}${among}, ${units.toLocaleString('en')} ${choice.cutting}`;
    say(`${title}, ${questions} questions`);
    const file = join(common.out, common.name ?? basename(choice.set));
    await measureAll({ source, growth: null, common }, (runs) => reportSet({ title, units, questions, file }, runs));
    show(file);
  } finally {
    rmSync(source, { recursive: true, force: true });
  }
}

function beyond(summaries: readonly Summary[], common: Common): Map<string, string> {
  return new Map(
    summaries.flatMap(({ engine, gaveUp, measures }): [string, string][] => {
      if (gaveUp !== null) return [[engine, gaveUp]];
      const { median = 0 } = measures.indexWork ?? {};
      const slow = median > TENTH * common.limits.seconds;
      return slow ? [[engine, `more than ${common.limits.seconds} s of CPU, by its pace at the size before`]] : [];
    }),
  );
}

function reportGrowth(bySize: ReadonlyMap<number, readonly Run[]>, common: Common): void {
  const sizes = [...bySize.keys()];
  const summaries = new Map([...bySize].map(([size, runs]) => [size, summarise(runs, OURS)]));
  const { seconds, mebibytes } = common.limits;
  const counts = [...bySize].map(([size, runs]) => `${runs.length} of ${size.toLocaleString('en')}`).join(', ');
  const notes = `${LEGEND} Runs: ${counts}. Given up beyond ${seconds} s of CPU or ${mebibytes} MiB. ${machine()}.`;
  const file = growthFile(common);
  const json = { machine: machine(), runs: Object.fromEntries(bySize) };
  write(file, { markdown: `# Growth\n\n${growthTable(sizes, summaries)}\n\n${notes}`, json });
  drawGrowth(`${file}-latency.png`, {
    title: 'Milliseconds a question, p50',
    measure: 'p50',
    sizes,
    bySize: summaries,
  });
  drawGrowth(`${file}-index.png`, { title: 'Seconds of CPU to index', measure: 'indexWork', sizes, bySize: summaries });
  drawGrowth(`${file}-memory.png`, { title: 'Resident memory, MiB', measure: 'memory', sizes, bySize: summaries });
}

async function measureGrowth(news: string, sizes: readonly number[], common: Common): Promise<void> {
  const source = mkdtempSync(join(tmpdir(), 'wenbao-growth-'));
  try {
    say(`${writeSentences(news, source)} sentences`);
    const bySize = new Map<number, readonly Run[]>();
    let hopeless = new Map<string, string>();
    for (const size of sizes) {
      say(`\n${size} passages`);
      const growth = { size, seed: SEED, questions: 2 * common.timed };
      await measureAll({ source, growth, common, hopeless }, (runs) => {
        bySize.set(size, [...runs]);
        reportGrowth(bySize, common);
      });
      hopeless = beyond(summarise(bySize.get(size) ?? [], OURS), common);
    }
    show(growthFile(common));
  } finally {
    rmSync(source, { recursive: true, force: true });
  }
}

async function main(options: Options): Promise<void> {
  mkdirSync(options.common.out, { recursive: true });
  if (options.kind === 'set') await measureSet(options.choice, options.common);
  else await measureGrowth(options.news, options.sizes, options.common);
}

await main(readOptions(argv.slice(2)));
