import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/ingest/model.ts';
import type { SummaryLength, SummarySentence } from '../../src/summarize/model.ts';
import { summariseArticle, summariseArticles } from '../../src/summarize/summarise.ts';
import { article, block } from '../support/articles.ts';

const BRIDGE = article({
  id: 'bridge',
  title: '青湖大桥通车 总投资3.2亿元',
  blocks: [
    block(
      '本报5月8日讯 昨天上午，青湖大桥正式通车，总投资3.2亿元。大桥全长1280米，双向六车道，设计时速60公里。市委常委、副市长张明出席通车仪式。',
    ),
    block('据了解，大桥每天可通行车辆4.6万辆，从城东到城西的车程由40分钟缩短到12分钟。它还将带动沿岸的旅游。'),
    block('多年来，两岸居民一直盼望有一座桥。大家的心情十分激动，纷纷来到桥上拍照留念，处处洋溢着欢乐的气氛。'),
    block('青湖大桥通车现场。 李四 摄', 'caption'),
  ],
});

function shown(sentences: readonly SummarySentence[]): string {
  return sentences.map(({ text, before, after }) => `${before ? '…' : ''}${text}${after ? '…' : ''}`).join('');
}

function summaryOf(of: Article, length: SummaryLength): string {
  return shown(summariseArticle(of, { length }).sentences);
}

describe('a summary of one article', () => {
  it('says what the headline says, with its figures, and not how people felt', () => {
    const text = summaryOf(BRIDGE, { kind: 'characters', atMost: 60 });
    expect(text).toContain('青湖大桥正式通车');
    expect(text).toContain('3.2亿元');
    expect(text).not.toContain('心情');
  });

  it('leaves dateline, byline and captions out', () => {
    const text = summaryOf(BRIDGE, { kind: 'share', of: 1 });
    expect(text).not.toContain('本报');
    expect(text).not.toContain('李四');
    const signed = article({
      id: 'a',
      blocks: [block('本报讯（记者 王芳）图书馆昨天开馆。首日接待读者三千人次，借出图书九百册。')],
    });
    expect(summaryOf(signed, { kind: 'share', of: 1 })).toMatch(/^图书馆/);
  });

  it('takes whole sentences where sentences are asked for', () => {
    const { sentences } = summariseArticle(BRIDGE, { length: { kind: 'sentences', atMost: 2 } });
    expect(sentences).toHaveLength(2);
    expect(sentences.every(({ text, before, after }) => text.endsWith('。') && !before && !after)).toBe(true);
  });

  it.each(['它将带动旅游收入9亿元。', '但该项目投资9亿元。', '其中9亿元来自银行。', '他捐款9亿元。'])(
    'never says %s without the sentence before',
    (leaning) => {
      const of = article({
        id: 'a',
        title: '镇上建成新桥',
        blocks: [
          block(`镇上那条两旁都是卖各种各样东西的小店的老街从早到晚都有许多人来来往往。${leaning}镇上昨天建成新桥。`),
        ],
      });
      expect(summaryOf(of, { kind: 'characters', atMost: 26 })).not.toContain('9亿元');
    },
  );

  it('passes over words that only lead up to a statement', () => {
    const of = article({
      id: 'a',
      blocks: [block('据了解，水厂日供水30万吨。记者从水务局获悉，水厂服务居民52万人。水的味道很好。')],
    });
    const text = summaryOf(of, { kind: 'characters', atMost: 30 });
    expect(text).toContain('水厂日供水30万吨');
    expect(text).not.toMatch(/据了解|获悉/);
  });

  it('says a thing once that the page prints twice', () => {
    const twice = '水厂昨天开工，总投资9.6亿元，可供水30万吨。';
    const of = article({
      id: 'a',
      blocks: [block(twice), block(twice), block('工程由第二建设公司承担，工期24个月。')],
    });
    expect(summaryOf(of, { kind: 'share', of: 0.9 }).split('9.6亿元')).toHaveLength(2);
  });

  it('begins with the best rows of a table', () => {
    const text = '位次\t区\t得分\n1\t甲区\t90.5\n2\t乙区\t88.1\n3\t丙区\t70.2\n4\t丁区\t60.1';
    const rows = [
      ['1', '甲区', '90.5'],
      ['2', '乙区', '88.1'],
      ['3', '丙区', '70.2'],
      ['4', '丁区', '60.1'],
    ];
    const rowSpans = rows.map((row) => {
      const start = text.indexOf(row.join('\t'));
      return { start, end: start + row.join('\t').length };
    });
    const table = { caption: null, header: ['位次', '区', '得分'], rows, rowSpans };
    const of = article({ id: 'a', blocks: [block('各区成绩如下。'), { ...block(text, 'table'), table }] });
    const { sentences, figures } = summariseArticle(of, { length: { kind: 'characters', atMost: 40 } });
    expect(shown(sentences)).toContain('甲区\t90.5');
    expect(shown(sentences)).not.toContain('丁区');
    expect(figures[0]).toMatchObject({ value: '90.5', label: '甲区' });
  });

  it.each([
    ['one short sentence', '图书馆昨天开馆。'],
    ['no end mark', '图书馆昨天开馆'],
    ['nothing but an advert', '招聘启事'],
  ])('is the article itself where that is %s', (_name, text) => {
    const kind = text === '招聘启事' ? 'advert' : 'paragraph';
    expect(summaryOf(article({ id: 'a', blocks: [block(text, kind)] }), { kind: 'share', of: 0.25 })).toBe(text);
  });

  it('cuts a sentence without clauses rather than saying nothing', () => {
    const long = '水'.repeat(500);
    const { sentences } = summariseArticle(article({ id: 'a', blocks: [block(long)] }), {
      length: { kind: 'characters', atMost: 50 },
    });
    expect(sentences).toEqual([expect.objectContaining({ text: '水'.repeat(49), after: true })]);
  });

  it('is empty for an article without text', () => {
    expect(summariseArticle(article({ id: 'a' }), { length: { kind: 'share', of: 1 } })).toEqual({
      sentences: [],
      figures: [],
    });
  });
});

