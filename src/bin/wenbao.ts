#!/usr/bin/env node
/** The command `wenbao`: gives the console what it needs of the process, and the process its exit status. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runConsole } from '../adapters/console/program.ts';
import { readConfig, withEnvFile } from '../config.ts';

/** Milliseconds that what still runs after the last word gets to end by itself. */
const LINGER = 2000;

/** The nearest folder above that holds a package.json; the compiled program lies deeper than the source. */
function packageRootAbove(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : packageRootAbove(dirname(folder));
}

const cwd = process.cwd();
const packageRoot = packageRootAbove(dirname(fileURLToPath(import.meta.url)));
const about: { version: string } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'));

try {
  const env = withEnvFile(process.env, cwd);
  const { dataDir, corpusDir, locale, colours, discord } = readConfig({ env, cwd, packageRoot });
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  process.exitCode = await runConsole(process.argv.slice(2), {
    dataDir,
    corpusDir,
    locale,
    colours,
    streams: { input: process.stdin, output: process.stdout, messages: process.stderr },
    version: about.version,
    clock: () => performance.now(),
    // Loaded when needed: dictionary and database take longer than all the rest of a wrong command line.
    open: async (folder) => (await import('../compose.ts')).openWorkplace(folder),
    isShard: env['SHARDING_MANAGER'] === 'true',
    ...(discord !== null && {
      connect: async (workplace) =>
        (await import('../compose-discord.ts')).connectDiscord({
          ...{ discord, locale, workplace, say },
          ...{ argv: process.argv.slice(1), env: process.env },
        }),
    }),
  });
  // A client that still knocks at Discord's door would knock for ever.
  if (discord !== null) setTimeout(() => process.exit(), LINGER).unref();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
// An open pipe on standard input would keep the process alive after the last answer.
process.stdin.destroy();
