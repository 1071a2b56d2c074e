/** The bot as a process of its own, so that its memory is its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A built program that runs. */
export interface Running {
  /** Resident memory now and at its highest, in MiB. */
  memory(): { readonly now: number; readonly peak: number };
  /** Stops it and waits until it has left. */
  stop(): Promise<void>;
}

function spawnBuilt(program: string, args: readonly string[], env: Readonly<Record<string, string>>): ChildProcess {
  const own = { PATH: process.env['PATH'] ?? '', ...env };
  const file = join('dist', 'src', 'bin', program);
  return spawn(process.execPath, [file, ...args], { env: own, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** A line of `/proc/PID/status` in MiB. */
function mebibytes(status: string, name: string): number {
  const [, kibibytes = '0'] = new RegExp(`^${name}:\\s*(\\d+) kB`, 'mu').exec(status) ?? [];
  return Number(kibibytes) / 1024;
}

/** Runs a built program to its end; throws where it fails. */
export async function runToEnd(program: string, env: Readonly<Record<string, string>>): Promise<void> {
  const [status] = await once(spawnBuilt(program, [], env), 'exit');
  if (status !== 0) throw new Error(`${program} ended with ${String(status)}.`);
}

/** Starts the bot; it is ready when Discord says so. */
export function startProcess(args: readonly string[], env: Readonly<Record<string, string>>): Running {
  const child = spawnBuilt('wenbao.js', args, env);
  return {
    memory() {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      return { now: mebibytes(status, 'VmRSS'), peak: mebibytes(status, 'VmHWM') };
    },
    async stop() {
      if (child.exitCode === null && child.kill('SIGTERM')) await once(child, 'exit');
    },
  };
}
