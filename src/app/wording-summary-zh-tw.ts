/** What we say of summaries in traditional Chinese. */
import type { SummaryWording } from './wording-summary-zh-cn.ts';

/** Traditional Chinese. */
export const summaryZhTW: SummaryWording = {
  everything: '全部資料',
  fromTo: (from, to) => (to === '' ? `${from}起` : `${from}至${to}`),
  undated: '日期不詳',
  articles: (count) => `${count} 篇`,
  figures: '關鍵數字',
  figureLabel: '項目',
  figureValue: '數值',
  ofAll: (total) => `一共 ${total} 篇，這裡 `,
  made: (articles, characters, shown) => `${articles} 篇，原文 ${characters} 字 → ${shown} 字。`,
  verbatim: '句子照錄原文，不改寫，也不翻譯。',
  noArticle: (name) => `沒有找到叫「${name}」的文章，所以沒有概括。請寫出標題裡的幾個字（中文）。`,
  whichArticle: (name) => `不能確定「${name}」是哪一篇。要概括的是不是：`,
  noTopic: (words) => `報紙裡沒有寫到「${words}」，所以沒有可以概括的。換個詞再試試。`,
  topicOtherTime: (words) => `這段時間裡的報紙沒有寫到「${words}」。寫到的有：`,
  noDays: (days) => `資料庫裡沒有${days}的文章。最近的有：`,
  noArticles: '資料庫裡還沒有文章，請先收入報紙版面。',
  whichPage: (name) => `不能確定「${name}」是哪個版面。要概括的是不是：`,
  tooMany: '這段時間裡的文章太多，一次概括不完。請把開始和結束的日期靠近一些。',
};
