/**
 * Reads the environment once and checks all of it; the rest of the program takes values.
 *
 * Paths come from here as well: the compiled modules lie in another folder than the sources, so no module may derive
 * a path from its own place.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import type { KeeperLimits } from './app/keeper.ts';
import { LOCALES, type Locale } from './app/locale.ts';
import { type DiscordConfig, readDiscord } from './config-discord.ts';
import { type HttpConfig, readHttp } from './config-http.ts';
import { type LogConfig, readLog } from './config-log.ts';
import { type QueueConfig, readQueue, readWatch } from './config-queue.ts';
import { readLimits } from './config-uploads.ts';
import { type Reading, refuse, type Variables, variable } from './config-variables.ts';

/** What the program is told by its environment. */
export interface Config {
  /** Where the library lives; absolute. */
  readonly dataDir: string;
  /** The pages that `start` takes in, absolute; `null` where none was named and the default one does not exist. */
  readonly corpusDir: string | null;
  readonly locale: Locale;
  /** `auto`: colours where the stream is a terminal. */
  readonly colours: 'auto' | 'always' | 'never';
  /** `null` where no token is set, so that there is nothing to connect with. */
  readonly discord: DiscordConfig | null;
  readonly queue: QueueConfig;
  /** Whether changes in the folder of pages are taken in as they happen. */
  readonly watch: boolean;
  /** How much may be handed in. */
  readonly limits: KeeperLimits;
  /** `null` where no port is set, so that nothing is served. */
  readonly http: HttpConfig | null;
  readonly log: LogConfig;
}

/** What the environment consists of. */
export interface Surroundings {
  readonly env: Variables;
  /** The working folder, which relative paths start from. */
  readonly cwd: string;
  /** The folder of the package, whose own `corpus` is the default one. */
  readonly packageRoot: string;
}

/** The environment is wrong; the message names every problem, a line each. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/** The variables with those of the file `.env` in `cwd` below them; a file that is not there counts as empty. */
export function withEnvFile(env: Variables, cwd: string): Variables {
  const file = join(cwd, '.env');
  return existsSync(file) ? { ...parseEnv(readFileSync(file, 'utf8')), ...env } : env;
}

function readLocale(reading: Reading): Locale {
  const value = variable(reading.env, 'LOCALE') ?? 'zh-CN';
  const locale = LOCALES.find((each) => each.toLowerCase() === value.toLowerCase());
  if (locale === undefined) {
    const known = LOCALES.join(', ');
    refuse(reading, 'LOCALE', [`只能是 ${known} 之一，不能是“${value}”。`, `must be one of ${known}, not "${value}".`]);
  }
  return locale ?? 'zh-CN';
}

/** A folder that is named counts even where it does not exist: whoever takes it in says so. */
function readCorpusDir({ env, cwd, packageRoot }: Surroundings): string | null {
  const named = variable(env, 'CORPUS_DIR');
  if (named !== undefined) return resolve(cwd, named);
  return [join(packageRoot, 'corpus'), join(cwd, 'corpus')].find((place) => existsSync(place)) ?? null;
}

/** https://no-color.org: any value but an empty one; FORCE_COLOR as Node reads it. */
function readColours(env: Variables): Config['colours'] {
  if ((env['NO_COLOR'] ?? '') !== '') return 'never';
  const forced = env['FORCE_COLOR'];
  if (forced === undefined) return 'auto';
  return forced === '0' || forced === 'false' ? 'never' : 'always';
}

/** The configuration; throws one {@link ConfigError} that names everything that is wrong. */
export function readConfig(surroundings: Surroundings): Config {
  const { env, cwd } = surroundings;
  const problems: string[] = [];
  const reading = { env, problems };
  const config = {
    dataDir: resolve(cwd, variable(env, 'DATA_DIR') ?? 'data'),
    corpusDir: readCorpusDir(surroundings),
    locale: readLocale(reading),
    colours: readColours(env),
    discord: readDiscord(reading),
    queue: readQueue(reading),
    watch: readWatch(reading),
    limits: readLimits(reading),
    http: readHttp(reading),
    log: readLog(reading),
  };
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}
