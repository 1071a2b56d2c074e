/** Runs pieces of the built program in processes of their own, which may then be killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ROOT = new URL('../../', import.meta.url);

/** The address of a built module, given its source such as `src/store/sqlite/store.ts`. Throws where the build is older. */
export function built(source: string): string {
  const from = new URL(source, ROOT);
  const to = new URL(`dist/${source.replace(/\.ts$/, '.js')}`, ROOT);
  const current = existsSync(to) && statSync(to).mtimeMs >= statSync(from).mtimeMs;
  if (!current) throw new Error(`dist/ does not have today's ${source}: run \`npm run build\` first.`);
  return to.href;
}

/** A child process: what it has written so far, line by line, and how it ends. */
export interface Child {
  readonly process: ChildProcess;
  readonly lines: string[];
  /** Resolves when it has ended and everything it wrote is in `lines`. Rejects where it failed of itself. */
  readonly ended: Promise<void>;
  /** Resolves when it has written so many lines. */
  wrote(lines: number): Promise<void>;
}

/** Starts a script of `tests/support` with these arguments. */
export function startChild(script: string, args: readonly string[]): Child {
  const file = fileURLToPath(new URL(`tests/support/${script}`, ROOT));
  const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  let complaint = '';
  child.stderr.on('data', (data) => {
    complaint += data;
  });
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => lines.push(line));
  const ended = Promise.all([once(child, 'exit'), once(reader, 'close')]).then(([[status, signal]]) => {
    if (status !== 0 && signal !== 'SIGKILL') throw new Error(`${script} ended with ${status ?? signal}: ${complaint}`);
  });
  ended.catch(() => {});
  return { process: child, lines, ended, wrote: (count) => Promise.race([ended, wroteLines(reader, lines, count)]) };
}

async function wroteLines(reader: ReturnType<typeof createInterface>, lines: readonly string[], count: number) {
  while (lines.length < count) await once(reader, 'line');
}
