import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/app/reply.ts';
import { article, block } from '../support/articles.ts';
import { linesOf, say } from '../support/desk.ts';
import { memoryLibrary } from '../support/memory-library.ts';

const bridge = article({
  id: 'a1',
  title: '跨江大桥建成通车',
  date: '2022-07-15',
  reporters: ['李明'],
  blocks: [
    block('本市跨江大桥昨天建成通车，全长2547米，总投资35亿元。大桥分为两层，上层走汽车，下层走轻轨。'),
    block('施工单位先后投入1200名工人，用了四年时间。市民王小红说，过江时间缩短到五分钟。'),
  ],
});
const harvest = article({
  id: 'a2',
  page: 'b.txt',
  file: 'b.txt',
  label: '02',
  title: '小麦丰收',
  date: '2023-07-15',
  blocks: [block('今年全市小麦总产量达到120万吨，比去年增长8%。大桥通车以后，运粮更快。')],
});
const library = memoryLibrary({ articles: [bridge, harvest] });

function kindsOf(reply: Reply): string[] {
  return reply.blocks.map(({ kind }) => kind);
}

/** What can be pressed in the lists and quotes of a reply. */
function callsOf(reply: Reply): unknown[] {
  return reply.blocks.flatMap((each) => {
    if (each.kind === 'list') return each.items.map(({ call }) => call);
    return each.kind === 'quote' ? [each.call] : [];
  });
}

describe('/summary article', () => {
  it('gives title, source, sentences, figures, what it was made of, and the way to the whole text', async () => {
    const reply = await say(library, { command: 'summary article', values: { article: '跨江大桥' } });
    expect(reply).toMatchObject({ command: 'summary article', tone: 'answer' });
    expect(kindsOf(reply)).toEqual(['heading', 'note', 'list', 'heading', 'list', 'note']);
    const lines = linesOf(reply);
    expect(lines[0]).toBe('heading 跨江大桥建成通车');
    expect(lines[1]).toContain('记者 李明');
    expect(lines[3]).toBe('heading 关键数字');
    expect(lines[4]).toContain('2547米');
    expect(lines[5]).toMatch(/^note 1 篇，原文 \d+ 字 → \d+ 字。句子照录原文/u);
    expect(reply.actions.map(({ call }) => call)).toEqual([{ command: 'article', values: { article: 'a1' } }]);
  });

  it('marks the values of the figures', async () => {
    const reply = await say(library, { command: 'summary article', values: { article: 'a1' } });
    const list = reply.blocks[4];
    const items = list?.kind === 'list' ? list.items : [];
    expect(items.length).toBeGreaterThan(0);
    for (const { text } of items) expect(text.filter(({ style }) => style === 'mark').length).toBeGreaterThan(0);
  });

  it('shows the figures as a table where one was asked for', async () => {
    const reply = await say(library, { command: 'summary article', values: { article: 'a1', table: 'true' } });
    expect(kindsOf(reply)).toEqual(['heading', 'table', 'note', 'list', 'note']);
  });

  it('offers what a name may mean, as summaries of the same length', async () => {
    const reply = await say(library, { command: 'summary article', values: { article: '大丰', length: '短' } });
    expect(reply.tone).toBe('refusal');
    expect(callsOf(reply)).toEqual([
      { command: 'summary article', values: { article: 'a1', length: 'short' } },
      { command: 'summary article', values: { article: 'a2', length: 'short' } },
    ]);
  });

  it('says what to do where no article is near', async () => {
    const reply = await say(library, { command: 'summary article', values: { article: 'bridge' } }, 'en');
    expect(reply).toMatchObject({ tone: 'refusal', blocks: [{ kind: 'text' }] });
    expect(linesOf(reply)[0]).toContain('“bridge”');
  });
});

describe('/summary topic', () => {
  it('is in order of time with the years apart, each sentence with its source', async () => {
    const reply = await say(library, { command: 'summary topic', values: { words: '大桥' } });
    expect(kindsOf(reply).slice(0, 5)).toEqual(['heading', 'heading', 'quote', 'heading', 'quote']);
    expect(linesOf(reply)[1]).toBe('heading 2022年');
    expect(linesOf(reply)[3]).toBe('heading 2023年');
    expect(callsOf(reply).slice(0, 2)).toEqual([
      { command: 'article', values: { article: 'a1' } },
      { command: 'article', values: { article: 'a2' } },
    ]);
  });

  it('is refused where the newspapers say nothing of it', async () => {
    const reply = await say(library, { command: 'summary topic', values: { words: '火星移民' } });
    expect(reply.tone).toBe('refusal');
    expect(linesOf(reply)).toEqual(['text 报纸里没有写到“火星移民”，所以没有可以概括的。换个词再试试。']);
  });

  it('points out days in the wrong order', async () => {
    const values = { words: '大桥', from: '2023-01-01', to: '2022-01-01' };
    expect((await say(library, { command: 'summary topic', values })).tone).toBe('error');
  });
});

