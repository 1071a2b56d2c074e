import { type ChildProcess, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runChild, start } from '../support/child.ts';
import { type RedisServer, startRedis } from '../support/redis.ts';

const TIMEOUT = { timeout: 120_000 };
const PATIENCE = { timeout: 60_000, interval: 100 };

interface Program {
  readonly child: ChildProcess;
  said(): string;
  readonly ended: Promise<number | null>;
}

let folder = '';
let redis: RedisServer;
const programs: Program[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wenbao-serving-'));
  redis = await startRedis();
});
afterEach(async () => {
  for (const { child } of programs) child.kill('SIGKILL');
  await Promise.all(programs.splice(0).map(({ ended }) => ended));
  await redis.close();
  await rm(folder, { recursive: true, force: true });
});

function worker(env: Readonly<Record<string, string>> = {}): Program {
  const data = { DATA_DIR: join(folder, 'data'), REDIS_URL: redis.url };
  const child = start(['worker'], { ...data, HTTP_PORT: '0', ...env });
  let text = '';
  child.stderr?.setEncoding('utf8').on('data', (piece) => {
    text += piece;
  });
  const program = { child, said: () => text, ended: once(child, 'close').then(() => child.exitCode) };
  programs.push(program);
  return program;
}

/** Where a worker serves, as its log says. */
async function addressOf({ said }: Program): Promise<string> {
  const port = await vi.waitFor(() => {
    const line =
      said()
        .split('\n')
        .find((each) => each.includes('"serving"')) ?? expect.fail(said());
    return Number(JSON.parse(line).details.port);
  }, PATIENCE);
  return `http://127.0.0.1:${port}`;
}

async function get(address: string) {
  const response = await fetch(address);
  return { status: response.status, text: await response.text() };
}

describe('wenbao worker', TIMEOUT, () => {
  it('says that it is alive and ready, and how it is doing, while it takes in what others hand in', async () => {
    const page = join(folder, 'tower.txt');
    await writeFile(page, '# 观测塔落成\n\n　　本报讯 观测塔昨天落成，高1350米。\n');
    const address = await addressOf(worker());
    await vi.waitFor(async () => expect((await get(`${address}/readyz`)).status).toBe(200), PATIENCE);
    expect((await get(`${address}/healthz`)).status).toBe(200);
    const env = { DATA_DIR: join(folder, 'data'), REDIS_URL: redis.url, WORKER: 'off' };
    const added = await runChild(['admin', 'add', page], { env });
    expect(added).toMatchObject({ status: 0, output: expect.stringContaining('观测塔落成') });
    expect((await runChild(['ask', '观测塔高多少米？'], { env })).output).toContain('1350米');
    const { text } = await get(`${address}/metrics`);
    expect(text).toMatch(/wenbao_job_seconds_count\{kind="take-in",outcome="done"\} 1/u);
    expect(text).toContain('wenbao_index_articles 1');
    expect((await get(`${address}/queues`)).status).toBe(200);
  });

  it('is not ready while Redis is away, and is again when Redis is back', async () => {
    const program = worker();
    const address = await addressOf(program);
    const ready = (status: number) =>
      vi.waitFor(async () => expect((await get(`${address}/readyz`)).status).toBe(status), PATIENCE);
    await ready(200);
    await redis.kill('SIGKILL');
    await ready(503);
    await redis.restart();
    await ready(200);
    expect(program.child.exitCode).toBeNull();
  });

  it('leaves with 0 when it is told to, and its processes with it', async () => {
    const program = worker();
    await addressOf(program);
    program.child.kill('SIGTERM');
    const status = await program.ended;
    expect(status, program.said()).toBe(0);
    const left = execFileSync('ps', ['-A', '-o', 'ppid='], { encoding: 'utf8' }).split('\n');
    expect(left.map((line) => line.trim())).not.toContain(String(program.child.pid));
  });

  it('says which port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const address = taken.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    const program = worker({ HTTP_PORT: String(port) });
    const status = await program.ended;
    taken.close();
    expect(status, program.said()).toBe(1);
    expect(program.said()).toMatch(new RegExp(`127\\.0\\.0\\.1:${port} 已经被别的程序占用.*HTTP_PORT`, 'u'));
  });

  it('says that it needs REDIS_URL', async () => {
    expect(await runChild(['worker', '--data', folder])).toMatchObject({
      status: 2,
      messages: expect.stringContaining('REDIS_URL'),
    });
  });
});
