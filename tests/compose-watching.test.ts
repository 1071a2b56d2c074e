import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FolderWatch } from '../src/adapters/files/watch.ts';
import { createLog } from '../src/adapters/log.ts';
import { type OpenWorkplace, openWorkplace } from '../src/compose.ts';
import { watchPages } from '../src/compose-watching.ts';
import { built } from './support/built.ts';

const LIMITS = { fileBytes: 1e6, files: 2, unpackedBytes: 1e7, unpackRatio: 100, pagesPerHour: 1 };
const PATIENCE = { timeout: 60_000, interval: 100 };

let folder = '';
let corpus = '';
let workplace: OpenWorkplace;
let watch: FolderWatch;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wenbao-watching-'));
  corpus = join(folder, 'corpus');
  await mkdir(corpus);
  await writeFile(join(corpus, 'first.txt'), page('早已在此', '早已收入的一页。'));
  const log = createLog({ level: 'warn', logQuestions: false, destination: process.stderr });
  const queue = { redis: null, worker: true, workers: 1 };
  const program = built('src/bin/performer.ts');
  workplace = await openWorkplace(join(folder, 'data'), {
    keeping: { queue, limits: LIMITS, corpusDir: corpus, program, log },
  });
  await workplace.takeIn([corpus], { rebuild: false, onProgress: () => {} });
  await workplace.startKeeping('asker');
  const { keeper } = workplace.library;
  watch = watchPages(corpus, { keeper: keeper ?? expect.fail(), log });
  await watch.ready;
});
afterEach(async () => {
  await watch.close();
  await workplace.close();
  await rm(folder, { recursive: true, force: true });
});

function page(title: string, text: string): string {
  return `# ${title}\n\n　　${text}\n`;
}

async function titles(): Promise<(string | null)[]> {
  return (await workplace.library.articles()).map(({ title }) => title).sort();
}

function holds(...wanted: readonly string[]): Promise<void> {
  return vi.waitFor(async () => expect(await titles()).toEqual(wanted.toSorted()), PATIENCE);
}

describe('a folder that is watched', { timeout: 180_000 }, () => {
  it('has what comes, changes and goes in it taken in and out, more of it than somebody may hand in', async () => {
    for (const name of ['甲', '乙', '丙'])
      await writeFile(join(corpus, `${name}.txt`), page(`${name}地的消息`, `${name}页。`));
    await holds('早已在此', '甲地的消息', '乙地的消息', '丙地的消息');
    await writeFile(join(corpus, '乙.txt'), page('乙地的新消息', '改过的一页。'));
    await holds('早已在此', '甲地的消息', '乙地的新消息', '丙地的消息');
    await rm(join(corpus, '丙.txt'));
    await holds('早已在此', '甲地的消息', '乙地的新消息');
  });

  it('has its lists of pages heeded, also where they come later', async () => {
    await mkdir(join(corpus, 'july'));
    await writeFile(join(corpus, 'july', '丁.txt'), page('丁地的消息', '丁页。'));
    await holds('早已在此', '丁地的消息');
    await writeFile(
      join(corpus, 'july', 'pages.json'),
      JSON.stringify({ '丁.txt': { publication: '晚报', date: '2022-07-15' } }),
    );
    await vi.waitFor(async () => {
      const [article] = (await workplace.library.articles()).filter(({ title }) => title === '丁地的消息');
      expect(article).toMatchObject({ publication: '晚报', date: '2022-07-15' });
    }, PATIENCE);
    expect(await titles()).toHaveLength(2);
  });
});