describe('/summary day', () => {
  it('takes the newest year for a day without one', async () => {
    const reply = await say(library, { command: 'summary day', values: { day: '7-15' } });
    expect(linesOf(reply)[0]).toBe('heading 2023年7月15日');
  });

  it('offers other days where there is none', async () => {
    const reply = await say(library, { command: 'summary day', values: { day: '2022-07-20', characters: '200' } });
    expect(reply.tone).toBe('refusal');
    expect(callsOf(reply)).toEqual([{ command: 'summary day', values: { characters: '200', day: '2022-07-15' } }]);
  });

  it('does not take anything for a day', async () => {
    const reply = await say(library, { command: 'summary day', values: { day: '大桥' } });
    expect(reply.tone).toBe('error');
    expect(linesOf(reply)[0]).toContain('大桥');
  });

  it('pages through a day of many articles, dropping none', async () => {
    const many = Array.from({ length: 23 }, (_, at) => ({ ...harvest, id: `m${at}`, title: `第${at}条` }));
    const seen: string[] = [];
    let call: { command: string; values: Readonly<Record<string, string>> } | null = {
      command: 'summary day',
      values: { day: '7-15' },
    };
    while (call !== null) {
      const reply: Reply = await say(memoryLibrary({ articles: many }), call);
      seen.push(...reply.blocks.flatMap((each) => (each.kind === 'quote' ? [each.article] : [])));
      call = reply.paging?.next ?? null;
      if (call !== null) expect(call.values['day']).toBe('2023-07-15');
    }
    expect(seen).toEqual(many.map(({ id }) => id));
  });

  it('has no more behind the last screenful', async () => {
    const reply = await say(library, { command: 'summary day', values: { day: '7-15', part: '9' } });
    expect(linesOf(reply)).toEqual(['text 没有更多了。']);
  });
});

describe('/summary range', () => {
  it('is of everything where no day is given', async () => {
    const reply = await say(library, { command: 'summary range', values: {} });
    expect(linesOf(reply)[0]).toBe('heading 全部资料');
    expect(kindsOf(reply).filter((kind) => kind === 'quote')).toHaveLength(2);
  });

  it('is one short list with links where characters were counted', async () => {
    const reply = await say(library, { command: 'summary range', values: { characters: '120' } });
    expect(kindsOf(reply)).toEqual(['heading', 'heading', 'list', 'heading', 'list', 'note']);
    expect(callsOf(reply)).toContainEqual({ command: 'article', values: { article: 'a2' } });
  });

  it('says that an empty library has nothing', async () => {
    const reply = await say(memoryLibrary(), { command: 'summary range', values: {} });
    expect(reply.tone).toBe('refusal');
  });
});

describe('/summary page', () => {
  it('is found by its number', async () => {
    const reply = await say(library, { command: 'summary page', values: { page: '2' } });
    expect(linesOf(reply)[0]).toBe('heading 晚报 02 · 2023年7月15日');
  });

  it('offers the pages that there are', async () => {
    const reply = await say(library, { command: 'summary page', values: { page: '晚报' } });
    expect(callsOf(reply)).toEqual([
      { command: 'summary page', values: { page: 'page.txt' } },
      { command: 'summary page', values: { page: 'b.txt' } },
    ]);
  });
});

describe('/ask', () => {
  it('hands on what is no question', async () => {
    const reply = await say(library, { command: 'ask', values: { question: '大桥那篇，一句话概括' } });
    expect(reply.command).toBe('summary article');
    expect(library.asked).toEqual([]);
  });

  it('keeps private what was asked in private', async () => {
    const values = { question: '总结所有文章', private: 'true' };
    expect(await say(library, { command: 'ask', values })).toMatchObject({
      command: 'summary range',
      audience: 'asker',
    });
  });

  it('lists the articles that nobody signed', async () => {
    const reply = await say(library, { command: 'ask', values: { question: '哪些文章没有署名？' } });
    expect(reply.command).toBe('articles');
    expect(linesOf(reply).join('\n')).toContain('小麦丰收');
    expect(linesOf(reply).join('\n')).not.toContain('大桥');
  });
});
