/**
 * How long the bot takes at Discord and how much memory it needs, over the wire to servers on this machine:
 * `npm run bench:discord [-- --pages FOLDER --questions FILE --rates 1,10,50 --seconds 30 --total 10000]`.
 *
 * The bot is the built program in a process of its own; the imitation of Discord's servers stands in this one. Times are
 * from the moment that the imitation sends a question until it has the first acknowledgement, and until it has the
 * answer. Reads memory from `/proc`, so it wants Linux.
 */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setInterval as ticks } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Discord, startDiscord } from '../../tests/support/discord/discord.ts';
import type { Channel, Person } from '../../tests/support/discord/model.ts';
import { type Running, runToEnd, startProcess } from './process.ts';

/** The first start takes in the pages. */
const STARTING_MS = 3_600_000;
const PATIENCE_MS = 120_000;
/** Milliseconds between two looks at how many are due. */
const TICK = 5;
const PEOPLE = 50;
const CHANNELS = 10;
const WARM_UP = 50;
/** Questions a second while memory is watched. */
const SOAK_RATE = 50;
/** Letters typed into the field of an article's name. */
const TYPED = 200;

interface Seats {
  readonly discord: Discord;
  readonly people: readonly Person[];
  readonly channels: readonly Channel[];
  readonly questions: readonly string[];
}

/** Milliseconds of one question. */
interface Times {
  readonly acknowledged: number;
  readonly answered: number;
}

function at<Item>(items: readonly Item[], number: number): Item {
  const item = items[number % items.length];
  if (item === undefined) throw new Error('There is nothing to choose from.');
  return item;
}

async function ask({ discord, people, channels, questions }: Seats, number: number): Promise<Times> {
  const since = performance.now();
  const call = { channel: at(channels, number * 7), command: 'ask', options: { question: at(questions, number) } };
  const asked = discord.slash(at(people, number), call);
  await asked.acknowledged(PATIENCE_MS);
  const acknowledged = performance.now() - since;
  await asked.answered(PATIENCE_MS);
  return { acknowledged, answered: performance.now() - since };
}

/** Types the beginning of a question into the field of an article's name; milliseconds until there are choices. */
async function complete({ discord, people, channels, questions }: Seats, number: number): Promise<number> {
  const since = performance.now();
  const options = { article: at(questions, number).slice(0, 1 + (number % 6)) };
  const call = { channel: at(channels, number), command: 'article', options, focused: 'article' };
  await discord.autocomplete(at(people, number), call).offered(PATIENCE_MS);
  return performance.now() - since;
}

/** Asks `count` questions at `rate` a second, and waits for all answers. */
async function askAt(seats: Seats, rate: number, count: number): Promise<readonly Times[]> {
  const since = performance.now();
  const asked: Promise<Times>[] = [];
  for await (const _ of ticks(TICK)) {
    const due = Math.min(count, Math.ceil(((performance.now() - since) * rate) / 1000));
    while (asked.length < due) asked.push(ask(seats, asked.length));
    if (asked.length === count) break;
  }
  return Promise.all(asked);
}

function percentiles(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  const text = [0.5, 0.99, 1].map((share) => {
    const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
    return value.toFixed(1).padStart(8);
  });
  return text.join('');
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function sayMemory(when: string, bot: Running): void {
  const { now, peak } = bot.memory();
  say(`${when.padEnd(24)}${now.toFixed(0).padStart(6)} MiB resident, ${peak.toFixed(0)} at most`);
}

interface Plan {
  readonly rates: readonly number[];
  readonly seconds: number;
  readonly total: number;
}

async function measure(seats: Seats, bot: Running, { rates, seconds, total }: Plan): Promise<void> {
  sayMemory('at rest', bot);
  await askAt(seats, SOAK_RATE, WARM_UP);
  say(`${''.padEnd(24)}acknowledged ms           answered ms`);
  say(
    `${'questions a second'.padEnd(20)}${['p50', 'p99', 'max', 'p50', 'p99', 'max'].map((name) => name.padStart(8)).join('')}`,
  );
  let asked = WARM_UP;
  for (const rate of rates) {
    const times = await askAt(seats, rate, rate * seconds);
    asked += times.length;
    const acknowledged = percentiles(times.map((time) => time.acknowledged));
    say(`${`${rate} (${times.length})`.padEnd(20)}${acknowledged}${percentiles(times.map((time) => time.answered))}`);
  }
  const typed: number[] = [];
  for (let number = 0; number < TYPED; number += 1) typed.push(await complete(seats, number));
  say(`${`names (${TYPED})`.padEnd(20)}${''.padEnd(24)}${percentiles(typed)}`);
  sayMemory(`after ${asked} questions`, bot);
  if (total > asked) {
    await askAt(seats, SOAK_RATE, total - asked);
    sayMemory(`after ${total} questions`, bot);
  }
}

function readQuestions(file: string): string[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line) => (line.trim() === '' ? [] : [String(JSON.parse(line).question)]));
}

const OPTIONS = {
  pages: { type: 'string', default: 'corpus' },
  questions: { type: 'string', default: join('eval', 'pages', 'questions.jsonl') },
  rates: { type: 'string', default: '1,10,50' },
  seconds: { type: 'string', default: '30' },
  total: { type: 'string', default: '10000' },
} as const;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: OPTIONS });
  const folder = await mkdtemp(join(tmpdir(), 'wenbao-bench-'));
  const discord = await startDiscord();
  const guild = discord.addGuild({ locale: 'zh-CN' });
  const env = {
    ...{ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.api, CORPUS_DIR: values.pages },
    ...{ RATE_USER: '1000/1', RATE_CHANNEL: '1000/1' },
  };
  await runToEnd('deploy-commands.js', env);
  const bot = startProcess(['start', '--data', folder], env);
  try {
    await discord.ready(1, STARTING_MS);
    const seats = {
      discord,
      people: Array.from({ length: PEOPLE }, () => discord.addUser({ locale: 'zh-CN' })),
      channels: Array.from({ length: CHANNELS }, (_, number) => discord.addChannel(guild, { name: `c${number}` })),
      questions: readQuestions(values.questions),
    };
    const rates = values.rates.split(',').map(Number);
    await measure(seats, bot, { rates, seconds: Number(values.seconds), total: Number(values.total) });
  } finally {
    await bot.stop();
    await discord.close();
    await rm(folder, { recursive: true, force: true });
  }
}

await main();
