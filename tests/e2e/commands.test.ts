/** What people send, as it goes through the one door on the real pages. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Workplace } from '../../src/adapters/console/workplace.ts';
import { dispatch } from '../../src/app/dispatch.ts';
import type { Block, Reply, Text } from '../../src/app/reply.ts';
import type { Call } from '../../src/app/request.ts';
import { callOfLine } from '../../src/app/slash-line.ts';
import { openWorkplace } from '../../src/compose.ts';

const CORPUS = join(import.meta.dirname, '..', '..', 'corpus');
const SESSION = 'scenario';

let folder = '';
let workplace: Workplace;
let requests = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wenbao-commands-'));
  workplace = await openWorkplace(folder);
  await workplace.takeIn([CORPUS], { rebuild: false, onProgress: () => {} });
});
afterAll(async () => {
  await workplace.close();
  rmSync(folder, { recursive: true, force: true });
});

function send(call: Call): Promise<Reply> {
  requests += 1;
  return dispatch(
    {
      ...call,
      ...{ request: `r${requests}`, session: SESSION, at: requests },
      asker: { id: 'reader', locale: 'zh-CN', admin: false },
    },
    {
      library: workplace.library,
      registry: workplace.registry,
      onFault(fault) {
        throw fault;
      },
    },
  );
}

function say(line: string): Promise<Reply> {
  return send(callOfLine(line, workplace.registry));
}

function plain(text: Text): string {
  return text.map((part) => part.text).join('');
}

function textOf(block: Block): string {
  switch (block.kind) {
    case 'quote':
      return `${plain(block.text)}\n${plain(block.source)}`;
    case 'list':
      return block.items.map(({ text }) => plain(text)).join('\n');
    case 'table':
      return [block.caption ?? '', block.header.join(' '), ...block.rows.map((row) => row.join(' '))].join('\n');
    case 'facts':
      return block.facts.map(({ name, value }) => `${name} ${plain(value)}`).join('\n');
    case 'tree':
      return block.root.name;
    default:
      return plain(block.text);
  }
}

/** Everything that a reply and the screenfuls behind it say. */
async function wholeText(reply: Reply): Promise<string> {
  const own = reply.blocks.map(textOf).join('\n');
  const next = reply.paging?.next ?? null;
  return next === null ? own : `${own}\n${await wholeText(await send(next))}`;
}

/** The calls that a reply offers. */
function offers(reply: Reply): Call[] {
  return reply.blocks.flatMap((block) =>
    block.kind === 'list' ? block.items.flatMap(({ call }) => (call === undefined ? [] : [call])) : [],
  );
}

/** The entries of the first list. */
function listed(reply: Reply): string[] {
  const list = reply.blocks.find(({ kind }) => kind === 'list');
  return list?.kind === 'list' ? list.items.map(({ text }) => plain(text)) : [];
}

