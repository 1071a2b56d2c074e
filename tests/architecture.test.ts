import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/**
 * A border that nobody guards is a wish. Each case is a file that crosses one; the linter, run once over all of
 * them with the project's own settings, must refuse exactly these and say why.
 */

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FROM = (target: string): string => `import { x } from '${target}';\nexport const y = x;\n`;

interface Crossing {
  /** What the file does, for the name of the test. */
  readonly what: string;
  readonly file: string;
  readonly source: string;
  /** Group and name of the rule. */
  readonly rule: string;
  /** Part of what the linter says. */
  readonly because: string;
}

/** `[folder, what a file of it imports, part of the reason]` */
const IMPORTS: readonly (readonly [string, string, string])[] = [
  ['src/text', '../ingest/model.ts', 'Floor 0'],
  ['src/text', '../index/bm25.ts', 'Floor 0'],
  ['src/text', '../answer/answer.ts', 'Floor 0'],
  ['src/text', '../app/model.ts', 'Floor 0'],
  ['src/text/lexicon', '../../store/contract.ts', 'Floor 0'],
  ['src/text', 'node:fs', 'comes in as an argument'],
  ['src/text', 'node:fs/promises', 'comes in as an argument'],
  ['src/text', 'nodejieba', 'nodejieba is for words.ts'],
  ['src/text', 'opencc-js/t2cn', 'opencc-js for normalize.ts'],
  ['src/text', '../config.ts', 'nobody imports them'],
  ['src/ingest', '../index/analyzer.ts', 'imports text only'],
  ['src/ingest', '../answer/answer.ts', 'imports text only'],
  ['src/ingest', 'node:zlib', 'ingest takes chardet and iconv-lite alone'],
  ['src/ingest', 'natural', 'ingest takes chardet and iconv-lite alone'],
  ['src/ingest/layout', '../../app/model.ts', 'imports text only'],
  ['src/index', '../ingest/read-page.ts', 'the types in model.ts only'],
  ['src/index', '../answer/answer.ts', 'knows no question'],
  ['src/index', '../store/contract.ts', 'knows no question'],
  ['src/index', 'better-sqlite3', 'index takes natural alone'],
  ['src/answer', '../summarize/rank.ts', 'not its neighbour summarize'],
  ['src/answer', '../app/model.ts', 'not its neighbour summarize'],
  ['src/answer', 'node:path', 'answer takes natural alone'],
  ['src/summarize', '../answer/answer.ts', 'not its neighbour answer'],
  ['src/summarize', 'natural', 'No library here'],
  ['src/app', '../store/contract.ts', 'Floor 3'],
  ['src/app', '../queue/contract.ts', 'Floor 3'],
  ['src/app', '../adapters/console/render.ts', 'Floor 3'],
  ['src/app', '../../commands/registry.ts', 'Floor 3'],
  ['src/app', '../compose.ts', 'nobody imports them'],
  ['src/app', '../config-discord.ts', 'nobody imports them'],
  ['src/app', 'discord.js', 'app takes natural alone'],
  ['src/app', 'bullmq', 'app takes natural alone'],
  ['src/app', 'node:events', 'app takes natural alone'],
  ['commands', '../src/text/span.ts', 'A command imports src/app only'],
  ['commands', '../src/answer/answer.ts', 'A command imports src/app only'],
  ['commands/admin', '../../src/store/contract.ts', 'A command imports src/app only'],
  ['commands/admin', '../../src/config.ts', 'nobody imports them'],
  ['commands', 'discord.js', 'No library here'],
  ['src/store', '../compose-discord.ts', 'nobody imports them'],
  ['src/store', '../queue/contract.ts', 'never its neighbours'],
  ['src/store', '../adapters/console/render.ts', 'never its neighbours'],
  ['src/store', 'better-sqlite3', 'A library lives in one place'],
  ['src/store/sqlite', '../../queue/contract.ts', 'never its neighbours'],
  ['src/store/sqlite', '../../../commands/ask.ts', 'never its neighbours'],
  ['src/store/sqlite', 'ioredis', 'A library lives in one place'],
  ['src/queue', '../store/contract.ts', 'never its neighbours'],
  ['src/queue', 'bullmq', 'A library lives in one place'],
  ['src/queue/bullmq', '../../adapters/http/health.ts', 'never its neighbours'],
  ['src/queue/bullmq', 'better-sqlite3', 'A library lives in one place'],
  ['src/adapters', '../store/contract.ts', 'handed in by compose'],
  ['src/adapters/files', 'yauzl', 'A library lives in one place'],
  ['src/adapters/files/uploads', '../../../store/contract.ts', 'handed in by compose'],
  ['src/adapters/files/uploads', 'ioredis', 'A library lives in one place'],
  ['src/adapters/console', '../../../commands/ask.ts', 'handed in by compose'],
  ['src/adapters/console', '../discord/render.ts', 'One adapter does not import another'],
  ['src/adapters/console', 'discord.js', 'A library lives in one place'],
  ['src/adapters/discord', '../../queue/contract.ts', 'handed in by compose'],
  ['src/adapters/discord', '../console/render.ts', 'One adapter does not import another'],
  ['src/adapters/discord', 'cli-progress', 'A library lives in one place'],
  ['src/adapters/http', '../discord/render.ts', 'One adapter does not import another'],
  ['src/adapters/console', '../page-html/draw.ts', 'One adapter does not import another'],
  ['src/adapters/page-html', '../console/clean.ts', 'One adapter does not import another'],
  ['src/adapters/page-html', 'express', 'express, prom-client and @bull-board in src/adapters/http'],
  ['src/adapters/http', '../../bin/wenbao.ts', 'nobody imports them'],
  ['src/adapters/http', 'pino', 'pino in src/adapters/log.ts'],
  ['src/adapters/http', 'bullmq', 'bullmq and ioredis in src/queue'],
  ['src/adapters/files', 'chokidar', 'chokidar in src/adapters/files/watch.ts'],
  ['src/adapters/discord', 'express', 'express, prom-client and @bull-board in src/adapters/http'],
  ['src/adapters/console', '@bull-board/api', 'express, prom-client and @bull-board in src/adapters/http'],
  ['src/queue/bullmq', 'prom-client', 'express, prom-client and @bull-board in src/adapters/http'],
  ['src/bin', 'better-sqlite3', 'A library lives in one place'],
  ['eval', 'nodejieba', 'A library lives in one place'],
];

