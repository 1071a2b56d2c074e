import { describe, expect, it } from 'vitest';
import { readLines } from '../../src/ingest/lines.ts';
import { cellsOf, findTables, readTable } from '../../src/ingest/tables.ts';

const tableOf = (raw: string) => readTable(raw, readLines(raw), '一、综合成绩').table;

const PLAIN = '位次\t区市\t得分\n1\t东区\t90.00\n2\t西区\t88.12\n';
const GROUPED = '板块\t区市\t得分\n经济\t东区\t54.96\n\t西区\t52.43\n\t南区\t52.40\n';
const SHORT = '板块\t区市\t得分\n经济\t东区\t54.96\n西区\t52.43\n建设\t南区\t19.38\n北区\t19.25\n';
const BARS = '| 区市 | 得分 |\n| --- | ---: |\n| **东区** | 90 |\n| 西区 | 88 |\n';

describe('readTable', () => {
  it('reads header and rows', () => {
    expect(tableOf(PLAIN)).toMatchObject({
      caption: '一、综合成绩',
      header: ['位次', '区市', '得分'],
      rows: [
        ['1', '东区', '90.00'],
        ['2', '西区', '88.12'],
      ],
    });
  });

  it.each([
    ['an empty cell', GROUPED, ['经济', '经济', '经济']],
    ['a missing cell', SHORT, ['经济', '经济', '建设', '建设']],
  ])('repeats what spans several rows, left out as %s', (_name, raw, groups) => {
    const { rows } = tableOf(raw);
    expect(rows.map((row) => row[0])).toEqual(groups);
    expect(rows.every((row) => row.length === 3)).toBe(true);
  });

  it('reads the bars of Markdown', () => {
    expect(tableOf(BARS)).toMatchObject({
      header: ['区市', '得分'],
      rows: [
        ['东区', '90'],
        ['西区', '88'],
      ],
    });
  });

  it('has no header where the first row holds a number', () => {
    expect(tableOf('东区\t90\n西区\t88\n')).toMatchObject({
      header: [],
      rows: [
        ['东区', '90'],
        ['西区', '88'],
      ],
    });
  });

  it('does not take a row that lacks its last cell for the rest of a group', () => {
    expect(tableOf('区市\t得分\t星级\n东区\t90\t★★\n西区\t88\n').rows[1]).toEqual(['西区', '88']);
  });

  it.each([PLAIN, GROUPED, SHORT, BARS])('knows where each row stands in %j', (raw) => {
    const { made, table } = readTable(raw, readLines(raw), null);
    for (const [row, { start, end }] of table.rowSpans.entries()) {
      const printed = made.text
        .slice(start, end)
        .split(/[\t|]/)
        .map((cell) => cell.trim())
        .filter((cell) => cell !== '');
      expect(table.rows[row]?.slice(-printed.length)).toEqual(printed);
    }
  });
});

describe('findTables', () => {
  it('finds tables among lines, each up to a gap or its own header again', () => {
    const raw = `正文。\n${PLAIN}\n${PLAIN}\n\n\n${PLAIN}正文。\n`;
    expect(findTables(raw, readLines(raw))).toEqual([
      { start: 1, end: 4 },
      { start: 4, end: 7 },
      { start: 7, end: 10 },
    ]);
  });

  it('takes a lone line with tabs for text', () => {
    expect(findTables('正文\t还是正文。\n', readLines('正文\t还是正文。\n'))).toEqual([]);
  });
});

describe('cellsOf', () => {
  it.each([
    ['\t东区\t90', ['', '东区', '90']],
    ['东区\t\t90\t', ['东区', '', '90']],
    ['\t一段缩进的正文。', undefined],
    [`东区\t${'很长'.repeat(99)}`, undefined],
  ])('reads %j', (raw, cells) => {
    const [line] = readLines(raw);
    expect(line && cellsOf(raw, line)).toEqual(cells);
  });
});
