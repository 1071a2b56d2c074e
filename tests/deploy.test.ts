import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../src/config.ts';
import { serve } from './adapters/http/http.ts';
import { runChild } from './support/child.ts';
import { ensureRedis, freePort } from './support/redis.ts';

const ROOT = join(import.meta.dirname, '..');

function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

interface Service {
  readonly image?: string;
  readonly build?: string;
  readonly command: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes: readonly string[];
  readonly networks: readonly string[];
  readonly ports?: readonly string[];
  readonly deploy?: { readonly replicas: number };
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly [member: string]: unknown;
}

interface Compose {
  readonly services: Readonly<Record<'bot' | 'worker' | 'redis', Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>;
}

interface Instruction {
  readonly name: string;
  readonly args: string;
}

/** The instructions of a Dockerfile, lines that go on joined. */
function instructionsOf(text: string): Instruction[] {
  const joined = text.replaceAll(/^\s*#.*\n/gmu, '').replaceAll(/\\\n\s*/gu, ' ');
  return joined.split('\n').flatMap((line) => {
    const [, name, args] = /^([A-Z]+)\s+(.*)$/u.exec(line) ?? [];
    return name === undefined || args === undefined ? [] : [{ name, args }];
  });
}

/** The stages of a Dockerfile by name, the last one as `final`. */
function stagesOf(instructions: readonly Instruction[]): Map<string, Instruction[]> {
  const stages = new Map<string, Instruction[]>();
  let current: Instruction[] = [];
  for (const instruction of instructions) {
    if (instruction.name === 'FROM') {
      current = [];
      stages.set(/ AS (\w+)$/u.exec(instruction.args)?.[1] ?? 'final', current);
    }
    current.push(instruction);
  }
  return stages;
}

const dockerfile = instructionsOf(read('Dockerfile'));
const stages = stagesOf(dockerfile);
const final = stages.get('final') ?? [];
const compose: Compose = parse(read('compose.yaml'), { merge: true });
const { bot, worker, redis } = compose.services;
const variables = [...read('.env.example').matchAll(/^([A-Z_]+)=/gmu)].map(([, name = '']) => name);

function argsOf(name: string): string[] {
  return final.filter((instruction) => instruction.name === name).map(({ args }) => args);
}

/** What an image sets by itself. */
function imageVariables(): Record<string, string> {
  return Object.fromEntries(argsOf('ENV').flatMap((args) => args.split(/\s+/u).map((pair) => pair.split('='))));
}

describe('the Dockerfile', () => {
  it('has stages that build, that install what runs, and that runs; each from another or from one base', () => {
    expect([...stages.keys()]).toEqual(['tools', 'build', 'modules', 'final']);
    const bases = dockerfile.filter(({ name }) => name === 'FROM').map(({ args }) => args.split(' ')[0]);
    expect(bases).toEqual(['node:20-bookworm-slim', 'tools', 'tools', 'node:20-bookworm-slim']);
  });

  it('copies what there is, out of stages that there are', () => {
    for (const { args } of dockerfile.filter(({ name }) => name === 'COPY')) {
      const [, from] = /^--from=(\w+) /u.exec(args) ?? [];
      const sources = args
        .split(' ')
        .filter((part) => !part.startsWith('--'))
        .slice(0, -1);
      if (from === undefined) expect(sources.filter((source) => !existsSync(join(ROOT, source)))).toEqual([]);
      else expect(stages.has(from)).toBe(true);
    }
  });

  it('copies all that the build reads', () => {
    const config: { include: string[] } = JSON.parse(read('tsconfig.build.json'));
    const copied = (stages.get('build') ?? []).flatMap(({ name, args }) => (name === 'COPY' ? args.split(' ') : []));
    expect(copied).toEqual(expect.arrayContaining(config.include.map((folder) => folder.split('/')[0])));
    expect(stages.get('build')?.at(-1)).toEqual({ name: 'RUN', args: 'npm run build' });
  });

  it('has in its image what runs, and nothing that only builds or tests', () => {
    expect(stages.get('modules')?.at(-1)).toEqual({ name: 'RUN', args: 'npm ci --omit=dev' });
    expect(final.some(({ args }) => /apt-get|npm (ci|install)|--from=build \/app\/node_modules/u.test(args))).toBe(
      false,
    );
    const copied = argsOf('COPY').map((args) => args.split(' ').at(-1));
    expect(copied).toEqual(['./node_modules', './dist/commands', './dist/src', './', './corpus']);
  });

  it('starts the program that the package names', () => {
    const [command = '[]'] = argsOf('CMD');
    const { bin }: { bin: { wenbao: string } } = JSON.parse(read('package.json'));
    expect(JSON.parse(command)).toEqual(['node', bin.wenbao, 'start']);
  });

  it('does not run as root, and owns the folder that it writes to', () => {
    expect(argsOf('USER')).toEqual(['node']);
    expect(argsOf('VOLUME')).toEqual(['["/data"]']);
    const order = final.map(({ name, args }) => `${name} ${args}`);
    const owned = order.findIndex((line) => /^RUN mkdir \/data && chown node:node \/data$/u.test(line));
    expect(owned).toBeGreaterThan(-1);
    expect(owned).toBeLessThan(order.indexOf('USER node'));
    expect(owned).toBeLessThan(order.indexOf('VOLUME ["/data"]'));
  });

  it('sets variables that the configuration takes', () => {
    const { NODE_ENV, ...env } = imageVariables();
    expect(NODE_ENV).toBe('production');
    expect(Object.keys(env).filter((name) => !variables.includes(name))).toEqual([]);
    const config = readConfig({ env, cwd: '/app', packageRoot: '/app' });
    expect(config).toMatchObject({ dataDir: '/data', http: { host: '127.0.0.1', port: 8080 } });
  });

  it('looks after its health at its own port, with a script that ends with what it finds', async () => {
    const [check = ''] = argsOf('HEALTHCHECK');
    const [node, flag, script = '']: string[] = JSON.parse(check.slice(check.indexOf('CMD ') + 4));
    expect([node, flag]).toEqual(['node', '-e']);
    const served = await serve();
    const run = (port: number) =>
      new Promise<boolean>((resolve) => {
        const env = { PATH: process.env['PATH'] ?? '', HTTP_PORT: String(port) };
        execFile(process.execPath, ['-e', script], { env }, (error) => resolve(error === null));
      });
    expect(await run(served.port)).toBe(true);
    await served.close();
    expect(await run(served.port)).toBe(false);
  });
});

describe('.dockerignore', () => {
  const kept = read('.dockerignore')
    .split('\n')
    .flatMap((line) => (line.startsWith('!') ? [line.slice(1)] : []));

  it('keeps everything out but what the Dockerfile copies', () => {
    const copied = dockerfile.filter(({ name, args }) => name === 'COPY' && !args.startsWith('--from'));
    const sources = copied.flatMap(({ args }) => args.split(' ').slice(0, -1));
    expect(kept.sort()).toEqual([...new Set(sources)].sort());
    expect(read('.dockerignore').split('\n')).toContain('*');
  });

  it('lets in nothing that git does not know of, such as secrets', () => {
    const known = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: ROOT });
    const tops = new Set(
      String(known)
        .split('\n')
        .map((path) => path.split('/')[0]),
    );
    expect(kept.filter((name) => !tops.has(name))).toEqual([]);
  });
});

