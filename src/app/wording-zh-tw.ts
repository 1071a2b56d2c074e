/** What we say in traditional Chinese. */

import { adminZhTW } from './wording-admin-zh-tw.ts';
import { pageZhTW } from './wording-page-zh-tw.ts';
import { remarksZhTW } from './wording-remarks-zh-tw.ts';
import { summaryZhTW } from './wording-summary-zh-tw.ts';
import type { Wording } from './wording-zh-cn.ts';
import { zhCN } from './wording-zh-cn.ts';

const { date } = zhCN;

const reasons: Wording['reasons'] = {
  'empty-library': '資料庫還是空的，請先收入報紙頁面。',
  'empty-question': '沒有看到問題。請寫一句完整的問話，例如「某某專案總投資多少？」',
  'no-antecedent': '不清楚這裡說的是誰、是什麼。請寫出名字再問一次。',
  'small-talk': '我只回答報紙裡寫到的事。可以問報導裡的人、時間、地點、數字和原因。',
  opinion: '這是在問看法。我只回答報紙原文能夠證明的事實，不替人作判斷。',
  forecast: '這問的是還沒有發生的事，報紙原文無法證明，所以不答。',
  instruction: '這不是在問報紙裡的事。我只按報紙原文回答問題，不執行別的要求。',
  'nothing-found': '報紙裡沒有寫到這件事。換個說法，或者補上人名、地名、單位名再試試。',
  'other-time': '報紙寫到了這件事，但不是您問的那個時間，所以不答。',
  'other-subject': '報紙寫到了相近的事，但說的不是您問的那個對象，所以不答。',
  'not-printed': '這篇文章的版面上沒有印出來。',
  'part-missing': '問題裡有一部分在報紙裡找不到依據，所以不作答。',
  'units-differ': '幾個數值的單位不同，不能放在一起比較或計算。',
  premise: '報紙裡的數字和問題裡說的正好相反，請看下面的原文。',
  disagree: '同一天的報導說法不一，下面都列出來，請自行核對。',
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
  'not-allowed': ({ permission }) =>
    permission === 'manager'
      ? '這個命令要有「管理伺服器」權限的人才能用。'
      : '這個命令會更動資料庫，只有 BOT_ADMINS 裡列出的人才能用。請聯絡管理員。',
  'nothing-to-check': () => '這則訊息裡沒有可以查證的話。請選一則說了具體事情的訊息。',
  'place-needed': () => '設定是按伺服器保存的，請在伺服器的頻道裡使用這個命令。',
};

/** Traditional Chinese. */
export const zhTW: Wording = {
  reasons,
  errors,
  remarks: remarksZhTW,
  pageView: pageZhTW,
  summary: summaryZhTW,
  admin: adminZhTW,
  lacking: (word) => `報紙寫到了相近的事，但沒有寫到「${word}」，所以不答。`,
  fault: (reference) => `抱歉，程式出了錯，這次沒有辦成。請稍後再試；回報時請附上編號 ${reference}。`,
  date,
  separator: ' · ',
  listSeparator: '、',
  title: (title) => `《${title}》`,
  untitled: '（無標題）',
  reporters: (names) => `記者 ${names}`,
  confidence: { high: '很有把握', fair: '較有把握', low: '把握不大，請核對原文' },
  confidenceLabel: (words) => words,
  understoodAs: (question: string): string => `按「${question}」理解`,
  workedOut: (calculation: string): string => `依據：${calculation}`,
  notices: {
    incomplete: '可能還有別的，這裡沒有列全。',
    newer: '這件事前後的報導說法不同，以最新的為準。',
  },
  earlier: '較早的報導',
  unproved: (part: string): string => `沒有依據的部分：${part}`,
  otherSources: '其他出處',
  related: '相關段落（供核對）',
  nearestPassages: '最接近的段落（不是答案）',
  open: '原文',
  context: '原文',
  wholeArticle: '全文',
  moreEvidence: '更多出處',
  followUp: '追問',
  useful: '有用',
  useless: '沒用',
  evidenceHeading: (question) => `「${question}」的出處`,
  noTurn: '這個對話裡還沒有回答過問題，或者記錄已經過期。請再問一次。',
  articleGone: '這篇文章已經不在資料庫裡，下面是當時引用的原文。',
  judged: {
    up: '謝謝，已記下：這個回答有用。',
    down: '謝謝，已記下：這個回答沒用。',
    changed: '想法變了可以隨時再按。',
  },
  checked: (claim) => `查證：「${claim}」`,
  searchHeading: (words) => `「${words}」的檢索結果`,
  searchNothing: (words) => `沒有找到與「${words}」有關的段落。換個詞、少寫幾個詞，或放寬日期再試。`,
  articlesHeading: '文章',
  articlesNothing: '沒有符合條件的文章。',
  noMore: '沒有更多了。',
  idle: '現在沒有正在進行的事，不用取消。直接寫問題就可以。',
  pageNumber: (number) => `第 ${number} 頁`,
  previous: '上一頁',
  next: '下一頁',
  articleNothing: (name) => `沒有找到題為「${name}」的文章。可以用「articles」查看全部文章。`,
  articleWhich: (name) => `沒有題目正好是「${name}」的文章。您要找的是不是：`,
  brokenOff: '（這一段在原頁中斷，下面的內容與它不相接。）',
  truncated: '（原頁在這裡中斷，後文缺失。）',
  facts: { source: '出處', date: '日期', byline: '署名', id: '編號' },
  status: {
    heading: '資料庫',
    pages: '頁面',
    articles: '文章',
    passages: '段落',
    newest: '最新日期',
    queue: '收入',
    idle: '沒有正在進行的',
    working: (running, waiting, failed) => `進行中 ${running}，等待 ${waiting}，失敗 ${failed}`,
    latency: '回答用時',
    times: (median, p99, asked) => `中位數 ${median} 毫秒，99% 在 ${p99} 毫秒內（最近 ${asked} 個問題）`,
    unasked: '啟動後還沒有人提問',
    none: '無',
  },
  settings: {
    heading: '這個伺服器的設定',
    saved: '已儲存。這個伺服器的設定',
    channels: '可以說話的頻道',
    everywhere: '全部',
    private: '預設私密',
    language: '語言',
    languages: { asker: '跟隨提問的人', 'zh-CN': '簡體中文', 'zh-TW': '繁體中文', en: '英文' },
    mentions: '回應提及',
    threads: '討論串按鈕',
    confidence: '最低把握',
    ownJudgement: '由程式決定',
    yes: '是',
    no: '否',
  },
  privacy: {
    heading: '關於您的記錄',
    what: '為了讓按鈕和追問一直能用，我們保存問題和回答，到期自動刪除。提問的人只以無法還原的代號出現，不保存姓名和帳號。',
    kept: (turns, judgements) => `現在保存著您的 ${turns} 個問題、${judgements} 個評價。`,
    nothing: '現在沒有關於您的記錄。',
    forget: '全部刪除',
    really: '刪除以後，您問過的問題下面的按鈕就不能用了。確定嗎？',
    forgotten: (count) => `已刪除 ${count} 筆記錄。`,
  },
  help: {
    heading: '問報：向報紙提問',
    intro: '直接寫出問題，就能得到報紙裡的答案、證明它的那句原文和出處；報紙沒有寫到的，會如實說明。',
    commands: '指令',
    options: '選項',
  },
};
