import { describe, expect, it } from 'vitest';
import { readPage } from '../../src/ingest/read-page.ts';
import { MORE_PAPERS } from './more-papers.ts';
import { OTHER_PAPERS } from './other-papers.ts';
import { articlesOf, pageOf, textsOf } from './pages.ts';
import type { Wanted } from './wanted.ts';

function cut(text: string): Wanted[] {
  return articlesOf(text).map((article) => {
    const { title, kicker, subtitle, byline, dateline } = article;
    const crossheads = textsOf(article, 'crosshead');
    return {
      title,
      ...(kicker === null ? {} : { kicker }),
      ...(subtitle === null ? {} : { subtitle }),
      ...(byline === null ? {} : { byline }),
      ...(dateline === null ? {} : { dateline }),
      paragraphs: textsOf(article, 'paragraph').length,
      ...(crossheads.length === 0 ? {} : { crossheads }),
    };
  });
}

describe('a page', () => {
  it.each([...OTHER_PAPERS, ...MORE_PAPERS])('is cut: %s', (_name, text, wanted) => {
    expect(cut(text)).toEqual(wanted);
  });

  it.each(['', '\n \n', '——', '□', '#', '（', '|||', '\t\t\t'])('that holds no word (%j) has no article', (text) => {
    expect(articlesOf(text).filter((article) => /\p{Script=Han}/u.test(JSON.stringify(article)))).toEqual([]);
  });

  it('puts the lead that stands behind the end before the text', () => {
    const [, text] = [...OTHER_PAPERS, ...MORE_PAPERS].find(([name]) => name.startsWith('a lead printed behind')) ?? [
      '',
      '',
    ];
    expect(textsOf(articlesOf(text)[0], 'paragraph')).toEqual([
      '百年古港，如何新生？古港片区给出了答案。',
      '管委会负责人介绍，按照规划，古港将合理布局文创、餐饮、民宿等业态，三年来吸引游客百万。',
      '老码头的石阶，一块也没有换。',
    ]);
  });

  it('keeps the lines of the house findable and out of the text', () => {
    const [article] = articlesOf(`滨海日报
2022年7月15日 星期五 农历六月十七
第3版 要闻

录取工作启动
本报7月14日讯 今年录取工作启动。（下转第四版）
责任编辑：张三 美编：李四
扫描二维码关注本报客户端
`);
    expect(article).toMatchObject({
      title: '录取工作启动',
      dateline: '本报7月14日讯',
      date: '2022-07-14',
      truncated: true,
    });
    expect(textsOf(article, 'advert')).toEqual([
      '滨海日报',
      '2022年7月15日 星期五 农历六月十七',
      '第3版 要闻',
      '责任编辑：张三 美编：李四',
      '扫描二维码关注本报客户端',
    ]);
    expect(textsOf(article, 'paragraph')).toEqual(['本报7月14日讯 今年录取工作启动。（下转第四版）']);
  });

  it('takes a caption out of the sentence that it stands in, also within one line', () => {
    const whole = '今年前五个月，港口完成海铁联运箱量八十万标箱，为内陆企业搭建起黄金通道。';
    const apart =
      '今年前五个月，港口完成海铁联运箱量八十万标箱，\n\n■货轮靠泊码头。 陈五 摄\n\n为内陆企业搭建起黄金通道。\n';
    const within = '今年前五个月，港口完成海铁联运箱量八十万标箱，■货轮靠泊码头。 陈五 摄 为内陆企业搭建起黄金通道。\n';
    for (const text of [apart, within]) {
      const [article] = articlesOf(`港口通畅\n\n□记者 张三\n\n${text}`);
      expect(textsOf(article, 'paragraph')).toEqual([whole]);
      expect(textsOf(article, 'caption')).toEqual(['■货轮靠泊码头。 陈五 摄']);
    }
  });

  it('keeps a paragraph that is printed twice once, and remembers both places', () => {
    const twice = '下一步，将健全招商台账，做好任务分解、项目分工，跟进项目抓好落实。';
    const text = `招商再加力\n\n□记者 张三\n\n${twice}\n\n${twice}\n`;
    const [block] = articlesOf(text)[0]?.blocks ?? [];
    expect(block?.text).toBe(twice);
    expect(block?.copies).toEqual([{ start: text.lastIndexOf(twice), end: text.lastIndexOf(twice) + twice.length }]);
  });

  it('keeps what a torn paragraph repeats of its first half once', () => {
    const text =
      '招商再加力\n\n□记者 张三\n\n全市共有产业类项目一百八十个，占比过半，其中重点项目二百余个，\n\n其中重点项目二百余个，总投资两千亿元。\n';
    expect(textsOf(articlesOf(text)[0], 'paragraph')).toEqual([
      '全市共有产业类项目一百八十个，占比过半，其中重点项目二百余个，总投资两千亿元。',
    ]);
  });

  it('joins no verse, whose lines have no end marks', () => {
    const lines = ['白日依山尽', '黄河入海流', '欲穷千里目', '更上一层楼', '千山鸟飞绝', '万径人踪灭', '孤舟蓑笠翁'];
    expect(articlesOf(`古诗新读\n\n□记者 张三\n\n${lines.join('\n')}\n`)[0]?.blocks.map((block) => block.text)).toEqual(
      lines,
    );
  });

  it('takes the blanks of old line ends out of the text where they come line by line, and only there', () => {
    const torn = `港口作风建设走笔

港口自建成以来始终坚持把服务放在 首位不断优化营商环境推动业务流程 再造今年以来先后推出二十余项措施 受到企业普遍欢迎满意度达到九成。

围绕提升效能各科室主动作为把问题 解决在一线把矛盾化解在萌芽形成了 比学赶超的浓厚氛围干部职工精神面 貌焕然一新为港口发展注入新动力。

（张三 李四）
`;
    const [article] = articlesOf(torn);
    expect(textsOf(article, 'paragraph').join('')).not.toContain(' ');
    expect(article?.byline).toBe('张三 李四');
    expect(
      textsOf(
        articlesOf('意见出台\n\n□记者 张三\n\n《关于实字当头 干字为先 大力锻造队伍的意见》出台。\n')[0],
        'paragraph',
      ),
    ).toEqual(['《关于实字当头 干字为先 大力锻造队伍的意见》出台。']);
  });

  it('warns of what an editor should look at', () => {
    const text = '# 春潮涌\n\n□记者 张三\n\n本报讯 正文到此为止，后面\n';
    expect(readPage(pageOf(text)).warnings).toEqual([{ code: 'breaks-off', details: { article: '春潮涌' } }]);
    expect(readPage(pageOf('暴雨预警解除。\n')).warnings).toEqual([
      { code: 'no-headline', details: { beginning: '暴雨预警解除。' } },
    ]);
    expect(readPage(pageOf('# 全市重点项目集中开工\n')).warnings).toEqual([
      { code: 'no-text', details: { article: '全市重点项目集中开工' } },
    ]);
  });
});