/** `[folder, an import that its floor is there for]` */
const ALLOWED: readonly (readonly [string, string])[] = [
  ['src/text', './span.ts'],
  ['src/text/lexicon', '../span.ts'],
  ['src/ingest', '../text/span.ts'],
  ['src/ingest', 'chardet'],
  ['src/ingest', 'iconv-lite'],
  ['src/index', '../ingest/model.ts'],
  ['src/index', 'natural'],
  ['src/answer', '../index/searcher.ts'],
  ['src/answer', 'natural'],
  ['src/summarize', '../ingest/model.ts'],
  ['src/app', '../answer/answer.ts'],
  ['src/app', '../summarize/rank.ts'],
  ['commands', '../src/app/command.ts'],
  ['commands/admin', '../../src/app/command.ts'],
  ['src/store', '../app/source.ts'],
  ['src/store/sqlite', 'better-sqlite3'],
  ['src/store/sqlite', 'node:fs'],
  ['src/queue/bullmq', 'bullmq'],
  ['src/queue/bullmq', 'ioredis'],
  ['src/queue/in-process', '../contract.ts'],
  ['src/adapters/files/uploads', 'mammoth'],
  ['src/adapters/console', 'cli-progress'],
  ['src/adapters/http', 'express'],
  ['src/adapters/http', '@bull-board/api/bullMQAdapter'],
  ['src/adapters/http', 'prom-client'],
  ['src/adapters/console', 'node:readline'],
  ['src/adapters/console', '../../app/model.ts'],
  ['src/bin', '../compose.ts'],
  ['eval', '../src/compose.ts'],
];

const FLOORS = ['src/text', 'src/ingest', 'src/index', 'src/answer', 'src/summarize', 'src/app', 'commands'];

/** `[what a file says, rule, part of the reason]`, tried in every folder of floors 0 to 3 and in commands. */
const IMPURITIES: readonly (readonly [string, string, string])[] = [
  ["process.env['X']", 'style/noRestrictedGlobals', 'The environment is read once'],
  ['setTimeout(f, 1)', 'style/noRestrictedGlobals', 'A clock comes in as an argument'],
  ['performance.timeOrigin', 'style/noRestrictedGlobals', 'A clock comes in as an argument'],
  ['new Date()', 'style/noRestrictedGlobals', 'A clock comes in as an argument'],
  ["fetch('http://localhost')", 'style/noRestrictedGlobals', 'The core has no network'],
  ['Math.random()', 'nursery/noJsRestrictedProperties', 'Randomness comes in as an argument'],
  ['console.log', 'style/noRestrictedGlobals', 'The core says nothing'],
];

const LONG_FUNCTION = `export function long(): number {\n  let n = 0;\n${'  n += 1;\n'.repeat(50)}  return n;\n}\n`;
const LONG_FILE = `${Array.from({ length: 301 }, (_, i) => `export const n${i} = ${i};`).join('\n')}\n`;

