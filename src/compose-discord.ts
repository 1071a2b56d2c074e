/** Builds the bot on an open library: in this process, or in several that share the servers. */
import { createHmac } from 'node:crypto';
import type { Workplace } from './adapters/console/workplace.ts';
import type { Bot } from './adapters/discord/bot.ts';
import { explainLogin } from './adapters/discord/login-faults.ts';
import type { BotParts } from './adapters/discord/parts.ts';
import { runBot } from './adapters/discord/run.ts';
import { forgetShardVariables, runShards } from './adapters/discord/shards.ts';
import { startWording } from './adapters/discord/wording-start.ts';
import { type Log, logSink } from './adapters/log.ts';
import type { Locale } from './app/locale.ts';
import { watchPages } from './compose-watching.ts';
import type { DiscordConfig, RateLimit } from './config-discord.ts';

const DAY = 24 * 60 * 60 * 1000;
/** Characters of a pseudonym: 132 bits, so that no two people share one. */
const PSEUDONYM = 22;

/** Where the bot runs. */
export interface Run {
  readonly discord: DiscordConfig;
  readonly locale: Locale;
  readonly workplace: Workplace;
  /** The program and its arguments, for processes of the same kind. */
  readonly argv: readonly string[];
  readonly env: Record<string, string | undefined>;
  readonly log: Log;
  /** The folder whose changes are taken in as they happen, or `null`. */
  readonly watches: string | null;
  say(line: string): void;
  /** Serves health and metrics while `work` runs. */
  serving(checks: Checks, work: () => Promise<number>): Promise<number>;
}

/** What has to work, by name. */
type Checks = Readonly<Record<string, () => Promise<boolean>>>;

function rate({ limit, seconds }: RateLimit) {
  return { count: limit, seconds };
}

async function botParts({ discord, locale, workplace, log }: Run): Promise<BotParts> {
  const secret = await workplace.secret();
  const { token, api, messageContent, rateUser, rateChannel, retentionDays } = discord;
  return {
    ...{ token, api, messageContent, locale },
    admins: new Set(discord.admins),
    rates: { user: rate(rateUser), channel: rate(rateChannel) },
    retention: retentionDays * DAY,
    library: workplace.library,
    registry: workplace.registry,
    shelf: workplace.shelf,
    pseudonym: (user) => createHmac('sha256', secret).update(user).digest('base64url').slice(0, PSEUDONYM),
    clock: () => Date.now(),
    log: logSink(log),
  };
}

async function runCrew({ discord, locale, argv, env, say }: Run): Promise<number> {
  const wording = startWording(locale);
  const [file = '', ...args] = argv;
  const { token, api, shards } = discord;
  try {
    return await runShards({
      ...{ file, args, token, api, shards, env },
      // What is for a log stays a line of JSON, with the process that wrote it in it.
      onLine: (shard, line) => say(line.startsWith('{') ? line : wording.inShard(shard, line)),
      onCount: (count) => say(wording.sharding(count)),
    });
  } catch (fault) {
    const explained = explainLogin(fault);
    if (explained === null) throw fault;
    say(wording.login[explained.code](explained.detail));
    return 1;
  }
}

/** A shard whose manager is gone leaves as if it had been told to: nobody would start or stop it any more. */
function leaveWithManager(): void {
  const leave = (): void => {
    // Nobody listens yet, or no longer: then there is nothing under way either.
    if (!process.emit('SIGTERM', 'SIGTERM')) process.exit();
  };
  if (process.connected === false) leave();
  else process.once('disconnect', leave);
}

/** Answers as one of several processes; the first of them looks after everything else. */
async function runShard(run: Run): Promise<number> {
  leaveWithManager();
  await run.workplace.startKeeping('bystander');
  try {
    return await runBot(await botParts(run), { say: run.say, signals: process });
  } finally {
    // Whoever listens to the manager keeps the process alive.
    process.channel?.unref();
  }
}

async function runAlone(run: Run): Promise<number> {
  let running: Bot | undefined;
  const onStarted = (bot: Bot): void => {
    running = bot;
  };
  const parts = await botParts(run);
  const checks = { discord: async () => running?.isReady() === true };
  return run.serving(checks, () => runBot(parts, { say: run.say, signals: process, onStarted }));
}

/** Answers in Discord until it is told to stop; gives the exit status. */
export async function connectDiscord(run: Run): Promise<number> {
  const { env, discord, workplace, watches, log } = run;
  const isShard = env['SHARDING_MANAGER'] === 'true';
  const isCrew = !isShard && discord.shards !== 1;
  if (!isCrew) {
    forgetShardVariables(env);
    await workplace.warm();
  }
  if (isShard) return runShard(run);
  await workplace.startKeeping('asker');
  const { keeper } = workplace.library;
  const watching = watches === null || keeper === null ? null : watchPages(watches, { keeper, log });
  try {
    return await (isCrew ? run.serving({}, () => runCrew(run)) : runAlone(run));
  } finally {
    await watching?.close();
  }
}
