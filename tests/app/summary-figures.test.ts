import { describe, expect, it } from 'vitest';
import type { Block, ListItem } from '../../src/app/reply.ts';
import type { FigureLine } from '../../src/app/summaries.ts';
import { figureBlocks } from '../../src/app/summary-figures.ts';
import { wordingFor } from '../../src/app/wording.ts';
import { article, block } from '../support/articles.ts';

const WORDING = wordingFor('zh-CN');
const TEXT = '水厂昨天投产，日供水量4万吨，总投资2.5亿元。职工共有120人。';
const PLANT = article({ id: 'plant', title: '水厂投产', blocks: [block(TEXT)] });

/** The figure of a value and the clause that holds it. */
function figure(value: string, clause: string, of = PLANT): FigureLine {
  const text = of.blocks[0]?.text ?? '';
  const [start, from] = [text.indexOf(value), text.indexOf(clause)];
  return {
    ...{ article: of, block: 0, value, label: '数', text: clause },
    span: { start, end: start + value.length },
    place: { start: from, end: from + clause.length },
  };
}

function itemsOf(blocks: readonly Block[]): readonly ListItem[] {
  return blocks.flatMap((each) => (each.kind === 'list' ? each.items : []));
}

/** The items as one line each, what is marked in brackets. */
function lines(figures: readonly FigureLine[]): string[] {
  return itemsOf(figureBlocks(figures, WORDING, false)).map(({ text }) =>
    text.map(({ text: said, style }) => (style === 'mark' ? `【${said}】` : said)).join(''),
  );
}

describe('the numbers of a summary', () => {
  it('stand in the words of their clause, without its end mark', () => {
    expect(lines([figure('120人', '职工共有120人。')])).toEqual(['职工共有【120人】']);
  });

  it('of overlapping clauses stand together, where the first of them does', () => {
    const clause = '日供水量4万吨，总投资2.5亿元';
    const figures = [
      figure('2.5亿元', clause),
      figure('120人', '职工共有120人。'),
      figure('4万吨', clause.slice(0, 8)),
    ];
    expect(lines(figures)).toEqual(['日供水量【4万吨】，总投资【2.5亿元】', '职工共有【120人】']);
  });

  it('of a clause that is too long to be read at a glance come with what they count', () => {
    const long = `${'绿树成荫的'.repeat(20)}园区有9栋楼`;
    const of = article({ id: 'park', title: '园区', blocks: [block(long)] });
    expect(lines([figure('9栋', long, of)])).toEqual(['数 【9栋】']);
  });

  it('name their article where there are several', () => {
    const other = article({ id: 'b', title: '学校', blocks: [block('学校有48名教师')] });
    expect(lines([figure('120人', '职工共有120人'), figure('48名', '学校有48名教师', other)])).toEqual([
      '职工共有【120人】 · 《水厂投产》',
      '学校有【48名】教师 · 《学校》',
    ]);
  });

  it('are a table of what they count where that is asked for, and nothing where there are none', () => {
    const [table] = figureBlocks([figure('4万吨', '日供水量4万吨')], WORDING, true);
    expect(table).toMatchObject({ kind: 'table', rows: [['数', '4万吨']] });
    expect(figureBlocks([], WORDING, false)).toEqual([]);
  });
});
