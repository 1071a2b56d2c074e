/** What only the terminal says, in simplified Chinese; the other languages are typed by this one. */

const usage = `用法：wenbao 命令 [选项]

命令：
  index  [--data 目录] 路径…       收入文件或文件夹（.txt .md .jsonl，可带 .gz）
         --json                    只输出一行 JSON 摘要
         --rebuild                 全部重新读一遍；不写路径就读已收入的
  ask    [--data 目录] 问题        回答一个问题
         --explain                 列出评分的每个数字
         --jsonl                   从标准输入逐行读 {"id","question","session"?}
  search [--data 目录] 关键词      检索段落；--jsonl 同上
  articles [--data 目录] [--json]  列出文章
  summary [--data 目录] 对象       概括：--article 标题或编号、--topic 话题、--day 日期、
                                   --page 版面，或 --from 日期 --to 日期
         --length 短|中|长         也可写 short、medium、long
         --json                    只输出一行 JSON
  chat   [--data 目录]             终端对话
  start  [--data 目录]             收入 CORPUS_DIR 里的变化，然后连接 Discord；没有令牌就开始对话
  worker [--data 目录]             单独一个进程，处理管理员交来的任务（要有 REDIS_URL）
  admin  [--data 目录] 命令…        管理员的命令：add、remove、reindex、jobs、unanswered、backup
  page   文件                      对照一个版面：原来的每一行，和复原出来的文章；什么都不收入
         --html 网页.html          写成一个网页文件；--json 只输出一行 JSON
  stats  [--data 目录] [--json]    资料库里有多少内容

  --help     显示这段说明
  --version  显示版本

--data 不写时用环境变量 DATA_DIR，再没有就用 data。
退出状态：0 成功，1 失败，2 用法有误。
`;

const chatHelp = `终端里还可以：
  /search 关键词 记者:姓名 开始:2022-07-01 结束:2022-07-31
  /article 标题或编号
  /quit            离开（Ctrl-C、Ctrl-D 也可以）
`;

const discord = `连接 Discord：
  1. 在 https://discord.com/developers/applications 新建应用，在 Bot 页按 Reset Token 取得令牌（token）；
  2. 把 DISCORD_TOKEN=令牌 写进 .env 文件；
  3. 运行 npm run deploy-commands 登记命令，它会写出邀请链接；
  4. 打开邀请链接（范围 bot 和 applications.commands），把机器人请进服务器；
  5. 再次运行 npm start。
`;

/** Simplified Chinese. */
export const terminalZhCN = {
  usage,
  chatHelp,
  discord,
  workerWithoutQueue:
    'worker 要从共用的队列里取任务：请设 REDIS_URL，例如 redis://127.0.0.1:6379。没有 Redis 时，机器人自己处理。',
  usageHint: '用 wenbao --help 看用法。',
  unknownSubcommand: (name: string): string => `没有“${name}”这个命令。`,
  noSubcommand: '请写出命令。',
  unknownFlag: (flag: string): string => `没有“${flag}”这个选项。`,
  flagWithoutValue: (flag: string): string => `“${flag}”后面要写值。`,
  flagWithValue: (flag: string): string => `“${flag}”后面不能写值。`,
  noPath: '请写出要收入的文件或文件夹。',
  noFile: '请写出要对照的文件。',
  htmlName: (name: string): string => `“${name}”要以 .html 结尾。`,
  unreadablePage: (file: string, why: string): string => `没有读成 ${file}：${why}`,
  noQuestion: '请写出问题，或用 --jsonl 从标准输入读。',
  tooMuch: (text: string): string => `多出了“${text}”。`,
  linesExclude: '--jsonl 从标准输入读问题，命令行里不能再写。',
  noSubject: '请写出要概括什么：--article、--topic、--day、--page，或 --from 和 --to。',
  oneSubject: '--article、--topic、--day、--page 一次只能用一个；--from 和 --to 可以单独用，或者和 --topic 一起用。',
  failed: (message: string): string => `出错：${message}`,
  fault: (reference: string, message: string): string => `编号 ${reference}：${message}`,
  lineNotJson: (line: number): string => `第 ${line} 行不是 JSON 对象。`,
  lineField: (line: number, field: string): string => `第 ${line} 行的 ${field} 应当是文字。`,
  lineFailed: (line: number, message: string): string => `第 ${line} 行没有办成：${message}`,
  /** Between two sentences. */
  sentenceSeparator: '',
  taking: '收入',
  taken: (pages: number, articles: number, passages: number): string =>
    `读了 ${pages} 个页面；现在共有 ${articles} 篇文章、${passages} 个段落。`,
  changed: (added: number, replaced: number, removed: number): string =>
    `新增 ${added} 篇，更新 ${replaced} 篇，移除 ${removed} 篇。`,
  unchanged: '没有变化。',
  refused: (file: string, why: string): string => `没有收入 ${file}：${why}`,
  /** How many more could not be taken in, after those that were named. */
  refusedMore: (count: number): string => `另外还有 ${count} 处没有收入，不再一一列出。`,
  warned: (file: string, what: string): string => `${file}：${what}`,
  /** How many more warnings there are, after those that were named. */
  warnedMore: (count: number): string => `另外还有 ${count} 条提醒，不再一一列出。`,
  noCorpus: (folder: string): string =>
    `没有找到报纸文件夹 ${folder}；可以用 CORPUS_DIR 指定，或用 wenbao index 收入。`,
  readonly: (folder: string): string =>
    `${folder} 不能写入，所以这次没有收入新的页面，只用已有的内容回答。要收入，请给当前用户写权限，或者用 --data 换一个文件夹。`,
  greeting: (pages: number, articles: number): string =>
    `问报：${pages} 个页面，${articles} 篇文章。直接提问，/help 看命令。`,
  prompt: '问> ',
  question: (text: string): string => `问：${text}`,
  exported: (path: string): string => `文件已写到 ${path}`,
  notExported: (file: string, why: string): string => `没有写成文件 ${file}：${why}`,
  goodbye: '再见。',
  samples: '没有输入。下面是从资料库里的文章出的几个例子：',
  noSamples: '没有输入，资料库里也还没有能出例题的文章。先用 wenbao index 路径 收入报纸页面。',
};

/** Everything that only the terminal says, in one language. */
export type TerminalWording = typeof terminalZhCN;
