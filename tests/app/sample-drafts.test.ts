import { describe, expect, it } from 'vitest';
import { draftsOf } from '../../src/app/sample-drafts.ts';
import { article, block } from '../support/articles.ts';

function asked(text: string): (readonly string[])[] {
  const drafts = draftsOf(article({ id: 'a', title: '新闻', blocks: [block(text)] }));
  return drafts.map(({ kind, question, expected }) => [kind, question, expected]);
}

describe('draftsOf', () => {
  it.each([
    ['滨海大桥工程总投资42.5亿元。', 'money', '滨海大桥工程总投资多少亿元？', '42.5亿元'],
    ['据了解，中心广场夜市共设摊位320个，其中小吃摊位最多。', 'number', '中心广场夜市共设摊位多少个？', '320个'],
    ['7月14日，滨海大桥南段正式通车，市民可免费通行。', 'day', '滨海大桥南段正式通车是在哪一天？', '7月14日'],
    ['南湖区文旅局局长张晓明介绍，今年已办展览多场。', 'person', '南湖区文旅局局长是谁？', '张晓明'],
    ['全市港口工作会议昨日在滨海大厦召开，部署下半年工作。', 'place', '全市港口工作会议在哪里召开？', '滨海大厦'],
  ])('asks of “%s” a question of the kind %s', (sentence, kind, question, expected) => {
    expect(asked(sentence)).toEqual([[kind, question, expected]]);
  });

  it('asks who wrote an article, after all else', () => {
    const written = article({ id: 'a', title: '大桥通车', reporters: ['李明', '王芳'] });
    expect(draftsOf(written)).toEqual([
      { kind: 'writer', question: '《大桥通车》的记者是谁？', expected: '李明', article: 'a' },
    ]);
  });

  it.each([
    ['words that point back', '其中主桥工程部分总投资30亿元。'],
    ['no subject', '同比增长15万元。'],
    ['the last part of a list', '滨海大桥、中心广场夜市共设摊位320个。'],
    ['a sentence without an end', '滨海大桥工程总投资42.5亿元'],
    ['a torn quotation', '营”先后举办培训，滨海大桥工程总投资42.5亿元。'],
    ['a day without a number', '昨日，滨海大桥南段正式通车。'],
  ])('asks nothing of %s', (_what, sentence) => {
    expect(asked(sentence)).toEqual([]);
  });
});