describe('compose.yaml', () => {
  let subcommands: string[] = [];
  beforeAll(async () => {
    const { output } = await runChild(['--help'], { env: { LOCALE: 'en' } });
    subcommands = [...output.matchAll(/^ {2}([a-z]+) /gmu)].map(([, name = '']) => name);
  });

  it('runs a bot that leaves jobs to two workers, and Redis', () => {
    expect(Object.keys(compose.services)).toEqual(['bot', 'worker', 'redis']);
    expect(bot.environment?.['WORKER']).toBe('off');
    expect(worker.deploy?.replicas).toBe(2);
  });

  it('runs commands that the program has', () => {
    const { bin }: { bin: { wenbao: string } } = JSON.parse(read('package.json'));
    for (const { command } of [bot, worker]) {
      expect(command.slice(0, 2)).toEqual(['node', bin.wenbao]);
      expect(subcommands).toContain(command[2]);
    }
    expect([bot.command[2], worker.command[2]]).toEqual(['start', 'worker']);
  });

  it.each([
    ['bot', bot],
    ['worker', worker],
  ])('gives the %s variables that the configuration takes', (_name, { environment = {} }) => {
    expect(Object.keys(environment).filter((name) => !variables.includes(name))).toEqual([]);
    expect(Object.values(environment).every((value) => typeof value === 'string')).toBe(true);
    const config = readConfig({ env: { ...imageVariables(), ...environment }, cwd: '/app', packageRoot: '/app' });
    expect(config).toMatchObject({ dataDir: '/data', corpusDir: '/corpus', queue: { redis: { prefix: 'wenbao' } } });
    expect(new URL(config.queue.redis?.url ?? '').hostname).toBe('redis');
    expect(config.http?.port).toBe(8080);
  });

  it('has both work on one library, in a volume that there is', () => {
    for (const { volumes } of [bot, worker]) expect(volumes).toContain('data:/data');
    const named = [bot, worker, redis].flatMap(({ volumes }) => volumes.map((volume) => volume.split(':')[0] ?? ''));
    expect(named.filter((name) => !name.startsWith('.') && !(name in compose.volumes))).toEqual([]);
    expect(read('compose.yaml')).toContain('never put it on NFS');
  });

  it('has a Redis that forgets nothing, and whoever needs it waits for it', () => {
    const settings = redis.command.join(' ');
    expect(redis.image).toMatch(/^redis:7/u);
    expect(settings).toContain('--appendonly yes');
    expect(settings).toContain('--maxmemory-policy noeviction');
    expect(redis.healthcheck?.test).toEqual(['CMD', 'redis-cli', 'ping']);
    expect(redis.volumes).toEqual(['redis:/data']);
    for (const { depends_on } of [bot, worker]) expect(depends_on?.['redis']?.condition).toBe('service_healthy');
  });

  it('opens nothing to the outside', () => {
    expect(bot.ports).toEqual(['127.0.0.1:8080:8080']);
    expect([worker.ports, redis.ports]).toEqual([undefined, undefined]);
    expect(redis.networks).toEqual(['queue']);
    expect(compose.networks['queue']?.internal).toBe(true);
  });

  it('gives the containers no more rights than they need', () => {
    for (const service of [bot, worker]) {
      expect(service).toMatchObject({
        ...{ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'], tmpfs: ['/tmp'] },
        ...{ init: true, restart: 'unless-stopped' },
      });
    }
  });

  it('holds no secret', () => {
    expect(read('compose.yaml')).not.toMatch(/(TOKEN|PASSWORD): *[^\s"]/u);
    expect(bot['env_file']).toEqual(['.env']);
  });

  it('starts a Redis with settings that a real one takes', async () => {
    const [port, folder] = [await freePort(), mkdtempSync(join(tmpdir(), 'wenbao-deploy-'))];
    const args = [...redis.command.slice(1), '--port', String(port), '--dir', folder, '--save', ''];
    const server = spawn(ensureRedis(), args, { stdio: 'ignore' });
    const client = new Redis(port, { maxRetriesPerRequest: null, retryStrategy: () => 50 }).on('error', () => {});
    expect(await client.config('GET', 'maxmemory-policy')).toEqual(['maxmemory-policy', 'noeviction']);
    expect(await client.config('GET', 'appendonly')).toEqual(['appendonly', 'yes']);
    client.disconnect();
    server.kill();
    await once(server, 'exit');
    rmSync(folder, { recursive: true, force: true });
  });
});
