import { describe, expect, it } from 'vitest';
import { findLineEnds, mendLineEnds } from '../../src/ingest/line-ends.ts';
import { type Line, readLines } from '../../src/ingest/lines.ts';

const mend = (lines: readonly Line[]) => mendLineEnds(lines, findLineEnds(lines));
const textsOf = (raw: string): string[] => readLines(raw).map((line) => line.text);

describe('readLines', () => {
  const marks: readonly (readonly [string, string, object])[] = [
    ['# 题', '题', { level: 1 }],
    ['###   题  ', '题', { level: 3 }],
    ['##题', '题', { level: 2 }],
    ['#话题#', '#话题#', { level: 0 }],
    ['> 引文', '引文', { level: 0 }],
    ['> > ## 引文里的题', '引文里的题', { level: 2 }],
    ['- 一项', '一项', { listed: true }],
    ['**粗体**', '粗体', { bold: true }],
    ['**率**达九成', '率达九成', { bold: false }],
    ['满意**率**达**九成**', '满意率达九成', { bold: false }],
    ['2**3', '2**3', { bold: false }],
    ['\u3000\u3000正文', '正文', { indent: 4 }],
    ['\ufeff正文\u200b ', '正文', {}],
  ];

  it.each(marks)('reads %j as %j', (raw, text, hints) => {
    const [line] = readLines(raw);
    expect(line).toMatchObject({ text, ...hints });
    expect(line?.pieces.map(({ start, end }) => raw.slice(start, end)).join('')).toBe(text);
  });

  it('takes every line end, also that of a page', () => {
    expect(textsOf('甲\r\n乙\r丙\n丁\f戊\u2028己')).toEqual(['甲', '乙', '丙', '丁', '戊', '己']);
  });

  it('counts empty lines before a line, and a rule for two', () => {
    expect(readLines('甲\n\n\n乙\n丙\n\n---\n丁').map((line) => line.gap)).toEqual([0, 2, 0, 3]);
  });

  it('leaves out what holds no word', () => {
    expect(textsOf('甲\n——\n***\n![图](a.png)\n。\n乙')).toEqual(['甲', '乙']);
  });
});

describe('mendLineEnds', () => {
  const mended = (raw: string): string[] => mend(readLines(raw)).lines.map((line) => line.text);
  const column = [
    '　　今年以来，全市聚焦重点任务，强化',
    '责任落实，各项工作取得明显成效，为',
    '下半年工作开了好头。',
    '　　会议要求，要坚持问题导向，压实工',
  ];

  it('joins the lines of a printed column up to the next indent', () => {
    expect(mended([...column, ...column].join('\n'))).toEqual([
      '今年以来，全市聚焦重点任务，强化责任落实，各项工作取得明显成效，为下半年工作开了好头。',
      '会议要求，要坚持问题导向，压实工',
      '今年以来，全市聚焦重点任务，强化责任落实，各项工作取得明显成效，为下半年工作开了好头。',
      '会议要求，要坚持问题导向，压实工',
    ]);
  });

  it('leaves lines of many widths alone', () => {
    const lines = [
      '甲地通车',
      '本报讯 今天甲地通车。',
      '市民纷纷前来体验，感受家门口的便利与变化。',
      '乙地开渔',
      '千余艘渔船出海。',
    ];
    expect(mended(lines.join('\n'))).toEqual(lines);
  });

  it('takes out blanks that come every twenty characters, but not those of a byline', () => {
    const line =
      '始终坚持把服务放在首位不断优化 营商环境推动业务流程再造今年以 来先后推出二十余项措施受到企业 普遍欢迎满意度达到了九成以上。';
    const { lines, torn } = mend(readLines(`${line}\n${line}\n（张三 李四）`));
    expect(torn).toBe(true);
    expect(lines.map((one) => one.text)).toEqual([line.replaceAll(' ', ''), line.replaceAll(' ', ''), '（张三 李四）']);
  });

  it('leaves single blanks alone, which mean something', () => {
    const line = `《关于实字当头 干字为先 大力锻造队伍的意见》${'印发以来各地各部门迅速行动'.repeat(4)}。`;
    expect(mend(readLines(line))).toMatchObject({ torn: false, lines: [{ text: line }] });
  });
});
