/** What is to be said of pages, files, stores and indexes, in traditional Chinese. */
import type { BinarySign, JsonKind } from '../ingest/remarks.ts';
import type { DocumentExcess, RemarkWording, UnreadableReason, UnwritableReason } from './remarks.ts';
import { mebibytes } from './wording-remarks-zh-cn.ts';

const SIGNS: Readonly<Record<BinarySign, string>> = {
  pdf: '像 PDF 檔',
  zip: '像 ZIP 或 Office 檔',
  'old-office': '像舊版 Office 檔',
  gzip: '像 gzip 壓縮檔',
  png: '像 PNG 圖片',
  jpeg: '像 JPEG 圖片',
  'nul-bytes': '含有空位元組',
  'control-characters': '滿是控制字元',
};

const KINDS: Readonly<Record<JsonKind, string>> = {
  null: '空值',
  list: '陣列',
  object: '物件',
  string: '文字',
  number: '數字',
  boolean: '真假值',
};

const REASONS: Readonly<Record<UnreadableReason, string>> = {
  'no-rights': '目前使用者沒有讀取的權限，請開放權限',
  'link-circle': '連結首尾相接，請改正連結',
  'name-too-long': '名字太長，請改短',
  'disk-fault': '磁碟出錯，請檢查磁碟',
  'too-many-open': '開啟的檔案太多，請關掉一些程式再試',
  other: '系統不讓讀取，請檢查這個檔案',
};

const UNWRITABLE: Readonly<Record<UnwritableReason, string>> = {
  'no-folder': '沒有這個資料夾，請先建立',
  'no-rights': '目前使用者沒有寫入的權限，請開放權限',
  'is-folder': '那裡已經有一個同名的資料夾，請換一個名字',
  'disk-full': '磁碟滿了，請騰出空間',
  other: '系統不讓寫入，請換一個位置',
};

const EXCESSES: Readonly<Record<DocumentExcess, (limit: number) => string>> = {
  pages: (limit) => `超過 ${limit} 頁`,
  characters: (limit) => `超過 ${limit} 個字元`,
  seconds: (limit) => `讀了 ${limit} 秒還沒有讀完`,
};

