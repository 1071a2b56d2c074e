import { describe, expect, it } from 'vitest';
import { article, block } from '../support/articles.ts';
import { linesOf, say } from '../support/desk.ts';
import { memoryLibrary } from '../support/memory-library.ts';

const articles = Array.from({ length: 12 }, (_, at) =>
  article({
    id: `a${at + 1}`,
    title: `新闻${at + 1}`,
    reporters: at === 0 ? ['李明'] : ['王芳'],
    date: `2022-07-${String(at + 1).padStart(2, '0')}`,
    blocks: [block(`第${at + 1}次招商会。`)],
  }),
);
const library = memoryLibrary({ articles });
const search = (values: Record<string, string>) => say(library, { command: 'search', values });

describe('search', () => {
  it('shows ranked passages with the words marked, and the way to more', async () => {
    const reply = await search({ words: '招商' });
    expect(linesOf(reply)).toEqual([
      'heading “招商”的检索结果',
      ...[1, 2, 3, 4, 5].map((at) => `quote 第${at}次[招商]会。`),
    ]);
    expect(reply.paging).toEqual({
      number: 1,
      previous: null,
      next: { command: 'search', values: { words: '招商', part: '2' } },
    });
  });

  it('turns the pages up to the last one', async () => {
    const second = await search({ words: '招商', part: '2' });
    expect(linesOf(second)[1]).toBe('quote 第6次[招商]会。');
    const third = await search({ words: '招商', part: '3' });
    expect(linesOf(third).slice(1)).toEqual(['quote 第11次[招商]会。', 'quote 第12次[招商]会。']);
    expect(third.paging).toMatchObject({ number: 3, next: null });
  });

  it('keeps the conditions when the page is turned', async () => {
    const reply = await search({ words: '招商', reporter: '王芳', from: '2022-07' });
    expect(linesOf(reply)[1]).toBe('quote 第2次[招商]会。');
    expect(reply.paging?.next?.values).toEqual({ words: '招商', reporter: '王芳', from: '2022-07-01', part: '2' });
  });

  it('says plainly that nothing was found, and shows nothing', async () => {
    const reply = await search({ words: '火星移民' });
    expect(reply.tone).toBe('refusal');
    expect(linesOf(reply)).toEqual([expect.stringContaining('没有找到与“火星移民”有关的段落')]);
  });

  it('says at the end that there is no more, not that there is nothing', async () => {
    expect(linesOf(await search({ words: '招商', part: '4' }))).toEqual(['text 没有更多了。']);
  });

  it('asks for something to look for, with an example, and runs nothing', async () => {
    const own = memoryLibrary({ articles });
    const reply = await say(own, { command: 'search', values: { words: ' ' } });
    expect(reply.tone).toBe('error');
    expect(linesOf(reply)).toEqual([expect.stringMatching(/请至少给出关键词.*例如/u)]);
    expect(own.searched).toEqual([]);
  });

  it('lists the articles where there are no words but other conditions', async () => {
    const reply = await search({ reporter: '李明' });
    expect(linesOf(reply)).toEqual(['heading 文章', 'list 《新闻1》 · 晚报 01 · 2022年7月1日 · 记者 李明']);
  });

  it('points out days in the wrong order instead of finding nothing', async () => {
    const reply = await search({ from: '2024-05-01', to: '2024-01-01' });
    expect(linesOf(reply)).toEqual([expect.stringContaining('晚于结束日期')]);
  });
});

describe('articles', () => {
  const many = Array.from({ length: 41 }, (_, at) =>
    article({ id: `a${at + 1}`, title: `新闻${at + 1}`, publication: null, label: null }),
  );
  const list = (values: Record<string, string>) =>
    say(memoryLibrary({ articles: many }), { command: 'articles', values });

  it('lists twenty at a time in their order, each of which opens', async () => {
    const reply = await list({ part: '2' });
    const [, items] = reply.blocks;
    expect(items).toMatchObject({ kind: 'list', start: 21 });
    expect(items?.kind === 'list' ? items.items.length : 0).toBe(20);
    expect(items?.kind === 'list' ? items.items[0]?.call : null).toEqual({
      command: 'article',
      values: { article: 'a21' },
    });
    expect(reply.paging).toMatchObject({ previous: { values: { part: '1' } }, next: { values: { part: '3' } } });
  });

  it('ends where the articles end', async () => {
    expect((await list({ part: '3' })).paging).toMatchObject({ next: null });
    expect(linesOf(await list({ part: '4' }))).toEqual(['text 没有更多了。']);
  });
});
