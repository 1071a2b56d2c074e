/** Further pages of other papers. Names and places are invented. */
import type { PaperCase } from './wanted.ts';

/** Bodies, tables, notices and what else surrounds an article. */
export const MORE_PAPERS: readonly PaperCase[] = [
  [
    'an official notice with numbered heads, a list and a signature',
    `# 关于开展安全检查的通知

各镇街、各部门：

为切实做好安全生产工作，现将有关事项通知如下。

## 一、检查范围

- 各类工业企业
- 商场、市场

## 二、工作要求

要加强领导，落实责任。

市安全生产委员会办公室
2023年6月1日
`,
    [{ title: '关于开展安全检查的通知', paragraphs: 3, crossheads: ['一、检查范围', '二、工作要求'] }],
  ],
  [
    'a picture news behind a gap, its byline below it and above the next headline',
    `渔港休渔期满开渔

本报讯（记者 张三）昨日零时，休渔期满，千余艘渔船出海。



入夏以来，海滨旅游持续升温，游客在沙滩上游玩。图为栈桥附近的人潮。

□ 记者 李四 报道

新校区九月启用

本报讯（记者 王五）市实验中学新校区将于九月启用。
`,
    [
      { title: '渔港休渔期满开渔', byline: '记者 张三', dateline: '本报讯', paragraphs: 1 },
      { title: null, byline: '记者 李四 报道', paragraphs: 1 },
      { title: '新校区九月启用', byline: '记者 王五', dateline: '本报讯', paragraphs: 1 },
    ],
  ],
  [
    'a headline torn from its text by another article; its figures tell whose text it is',
    `## 全市安排86个水利项目

● 总投资45.2亿元

总投资12亿元

## 三座水库同日开工

□记者 张三

本报7月14日讯 昨日，总投资12亿元的三座水库同日开工。

□记者 李四

本报7月14日讯 市水利局昨日印发名单，今年安排86个水利项目，总投资45.2亿元。
`,
    [
      {
        title: '全市安排86个水利项目',
        subtitle: '● 总投资45.2亿元',
        byline: '记者 李四',
        dateline: '本报7月14日讯',
        paragraphs: 1,
      },
      {
        title: '三座水库同日开工',
        kicker: '总投资12亿元',
        byline: '记者 张三',
        dateline: '本报7月14日讯',
        paragraphs: 1,
      },
    ],
  ],
  [
    'a lead printed behind the end: byline and lead first, the torn paragraph whole again',
    `# 古港新生

合理布局文创、餐饮、民宿等业态，三年来吸引游客百万。

### 修旧如旧守乡愁

老码头的石阶，一块也没有换。

□ 本报记者 张三

百年古港，如何新生？古港片区给出了答案。

管委会负责人介绍，按照规划，古港将
`,
    [{ title: '古港新生', byline: '本报记者 张三', paragraphs: 3, crossheads: ['修旧如旧守乡愁'] }],
  ],
  [
    'traditional script and the bylines of Taiwan',
    `台北捷運新線通車

【記者王小明／台北報導】台北捷運新線今天正式通車，首日湧入十萬人次。

捷運公司表示，未來一個月免費試乘。

高鐵票價擬調整

〔記者陳大文／高雄報導〕高鐵公司昨天宣布，票價擬調漲百分之五。
`,
    [
      { title: '台北捷運新線通車', byline: '記者王小明／台北報導', paragraphs: 2 },
      { title: '高鐵票價擬調整', byline: '記者陳大文／高雄報導', paragraphs: 1 },
    ],
  ],
  [
    'plain Markdown: headings of one level are articles',
    '# 春耕忙\n\n眼下正是春耕时节。\n\n# 茶香浓\n\n采茶工正忙着采摘新茶。\n\n# 古村新\n\n老房子焕发新生。\n',
    [
      { title: '春耕忙', paragraphs: 1 },
      { title: '茶香浓', paragraphs: 1 },
      { title: '古村新', paragraphs: 1 },
    ],
  ],
  [
    'plain Markdown: deeper headings part one article',
    '# 春耕忙\n\n眼下正是春耕时节。\n\n## 早动手\n\n农资已经备齐。\n\n## 争主动\n\n农机已经检修。\n',
    [{ title: '春耕忙', paragraphs: 3, crossheads: ['早动手', '争主动'] }],
  ],
  [
    'one plain article',
    '人工智能走进课堂\n\n近日，一堂人工智能课在市实验小学开讲。\n\n授课老师表示，课程深受欢迎。\n',
    [{ title: '人工智能走进课堂', paragraphs: 2 }],
  ],
  [
    'no headline at all',
    '昨天下午，一场暴雨袭击了市区。\n\n气象台发布了橙色预警信号。\n',
    [{ title: null, paragraphs: 2 }],
  ],
  [
    'a headline alone',
    '# 全市重点项目集中开工\n',
    [{ title: '全市重点项目集中开工', paragraphs: 0, crossheads: ['全市重点项目集中开工'] }],
  ],
  ['one line', '暴雨橙色预警信号已经解除', [{ title: null, paragraphs: 1 }]],
];
