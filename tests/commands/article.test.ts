import { describe, expect, it } from 'vitest';
import { article, block } from '../support/articles.ts';
import { linesOf, say } from '../support/desk.ts';
import { memoryLibrary } from '../support/memory-library.ts';

const library = memoryLibrary({
  articles: [
    article({ id: 'a1', title: '大桥通车', date: '2022-07-15', blocks: [block('大桥全长2547米。')] }),
    article({ id: 'a2', title: '大桥一年', blocks: [block('一年过去。')] }),
  ],
});
const show = (name: string) => say(library, { command: 'article', values: { article: name } });

describe('article', () => {
  it.each(['a1', '《大桥通车》', '通车'])('shows the whole article for %s', async (name) => {
    const reply = await show(name);
    expect(reply.tone).toBe('answer');
    expect(linesOf(reply)).toEqual([
      'heading 大桥通车',
      'facts 出处=晚报 01\n日期=2022年7月15日\n编号=a1',
      'text 大桥全长2547米。',
    ]);
  });

  it('offers the nearest ones where the name fits several', async () => {
    const reply = await show('大桥');
    expect(reply.tone).toBe('refusal');
    expect(linesOf(reply)[0]).toContain('您要找的是不是');
    const [, list] = reply.blocks;
    expect(list?.kind === 'list' ? list.items.map(({ call }) => call?.values['article']) : []).toEqual(['a1', 'a2']);
  });

  it('says that there is none', async () => {
    expect(linesOf(await show('xyz'))).toEqual([expect.stringContaining('没有找到题为“xyz”的文章')]);
  });

  it('asks for a name', async () => {
    expect(linesOf(await show(''))).toEqual(['text 请填写“文章”。']);
  });
});

describe('status', () => {
  it('counts what the library holds', async () => {
    const reply = await say(library, { command: 'status', values: {} });
    expect(linesOf(reply)).toEqual([
      'heading 资料库',
      'facts 页面=1\n文章=2\n段落=2\n最新日期=2022年7月15日\n收入=没有正在进行的\n回答用时=启动后还没有人提问',
    ]);
    expect(reply.audience).toBe('asker');
  });

  it('says that an empty library has no newest day', async () => {
    const reply = await say(memoryLibrary(), { command: 'status', values: {} });
    expect(linesOf(reply)[1]).toContain('facts 页面=0\n文章=0\n段落=0\n最新日期=无\n');
  });

  it('tells what is being taken in and how quick the answers are', async () => {
    const vitals = {
      tasks: async () => ({ running: 1, waiting: 2, failed: 3 }),
      latency: () => ({ asked: 40, median: 3.07, p99: 20 }),
    };
    const [, facts] = linesOf(await say(memoryLibrary({ vitals }), { command: 'status', values: {} }));
    expect(facts).toContain('收入=进行中 1，等待 2，失败 3');
    expect(facts).toContain('回答用时=中位数 3.1 毫秒，99% 在 20 毫秒内（最近 40 个问题）');
  });
});

describe('help', () => {
  it.each(['zh-CN', 'zh-TW', 'en'] as const)('names every command with its options in %s', async (locale) => {
    const reply = await say(library, { command: 'help', values: {} }, locale);
    const text = linesOf(reply).join('\n');
    for (const name of ['ask', 'search', 'article', 'articles', 'status', 'help']) expect(text).toContain(`/${name}=`);
    expect(text).toContain({ 'zh-CN': '记者', 'zh-TW': '記者', en: 'reporter' }[locale]);
  });
});
