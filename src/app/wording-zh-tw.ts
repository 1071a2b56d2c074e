/** What we say in traditional Chinese. */

import { remarksZhTW } from './wording-remarks-zh-tw.ts';
import type { Wording } from './wording-zh-cn.ts';
import { zhCN } from './wording-zh-cn.ts';

const { date } = zhCN;

const reasons: Wording['reasons'] = {
  'empty-library': '資料庫還是空的，請先收入報紙頁面。',
  'empty-question': '沒有看到問題。請寫一句完整的問話，例如「某某專案總投資多少？」',
  'small-talk': '我只回答報紙裡寫到的事。可以問報導裡的人、時間、地點、數字和原因。',
  opinion: '這是在問看法。我只回答報紙原文能夠證明的事實，不替人作判斷。',
  forecast: '這問的是還沒有發生的事，報紙原文無法證明，所以不答。',
  instruction: '這不是在問報紙裡的事。我只按報紙原文回答問題，不執行別的要求。',
  'nothing-found': '報紙裡沒有寫到這件事。換個說法，或者補上人名、地名、單位名再試試。',
  'other-time': '報紙寫到了這件事，但不是您問的那個時間，所以不答。',
  'other-subject': '報紙寫到了相近的事，但說的不是您問的那個對象，所以不答。',
  'not-printed': '這篇文章的版面上沒有印出來。',
  unsure: '報紙裡有相關的內容，但不足以確定答案，所以不答。',
};

const errors: Wording['errors'] = {
  'unknown-command': ({ command, nearest }) =>
    `沒有「${command}」這個指令。${nearest === null ? '' : `您是想用「${nearest}」嗎？`}用「help」可以看到全部指令。`,
  'option-missing': ({ option }) => `請填寫「${option}」。`,
  'option-unknown': ({ option, known }) => `沒有「${option}」這個選項。可用的選項：${known.join('、') || '無'}。`,
  'option-too-long': ({ option, length, limit }) =>
    `「${option}」有 ${length} 個字，最多 ${limit} 個字。請縮短後再發。`,
  'option-not-integer': ({ option, value, min, max }) =>
    `「${option}」應當是 ${min} 到 ${max} 之間的整數，不能是「${value}」。`,
  'option-not-date': ({ option, value }) =>
    `看不懂「${option}」裡的日期「${value}」。請寫成 2022-07-15、2022-07 或 2022 的樣子。`,
  'option-not-flag': ({ option, value }) => `「${option}」請填「是」或「否」，不能是「${value}」。`,
  'option-not-choice': ({ option, value, choices }) =>
    `「${option}」不能是「${value}」。可以選：${choices.join('、')}。`,
  'dates-reversed': ({ from, to }) => `開始日期 ${date(from)} 晚於結束日期 ${date(to)}，請對調或改正後再試。`,
  'search-empty': () => '請至少給出關鍵詞、記者、版面或日期之一，例如「關鍵詞:招商 開始:2022-07-01」。',
};

/** Traditional Chinese. */
export const zhTW: Wording = {
  reasons,
  errors,
  remarks: remarksZhTW,
  fault: (reference) => `抱歉，程式出了錯，這次沒有辦成。請稍後再試；回報時請附上編號 ${reference}。`,
  date,
  separator: ' · ',
  listSeparator: '、',
  title: (title) => `《${title}》`,
  untitled: '（無標題）',
  reporters: (names) => `記者 ${names}`,
  confidence: { high: '很有把握', fair: '較有把握', low: '把握不大，請核對原文' },
  confidenceLabel: (words) => `把握：${words}`,
  otherSources: '其他出處',
  related: '相關段落（供核對）',
  nearestPassages: '最接近的段落（不是答案）',
  open: '原文',
  searchHeading: (words) => `「${words}」的檢索結果`,
  searchNothing: (words) => `沒有找到與「${words}」有關的段落。換個詞、少寫幾個詞，或放寬日期再試。`,
  articlesHeading: '文章',
  articlesNothing: '沒有符合條件的文章。',
  noMore: '沒有更多了。',
  pageNumber: (number) => `第 ${number} 頁`,
  previous: '上一頁',
  next: '下一頁',
  articleNothing: (name) => `沒有找到題為「${name}」的文章。可以用「articles」查看全部文章。`,
  articleWhich: (name) => `沒有題目正好是「${name}」的文章。您要找的是不是：`,
  truncated: '（原頁在這裡中斷，後文缺失。）',
  facts: { source: '出處', date: '日期', byline: '署名', id: '編號' },
  status: { heading: '資料庫', pages: '頁面', articles: '文章', passages: '段落', newest: '最新日期', none: '無' },
  help: {
    heading: '問報：向報紙提問',
    intro: '直接寫出問題，就能得到報紙裡的答案、證明它的那句原文和出處；報紙沒有寫到的，會如實說明。',
    commands: '指令',
    options: '選項',
  },
};