describe('key figures', () => {
  it.each([
    ['水厂累计供水42.5万吨。', '42.5万吨', '供水'],
    ['超3万户家庭用上热水。', '超3万户', '家庭用上热水'],
    ['图书馆购买426套新书。', '426套', '新书'],
  ])('%s says what is counted', (text, value, label) => {
    const { figures } = summariseArticle(article({ id: 'a', blocks: [block(text)] }), {
      length: { kind: 'share', of: 1 },
    });
    expect(figures[0]?.value).toBe(value);
    expect(figures[0]?.label).toContain(label);
    expect(figures[0]?.text).toContain(figures[0]?.label);
  });

  it('are as many as asked for, each value once', () => {
    const { figures } = summariseArticle(BRIDGE, { length: { kind: 'share', of: 0.5 }, figures: 2 });
    expect(figures).toHaveLength(2);
    expect(new Set(figures.map(({ value }) => value)).size).toBe(2);
  });
});

describe('a summary of several articles', () => {
  const other = article({
    id: 'school',
    title: '新学校开学',
    blocks: [block('昨天，城南新学校开学，首批招收学生620人。学校占地50亩，有教师48人。校长说，学校将开设游泳课。')],
  });
  const long = { length: { kind: 'characters', atMost: 70 } } as const;

  it('hears each of them where that is asked for', () => {
    const { sentences } = summariseArticles([BRIDGE, other], { ...long, everyArticle: true });
    expect(new Set(sentences.map((one) => one.article))).toEqual(new Set(['bridge', 'school']));
  });

  it('speaks of the words in focus', () => {
    const focus = [{ word: '游泳', weight: 2 }];
    expect(shown(summariseArticles([BRIDGE, other], { ...long, focus }).sentences)).toContain('游泳');
    expect(shown(summariseArticles([BRIDGE, other], long).sentences)).not.toContain('游泳');
  });

  it('takes no more of one article than asked for', () => {
    const wish = { length: { kind: 'sentences', atMost: 4 }, perArticle: 1 } as const;
    const { sentences } = summariseArticles([BRIDGE, other], wish);
    expect(sentences.map((one) => one.article)).toEqual(['bridge', 'school']);
  });

  it('tells what two papers both report once', () => {
    const again = { ...BRIDGE, id: 'again' };
    const { sentences } = summariseArticles([BRIDGE, again], { length: { kind: 'share', of: 0.5 } });
    const texts = sentences.map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
  });
});

describe('every summary', () => {
  const piece = fc.constantFrom(
    ...[
      '昨天',
      '水厂',
      '开工',
      '，',
      '。',
      '；',
      '：',
      '“',
      '”',
      '3.2亿元',
      '它',
      '但',
      '张明',
      '（',
      '）',
      '𠮷',
      '的',
      '投资',
      '\n',
      '——',
    ],
  );
  const text = fc.array(piece, { maxLength: 60 }).map((parts) => parts.join(''));
  const blocks = fc.array(
    text.map((one) => block(one)),
    { maxLength: 4 },
  );
  const length = fc.oneof(
    fc.record({ kind: fc.constant('characters' as const), atMost: fc.integer({ min: 0, max: 120 }) }),
    fc.record({ kind: fc.constant('share' as const), of: fc.double({ min: 0, max: 1, noNaN: true }) }),
    fc.record({ kind: fc.constant('sentences' as const), atMost: fc.integer({ min: 1, max: 5 }) }),
  );
  const given = fc.record({ blocks, length });

  it('is verbatim, in reading order, without overlaps, and never cut through a character', () => {
    fc.assert(
      fc.property(given, ({ blocks: all, length: wanted }) => {
        const { sentences, figures } = summariseArticle(article({ id: 'a', blocks: all }), { length: wanted });
        let last = { block: -1, end: 0 };
        for (const { block: at, span, text: said } of sentences) {
          expect(all[at]?.text.slice(span.start, span.end)).toBe(said);
          expect(said).not.toMatch(/\p{Surrogate}/u);
          expect(at > last.block || (at === last.block && span.start >= last.end)).toBe(true);
          last = { block: at, end: span.end };
        }
        for (const { block: at, span, value } of figures) {
          expect(all[at]?.text.slice(span.start, span.end)).toBe(value);
        }
      }),
    );
  });

  it('keeps to the length that was asked for', () => {
    fc.assert(
      fc.property(blocks, fc.integer({ min: 20, max: 120 }), (all, atMost) => {
        const text = summaryOf(article({ id: 'a', blocks: all }), { kind: 'characters', atMost });
        expect(text.length).toBeLessThanOrEqual(atMost);
      }),
    );
  });

  it('is not empty where there is a word to say, and always the same', () => {
    fc.assert(
      fc.property(given, ({ blocks: all, length: wanted }) => {
        const of = article({ id: 'a', blocks: all });
        const once = summariseArticle(of, { length: wanted });
        expect(summariseArticle(of, { length: wanted })).toEqual(once);
        if (all.some((one) => /水厂|投资/.test(one.text))) expect(once.sentences.length).toBeGreaterThan(0);
      }),
    );
  });
});
