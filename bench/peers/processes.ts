/** Runs jobs, each in a process of its own, so that its memory is its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath, stderr } from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Job, Outcome } from './job.ts';

const CHILD = fileURLToPath(new URL('./child.js', import.meta.url));
/** A process is ended after so many times its seconds, however little of that time a processor was free for it. */
const PATIENCE = 5;
/** How V8 ends a process whose heap is full. */
const ABORTED: readonly unknown[] = [134, 'SIGABRT', 'SIGTRAP', 'SIGILL'];

/** Measures in a new process. What it says besides its outcome is passed on where it fails. */
export async function runJob(job: Omit<Job, 'folder'>): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'wenbao-peers-'));
  const { seconds, mebibytes } = job.limits;
  const patience = PATIENCE * (seconds + job.ranking);
  const flags = ['--expose-gc', `--max-old-space-size=${mebibytes}`];
  const child = spawn(execPath, [...flags, CHILD, JSON.stringify({ ...job, folder })]);
  let [said, complained] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complained += text;
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), patience * 1000);
  const [status, signal] = await once(child, 'close');
  clearTimeout(timer);
  rmSync(folder, { recursive: true, force: true });
  if (status === 0) return JSON.parse(said.trim().split('\n').at(-1) ?? '');
  if (signal === 'SIGKILL') return { kind: 'gave up', why: `more than ${seconds} s` };
  if (ABORTED.includes(status ?? signal)) return { kind: 'gave up', why: `more than ${mebibytes} MiB` };
  stderr.write(complained);
  return { kind: 'gave up', why: complained.trim().split('\n').at(-1)?.slice(0, 120) ?? 'no reason given' };
}
