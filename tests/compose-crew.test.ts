import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Intake } from '../src/app/intake.ts';
import { LINES_PER_BATCH } from '../src/app/line-batches.ts';
import { crewFor } from '../src/compose-crew.ts';
import type { Store } from '../src/store/contract.ts';
import { LARGE_MERGE, MERGE_FACTOR } from '../src/store/merge-plan.ts';
import { openSqliteStore } from '../src/store/sqlite/store.ts';
import { built } from './support/built.ts';
import { digest, indexFromScratch, indexOf, intakeFor } from './support/intake.ts';
import { pageInfo } from './support/library.ts';

const READER = fileURLToPath(built('src/bin/reader.ts'));
const BATCHES = 4;

let folder: string;
const stores: Store[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wenbao-crew-'));
});

afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()));
  await rm(folder, { recursive: true, force: true });
});

async function opened(name: string): Promise<Store> {
  const store = await openSqliteStore(join(folder, name));
  stores.push(store);
  return store;
}

/** Lines of articles; every eleventh has the id of one in the batch before. */
function* lines(): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  for (let at = 0; at < BATCHES * LINES_PER_BATCH; at += 1) {
    const id = at % 11 === 0 && at >= LINES_PER_BATCH ? at - LINES_PER_BATCH : at;
    yield encoder.encode(`${JSON.stringify({ id: String(id), text: `第${at}号塔高${1000 + at}米，今天落成。` })}\n`);
  }
}

async function* chunks(): AsyncGenerator<Uint8Array> {
  yield* lines();
}

async function takeIn(intake: Intake): Promise<string[]> {
  const info = pageInfo('lines.jsonl');
  const pages: string[] = [];
  for await (const { page } of intake.takeInLines({ info, source: null, chunks: chunks() })) pages.push(page);
  return pages;
}

describe('a crew', () => {
  it('makes the very library that one reader makes, also when everything is read again', async () => {
    const [alone, together] = [await opened('alone'), await opened('together')];
    const crew = crewFor(join(folder, 'together'), READER);
    try {
      const intake = new Intake(together, digest, crew);
      expect(await takeIn(intake)).toEqual(await takeIn(intakeFor(alone)));
      expect(await together.articles()).toEqual(await alone.articles());
      expect(Buffer.compare(await indexOf(together), await indexOf(alone))).toBe(0);
      const ids = (await together.pageRecords()).map(({ id }) => id);
      const again: string[] = [];
      for await (const { page, result } of intake.takeInAllAgain(ids, { force: true })) {
        expect((await result).state).toBe('taken-in');
        again.push(page);
      }
      expect(again).toEqual(ids);
      await intake.mergeSegments();
      expect(Buffer.compare(await indexOf(together), await indexFromScratch(together))).toBe(0);
    } finally {
      await crew?.close();
    }
  });

  it('merges beside what else is done, into the segment that one reader would make', async () => {
    const [alone, together] = [await opened('alone'), await opened('together')];
    const pages = Array.from({ length: LARGE_MERGE + 2 }, (_, at) => {
      const bytes = new TextEncoder().encode(`# 第${at}号塔\n\n　　第${at}号塔高${1000 + at}米，今天落成。\n`);
      return { info: pageInfo(`tower-${at}.txt`), bytes, kind: 'page' as const, source: null };
    });
    const crew = crewFor(join(folder, 'together'), READER);
    try {
      const intakes = [intakeFor(alone), new Intake(together, digest, crew)];
      for (const intake of intakes) {
        for (const raw of pages) {
          await intake.takeIn(raw);
          await intake.mergeMeanwhile();
        }
        await intake.mergeSegments();
      }
      expect((await together.index(new Set())).parts.length).toBeLessThan(MERGE_FACTOR);
      expect(Buffer.compare(await indexOf(together), await indexOf(alone))).toBe(0);
      expect(await crew?.merge([12_345])).toBe(false);
    } finally {
      await crew?.close();
    }
  });

  it('gives the memory of its dictionaries back when it leaves, so that one that comes again needs no more', async () => {
    await opened('together');
    const text = new TextEncoder().encode('# 标题\n\n　　新的水塔昨天在城东落成。\n');
    const comeAndGo = async (): Promise<number> => {
      const crew = crewFor(join(folder, 'together'), READER);
      await crew?.replace({ info: pageInfo('a'), bytes: text, kind: 'page', source: null }, { hash: 'h' });
      await crew?.close();
      return process.memoryUsage().rss / 2 ** 20;
    };
    // The first one leaves some memory to the allocator, which the next ones use.
    const before = await comeAndGo();
    await comeAndGo();
    // A dictionary has some 240 MiB.
    expect((await comeAndGo()) - before).toBeLessThan(240);
  });

  it('tells what a thread meets as the error that one reader would tell', async () => {
    const store = await opened('together');
    const crew = crewFor(join(folder, 'together'), READER);
    const raw = { info: pageInfo('p'), bytes: new Uint8Array([0, 0, 0, 0]), kind: 'page' as const, source: null };
    const claim = { job: 'nobody', attempt: 1 };
    const text = { ...raw, bytes: new TextEncoder().encode('# 标题\n\n　　正文一句。\n') };
    try {
      const refused = await intakeFor(store)
        .takeIn(raw)
        .catch((fault: unknown) => fault);
      await expect(crew?.replace(raw, { hash: 'h' })).rejects.toEqual(refused);
      await expect(crew?.replace(text, { hash: 'h', claim })).rejects.toThrow('no longer counts');
      expect(await crew?.replace(text, { hash: 'h' })).toMatchObject({ state: 'taken-in', change: { added: 1 } });
    } finally {
      await crew?.close();
    }
  });
});
