import { describe, expect, it } from 'vitest';
import { article, block } from '../../support/articles.ts';
import { memoryLibrary } from '../../support/memory-library.ts';
import { runWith } from '../../support/terminal.ts';

const bridge = article({
  id: 'a1',
  title: '大桥通车',
  date: '2022-07-15',
  blocks: [block('大桥昨天通车，全长2547米。大桥分为两层，上层走汽车，下层走轻轨。市民李小明说，过江快多了。')],
});
const library = memoryLibrary({ articles: [bridge] });

describe('wenbao summary', () => {
  it('is drawn for people', async () => {
    const { status, output } = await runWith(['summary', '--article', '大桥'], { library });
    expect(status).toBe(0);
    expect(output).toContain('大桥通车');
    expect(output).toContain('句子照录原文');
  });

  it.each([
    [['--article', 'a1'], '大桥通车'],
    [['--topic', '大桥'], '大桥'],
    [['--topic', '大桥', '--from', '2022'], '大桥'],
    [['--day', '7-15'], '2022年7月15日'],
    [['--page', '1'], '晚报 01 · 2022年7月15日'],
    [['--from', '2022-07', '--to', '2022-07'], '2022年7月1日至2022年7月31日'],
  ])('is one object of JSON for %j', async (args, title) => {
    const { status, output, messages } = await runWith(['summary', '--json', '--length', 'short', ...args], {
      library,
    });
    expect(status).toBe(0);
    expect(messages).toBe('');
    expect(output.endsWith('\n')).toBe(true);
    const { title: said, sentences, figures } = JSON.parse(output);
    expect(said).toBe(title);
    expect(sentences[0]).toEqual({
      article: 'a1',
      title: '大桥通车',
      source: '晚报 01',
      date: '2022-07-15',
      text: expect.stringContaining('大桥'),
    });
    expect(Array.isArray(figures)).toBe(true);
    for (const figure of figures) expect(Object.keys(figure)).toEqual(['article', 'label', 'value']);
  });

  it('says on the message stream why there is none', async () => {
    const { status, output, messages } = await runWith(['summary', '--json', '--topic', '火星移民'], { library });
    expect(status).toBe(0);
    expect(JSON.parse(output)).toEqual({ title: null, sentences: [], figures: [] });
    expect(messages).toContain('火星移民');
  });

  it.each([
    [['--day', '大桥'], '大桥'],
    [['--article', 'a1', '--length', 'huge'], 'huge'],
    [['--from', '2023', '--to', '2022'], '晚于'],
  ])('fails for what it cannot read in %j', async (args, part) => {
    for (const json of [[], ['--json']]) {
      const { status, output, messages } = await runWith(['summary', ...json, ...args], { library });
      expect(status).toBe(1);
      expect(output).toBe('');
      expect(messages).toContain(part);
    }
  });
});
