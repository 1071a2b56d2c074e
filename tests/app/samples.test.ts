import { describe, expect, it } from 'vitest';
import { sampleQuestions } from '../../src/app/samples.ts';
import type { Article } from '../../src/ingest/model.ts';
import { article, block } from '../support/articles.ts';
import { answer, evidence, type MemoryLibrary, memoryLibrary } from '../support/memory-library.ts';

const bridge = article({
  id: 'a1',
  title: '大桥通车',
  reporters: ['李明'],
  blocks: [block('滨海大桥工程总投资42.5亿元，其中主桥工程总投资30亿元。同比增长15%。')],
});
const market = article({ id: 'a2', title: '夜市开张', blocks: [block('中心广场夜市共设摊位320个。')] });
const station = article({ id: 'a3', title: '车站开工', blocks: [block('新客站南侧工程总投资18亿元。')] });
const meeting = article({
  id: 'a4',
  title: '会议召开',
  blocks: [block('全市港口工作会议在滨海大厦召开。')],
});

const invested = '滨海大桥工程总投资多少亿元？';
const stalls = '中心广场夜市共设摊位多少个？';
const built = '新客站南侧工程总投资多少亿元？';
const met = '全市港口工作会议在哪里召开？';
const writer = '《大桥通车》的记者是谁？';

const right = (id: string, text: string, confidence = 0.9) =>
  answer({ text, confidence, evidence: [evidence({ article: id })] });
const outcomes = {
  [invested]: right('a1', '42.5亿元', 0.95),
  [stalls]: right('a2', '320个', 0.6),
  [built]: right('a3', '18亿元', 0.94),
  [met]: right('a4', '滨海大厦', 0.7),
  [writer]: right('a1', '李明'),
};

function libraryOf(...articles: readonly Article[]): MemoryLibrary {
  return memoryLibrary({ articles, outcomes });
}

function samples(library: MemoryLibrary, doubtful: readonly string[] = []): Promise<string[]> {
  return sampleQuestions(library, { count: 3, doubtful: new Set(doubtful) });
}

describe('sampleQuestions', () => {
  it('asks different articles for different kinds of answers, the surest first', async () => {
    expect(await samples(libraryOf(bridge, market, station, meeting))).toEqual([invested, met, stalls]);
  });

  it('asks for the same kind again, or who wrote something, where there is nothing else', async () => {
    expect(await samples(libraryOf(bridge, station))).toEqual([invested, built]);
    expect(await samples(libraryOf({ ...bridge, blocks: [block('正文。')] }, station))).toEqual([built, writer]);
  });

  it('shows nothing of a page whose text may be mixed up', async () => {
    const library = libraryOf({ ...bridge, page: 'mixed' }, market);
    expect(await samples(library, ['mixed'])).toEqual([stalls]);
    expect(library.asked.map(({ question }) => question)).toEqual([stalls]);
  });

  it('asks articles that break off or have no headline only where there are no others', async () => {
    const odd = [
      { ...bridge, truncated: true },
      { ...meeting, title: null },
    ];
    expect(await samples(libraryOf(...odd, market, station))).toEqual([built, stalls, met]);
  });

  it.each([
    ['another answer', { text: '30亿元' }],
    ['much beside it', { text: '总投资42.5亿元的大桥' }],
    ['doubts', { confidence: 0.4 }],
    ['the proof of another article', { evidence: [evidence({ article: 'a2' })] }],
    ['a torn proof', { evidence: [evidence({ article: 'a1', sentence: '大桥”全长' })] }],
  ])('does not offer what is answered with %s', async (_what, wrong) => {
    const library = memoryLibrary({
      articles: [{ ...bridge, reporters: [] }],
      outcomes: { [invested]: { ...outcomes[invested], ...wrong } },
    });
    expect(await samples(library)).toEqual([]);
    expect(library.asked.map(({ question }) => question)).toEqual([invested]);
  });

  it('finds nothing in an empty library', async () => {
    expect(await samples(libraryOf())).toEqual([]);
  });
});