describe('a summary', () => {
  it('has at most three sentences where three were asked for (cmd-03)', async () => {
    const reply = await say('养老诈骗那篇，三句话以内概括');
    expect(reply.command).toBe('summary article');
    expect(listed(reply).length).toBeLessThanOrEqual(3);
    const text = await wholeText(reply);
    for (const fact of ['134人', '3个', '464个', '360个', '104个']) expect(text).toContain(fact);
  });

  it('drops no story of a day (cmd-05)', async () => {
    const reply = await say('把7月15日的新闻都概括一下');
    expect(reply.command).toBe('summary day');
    const text = await wholeText(reply);
    for (const name of ['杨琪琪', '丁倩倩', '衣涛', '周建亮', '周伟']) expect(text).toContain(name);
    expect(reply.blocks.filter(({ kind }) => kind === 'quote')).toHaveLength(6);
  });

  it('tells what somebody did in order of time (cmd-07)', async () => {
    const reply = await say('于玉最近都参加了什么活动？列个时间线');
    expect(reply.command).toBe('summary topic');
    const text = await wholeText(reply);
    const places = ['2022年', '7月14日、15日', '2024年', '2024年3月4日'].map((part) => text.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    for (const part of ['主持', '讲话', '全市组织部长会议', '巡察']) expect(text).toContain(part);
    expect(text).not.toContain('于昱');
    const quotes = reply.blocks.filter(({ kind }) => kind === 'quote');
    expect(quotes).toHaveLength(3);
    for (const quote of quotes) expect(textOf(quote)).toContain('于玉');
  });

  it('is of every story of a page (cmd-08)', async () => {
    const text = await wholeText(await say('总结整个003文件'));
    const stories = ['城市党建', '直播电商', '政务服务', '卡奥斯', '上合', '云展日', '大蒜', '青岛金花', '老城'];
    for (const story of stories) expect(text).toContain(story);
  });

  it('keeps to five hundred characters and the years apart (cmd-09)', async () => {
    const reply = await say('把全部资料浓缩成500字以内');
    const years = reply.blocks.flatMap((block) =>
      block.kind === 'heading' && block.level === 2 ? [textOf(block)] : [],
    );
    expect(years).toEqual(['2020年', '2022年', '2024年']);
    const characters = reply.blocks.flatMap((block) => (block.kind === 'list' ? [...textOf(block)] : []));
    expect(characters.length).toBeLessThanOrEqual(500);
    expect(characters.length).toBeGreaterThan(300);
    const sources = await Promise.all(
      offers(reply).map(async ({ values }) => (await workplace.library.article(values['article'] ?? ''))?.file),
    );
    expect(new Set(sources).size).toBe(5);
  });

  it('is a table of the figures where one was asked for (cmd-12)', async () => {
    const reply = await say('把317个项目那篇做成一个表格');
    const table = reply.blocks.find(({ kind }) => kind === 'table');
    const text = table === undefined ? '' : textOf(table);
    for (const figure of ['255个', '2337.3亿元', '876.2亿元', '180个', '82个', '64个']) expect(text).toContain(figure);
    expect(text.split('2337.3亿元')).toHaveLength(2);
  });

  it('is refused for an English name, with the way out (cmd-13)', async () => {
    const reply = await say('summarize the housing fund article in English please');
    expect(reply).toMatchObject({ command: 'summary article', tone: 'refusal' });
    expect(await wholeText(reply)).toContain('housing fund');
  });

  it('asks which article is meant instead of picking one (cmd-59)', async () => {
    const reply = await say('总结组织部那篇');
    expect(reply).toMatchObject({ command: 'summary article', tone: 'refusal' });
    const text = await wholeText(reply);
    expect(text).toContain('2022年度全市组织部门半年工作总结会议举行');
    expect(text).toContain('全市组织部长会议召开');
    expect(offers(reply).map(({ command }) => command)).toEqual(['summary article', 'summary article']);
    const [first] = offers(reply);
    expect(first === undefined ? null : (await send(first)).tone).toBe('answer');
  });
});

describe('a search', () => {
  it('finds what a reporter wrote (cmd-16)', async () => {
    const text = await wholeText(await say('/search 记者:周伟'));
    expect(text).toContain('国药药材');
    expect(text).toContain('张晋');
  });

  it('keeps to its days (cmd-17)', async () => {
    const text = await wholeText(await say('/search 关键词:崂山区 开始:2022-07-01 结束:2022-07-31'));
    for (const title of ['东华软件', '比拼实打实', '考核结果']) expect(text).toContain(title);
    expect(text).not.toContain('2024年3月4日');
  });

  it('lists the articles of some days (cmd-18)', async () => {
    const reply = await say('/search 开始:2024-03-01 结束:2024-03-31');
    expect(listed(reply)).toHaveLength(8);
    for (const entry of listed(reply)) expect(entry).toContain('2024年3月4日');
  });

  it.each([
    ['/search 关键词:火星移民', 'refusal', '火星移民'],
    ['/search 开始:2024-05-01 结束:2024-01-01', 'error', '晚于'],
    ['/search 关键词:', 'error', '例如'],
  ])('says plainly what is wrong with %s (cmd-20, 21, 23)', async (line, tone, part) => {
    const reply = await say(line);
    expect(reply.tone).toBe(tone);
    expect(await wholeText(reply)).toContain(part);
  });
});

describe('a list', () => {
  it('is of the articles that nobody signed (cmd-28)', async () => {
    const reply = await say('哪些文章没有署名记者？');
    expect(reply.command).toBe('articles');
    const titles = listed(reply).join('\n');
    for (const title of ['考核结果', '青岛金花', '以高科技高智能']) expect(titles).toContain(title);
    expect(titles).not.toContain('崂山党建');
    expect(listed(reply)).toHaveLength(3);
  });

  it('counts what the library holds (cmd-29)', async () => {
    const reply = await say('现在库里一共多少篇文章、多少字？');
    expect(reply.command).toBe('status');
    expect(await wholeText(reply)).toContain('文章 30');
  });
});

describe('the text as it was printed', () => {
  it('is told where the answer before comes from (cmd-31)', async () => {
    expect((await say('你刚才那句话出自哪里？')).tone).toBe('refusal');
    await say('青岛住房公积金累计收缴多少亿元？');
    const reply = await say('你刚才那句话出自哪里？');
    expect(reply).toMatchObject({ command: 'evidence', tone: 'answer' });
    const text = await wholeText(reply);
    for (const part of ['2547.26亿元', '2022年7月15日', '丁倩倩']) expect(text).toContain(part);
  });

  it('is shown with its tables (cmd-32)', async () => {
    const reply = await say('把摘星夺旗的考核表原样贴出来');
    expect(reply).toMatchObject({ command: 'article', tone: 'answer' });
    expect(reply.blocks.filter(({ kind }) => kind === 'table').length).toBeGreaterThan(1);
    const text = await wholeText(reply);
    for (const part of ['54.96', '19.38']) expect(text).toContain(part);
  });

  it('is whole and in order (cmd-34)', async () => {
    const reply = await say('给我看公积金那篇全文');
    expect(reply).toMatchObject({ command: 'article', tone: 'answer' });
    const text = await wholeText(reply);
    expect(text).toContain('丁倩倩');
    const [article] = await workplace.library.findArticles('公积金', 1);
    const places = (article?.blocks ?? []).map((block) => text.indexOf(block.text));
    expect(places.length).toBeGreaterThan(3);
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('says which articles a name may mean (cmd-60, asked for by /article)', async () => {
    const reply = await say('/article 上合示范区');
    expect(await wholeText(reply)).toContain('上合示范区打造青年创业国际孵化平台');
  });
});

describe('"stop"', () => {
  it('says that nothing is running (cmd-51)', async () => {
    const reply = await say('取消');
    expect(reply.tone).toBe('refusal');
    expect(await wholeText(reply)).toContain('没有正在进行的事');
  });
});
