import { describe, expect, it } from 'vitest';
import { layOutHeadline } from '../../src/ingest/headline.ts';
import { readLines } from '../../src/ingest/lines.ts';

function layOut(raw: string): (string | null)[] {
  const { kicker, title, subtitle } = layOutHeadline(readLines(raw));
  return [kicker, title, subtitle].map((part) => part?.text ?? null);
}

describe('layOutHeadline', () => {
  /** Headline block, then kicker, title, subtitle, and why. */
  const blocks: readonly (readonly [string, string, string | null, string, string | null])[] = [
    [
      'the first line unless something speaks against it',
      '比学赶超开新局\n\n全市半年工作总结会议举行',
      null,
      '比学赶超开新局',
      '全市半年工作总结会议举行',
    ],
    [
      'the marked line',
      '产业园将于明年竣工\n\n## 以高科技 创新生活\n\n总投资三亿元',
      '产业园将于明年竣工',
      '以高科技 创新生活',
      '总投资三亿元',
    ],
    [
      'the line with the higher mark',
      '## 稳扎稳打有干头\n\n# 三百个项目落地',
      '稳扎稳打有干头',
      '三百个项目落地',
      null,
    ],
    [
      'the first of two lines with the same mark',
      '## 城市党建搞活一座城\n\n## 基层党建与城市发展无缝衔接',
      null,
      '城市党建搞活一座城',
      '基层党建与城市发展无缝衔接',
    ],
    ['both halves of a marked couplet', '## 传承光荣传统\n## 助力创新发展', null, '传承光荣传统 助力创新发展', null],
    [
      'never a line that a dash ends',
      '# 完成两千家企业的法律体检——\n\n## 深化健康工作',
      '完成两千家企业的法律体检——',
      '深化健康工作',
      null,
    ],
    ['never a line that a dash begins', '# 攻坚精神\n\n## ——擂台赛侧记', null, '攻坚精神', '——擂台赛侧记'],
    [
      'below a label set apart by empty lines',
      '推进招商引资\n\n加快项目建设\n\n\n\n产业园主体封顶\n\n明年5月全部竣工，预计引入企业30家',
      '推进招商引资 加快项目建设',
      '产业园主体封顶',
      '明年5月全部竣工，预计引入企业30家',
    ],
    ['below the label of a column', '短评\n\n把好事办好', '短评', '把好事办好', null],
    [
      'below a label of two phrases',
      '关键之年看开局·项目建设亮点\n\n三百个项目落地',
      '关键之年看开局·项目建设亮点',
      '三百个项目落地',
      null,
    ],
    [
      'below a sentence full of figures',
      '打掉团伙3个,抓获134人;发现问题464个\n\n专项行动打击诈骗',
      '打掉团伙3个,抓获134人;发现问题464个',
      '专项行动打击诈骗',
      null,
    ],
    [
      'below a figure that stands alone',
      '总投资213亿元\n\n10个重点项目集中签约\n\n涵盖多个领域',
      '总投资213亿元',
      '10个重点项目集中签约',
      '涵盖多个领域',
    ],
    [
      'a couplet in one block, above a longer deck',
      '聚焦24条产业链\n全员招商顶格落实\n市工商联赴京开展推介,推动达成项目5个',
      null,
      '聚焦24条产业链 全员招商顶格落实',
      '市工商联赴京开展推介,推动达成项目5个',
    ],
    [
      'a couplet below a longer line',
      '我市举办创建文明典范城市工作培训班\n抓好抓实各项工作\n打好创建攻坚战',
      '我市举办创建文明典范城市工作培训班',
      '抓好抓实各项工作 打好创建攻坚战',
      null,
    ],
    [
      'a couplet below a sentence in two lines',
      '公积金制度建立三十周年，\n逐步构建起更加完善的体系\n累计收缴二千亿元\n四十万户家庭受益',
      '公积金制度建立三十周年， 逐步构建起更加完善的体系',
      '累计收缴二千亿元 四十万户家庭受益',
      null,
    ],
    ['a bulleted line is a deck', '# 三百个项目落地\n\n● 总投资三千亿元', null, '三百个项目落地', '● 总投资三千亿元'],
    [
      'one line with blanks, as it is',
      '药材项目 落地综保区 打造交易平台',
      null,
      '药材项目 落地综保区 打造交易平台',
      null,
    ],
    ['a line that is printed twice, once', '# 三百个项目落地\n\n三百个项目落地', null, '三百个项目落地', null],
    [
      'a line above a deck with a dash, as long as it is',
      '新桥建成通车\n——两岸居民出行',
      null,
      '新桥建成通车',
      '——两岸居民出行',
    ],
    [
      'a couplet in one line, and not the news below it',
      '厚植生态底色 绘就幸福画卷\n全市造林面积再创新高',
      null,
      '厚植生态底色 绘就幸福画卷',
      '全市造林面积再创新高',
    ],
    ['a kicker alone must be the title', '完成两千家企业的法律体检——', null, '完成两千家企业的法律体检——', null],
  ];

  it.each(blocks)('takes for the title %s', (_name, raw, kicker, title, subtitle) => {
    expect(layOut(raw)).toEqual([kicker, title, subtitle]);
  });

  it('has no title without lines', () => {
    expect(layOut('')).toEqual([null, null, null]);
  });

  it('keeps the places of both lines', () => {
    const raw = '聚焦产业链\n全员招商忙\n';
    const { title } = layOutHeadline(readLines(raw));
    expect(title?.pieces.map(({ start, end }) => raw.slice(start, end))).toEqual(['聚焦产业链', '全员招商忙']);
  });
});
