/** Runs the built program as people and scripts run it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

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
