import { describe, expect, it } from 'vitest';
import {
  type MadeSummary,
  type Summarised,
  summariseDays,
  summariseNamed,
  summarisePage,
  summariseTopic,
} from '../../src/app/summaries.ts';
import { nearestDays, readDays } from '../../src/app/summary-days.ts';
import { article, block } from '../support/articles.ts';
import { memoryLibrary } from '../support/memory-library.ts';

const bridge = article({
  id: 'a1',
  title: '跨江大桥建成通车',
  subtitle: '全市交通工作会议召开',
  date: '2022-07-15',
  blocks: [
    block('本市跨江大桥昨天建成通车，全长2547米，总投资35亿元。大桥分为两层，上层走汽车，下层走轻轨。'),
    block('施工单位先后投入1200名工人，用了四年时间。市民李小明说，过江时间缩短到五分钟。'),
    block('通车仪式在南岸举行。有关部门负责人、建设者代表和市民代表参加了仪式，现场气氛热烈。'),
  ],
});
const school = article({
  id: 'a2',
  title: '新学校九月开学',
  date: '2022-07-15',
  blocks: [block('新建的江南小学九月开学，计划招生360人，配备教师42人。校长张明明介绍了课程安排。')],
});
const harvest = article({
  id: 'a3',
  page: 'b.txt',
  file: 'b.txt',
  label: '002',
  title: '小麦丰收',
  date: '2023-07-15',
  blocks: [block('今年全市小麦总产量达到120万吨，比去年增长8%。农业部门表示，李小明培育的新品种表现突出。')],
});
const undated = article({
  id: 'a4',
  page: 'c.txt',
  file: 'c.txt',
  label: null,
  title: '启事',
  blocks: [block('本馆闭馆。')],
});
const library = memoryLibrary({ articles: [bridge, school, harvest, undated] });

function made(summarised: Summarised): MadeSummary {
  if (summarised.kind !== 'summary') throw new Error(`There is no summary but ${summarised.kind}.`);
  return summarised;
}

/** Whether every line stands in its article, as far as it is not left out. */
function isVerbatim({ lines }: MadeSummary): boolean {
  return lines.every((line) => {
    const text = line.article.blocks.map((each) => each.text).join('\n');
    return line.text.split('…').every((part) => text.includes(part));
  });
}

