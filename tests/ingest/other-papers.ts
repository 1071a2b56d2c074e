/** Pages of other papers, each made to show one convention of heads and bylines, and how they are to be cut. Names and places are invented. */
import type { PaperCase } from './wanted.ts';

/** Heads, bylines, datelines. */
export const OTHER_PAPERS: readonly PaperCase[] = [
  [
    'two reports of the agency, each with its reporters behind the dateline',
    `两部门印发促进绿色消费实施方案

新华社北京7月1日电（记者张三、李四）国家发展改革委、商务部1日联合印发方案。

方案明确，要加快提升食品消费绿色化水平。

我国夏粮再获丰收

据新华社郑州7月1日电 记者从农业农村部获悉，全国夏粮收购已过八成。
`,
    [
      {
        title: '两部门印发促进绿色消费实施方案',
        byline: '记者张三、李四',
        dateline: '新华社北京7月1日电',
        paragraphs: 2,
      },
      { title: '我国夏粮再获丰收', dateline: '据新华社郑州7月1日电', paragraphs: 1 },
    ],
  ],
  [
    'a reporter between 本报讯 and the text, paragraphs indented and not parted',
    `　　市民中心举行开放日活动
　　本报讯 记者张三报道：昨日，市民中心举行开放日活动，吸引两千余名市民参观。
　　活动现场设置了咨询台。
`,
    [{ title: '市民中心举行开放日活动', byline: '记者张三报道', dateline: '本报讯', paragraphs: 2 }],
  ],
  [
    'lines of a printed column, a paragraph begun by its indent',
    `　　老城区供热改造工程启动
　　本报讯（记者 张三）昨日，记者从市
供热集团获悉，老城区供热改造工程正式
启动，预计今年十一月前完工，惠及居民
一万两千户。
　　据了解，此次改造涉及管网三十二公
里，总投资一点八亿元。
　　市民王女士说，希望今年冬天家里能
更暖和一些，改造期间的不便可以理解。
`,
    [{ title: '老城区供热改造工程启动', byline: '记者 张三', dateline: '本报讯', paragraphs: 3 }],
  ],
  [
    'the author in brackets on a line below the text',
    `社区食堂飘香老人笑开颜
中午时分，社区食堂里人头攒动。
“一荤两素才十块钱。”刘大妈说。
（记者 张三 通讯员 李四）
夜校课程上新年轻人抢报
今年夜校课程新增三十门，开课首日座无虚席。
（记者 王五）
`,
    [
      { title: '社区食堂飘香老人笑开颜', byline: '记者 张三 通讯员 李四', paragraphs: 2 },
      { title: '夜校课程上新年轻人抢报', byline: '记者 王五', paragraphs: 1 },
    ],
  ],
  [
    'the author in brackets at the end of the last sentence',
    `社区食堂飘香老人笑开颜

“一荤两素才十块钱。”刘大妈说。（记者 张三）

夜校课程上新年轻人抢报

今年夜校课程新增三十门，开课首日座无虚席。（王五）
`,
    [
      { title: '社区食堂飘香老人笑开颜', byline: '记者 张三', paragraphs: 1 },
      { title: '夜校课程上新年轻人抢报', byline: '王五', paragraphs: 1 },
    ],
  ],
  [
    'bylines above the headlines',
    `□记者 李华
港口吞吐量创新高
一季度，港口货物吞吐量突破一亿吨。
港口负责人表示，将继续优化服务。

□记者 王五
渔业增殖放流活动举行
六月六日，渔业增殖放流活动在码头举行。
`,
    [
      { title: '港口吞吐量创新高', byline: '记者 李华', paragraphs: 2 },
      { title: '渔业增殖放流活动举行', byline: '记者 王五', paragraphs: 1 },
    ],
  ],
  [
    'headline, byline, dateline and text run together in one line',
    `市博物馆新馆开放 首日接待观众八千人 □记者 张三
本报讯 昨日，市博物馆新馆正式开放。

全市重点项目集中开工
□滨海日报/观潮新闻记者 王涛 本报7月26日讯 今天上午，全市重点项目集中开工仪式举行。
`,
    [
      { title: '市博物馆新馆开放 首日接待观众八千人', byline: '记者 张三', dateline: '本报讯', paragraphs: 1 },
      { title: '全市重点项目集中开工', byline: '滨海日报/观潮新闻记者 王涛', dateline: '本报7月26日讯', paragraphs: 1 },
    ],
  ],
  [
    'a feature: label, kicker with a dash, headline, deck, byline in two lines, names in a third',
    `特别报道

从一片滩涂到一座新城——

湾区追潮人

——滨海新区建设十年纪实

□本报记者 李华 王五
本报通讯员 赵六
孙七 周八

清晨的码头，机器轰鸣。

敢为人先

十年前，这里还是一片滩涂。

久久为功

十年后，一座新城拔地而起。
`,
    [
      {
        title: '湾区追潮人',
        kicker: '特别报道 从一片滩涂到一座新城——',
        subtitle: '——滨海新区建设十年纪实',
        byline: '本报记者 李华 王五 本报通讯员 赵六 孙七 周八',
        paragraphs: 3,
        crossheads: ['敢为人先', '久久为功'],
      },
    ],
  ],
  [
    'a comment: label, headline, text, and its afterword',
    `短评

把好事办到群众心坎上

□李华

民生无小事。把群众的急难愁盼放在心上，才能赢得民心。

编后

一件件小事，折射出作风之变。
`,
    [{ title: '把好事办到群众心坎上', kicker: '短评', byline: '李华', paragraphs: 2, crossheads: ['编后'] }],
  ],
  [
    'a summary of one sentence above the byline',
    `智慧养老进万家

足不出户，一键呼叫，服务上门。

□本报记者 张三

早上八点，张大爷按下了床头的按钮。

不到十分钟，护理员就到了。
`,
    [{ title: '智慧养老进万家', byline: '本报记者 张三', paragraphs: 3 }],
  ],
];
