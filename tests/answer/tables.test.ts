import { describe, expect, it } from 'vitest';
import { analyseQuestion } from '../../src/answer/question.ts';
import type { TableMaterial } from '../../src/answer/table-sheet.ts';
import { askTables } from '../../src/answer/tables.ts';

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

  it('never puts another row in the place of one that the table lacks', () => {
    expect(ask('足球联赛积分榜上，中原市得了多少分？')).toBeUndefined();
  });

  it('says how much of the question the rows and headings speak of', () => {
    const near = ask('足球联赛积分榜上，西河县得了多少分？')?.coverage ?? 0;
    const far = ask('博物馆去年接待游客最多的展厅在西河县排第几？')?.coverage ?? 0;
    expect(near).toBeGreaterThan(far);
  });
});