/** Traditional Chinese. */
export const remarksZhTW: RemarkWording = {
  'lines-moved': ({ moved }) => `幾欄文字交錯在一起，已按內容把 ${moved} 處接回原來的句子；請用 wenbao page 對照核對。`,
  'columns-interleaved': () => '原來的行尾處留著空格，幾欄文字可能逐行交錯在一起；請對照原版核對，最好重新辨識這一頁。',
  'no-headline': ({ beginning }) => `以「${beginning}」開頭的文章沒有找到標題；如果原版有，請在它前面補一行。`,
  'no-text': ({ article }) => `《${article}》下面沒有正文；請核對這一頁是否完整。`,
  'breaks-off': ({ article }) => `《${article}》在頁面裡中斷，後文缺失；如有續頁請一併收入。`,
  'id-repeated': ({ id }) => `有好幾行的 id 都是「${id}」，以最後一行為準；請給每篇文章不同的 id。`,

  empty: ({ bytes }) =>
    bytes === 0 ? '檔案是空的；請換成有文字的檔案。' : `${bytes} 個位元組全是空白；請換成有文字的檔案。`,
  binary: ({ sign }) => `這不是文字檔（${SIGNS[sign]}）；請先轉成 .txt 或 .md。`,
  undecodable: ({ bytes }) => `${bytes} 個位元組按 UTF-8、UTF-16、GB18030、Big5 都讀不出中文；請另存為 UTF-8 再收入。`,
  'line-no-json': ({ line }) => `第 ${line} 行不是 JSON；請改成一行一個 {"title"…,"text"…} 物件。`,
  'line-no-object': ({ line, found }) =>
    `第 ${line} 行是${KINDS[found]}，不是 JSON 物件；請改成 {"title"…,"text"…} 的樣子。`,
  'line-field-missing': ({ line, field }) => `第 ${line} 行缺少「${field}」；請補上。`,
  'line-field-empty': ({ line, field }) => `第 ${line} 行的「${field}」是空的；請補上。`,
  'line-field-no-text': ({ line, field, found }) =>
    `第 ${line} 行的「${field}」應當是文字，不能是${KINDS[found]}；請改正。`,
  'line-not-utf8': ({ line }) => `第 ${line} 行不是 UTF-8 編碼；請把檔案另存為 UTF-8。`,
  'line-too-long': ({ line, limit }) => `第 ${line} 行超過 ${mebibytes(limit)}；請把這篇文章拆開。`,

  'file-missing': () => '沒有這個檔案或資料夾；請核對路徑。',
  'file-unreadable': ({ reason, system }) => `讀不出來（${system}）：${REASONS[reason]}。`,
  'file-of-other-kind': () => '只收 .txt、.md、.jsonl，以及它們的 .gz；請先轉換。',
  'file-no-file': () => '既不是檔案也不是資料夾；請指定普通檔案。',
  'file-too-large': ({ limit }) => `超過一個頁面的上限 ${mebibytes(limit)}；請拆成幾個檔案，或者改用 .jsonl。`,
  'file-damaged': () => '不是完好的 gzip 檔；請重新壓縮或下載。',
  'file-unwritable': ({ reason, system }) => `寫不進去（${system}）：${UNWRITABLE[reason]}。`,
  'page-is-folder': () => '這是資料夾，一次只能對照一個版面；請寫出其中一個檔案。',
  'page-is-lines': () =>
    '.jsonl 每行已經是一篇文章，沒有版面可以對照；請指定 .txt 或 .md，或者用 wenbao index 收入後用 wenbao articles 查看。',
  'folder-empty': () =>
    '裡面已經沒有頁面。也許是磁碟沒有接上，所以從前收入的都保留著；確實不要的話，請換一個資料夾存放資料庫，重新收入。',
  'list-no-object': () => '應當是一個 JSON 物件，每個頁面一項，例如 {"a.txt": {"date": "2022-07-15"}}；請改正。',
  'list-entry-no-object': ({ entry }) => `「${entry}」這一項應當是物件，例如 {"date": "2022-07-15"}；請改正。`,
  'list-member-no-text': ({ entry, member }) => `「${entry}」的「${member}」應當是文字；請改正。`,
  'list-date-unknown': ({ entry, found }) =>
    `「${entry}」的「date」要寫成 2022-07-15、2022-07 或 2022，不能是 ${found}；請改正。`,
  'list-member-unknown': ({ entry, member }) =>
    `「${entry}」的「${member}」沒有用處；可用的是 publication、date、page，請看是否寫錯。`,

  'upload-too-large': ({ limit }) => `超過 ${mebibytes(limit)}；請拆成幾個檔案，或者在伺服器上調高 UPLOAD_MAX_MB。`,
  'upload-entry-too-large': ({ limit }) =>
    `解壓後超過 ${mebibytes(limit)}；請拆成幾個檔案，或者在伺服器上調高 UPLOAD_MAX_MB。`,
  'upload-too-many': ({ limit }) =>
    `一次超過 ${limit} 個檔案（壓縮檔裡的也算）；請分幾次交，或者在伺服器上調高 UPLOAD_MAX_FILES。`,
  'upload-type-unknown': ({ known }) => `不收這種檔案，只收 ${known}；請先轉換。`,
  'upload-no-text': () => '裡面沒有文字；請換成有文字的檔案，掃描檔請先做文字辨識（OCR）。',
  'upload-name-repeated': () => '壓縮檔裡另有一個同名的檔案，只收那一個；請給每個檔案不同的名字。',
  'upload-path-outside': () => '名字指到資料夾外面，或者含有名字裡不該有的符號；請改成資料夾裡面的普通名字。',
  'upload-encrypted': () => '加了密碼；請去掉密碼另存一份再交。',
  'upload-archive-empty': () => '壓縮檔裡沒有頁面；請把頁面放進去再交。',
  'upload-archive-nested': () => '壓縮檔裡的壓縮檔不再打開；請把檔案直接放進一個壓縮檔。',
  'upload-archive-ratio': ({ limit }) =>
    `解壓後超過原來大小的 ${limit} 倍，報紙不會這樣，所以一個也沒有收；請核對它的來歷，或者在伺服器上調高 UNPACK_MAX_RATIO。`,
  'upload-archive-total': ({ limit }) =>
    `解壓後一共超過 ${mebibytes(limit)}，所以一個也沒有收；請分成幾個壓縮檔，或者在伺服器上調高 UNPACK_MAX_MB。`,
  'upload-archive-damaged': () => '已經損壞，或者壓縮方式不常見；請重新壓縮成普通的 ZIP 或 gzip，或者重新下載。',
  'upload-document-damaged': () => '按它的名字讀不出文件；請打開它另存一份，或者改交 .txt 文字。',
  'upload-document-swells': ({ limit }) =>
    `其中一部分解壓後超過 ${mebibytes(limit)}；請縮小圖片另存一份，或者改交 .txt 文字。`,
  'upload-document-too-long': ({ limit, unit }) => `${EXCESSES[unit](limit)}；請拆開，或者改交 .txt 文字。`,
  'upload-pdf-without-text': () =>
    '讀不出文字，也許是掃描檔；請先做文字辨識（OCR），再交 .txt 文字或者帶文字層的 PDF。',
  'upload-pdf-signs-unknown': ({ table }) =>
    `它的字型沒有說明每個編碼是什麼字（${table}），會漏掉文字；請另存為嵌入字型的 PDF，或者改交 .txt 文字。`,
  'upload-folder-unknown': () => '伺服器的 CORPUS_DIR 下面沒有這個資料夾；請從列表裡選一個。',
  'upload-hourly-limit': ({ limit, minutes }) =>
    `這裡每小時只能交 ${limit} 個頁面；請過 ${minutes} 分鐘再試，或者在伺服器上調高 PAGES_PER_HOUR。`,

  'page-unknown': ({ name }) => `資料庫裡沒有「${name}」這個版面；請從列出的版面裡選。`,
  'article-unknown': ({ name }) => `資料庫裡沒有「${name}」這篇文章；請從列出的文章裡選。`,
  'queue-away': () => '現在連不上佇列；已經提交的都保存著，之後會接著辦。請檢查 REDIS_URL 和 Redis 伺服器。',

  'store-older': ({ place, found, wanted }) =>
    `${place} 是舊格式 ${found}，這個程式讀格式 ${wanted}。請用有寫權限的使用者執行一次 wenbao stats，它會自動升級。`,
  'store-newer': ({ place, found, known }) =>
    `${place} 是格式 ${found}，這個程式只認得到 ${known}。請用寫下它的那個版本或更新的版本，或者用 --data 換一個資料夾。`,
  'store-readonly': ({ place }) => `${place} 不能寫入。請給目前使用者寫權限，或者用 --data 換一個資料夾。`,
  'store-absent': ({ place }) =>
    `${place} 裡還沒有資料庫，也不能寫入。請給目前使用者寫權限，或者用 --data 換一個資料夾。`,
  'store-busy': ({ place }) => `${place} 正被另一個行程寫入。請等它完成後再試。`,
  'store-corrupt': ({ place }) => `${place} 已經損壞。請用備份替換它，或者把它移走，再執行 wenbao index 重新收入。`,
  'store-foreign': ({ place }) => `${place} 不是問報的資料庫。請把它移走，或者用 --data 換一個資料夾。`,
  'store-full': ({ place }) => `${place} 所在的磁碟沒有空間了。請騰出空間再試；原有的內容完好。`,
  'store-closed': ({ place }) => `${place} 已經關閉。請重新開啟。`,

  'index-stale': ({ what, found, wanted }) =>
    `索引的${what === 'format' ? '格式' : '分詞規則'}是 ${found}，這個程式用的是 ${wanted}。請對同一個資料夾執行 wenbao index --rebuild 重建。`,
  'index-damaged': () => '索引讀不出來。請對同一個資料夾執行 wenbao index --rebuild 重建。',
};
