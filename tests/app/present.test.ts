import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleBlocks, confidenceWords, marked, sourceLine } from '../../src/app/present.ts';
import { wordingFor } from '../../src/app/wording.ts';
import { article, block } from '../support/articles.ts';

const wording = wordingFor('zh-CN');
const plain = (parts: readonly { readonly text: string }[]): string => parts.map(({ text }) => text).join('');

describe('marked', () => {
  it('marks what the spans cover', () => {
    expect(marked('大桥全长2547米。', [{ start: 4, end: 9 }])).toEqual([
      { text: '大桥全长', style: 'plain' },
      { text: '2547米', style: 'mark' },
      { text: '。', style: 'plain' },
    ]);
  });

  it('never loses or doubles a letter, whatever the spans are, and marks exactly what they cover', () => {
    const span = fc.record({ start: fc.nat(12), end: fc.nat(12) });
    fc.assert(
      fc.property(fc.string({ maxLength: 10 }), fc.array(span), (text, spans) => {
        const parts = marked(text, spans);
        expect(plain(parts)).toBe(text);
        expect(parts.map((part) => part.text)).not.toContain('');
        const styles = parts.flatMap(({ text: part, style }) => Array.from({ length: part.length }, () => style));
        const covered = (at: number): boolean => spans.some(({ start, end }) => start <= at && at < end);
        for (const [at, style] of styles.entries()) expect(style === 'mark').toBe(covered(at));
      }),
    );
  });
});

describe('sourceLine', () => {
  it('gives headline, paper, day and reporters', () => {
    const line = sourceLine(
      { title: '大桥通车', source: '晚报 01', date: '2022-07-15', reporters: ['李明', '王芳'] },
      wording,
    );
    expect(plain(line)).toBe('《大桥通车》 · 晚报 01 · 2022年7月15日 · 记者 李明、王芳');
  });

  it.each([
    ['2022-07', '《大桥通车》 · 2022年7月'],
    ['2022', '《大桥通车》 · 2022年'],
    [null, '《大桥通车》'],
  ])('leaves out what is not known (%s)', (date, expected) => {
    expect(plain(sourceLine({ title: '大桥通车', source: null, date }, wording))).toBe(expected);
  });

  it('says so where there is no headline', () => {
    expect(plain(sourceLine({ title: null, source: null, date: null }, wording))).toBe('（无标题）');
  });
});

describe('confidenceWords', () => {
  it.each([
    [0.95, '很有把握'],
    [0.8, '很有把握'],
    [0.6, '较有把握'],
    [0.3, '把握不大，请核对原文'],
  ])('says of %d: %s', (confidence, words) => {
    expect(confidenceWords(confidence, wording)).toBe(words);
  });
});

describe('articleBlocks', () => {
  it('shows heads, facts and text in reading order, each as what it is', () => {
    const table = { caption: '成绩', header: ['区', '分'], rows: [['东区', '9']], rowSpans: [{ start: 0, end: 4 }] };
    const given = article({
      id: 'a1',
      title: '大桥通车',
      kicker: '引题',
      subtitle: '副题',
      byline: '本报记者 李明',
      date: '2022-07-15',
      truncated: true,
      blocks: [
        block('第一段。'),
        block('小标题', 'crosshead'),
        block('图说', 'caption'),
        { ...block('东区\t9', 'table'), table },
        block('● 一条', 'list'),
      ],
    });
    const drawn = articleBlocks(given, wording).map((each) => {
      if (each.kind === 'facts') return each.facts.map(({ name, value }) => `${name}=${plain(value)}`).join(' ');
      if (each.kind === 'table') return `table ${each.caption}`;
      return 'text' in each ? `${each.kind} ${plain(each.text)}` : each.kind;
    });
    expect(drawn).toEqual([
      'note 引题',
      'heading 大桥通车',
      'note 副题',
      '出处=晚报 01 日期=2022年7月15日 署名=本报记者 李明 编号=a1',
      'text 第一段。',
      'heading 小标题',
      'note 图说',
      'table 成绩',
      'text ● 一条',
      'note （原页在这里中断，后文缺失。）',
    ]);
  });

  it('says below a paragraph that its rest is missing', () => {
    const given = article({
      id: 'a1',
      blocks: [{ ...block('会议强调，要'), breaksOff: true }, block('各区随即行动。')],
    });
    const drawn = articleBlocks(given, wording).flatMap((each) => ('text' in each ? [plain(each.text)] : []));
    expect(drawn.slice(-3)).toEqual(['会议强调，要', '（这一段在原页中断，下面的内容与它不相接。）', '各区随即行动。']);
  });
});
