#!/usr/bin/env node
/** The command `wenbao`: gives the console what it needs of the process, and the process its exit status. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runConsole } from '../adapters/console/program.ts';
import { consoleParts } from '../compose-program.ts';
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
  const config = readConfig({ env: withEnvFile(process.env, cwd), cwd, packageRoot });
  const streams = { input: process.stdin, output: process.stdout, messages: process.stderr };
  const { version } = about;
  const parts = consoleParts({ config, packageRoot, version, streams, argv: process.argv.slice(1), env: process.env });
  process.exitCode = await runConsole(process.argv.slice(2), parts);
  // A client that still knocks at Discord's door would knock for ever.
  if (config.discord !== null) setTimeout(() => process.exit(), LINGER).unref();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
// An open pipe on standard input would keep the process alive after the last answer.
process.stdin.destroy();
