/** What is to be said of pages, files, stores and indexes, in simplified Chinese. */
import type { BinarySign, JsonKind } from '../ingest/remarks.ts';
import type { DocumentExcess, RemarkWording, UnreadableReason, UnwritableReason } from './remarks.ts';

/** Bytes as MiB, without a fraction where there is none. */
export function mebibytes(bytes: number): string {
  return `${Math.round((bytes / 1024 / 1024) * 10) / 10} MiB`;
}

const SIGNS: Readonly<Record<BinarySign, string>> = {
  pdf: '像 PDF 文件',
  zip: '像 ZIP 或 Office 文件',
  'old-office': '像旧版 Office 文件',
  gzip: '像 gzip 压缩文件',
  png: '像 PNG 图片',
  jpeg: '像 JPEG 图片',
  'nul-bytes': '含有空字节',
  'control-characters': '满是控制字符',
};

const KINDS: Readonly<Record<JsonKind, string>> = {
  null: '空值',
  list: '数组',
  object: '对象',
  string: '文字',
  number: '数字',
  boolean: '真假值',
};

const REASONS: Readonly<Record<UnreadableReason, string>> = {
  'no-rights': '当前用户没有读取的权限，请开放权限',
  'link-circle': '链接首尾相接，请改正链接',
  'name-too-long': '名字太长，请改短',
  'disk-fault': '磁盘出错，请检查磁盘',
  'too-many-open': '打开的文件太多，请关掉一些程序再试',
  other: '系统不让读取，请检查这个文件',
};

const UNWRITABLE: Readonly<Record<UnwritableReason, string>> = {
  'no-folder': '没有这个文件夹，请先建立',
  'no-rights': '当前用户没有写入的权限，请开放权限',
  'is-folder': '那里已经有一个同名的文件夹，请换一个名字',
  'disk-full': '磁盘满了，请腾出空间',
  other: '系统不让写入，请换一个位置',
};

const EXCESSES: Readonly<Record<DocumentExcess, (limit: number) => string>> = {
  pages: (limit) => `超过 ${limit} 页`,
  characters: (limit) => `超过 ${limit} 个字符`,
  seconds: (limit) => `读了 ${limit} 秒还没有读完`,
};

