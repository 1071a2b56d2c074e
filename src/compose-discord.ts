/** Builds the bot on an open library: in this process, or in several that share the servers. */
import { createHmac } from 'node:crypto';
import type { Workplace } from './adapters/console/workplace.ts';
import { explainLogin } from './adapters/discord/login-faults.ts';
import type { BotParts, LogEntry } from './adapters/discord/parts.ts';
import { runBot } from './adapters/discord/run.ts';
import { forgetShardVariables, runShards } from './adapters/discord/shards.ts';
import { startWording } from './adapters/discord/wording-start.ts';
import type { Locale } from './app/locale.ts';
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
  say(line: string): void;
}

function rate({ limit, seconds }: RateLimit) {
  return { count: limit, seconds };
}

/** A line for whoever looks for what went wrong: the time, how grave, what, and details as JSON. */
function logLine({ level, event, details }: LogEntry): string {
  return `${new Date().toISOString()} ${level} ${event} ${JSON.stringify(details)}`;
}

async function botParts({ discord, locale, workplace, say }: Run): Promise<BotParts> {
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
    log: (entry) => say(logLine(entry)),
  };
}

async function runCrew({ discord, locale, argv, env, say }: Run): Promise<number> {
  const wording = startWording(locale);
  const [file = '', ...args] = argv;
  const { token, api, shards } = discord;
  try {
    return await runShards({
      ...{ file, args, token, api, shards, env },
      onLine: (shard, line) => say(wording.inShard(shard, line)),
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

/** Answers in Discord until it is told to stop; gives the exit status. */
export async function connectDiscord(run: Run): Promise<number> {
  const isShard = run.env['SHARDING_MANAGER'] === 'true';
  if (!isShard && run.discord.shards !== 1) return runCrew(run);
  if (isShard) leaveWithManager();
  forgetShardVariables(run.env);
  await run.workplace.warm();
  try {
    return await runBot(await botParts(run), { say: run.say, signals: process });
  } finally {
    // Whoever listens to the manager keeps the process alive.
    process.channel?.unref();
  }
}
