/** What we say of summaries in simplified Chinese; the other languages are typed by this one. */

/** Simplified Chinese. */
export const summaryZhCN = {
  everything: '全部资料',
  fromTo: (from: string, to: string): string => (to === '' ? `${from}起` : `${from}至${to}`),
  undated: '日期不详',
  articles: (count: number): string => `${count} 篇`,
  figures: '关键数字',
  figureLabel: '项目',
  figureValue: '数值',
  /** Parts of the note below a summary; `characters` of the articles, `shown` of the summary. */
  ofAll: (total: number): string => `一共 ${total} 篇，这里 `,
  made: (articles: number, characters: number, shown: number): string =>
    `${articles} 篇，原文 ${characters} 字 → ${shown} 字。`,
  verbatim: '句子照录原文，不改写，也不翻译。',
  noArticle: (name: string): string => `没有找到叫“${name}”的文章，所以没有概括。请写出标题里的几个字（中文）。`,
  whichArticle: (name: string): string => `不能确定“${name}”是哪一篇。要概括的是不是：`,
  noTopic: (words: string): string => `报纸里没有写到“${words}”，所以没有可以概括的。换个词再试试。`,
  topicOtherTime: (words: string): string => `这段时间里的报纸没有写到“${words}”。写到的有：`,
  noDays: (days: string): string => `资料库里没有${days}的文章。最近的有：`,
  noArticles: '资料库里还没有文章，请先收入报纸页面。',
  whichPage: (name: string): string => `不能确定“${name}”是哪个版面。要概括的是不是：`,
  tooMany: '这段时间里的文章太多，一次概括不完。请把开始和结束的日期靠近一些。',
};

/** Everything that is said of summaries, in one language. */
export type SummaryWording = typeof summaryZhCN;