/** Simplified Chinese. */
export const remarksZhCN: RemarkWording = {
  'lines-moved': ({ moved }) => `几栏文字交错在一起，已按内容把 ${moved} 处接回原来的句子；请用 wenbao page 对照核对。`,
  'columns-interleaved': () => '原来的行尾处留着空格，几栏文字可能逐行交错在一起；请对照原版核对，最好重新识别这一页。',
  'no-headline': ({ beginning }) => `以“${beginning}”开头的文章没有找到标题；如果原版有，请在它前面补一行。`,
  'no-text': ({ article }) => `《${article}》下面没有正文；请核对这一页是否完整。`,
  'breaks-off': ({ article }) => `《${article}》在页面里中断，后文缺失；如有续页请一并收入。`,
  'id-repeated': ({ id }) => `有好几行的 id 都是“${id}”，以最后一行为准；请给每篇文章不同的 id。`,

  empty: ({ bytes }) =>
    bytes === 0 ? '文件是空的；请换成有文字的文件。' : `${bytes} 个字节全是空白；请换成有文字的文件。`,
  binary: ({ sign }) => `这不是文本（${SIGNS[sign]}）；请先转成 .txt 或 .md。`,
  undecodable: ({ bytes }) => `${bytes} 个字节按 UTF-8、UTF-16、GB18030、Big5 都读不出中文；请另存为 UTF-8 再收入。`,
  'line-no-json': ({ line }) => `第 ${line} 行不是 JSON；请改成一行一个 {"title"…,"text"…} 对象。`,
  'line-no-object': ({ line, found }) =>
    `第 ${line} 行是${KINDS[found]}，不是 JSON 对象；请改成 {"title"…,"text"…} 的样子。`,
  'line-field-missing': ({ line, field }) => `第 ${line} 行缺少“${field}”；请补上。`,
  'line-field-empty': ({ line, field }) => `第 ${line} 行的“${field}”是空的；请补上。`,
  'line-field-no-text': ({ line, field, found }) =>
    `第 ${line} 行的“${field}”应当是文字，不能是${KINDS[found]}；请改正。`,
  'line-not-utf8': ({ line }) => `第 ${line} 行不是 UTF-8 编码；请把文件另存为 UTF-8。`,
  'line-too-long': ({ line, limit }) => `第 ${line} 行超过 ${mebibytes(limit)}；请把这篇文章拆开。`,

  'file-missing': () => '没有这个文件或文件夹；请核对路径。',
  'file-unreadable': ({ reason, system }) => `读不出来（${system}）：${REASONS[reason]}。`,
  'file-of-other-kind': () => '只收 .txt、.md、.jsonl，以及它们的 .gz；请先转换。',
  'file-no-file': () => '既不是文件也不是文件夹；请指定普通文件。',
  'file-too-large': ({ limit }) => `超过一个页面的上限 ${mebibytes(limit)}；请拆成几个文件，或者改用 .jsonl。`,
  'file-damaged': () => '不是完好的 gzip 文件；请重新压缩或下载。',
  'file-unwritable': ({ reason, system }) => `写不进去（${system}）：${UNWRITABLE[reason]}。`,
  'page-is-folder': () => '这是文件夹，一次只能对照一个版面；请写出其中一个文件。',
  'page-is-lines': () =>
    '.jsonl 每行已经是一篇文章，没有版面可以对照；请指定 .txt 或 .md，或者用 wenbao index 收入后用 wenbao articles 查看。',
  'folder-empty': () =>
    '里面已经没有页面。也许是磁盘没有接上，所以从前收入的都保留着；确实不要的话，请换一个资料文件夹重新收入。',
  'list-no-object': () => '应当是一个 JSON 对象，每个页面一项，例如 {"a.txt": {"date": "2022-07-15"}}；请改正。',
  'list-entry-no-object': ({ entry }) => `“${entry}”这一项应当是对象，例如 {"date": "2022-07-15"}；请改正。`,
  'list-member-no-text': ({ entry, member }) => `“${entry}”的“${member}”应当是文字；请改正。`,
  'list-date-unknown': ({ entry, found }) =>
    `“${entry}”的“date”要写成 2022-07-15、2022-07 或 2022，不能是 ${found}；请改正。`,
  'list-member-unknown': ({ entry, member }) =>
    `“${entry}”的“${member}”没有用处；可用的是 publication、date、page，请看是否写错。`,

  'upload-too-large': ({ limit }) => `超过 ${mebibytes(limit)}；请拆成几个文件，或者在服务器上调高 UPLOAD_MAX_MB。`,
  'upload-entry-too-large': ({ limit }) =>
    `解压后超过 ${mebibytes(limit)}；请拆成几个文件，或者在服务器上调高 UPLOAD_MAX_MB。`,
  'upload-too-many': ({ limit }) =>
    `一次超过 ${limit} 个文件（压缩包里的也算）；请分几次交，或者在服务器上调高 UPLOAD_MAX_FILES。`,
  'upload-type-unknown': ({ known }) => `不收这种文件，只收 ${known}；请先转换。`,
  'upload-no-text': () => '里面没有文字；请换成有文字的文件，扫描件请先做文字识别（OCR）。',
  'upload-name-repeated': () => '压缩包里另有一个同名的文件，只收那一个；请给每个文件不同的名字。',
  'upload-path-outside': () => '名字指到文件夹外面，或者含有名字里不该有的符号；请改成文件夹里面的普通名字。',
  'upload-encrypted': () => '加了密码；请去掉密码另存一份再交。',
  'upload-archive-empty': () => '压缩包里没有页面；请把页面放进去再交。',
  'upload-archive-nested': () => '压缩包里的压缩包不再打开；请把文件直接放进一个压缩包。',
  'upload-archive-ratio': ({ limit }) =>
    `解压后超过原来大小的 ${limit} 倍，报纸不会这样，所以一个也没有收；请核对它的来历，或者在服务器上调高 UNPACK_MAX_RATIO。`,
  'upload-archive-total': ({ limit }) =>
    `解压后一共超过 ${mebibytes(limit)}，所以一个也没有收；请分成几个压缩包，或者在服务器上调高 UNPACK_MAX_MB。`,
  'upload-archive-damaged': () => '已经损坏，或者压缩方式不常见；请重新压缩成普通的 ZIP 或 gzip，或者重新下载。',
  'upload-document-damaged': () => '按它的名字读不出文档；请打开它另存一份，或者改交 .txt 文字。',
  'upload-document-swells': ({ limit }) =>
    `其中一部分解压后超过 ${mebibytes(limit)}；请缩小图片另存一份，或者改交 .txt 文字。`,
  'upload-document-too-long': ({ limit, unit }) => `${EXCESSES[unit](limit)}；请拆开，或者改交 .txt 文字。`,
  'upload-pdf-without-text': () =>
    '读不出文字，也许是扫描件；请先做文字识别（OCR），再交 .txt 文字或者带文字层的 PDF。',
  'upload-pdf-signs-unknown': ({ table }) =>
    `它的字体没有说明每个编码是什么字（${table}），会漏掉文字；请另存为嵌入字体的 PDF，或者改交 .txt 文字。`,
  'upload-folder-unknown': () => '服务器的 CORPUS_DIR 下面没有这个文件夹；请从列表里选一个。',
  'upload-hourly-limit': ({ limit, minutes }) =>
    `这里每小时只能交 ${limit} 个页面；请过 ${minutes} 分钟再试，或者在服务器上调高 PAGES_PER_HOUR。`,

  'page-unknown': ({ name }) => `资料库里没有“${name}”这个版面；请从列出的版面里选。`,
  'article-unknown': ({ name }) => `资料库里没有“${name}”这篇文章；请从列出的文章里选。`,
  'queue-away': () => '现在连不上队列；已经提交的都保存着，之后会接着办。请检查 REDIS_URL 和 Redis 服务器。',

  'store-older': ({ place, found, wanted }) =>
    `${place} 是旧格式 ${found}，这个程序读格式 ${wanted}。请用有写权限的用户运行一次 wenbao stats，它会自动升级。`,
  'store-newer': ({ place, found, known }) =>
    `${place} 是格式 ${found}，这个程序只认得到 ${known}。请用写下它的那个版本或更新的版本，或者用 --data 换一个文件夹。`,
  'store-readonly': ({ place }) => `${place} 不能写入。请给当前用户写权限，或者用 --data 换一个文件夹。`,
  'store-absent': ({ place }) =>
    `${place} 里还没有资料库，也不能写入。请给当前用户写权限，或者用 --data 换一个文件夹。`,
  'store-busy': ({ place }) => `${place} 正被另一个进程写入。请等它完成后再试。`,
  'store-corrupt': ({ place }) => `${place} 已经损坏。请用备份替换它，或者把它移走，再运行 wenbao index 重新收入。`,
  'store-foreign': ({ place }) => `${place} 不是问报的资料库。请把它移走，或者用 --data 换一个文件夹。`,
  'store-full': ({ place }) => `${place} 所在的磁盘没有空间了。请腾出空间再试；原有的内容完好。`,
  'store-closed': ({ place }) => `${place} 已经关闭。请重新打开。`,

  'index-stale': ({ what, found, wanted }) =>
    `索引的${what === 'format' ? '格式' : '分词规则'}是 ${found}，这个程序用的是 ${wanted}。请对同一个资料文件夹运行 wenbao index --rebuild 重建。`,
  'index-damaged': () => '索引读不出来。请对同一个资料文件夹运行 wenbao index --rebuild 重建。',
};
