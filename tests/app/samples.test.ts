import { describe, expect, it } from 'vitest';
import { sampleQuestions } from '../../src/app/samples.ts';
import { article, block } from '../support/articles.ts';
import { answer, evidence, memoryLibrary } from '../support/memory-library.ts';

const bridge = article({
  id: 'a1',
  title: '大桥通车',
  reporters: ['李明'],
  blocks: [block('滨海大桥工程总投资42.5亿元，其中主桥工程总投资30亿元。同比增长15%。')],
});
const market = article({
  id: 'a2',
  title: '夜市开张',
  reporters: ['王芳'],
  blocks: [block('中心广场夜市共设摊位320个。')],
});
const proof = (id: string) => [evidence({ article: id })];

const invested = '滨海大桥工程总投资多少亿元？';
const stalls = '中心广场夜市共设摊位多少个？';
const writer = '《大桥通车》的记者是谁？';
const otherWriter = '《夜市开张》的记者是谁？';

describe('sampleQuestions', () => {
  it('asks for figures of different articles first, then who wrote something', async () => {
    const library = memoryLibrary({
      articles: [bridge, market, article({ id: 'a3', title: '新闻', reporters: ['赵强'] })],
      outcomes: {
        [invested]: answer({ text: '42.5亿元', confidence: 0.7, evidence: proof('a1') }),
        [stalls]: answer({ text: '320个', confidence: 0.9, evidence: proof('a2') }),
        '《新闻》的记者是谁？': answer({ text: '赵强', evidence: proof('a3') }),
      },
    });
    expect(await sampleQuestions(library, 3)).toEqual([stalls, invested, '《新闻》的记者是谁？']);
  });

  it('offers only what is answered rightly, surely and from that article', async () => {
    const library = memoryLibrary({
      articles: [bridge, market],
      outcomes: {
        [invested]: answer({ text: '30亿元', evidence: proof('a1') }),
        [stalls]: answer({ text: '320个', confidence: 0.4, evidence: proof('a2') }),
        [writer]: answer({ text: '李明', evidence: proof('a2') }),
        [otherWriter]: answer({ text: '王芳', evidence: proof('a2') }),
      },
    });
    expect(await sampleQuestions(library, 3)).toEqual([otherWriter]);
  });

  it('makes no question of words that point back, of shares, or without a subject', async () => {
    const library = memoryLibrary({ articles: [bridge] });
    await sampleQuestions(library, 3);
    expect(library.asked.map(({ question }) => question)).toEqual([invested, writer]);
  });

  it('finds nothing in an empty library', async () => {
    expect(await sampleQuestions(memoryLibrary(), 3)).toEqual([]);
  });
});