/** `[file, its text, rule, part of the message]`: habits that hold everywhere. */
const HABITS: readonly (readonly [string, string, string, string])[] = [
  [
    'src/text/dates.ts',
    'export const now = Date.now();\n',
    'nursery/noJsRestrictedProperties',
    'A clock comes in as an argument',
  ],
  ['src/app/default.ts', 'export default 1;\n', 'style/noDefaultExport', ''],
  ['src/app/re-export-all.ts', "export * from './model.ts';\n", 'performance/noReExportAll', ''],
  ['src/app/barrel.ts', "export { x } from './model.ts';\n", 'performance/noBarrelFile', ''],
  ['src/app/round.ts', "import { b } from './about.ts';\nexport const a = b;\n", 'suspicious/noImportCycles', ''],
  ['src/app/about.ts', "import { a } from './round.ts';\nexport const b = a;\n", 'suspicious/noImportCycles', ''],
  ['src/app/any.ts', 'export const x: any = 1;\n', 'suspicious/noExplicitAny', ''],
  ['src/app/bang.ts', 'export const f = (x?: string): string => x!;\n', 'style/noNonNullAssertion', ''],
  [
    'src/app/four.ts',
    'export const f = (a: 1, b: 1, c: 1, d: 1): number => a + b + c + d;\n',
    'complexity/useMaxParams',
    '',
  ],
  [
    'src/app/reassign.ts',
    'export function f(a: number): number {\n  a = 1;\n  return a;\n}\n',
    'style/noParameterAssign',
    '',
  ],
  ['src/app/long-function.ts', LONG_FUNCTION, 'complexity/noExcessiveLinesPerFunction', ''],
  ['src/app/long-file.ts', LONG_FILE, 'style/noExcessiveLinesPerFile', ''],
  ['src/app/CamelName.ts', 'export const x = 1;\n', 'style/useFilenamingConvention', ''],
  ['src/store/bare-node.ts', FROM('fs'), 'style/useNodejsImportProtocol', ''],
  [
    'src/store/value-type.ts',
    "import { T } from './t.ts';\nexport const x = (t: T): T => t;\n",
    'style/useImportType',
    '',
  ],
  [
    'src/store/floating.ts',
    'async function f(): Promise<void> {}\nexport function g(): void {\n  f();\n}\n',
    'nursery/noFloatingPromises',
    '',
  ],
  [
    'src/store/cases.ts',
    "export type K = 'a' | 'b';\nexport function f(k: K): void {\n  switch (k) {\n    case 'a':\n      break;\n  }\n}\n",
    'nursery/useExhaustiveSwitchCases',
    '',
  ],
];

const CROSSINGS: readonly Crossing[] = [
  ...IMPORTS.map(([folder, target, because], i) => ({
    what: `${folder} importing ${target}`,
    file: `${folder}/crossing-${i}.ts`,
    source: FROM(target),
    rule: 'style/noRestrictedImports',
    because,
  })),
  ...FLOORS.flatMap((folder) =>
    IMPURITIES.map(([expression, rule, because], i) => ({
      what: `${expression} in ${folder}`,
      file: `${folder}/impurity-${i}.ts`,
      source: `export const f = (): unknown => ${expression};\n`,
      rule,
      because,
    })),
  ),
  ...HABITS.map(([file, source, rule, because]) => ({ what: file, file, source, rule, because })),
];

interface Finding {
  readonly rule: string;
  readonly said: string;
}

let folder = '';
let findings = new Map<string, Finding[]>();

function write(file: string, source: string): void {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, source);
}

/** The line that a finding begins with: file, place in it unless the whole file is meant, rule. */
const FINDING = /^(\S+\.ts)(?::\d+:\d+)? lint\/(\S+) .*$/gm;

/** Runs the linter over everything in `folder` and sorts what it says by file. */
function lint(): Map<string, Finding[]> {
  const biome = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');
  const run = spawnSync(process.execPath, [biome, 'lint', '--colors=off', '--max-diagnostics=none', '.'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const output = run.stdout + run.stderr;
  const heads = [...output.matchAll(FINDING)];
  const found = new Map<string, Finding[]>();
  for (const [i, head] of heads.entries()) {
    const [, file = '', rule = ''] = head;
    const said = output.slice(head.index, heads[i + 1]?.index);
    found.set(file, [...(found.get(file) ?? []), { rule, said }]);
  }
  return found;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wenbao-borders-'));
  for (const file of ['biome.json', 'package.json', 'tsconfig.json', '.gitignore']) {
    copyFileSync(join(ROOT, file), join(folder, file));
  }
  for (const { file, source } of CROSSINGS) write(file, source);
  for (const [i, [home, target]] of ALLOWED.entries()) {
    const name = home === 'src/text' ? 'words' : `allowed-${i}`;
    write(`${home}/${name}.ts`, FROM(target));
  }
  findings = lint();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the linter', () => {
  it.each(CROSSINGS)('refuses $what by $rule', ({ file, rule, because }) => {
    const said = (findings.get(file) ?? []).filter((finding) => finding.rule === rule).map((finding) => finding.said);
    expect(said).not.toEqual([]);
    expect(said.join('\n')).toContain(because);
  });

  it.each(ALLOWED.map(([home, target], i) => ({ home, target, i })))('lets $home import $target', ({ home, i }) => {
    const name = home === 'src/text' ? 'words' : `allowed-${i}`;
    const refused = (findings.get(`${home}/${name}.ts`) ?? []).filter(
      ({ rule }) => rule === 'style/noRestrictedImports',
    );
    expect(refused).toEqual([]);
  });
  it('knows the floor of every folder in src', () => {
    const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const settings = readFileSync(join(ROOT, 'biome.json'), 'utf8');
    const unknown = folders.filter(
      ({ name }) => name !== 'bin' && !settings.includes(`"includes": ["src/${name}/**"]`),
    );
    expect(unknown.map(({ name }) => name)).toEqual([]);
  });
});
