import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { type SearchThreadOptions, SearchThreads } from '../src/compose-search.ts';
import { analyze } from '../src/index/analyzer.ts';
import type { IndexedPassage } from '../src/index/builder.ts';
import type { SegmentPart } from '../src/index/merge.ts';
import { Searcher } from '../src/index/searcher.ts';
import { decodeSegment, encodeSegment } from '../src/index/segment.ts';
import { describeFinder } from './conformance/finder.ts';
import { manyPassages, segmentOf } from './index/support.ts';
import { built } from './support/built.ts';

const PROGRAM = fileURLToPath(built('src/bin/seeker.ts'));
const NONE: ReadonlySet<number> = new Set();

const open: SearchThreads[] = [];

function threads(options: Partial<SearchThreadOptions> = {}): SearchThreads {
  const made = new SearchThreads({ program: PROGRAM, threads: 2, worthwhile: 1, patience: 0, ...options });
  open.push(made);
  return made;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

/** A part whose bytes threads can look at, as it comes from a store. */
function part(passages: readonly IndexedPassage[], deleted = NONE): SegmentPart {
  const encoded = encodeSegment(segmentOf(passages));
  const bytes = new Uint8Array(new SharedArrayBuffer(encoded.length));
  bytes.set(encoded);
  return { segment: decodeSegment(bytes), deleted };
}

function parts(passages: readonly IndexedPassage[], count: number, deleted = NONE): SegmentPart[] {
  return Array.from({ length: count }, (_, number) =>
    part(
      passages.filter((_each, at) => at % count === number),
      deleted,
    ),
  );
}

/** What a searcher finds by itself, which it is not asked for where threads do it. */
function watched(searcher: Searcher): { searcher: Searcher; asked: () => number } {
  let asked = 0;
  const own = searcher.find.bind(searcher);
  searcher.find = (terms, limit) => {
    asked += 1;
    return own(terms, limit);
  };
  return { searcher, asked: () => asked };
}

const QUESTION = analyze('青岛港口会议企业服务老百姓 2022');

describeFinder('segments dealt out to threads', async (passages, deleted = NONE) => {
  return threads().finderOf(new Searcher(parts(passages, 5, deleted)));
});

describe('threads that search', () => {
  it('find to the last bit what is found without them, also after pages have come and gone', async () => {
    const passages = manyPassages(1500);
    const searchers = [
      new Searcher(parts(passages, 3)),
      new Searcher([...parts(passages, 3, new Set([3, 30, 300])), part([{ id: 9000, text: '青岛港口', heading: '' }])]),
    ];
    const made = threads();
    for (const each of searchers) {
      const wanted = each.search(QUESTION, { limit: 50 });
      const { searcher, asked } = watched(each);
      expect(await made.finderOf(searcher).find(QUESTION, 50)).toEqual(wanted);
      expect(asked()).toBe(0);
    }
  });

  it('are asked several questions at once', async () => {
    const searcher = new Searcher(parts(manyPassages(600), 3));
    const finder = threads().finderOf(searcher);
    const questions = ['青岛港口', '企业服务', '济南会议 2022', '老百姓'].map((text) => analyze(text));
    const found = await Promise.all(questions.map((terms) => finder.find(terms, 20)));
    expect(found).toEqual(questions.map((terms) => searcher.search(terms, { limit: 20 })));
  });

  it('are not called before several questions were asked, nor for a small index', async () => {
    const patient = threads({ patience: 2 });
    const { searcher, asked } = watched(new Searcher(parts(manyPassages(200), 2)));
    const finder = patient.finderOf(searcher);
    for (let round = 0; round < 5; round += 1) await finder.find(QUESTION, 5);
    expect(asked()).toBe(2);
    expect(threads({ worthwhile: 201 }).finderOf(searcher)).toBe(searcher);
  });

  it('leave an index that has been replaced to whoever still holds it', async () => {
    const made = threads();
    const old = watched(new Searcher(parts(manyPassages(200), 2)));
    const finder = made.finderOf(old.searcher);
    made.finderOf(new Searcher(parts(manyPassages(100), 2)));
    expect(await finder.find(QUESTION, 5)).toEqual(old.searcher.search(QUESTION, { limit: 5 }));
    expect(old.asked()).toBe(1);
  });

  it('are done without once one of them has failed, which is told once', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'wenbao-seeker-'));
    try {
      const program = join(folder, 'fails.mjs');
      writeFileSync(
        program,
        "import { parentPort } from 'node:worker_threads';\nparentPort.on('message', () => { throw new Error('no'); });\n",
      );
      const faults: string[] = [];
      const made = threads({ program, onFault: ({ message }) => faults.push(message) });
      const searcher = new Searcher(parts(manyPassages(200), 2));
      const finder = made.finderOf(searcher);
      const wanted = searcher.search(QUESTION, { limit: 5 });
      expect(await finder.find(QUESTION, 5)).toEqual(wanted);
      expect(await finder.find(QUESTION, 5)).toEqual(wanted);
      expect(faults).toEqual(['no']);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
