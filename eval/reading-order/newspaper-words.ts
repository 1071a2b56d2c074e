/** What stands on a newspaper page beside its news: names, labels, slogans, credits. All of it is invented. */

/** People who write and take pictures. */
export const PEOPLE = [
  '王海涛',
  '李文静',
  '陈思远',
  '刘栋',
  '赵明轩',
  '孙晓',
  '周雨桐',
  '吴浩然',
  '郑洁',
  '冯立',
] as const;

/** Bylines; `A`, `B` and `C` stand for people. */
export const BYLINES = [
  '□本报记者 A',
  '□本报记者 A B',
  '□ 记者 A 报道',
  '□滨海日报/观潮新闻记者 A B',
  '本报记者 A 通讯员 B',
  '□本报记者 A\n本报通讯员 B C',
  '□记者 A 通讯员 B 报道',
] as const;

/** Bylines that stand in brackets behind a dateline, or close the text. */
export const BRACKETED = ['（记者 A）', '（记者 A 通讯员 B）', '（A B）'] as const;

/** Labels of columns and series. */
export const LABELS = ['今日聚焦', '特别报道', '【新闻链接】', '权威发布', '看变化·新气象', '深度报道'] as const;

/** Headlines that say nothing but how well all goes; the news itself stands in the deck. */
export const SLOGANS = [
  '凝心聚力谋发展 真抓实干开新局',
  '锚定目标不松劲 乘势而上启新程',
  '以实干担当促发展 以优质服务暖民心',
  '党建引领聚合力 乡村振兴谱新篇',
  '厚植生态底色 绘就幸福画卷',
  '传承红色基因 汇聚奋进力量',
] as const;

/** Captions; `S` is what the picture shows. */
export const CAPTIONS = [
  '▲S。 A 摄',
  '■S。本报记者 A 摄',
  '图为S。',
  '图为S。 A 摄',
  'S。（资料图片）',
  '▲S。 通讯员 B 供图',
] as const;

/** Notes that a text goes on on another page. */
export const JUMPS = ['（下转第3版）', '（下转第二版）', '▲▲下转A04版', '（下转4版）'] as const;

/** Notes that a text comes from another page. */
export const COMES_FROM = ['（上接第一版）', '（上接第1版）', '▲▲上接A01版'] as const;

/** What the paper says about itself at the foot of a page. */
export const FOOTS = [
  '责任编辑：A 美编：B 校对：C',
  '更多精彩内容请关注滨海日报客户端',
  '新闻热线：0532-80000000',
  '编辑 A 美编 B 审读 C',
] as const;

/** What stands at the head of a page. */
export const MASTHEADS = ['滨海日报', '2023年8月16日 星期三 要闻', '第3版 要闻', '03版·综合'] as const;

/** Rules between articles. */
export const RULES = ['————————————', '━━━━━━━━', '* * *', '----------'] as const;

/** Numbers of the sections of a long feature; `N` is a Chinese figure. */
export const SECTION_NUMBERS = ['', '', 'N、', '亮点N\n', '案例N\n'] as const;
