import { describe, expect, it } from 'vitest';
import { analyseQuestion } from '../../src/answer/question.ts';
import type { TableMaterial } from '../../src/answer/table-sheet.ts';
import { askTables, namesAnother } from '../../src/answer/tables.ts';

const row = (...cells: string[]) => cells;

/** A league table with its rank printed, and a table whose rows belong to a group. */
const league: TableMaterial = {
  article: 'a',
  heading: '全省青年足球联赛积分榜',
  table: {
    caption: '积分榜',
    header: ['名次', '球队', '积分'],
    rows: [row('1', '东山市', '31.5'), row('2', '西河县', '28'), row('3', '南湖区', '27.25'), row('4', '北岭县', '19')],
    rowSpans: [],
  },
  passages: [11, 12, 13, 14],
};
const harvest: TableMaterial = {
  article: 'b',
  heading: '秋粮产量',
  table: {
    caption: null,
    header: ['作物', '县区', '产量', '评星'],
    rows: [
      row('玉米', '西河县', '40.2', '★★★'),
      row('玉米', '南湖区', '38.9', '★★'),
      row('玉米', '北岭县', '12.1', '★'),
    ],
    rowSpans: [],
  },
  passages: [21, 22, 23],
};

const ask = (text: string) => askTables(analyseQuestion(text), [league, harvest], () => 3);

describe('askTables', () => {
  it.each([
    ['足球联赛积分榜上，西河县得了多少分？', '28分', [1]],
    ['足球联赛积分榜上，西河得了多少分？', '28分', [1]],
    ['联赛积分最高的是哪支球队？', '东山市', [0]],
    ['联赛积分榜上垫底的是哪支球队？', '北岭县', [3]],
    ['联赛积分榜第三名是谁？', '南湖区', [2]],
    ['南湖区在联赛积分榜上排第几？', '第3', [2]],
    ['联赛积分，东山市比南湖区多多少分？', '4.25分', [0, 2]],
    ['联赛积分榜上西河县和南湖区谁的积分更高？', '西河县', [1, 2]],
    ['联赛中哪支球队得了27.25分？', '南湖区', [2]],
    ['秋粮玉米产量最低的是哪个县？', '北岭县', [2]],
    ['秋粮评星里南湖区拿了几颗星？', '★★', [1]],
  ])('answers %s with %s', (text, answer, rows) => {
    expect(ask(text)).toMatchObject({ text: answer, rows });
  });

  it.each([
    ['足球联赛积分榜上，排在西河县前面的是谁？', '东山市'],
    ['足球联赛积分榜上，仅次于西河县的是哪支球队？', '南湖区'],
    ['足球联赛积分榜前三名分别是哪些球队？', '东山市、西河县、南湖区'],
    ['足球联赛积分榜后两名是哪些球队？', '南湖区、北岭县'],
    ['足球联赛积分榜上，有几支球队的积分超过28？', '1支'],
    ['足球联赛积分榜上，有几支球队的积分不低于28？', '2支'],
    ['足球联赛积分榜上，哪些球队的积分不到28？', '南湖区、北岭县'],
    ['足球联赛积分榜上，积分最高的比最低的多多少分？', '12.5分'],
    ['足球联赛积分榜上，各队积分合计多少分？', '105.75分'],
  ])('answers %s with %s', (text, answer) => {
    expect(ask(text)?.text).toBe(answer);
  });

  it('shows what was reckoned', () => {
    expect(ask('联赛积分，东山市比南湖区多多少分？')?.calculation).toBe('31.5 − 27.25 = 4.25分');
  });

  it('shows the ranking down to the row that is asked for', () => {
    expect(ask('南湖区在联赛积分榜上排第几？')?.calculation).toMatch(/^东山市 \S+ → 西河县 \S+ → 南湖区 \S+：第3$/u);
  });

  it('is not asked about another year or quarter than its heading names', () => {
    const dated = { ...league, heading: `2023年二季度${league.heading}` };
    const asked = (text: string) => askTables(analyseQuestion(text), [dated], () => 3)?.text;
    expect(asked('2023年二季度联赛积分榜第三名是谁？')).toBe('南湖区');
    expect(asked('联赛积分榜第三名是谁？')).toBe('南湖区');
    expect(asked('2023年一季度联赛积分榜第三名是谁？')).toBeUndefined();
    expect(asked('2022年二季度联赛积分榜第三名是谁？')).toBeUndefined();
  });

  it('has no row before the first and none behind the last', () => {
    expect(ask('足球联赛积分榜上，排在东山市前面的是谁？')).toBeUndefined();
    expect(ask('足球联赛积分榜上，排在北岭县后面的是谁？')).toBeUndefined();
  });

  it('names all that are equal and not one of them', () => {
    const tie = {
      ...league,
      table: { ...league.table, rows: [row('1', '东山市', '31'), row('1', '西河县', '31'), row('3', '南湖区', '2')] },
    };
    expect(askTables(analyseQuestion('联赛积分最高的是哪支球队？'), [tie], () => 3)?.text).toBe('东山市、西河县');
  });

  it('adds nothing up where a cell is no number', () => {
    const gap = {
      ...league,
      table: {
        ...league.table,
        rows: [row('1', '东山市', '31'), row('2', '西河县', '20'), row('3', '南湖区', '9'), row('4', '北岭县', '缺')],
      },
    };
    expect(askTables(analyseQuestion('联赛积分榜上，各队积分合计多少分？'), [gap], () => 3)).toBeUndefined();
  });

  it('takes the unit that the table prints before the one of the question', () => {
    const money = {
      ...league,
      heading: '各县税收',
      table: { ...league.table, caption: '各县税收', header: ['名次', '县区', '税收（亿元）'] },
    };
    expect(askTables(analyseQuestion('西河县税收多少元？'), [money], () => 3)?.text).toBe('28亿元');
  });

  it('stays within the group of rows that the question names', () => {
    const grouped: TableMaterial = {
      ...harvest,
      table: {
        ...harvest.table,
        header: ['作物', '县区', '产量'],
        rows: [
          row('玉米', '西河县', '40.2'),
          row('玉米', '南湖区', '38.9'),
          row('玉米', '北岭县', '12.1'),
          row('大豆', '西河县', '3.2'),
          row('大豆', '南湖区', '8.9'),
          row('大豆', '北岭县', '2.1'),
        ],
      },
      passages: [21, 22, 23, 24, 25, 26],
    };
    expect(askTables(analyseQuestion('秋粮大豆产量最高的是哪个县区？'), [grouped], () => 3)?.text).toBe('南湖区');
    expect(askTables(analyseQuestion('秋粮玉米产量最高的是哪个县区？'), [grouped], () => 3)?.text).toBe('西河县');
  });

  it('never puts another row in the place of one that the table lacks', () => {
    expect(ask('足球联赛积分榜上，中原市得了多少分？')).toBeUndefined();
  });

  it('says how much of the question the rows and headings speak of', () => {
    const near = ask('足球联赛积分榜上，西河县得了多少分？')?.coverage ?? 0;
    const far = ask('博物馆去年接待游客最多的展厅在西河县排第几？')?.coverage ?? 0;
    expect(near).toBeGreaterThan(far);
  });
});

describe('namesAnother', () => {
  it.each([
    ['中原县得了多少分？', '西河县', true],
    ['西河县得了多少分？', '西河县', false],
    ['西河得了多少分？', '西河县', false],
    ['平均得了多少分？', '西河县', false],
  ])('knows of %s whether the row %s is another one', (text, name, other) => {
    expect(namesAnother(analyseQuestion(text), name)).toBe(other);
  });
});