describe('the summary of an article', () => {
  it.each(['short', 'medium', 'long'] as const)('is verbatim and shorter than the article: %s', async (length) => {
    const summary = made(await summariseNamed('跨江大桥', { length }, library));
    expect(summary.lines.length).toBeGreaterThan(0);
    expect(isVerbatim(summary)).toBe(true);
    expect(summary.lines.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThan(summary.characters);
  });

  it('has as many sentences as were asked for, and no figures beside them', async () => {
    const summary = made(await summariseNamed('a1', { sentences: 1 }, library));
    expect(summary.lines).toHaveLength(1);
    expect(summary.figures).toEqual([]);
  });

  it('is found by the line below the headline', async () => {
    expect(made(await summariseNamed('交通工作会议', {}, library)).subject).toMatchObject({ article: { id: 'a1' } });
  });

  it('is refused with the nearest ones for a name that fits none', async () => {
    const found = await summariseNamed('大学', {}, library);
    expect(found).toMatchObject({ kind: 'no-article', name: '大学', near: [{ id: 'a1' }, { id: 'a2' }] });
  });
});

describe('the summary of days', () => {
  it('gives every article a line, in order of time', async () => {
    const summary = made(await summariseDays({}, {}, library));
    expect([...new Set(summary.lines.map((line) => line.article.id))]).toEqual(['a1', 'a2', 'a3', 'a4']);
    expect(isVerbatim(summary)).toBe(true);
  });

  it('takes a stretch of a long list', async () => {
    const summary = made(await summariseDays({}, { offset: 1, limit: 2 }, library));
    expect(summary.articles.map(({ id }) => id)).toEqual(['a2', 'a3']);
    expect(summary.total).toBe(4);
  });

  it('leaves out what has no day', async () => {
    const summary = made(await summariseDays({ from: '2022-01-01', to: '2023-12-31' }, {}, library));
    expect(summary.articles.map(({ id }) => id)).toEqual(['a1', 'a2', 'a3']);
  });

  it('keeps to the characters that were asked for', async () => {
    const summary = made(await summariseDays({}, { characters: 100 }, library));
    expect(summary.lines.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(100);
    expect(summary.counted).toBe(true);
  });

  it('offers the nearest days where there is nothing', async () => {
    const found = await summariseDays({ from: '2022-07-10', to: '2022-07-10' }, {}, library);
    expect(found).toMatchObject({ kind: 'no-days', near: [{ day: '2022-07-15', articles: 2 }] });
  });
});

describe('readDays', () => {
  it.each([
    ['2022-07-15', '2022-07-15', '2022-07-15'],
    ['2022年7月15日', '2022-07-15', '2022-07-15'],
    ['2022年7月', '2022-07-01', '2022-07-31'],
    ['2022', '2022-01-01', '2022-12-31'],
    ['7月15日', '2023-07-15', '2023-07-15'],
    ['７月15日', '2023-07-15', '2023-07-15'],
    ['七月十五日', '2023-07-15', '2023-07-15'],
    ['7-15', '2023-07-15', '2023-07-15'],
    ['7/15', '2023-07-15', '2023-07-15'],
    ['7月', '2023-07-01', '2023-07-31'],
    ['3月4日', '2023-03-04', '2023-03-04'],
    ['15日', '2023-07-15', '2023-07-15'],
    ['今天', '2023-07-15', '2023-07-15'],
    ['最新', '2023-07-15', '2023-07-15'],
  ])('reads %s', async (text, from, to) => {
    expect(await readDays(text, library)).toEqual({ from, to });
  });

  it('takes the newest year that has articles of that day', async () => {
    const older = memoryLibrary({ articles: [bridge, article({ id: 'x', date: '2023-03-04' })] });
    expect(await readDays('7-15', older)).toEqual({ from: '2022-07-15', to: '2022-07-15' });
  });

  it.each(['', '大桥', '7月15日开会的人', '2月30日', '13-45', '7月1日和7月15日各自'])(
    'knows no day in "%s"',
    async (text) => {
      expect(await readDays(text, library)).toBeNull();
    },
  );

  it('has no days of an empty library to offer', async () => {
    expect(await nearestDays({ from: '2022-07-15', to: '2022-07-15' }, memoryLibrary())).toEqual([]);
  });
});

describe('the summary of a page', () => {
  it.each(['b.txt', '002', '2', 'b', '晚报002', '晚报 002'])('is found by %s', async (name) => {
    const summary = made(await summarisePage(name, {}, library));
    expect(summary.articles.map(({ id }) => id)).toEqual(['a3']);
  });

  it('offers the pages that a name may mean', async () => {
    expect(await summarisePage('晚报', {}, library)).toMatchObject({
      kind: 'no-page',
      near: [{ file: 'page.txt' }, { file: 'b.txt' }, { file: 'c.txt' }],
    });
  });

  it('offers the pages that there are where none is called so', async () => {
    expect(await summarisePage('999', {}, library)).toMatchObject({ kind: 'no-page', near: [{}, {}, {}] });
  });
});

describe('the summary of a topic', () => {
  it('says of a person only what speaks of the person, in order of time', async () => {
    const summary = made(await summariseTopic('李小明', {}, library));
    expect(summary.articles.map(({ id }) => id)).toEqual(['a1', 'a3']);
    expect(summary.lines.map(({ text }) => text).join('')).toContain('过江时间缩短到五分钟');
    expect(summary.lines.map(({ text }) => text).join('')).not.toContain('通车仪式');
    expect(isVerbatim(summary)).toBe(true);
  });

  it('keeps to its days', async () => {
    const summary = made(await summariseTopic('李小明', { from: '2023-01-01' }, library));
    expect(summary.articles.map(({ id }) => id)).toEqual(['a3']);
  });

  it('is refused where nothing speaks of it', async () => {
    expect(await summariseTopic('火星移民', {}, library)).toEqual({ kind: 'no-topic', words: '火星移民', near: [] });
  });

  it('offers what speaks of it at another time', async () => {
    const found = await summariseTopic('李小明', { from: '2024-01-01' }, library);
    expect(found).toMatchObject({ kind: 'no-topic', near: [{ id: 'a1' }, { id: 'a3' }] });
  });

  it('does not say the same twice', async () => {
    const again = { ...bridge, id: 'b1', date: '2022-07-16' };
    const twice = memoryLibrary({ articles: [bridge, again] });
    const summary = made(await summariseTopic('大桥', {}, twice));
    const texts = summary.lines.map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
    expect(summary.lines.every((line) => line.article.id === 'a1')).toBe(true);
  });
});
