/** What only the terminal says, in traditional Chinese. */
import type { TerminalWording } from './wording-zh-cn.ts';

const usage = `用法：wenbao 指令 [選項]

指令：
  index  [--data 目錄] 路徑…       收入檔案或資料夾（.txt .md .jsonl，可帶 .gz）
         --json                    只輸出一行 JSON 摘要
         --rebuild                 全部重新讀一遍；不寫路徑就讀已收入的
  ask    [--data 目錄] 問題        回答一個問題
         --explain                 列出評分的每個數字
         --jsonl                   從標準輸入逐行讀 {"id","question","session"?}
  search [--data 目錄] 關鍵詞      檢索段落；--jsonl 同上
  articles [--data 目錄] [--json]  列出文章
  summary [--data 目錄] 對象       概括：--article 標題或編號、--topic 話題、--day 日期、
                                   --page 版面，或 --from 日期 --to 日期
         --length 短|中|長         也可寫 short、medium、long
         --json                    只輸出一行 JSON
  chat   [--data 目錄]             終端對話
  start  [--data 目錄]             收入 CORPUS_DIR 裡的變化，然後連接 Discord；沒有權杖就開始對話
  worker [--data 目錄]             單獨一個行程，處理管理員交來的工作（要有 REDIS_URL）
  admin  [--data 目錄] 命令…        管理員的命令：add、remove、reindex、jobs、unanswered、backup
  page   檔案                      對照一個版面：原來的每一行，和復原出來的文章；什麼都不收入
         --html 網頁.html          寫成一個網頁檔；--json 只輸出一行 JSON
  stats  [--data 目錄] [--json]    資料庫裡有多少內容

  --help     顯示這段說明
  --version  顯示版本

--data 不寫時用環境變數 DATA_DIR，再沒有就用 data。
結束狀態：0 成功，1 失敗，2 用法有誤。
`;

const chatHelp = `終端裡還可以：
  /search 關鍵詞 記者:姓名 開始:2022-07-01 結束:2022-07-31
  /article 標題或編號
  /quit            離開（Ctrl-C、Ctrl-D 也可以）
`;

const discord = `連接 Discord：
  1. 在 https://discord.com/developers/applications 新建應用程式，在 Bot 頁按 Reset Token 取得權杖（token）；
  2. 把 DISCORD_TOKEN=權杖 寫進 .env 檔案；
  3. 執行 npm run deploy-commands 登記指令，它會寫出邀請連結；
  4. 打開邀請連結（範圍 bot 和 applications.commands），把機器人請進伺服器；
  5. 再次執行 npm start。
`;

/** Traditional Chinese. */
export const terminalZhTW: TerminalWording = {
  usage,
  chatHelp,
  discord,
  workerWithoutQueue:
    'worker 要從共用的佇列裡取工作：請設 REDIS_URL，例如 redis://127.0.0.1:6379。沒有 Redis 時，機器人自己處理。',
  usageHint: '用 wenbao --help 看用法。',
  unknownSubcommand: (name) => `沒有「${name}」這個指令。`,
  noSubcommand: '請寫出指令。',
  unknownFlag: (flag) => `沒有「${flag}」這個選項。`,
  flagWithoutValue: (flag) => `「${flag}」後面要寫值。`,
  flagWithValue: (flag) => `「${flag}」後面不能寫值。`,
  noPath: '請寫出要收入的檔案或資料夾。',
  noFile: '請寫出要對照的檔案。',
  htmlName: (name) => `「${name}」要以 .html 結尾。`,
  unreadablePage: (file, why) => `沒有讀成 ${file}：${why}`,
  noQuestion: '請寫出問題，或用 --jsonl 從標準輸入讀。',
  tooMuch: (text) => `多出了「${text}」。`,
  linesExclude: '--jsonl 從標準輸入讀問題，命令列裡不能再寫。',
  noSubject: '請寫出要概括什麼：--article、--topic、--day、--page，或 --from 和 --to。',
  oneSubject: '--article、--topic、--day、--page 一次只能用一個；--from 和 --to 可以單獨用，或者和 --topic 一起用。',
  failed: (message) => `出錯：${message}`,
  fault: (reference, message) => `編號 ${reference}：${message}`,
  lineNotJson: (line) => `第 ${line} 行不是 JSON 物件。`,
  lineField: (line, field) => `第 ${line} 行的 ${field} 應當是文字。`,
  lineFailed: (line, message) => `第 ${line} 行沒有辦成：${message}`,
  sentenceSeparator: '',
  taking: '收入',
  taken: (pages, articles, passages) => `讀了 ${pages} 個頁面；現在共有 ${articles} 篇文章、${passages} 個段落。`,
  changed: (added, replaced, removed) => `新增 ${added} 篇，更新 ${replaced} 篇，移除 ${removed} 篇。`,
  unchanged: '沒有變化。',
  refused: (file, why) => `沒有收入 ${file}：${why}`,
  refusedMore: (count) => `另外還有 ${count} 處沒有收入，不再一一列出。`,
  warned: (file, what) => `${file}：${what}`,
  warnedMore: (count) => `另外還有 ${count} 條提醒，不再一一列出。`,
  noCorpus: (folder) => `沒有找到報紙資料夾 ${folder}；可以用 CORPUS_DIR 指定，或用 wenbao index 收入。`,
  readonly: (folder) =>
    `${folder} 不能寫入，所以這次沒有收入新的頁面，只用已有的內容回答。要收入，請給目前使用者寫權限，或者用 --data 換一個資料夾。`,
  greeting: (pages, articles) => `問報：${pages} 個頁面，${articles} 篇文章。直接提問，/help 看指令。`,
  prompt: '問> ',
  question: (text) => `問：${text}`,
  exported: (path) => `檔案已寫到 ${path}`,
  notExported: (file, why) => `沒有寫成檔案 ${file}：${why}`,
  goodbye: '再見。',
  samples: '沒有輸入。下面是從資料庫裡的文章出的幾個例子：',
  noSamples: '沒有輸入，資料庫裡也還沒有能出例題的文章。先用 wenbao index 路徑 收入報紙頁面。',
};
