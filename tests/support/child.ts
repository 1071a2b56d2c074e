/** Runs the built program as people and scripts run it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** What came of a run. */
export interface ChildRan {
  readonly status: number | null;
  readonly output: string;
  readonly messages: string;
}

/** How a run is set up. */
export interface ChildParts {
  /** What it reads; nothing by default. */
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const PROGRAM = join(import.meta.dirname, '..', '..', 'dist', 'src', 'bin', 'wenbao.js');

/** Starts the program with none of our own environment but the path. */
export function start(args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess {
  return spawn(process.execPath, [PROGRAM, ...args], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: 'pipe',
  });
}

async function textOf(stream: NodeJS.ReadableStream | null): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream ?? []) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

/** Runs the program to its end. */
export async function runChild(args: readonly string[], { input = '', env = {} }: ChildParts = {}): Promise<ChildRan> {
  const child = start(args, env);
  const closed = once(child, 'close');
  child.stdin?.on('error', () => {}).end(input);
  const [output, messages] = await Promise.all([textOf(child.stdout), textOf(child.stderr)]);
  await closed;
  return { status: child.exitCode, output, messages };
}

/** Runs the program to its end and reads what it writes slowly: after the first piece nothing for a while. */
export async function runSlowly(args: readonly string[], input = ''): Promise<ChildRan> {
  const child = start(args);
  const closed = once(child, 'close');
  child.stdin?.on('error', () => {}).end(input);
  const messages = textOf(child.stderr);
  // Joined before they are decoded: a piece may end in the middle of a character.
  const pieces: Buffer[] = [];
  for await (const piece of child.stdout ?? []) {
    pieces.push(Buffer.from(piece));
    await wait(pieces.length === 1 ? 1000 : 20);
  }
  await closed;
  return { status: child.exitCode, output: Buffer.concat(pieces).toString('utf8'), messages: await messages };
}

/** Runs the program, closes its output after the first chunk, and gives its status and messages. */
export async function runWithClosedPipe(args: readonly string[], input: string): Promise<Omit<ChildRan, 'output'>> {
  const child = start(args);
  const closed = once(child, 'close');
  child.stdin?.on('error', () => {}).end(input);
  child.stdout?.once('data', () => child.stdout?.destroy());
  const messages = await textOf(child.stderr);
  await closed;
  return { status: child.exitCode, messages };
}
