/** Programs that tests need on the machine: found, or installed by Debian's packages. */
import { type ExecFileSyncOptions, execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A program that tests need. */
export interface WantedProgram {
  /** What the tests need, for people. */
  readonly what: string;
  /** Its file may have any of these names. */
  readonly names: readonly string[];
  /** Places besides the folders of programs. */
  readonly places?: readonly string[];
  /** The variable of the environment that names it. */
  readonly variable: string;
  /** Debian's packages, it and what it needs. */
  readonly packages: readonly string[];
  /** What to do where it cannot be installed. */
  readonly howToInstall: string;
}

/** Milliseconds that installing may take. */
const INSTALL_MS = 600_000;

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The program: its variable names it, else it is where programs are; `null` where there is none. Throws an Error where
 * the variable names no program.
 */
export function findProgram({ names, places = [], variable }: WantedProgram): string | null {
  const named = process.env[variable];
  if (named && !isProgram(named)) throw new Error(`${variable} names ${named}, which is no program.`);
  if (named) return named;
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'];
  const files = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...files, ...places].find(isProgram) ?? null;
}

/** The command that installs, or `undefined` where there is none that asks for no password. */
function installer(): readonly [string, ...string[]] | undefined {
  if (!existsSync('/usr/bin/apt-get')) return undefined;
  if (process.getuid?.() === 0) return ['apt-get'];
  return existsSync('/usr/bin/sudo') ? ['sudo', '-n', 'apt-get'] : undefined;
}

/**
 * Makes sure that there is the program: where there is none, Debian's packages are installed, which needs root or `sudo`
 * without a password. Throws an Error that says what to do where that fails.
 */
export function ensureProgram(wanted: WantedProgram): string {
  const found = findProgram(wanted);
  if (found !== null) return found;
  const [program, ...before] = installer() ?? [];
  if (program === undefined) throw new Error(wanted.howToInstall);
  const { what, packages } = wanted;
  process.stderr.write(`The tests need ${what}, which is not here: installing ${packages.join(' and ')}.\n`);
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const options: ExecFileSyncOptions = { stdio: ['ignore', 'ignore', 'inherit'], timeout: INSTALL_MS, env };
    execFileSync(program, [...before, 'update', '-q'], options);
    execFileSync(program, [...before, 'install', '-y', '-q', '--no-install-recommends', ...packages], options);
  } catch (cause) {
    throw new Error(wanted.howToInstall, { cause });
  }
  const installed = findProgram(wanted);
  if (installed === null) throw new Error(wanted.howToInstall);
  return installed;
}
