/** What we say in simplified Chinese. The other languages are typed by this one, so that none can miss a sentence. */
import type { UserErrorWording } from './errors.ts';
import type { Notice, Reason } from './model.ts';
import { adminZhCN } from './wording-admin-zh-cn.ts';
import { pageZhCN } from './wording-page-zh-cn.ts';
import { remarksZhCN } from './wording-remarks-zh-cn.ts';
import { summaryZhCN } from './wording-summary-zh-cn.ts';

/** `2022-07-15` as 2022年7月15日, `2022-07` as 2022年7月; anything else as it is. */
function date(day: string): string {
  const [, year, month, date] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u.exec(day) ?? [];
  if (year === undefined) return day;
  return `${year}年${month === undefined ? '' : `${Number(month)}月`}${date === undefined ? '' : `${Number(date)}日`}`;
}

const reasons = {
  'empty-library': '资料库还是空的，请先收入报纸页面。',
  'empty-question': '没有看到问题。请写一句完整的问话，例如“某某项目总投资多少？”',
  'no-antecedent': '不清楚这里说的是谁、是什么。请写出名字再问一次。',
  'small-talk': '我只回答报纸里写到的事。可以问报道里的人、时间、地点、数字和原因。',
  opinion: '这是在问看法。我只回答报纸原文能够证明的事实，不替人作判断。',
  forecast: '这问的是还没有发生的事，报纸原文无法证明，所以不答。',
  instruction: '这不是在问报纸里的事。我只按报纸原文回答问题，不执行别的要求。',
  'nothing-found': '报纸里没有写到这件事。换个说法，或者补上人名、地名、单位名再试试。',
  'other-time': '报纸写到了这件事，但不是您问的那个时间，所以不答。',
  'other-subject': '报纸写到了相近的事，但说的不是您问的那个对象，所以不答。',
  'not-printed': '这篇文章的版面上没有印出来。',
  'part-missing': '问题里有一部分在报纸里找不到依据，所以不作答。',
  'units-differ': '几个数值的单位不同，不能放在一起比较或计算。',
  premise: '报纸里的数字和问题里说的正好相反，请看下面的原文。',
  disagree: '同一天的报道说法不一，下面都列出来，请自行核对。',
  unsure: '报纸里有相关的内容，但不足以确定答案，所以不答。',
} satisfies Record<Reason, string>;

const errors: UserErrorWording = {
  'unknown-command': ({ command, nearest }) =>
    `没有“${command}”这个命令。${nearest === null ? '' : `您是想用“${nearest}”吗？`}用“help”可以看到全部命令。`,
  'option-missing': ({ option }) => `请填写“${option}”。`,
  'option-unknown': ({ option, known }) => `没有“${option}”这个选项。可用的选项：${known.join('、') || '无'}。`,
  'option-too-long': ({ option, length, limit }) => `“${option}”有 ${length} 个字，最多 ${limit} 个字。请缩短后再发。`,
  'option-not-integer': ({ option, value, min, max }) =>
    `“${option}”应当是 ${min} 到 ${max} 之间的整数，不能是“${value}”。`,
  'option-not-date': ({ option, value }) =>
    `看不懂“${option}”里的日期“${value}”。请写成 2022-07-15、2022-07 或 2022 的样子。`,
  'option-not-flag': ({ option, value }) => `“${option}”请填“是”或“否”，不能是“${value}”。`,
  'option-not-choice': ({ option, value, choices }) => `“${option}”不能是“${value}”。可以选：${choices.join('、')}。`,
  'dates-reversed': ({ from, to }) => `开始日期 ${date(from)} 晚于结束日期 ${date(to)}，请对调或改正后再试。`,
  'search-empty': () => '请至少给出关键词、记者、版面或日期之一，例如“关键词:招商 开始:2022-07-01”。',
  'not-allowed': ({ permission }) =>
    permission === 'manager'
      ? '这个命令要有“管理服务器”权限的人才能用。'
      : '这个命令会改动资料库，只有 BOT_ADMINS 里列出的人才能用。请联系管理员。',
  'nothing-to-check': () => '这条消息里没有可以查证的话。请选一条说了具体事情的消息。',
  'place-needed': () => '设置是按服务器保存的，请在服务器的频道里使用这个命令。',
};

/** Simplified Chinese. */
export const zhCN = {
  reasons,
  errors,
  /** Of pages, files, stores and indexes that cannot be used as they are. */
  remarks: remarksZhCN,
  pageView: pageZhCN,
  summary: summaryZhCN,
  admin: adminZhCN,
  /** Said where the nearest article does not have a word of the question. */
  lacking: (word: string): string => `报纸写到了相近的事，但没有写到“${word}”，所以不答。`,
  /** Shown for a fault of ours. */
  fault: (reference: string): string => `抱歉，程序出了错，这次没有办成。请稍后再试；反馈时请附上编号 ${reference}。`,
  date,
  /** Between the parts of a source line. */
  separator: ' · ',
  listSeparator: '、',
  title: (title: string): string => `《${title}》`,
  untitled: '（无标题）',
  reporters: (names: string): string => `记者 ${names}`,
  confidence: { high: '很有把握', fair: '较有把握', low: '把握不大，请核对原文' },
  confidenceLabel: (words: string): string => words,
  /** How a question was understood that leans on the one before it. */
  understoodAs: (question: string): string => `按“${question}”理解`,
  workedOut: (calculation: string): string => `依据：${calculation}`,
  notices: {
    incomplete: '可能还有别的，这里没有列全。',
    newer: '这件事前后的报道说法不同，以最新的为准。',
  } satisfies Record<Notice, string>,
  earlier: '较早的报道',
  unproved: (part: string): string => `没有依据的部分：${part}`,
  otherSources: '其他出处',
  related: '相关段落（供核对）',
  nearestPassages: '最接近的段落（不是答案）',
  open: '原文',
  context: '原文',
  wholeArticle: '全文',
  moreEvidence: '更多出处',
  followUp: '追问',
  useful: '有用',
  useless: '没用',
  evidenceHeading: (question: string): string => `“${question}”的出处`,
  noTurn: '这个对话里还没有回答过问题，或者记录已经过期。请再问一次。',
  articleGone: '这篇文章已经不在资料库里，下面是当时引用的原文。',
  judged: {
    up: '谢谢，已记下：这个回答有用。',
    down: '谢谢，已记下：这个回答没用。',
    changed: '想法变了可以随时再按。',
  },
  checked: (claim: string): string => `查证：“${claim}”`,
  searchHeading: (words: string): string => `“${words}”的检索结果`,
  searchNothing: (words: string): string => `没有找到与“${words}”有关的段落。换个词、少写几个词，或放宽日期再试。`,
  articlesHeading: '文章',
  articlesNothing: '没有符合条件的文章。',
  noMore: '没有更多了。',
  idle: '现在没有正在进行的事，不用取消。直接写问题就可以。',
  pageNumber: (number: number): string => `第 ${number} 页`,
  previous: '上一页',
  next: '下一页',
  articleNothing: (name: string): string => `没有找到题为“${name}”的文章。可以用“articles”查看全部文章。`,
  articleWhich: (name: string): string => `没有题目正好是“${name}”的文章。您要找的是不是：`,
  brokenOff: '（这一段在原页中断，下面的内容与它不相接。）',
  truncated: '（原页在这里中断，后文缺失。）',
  facts: { source: '出处', date: '日期', byline: '署名', id: '编号' },
  status: {
    heading: '资料库',
    pages: '页面',
    articles: '文章',
    passages: '段落',
    newest: '最新日期',
    queue: '收入',
    idle: '没有正在进行的',
    working: (running: number, waiting: number, failed: number): string =>
      `进行中 ${running}，等待 ${waiting}，失败 ${failed}`,
    latency: '回答用时',
    times: (median: number, p99: number, asked: number): string =>
      `中位数 ${median} 毫秒，99% 在 ${p99} 毫秒内（最近 ${asked} 个问题）`,
    unasked: '启动后还没有人提问',
    none: '无',
  },
  settings: {
    heading: '这个服务器的设置',
    saved: '已保存。这个服务器的设置',
    channels: '可以说话的频道',
    everywhere: '全部',
    private: '默认私密',
    language: '语言',
    languages: { asker: '跟随提问的人', 'zh-CN': '简体中文', 'zh-TW': '繁体中文', en: '英文' },
    mentions: '回应提及',
    threads: '讨论串按钮',
    confidence: '最低把握',
    ownJudgement: '由程序决定',
    yes: '是',
    no: '否',
  },
  privacy: {
    heading: '关于您的记录',
    what: '为了让按钮和追问一直能用，我们保存问题和回答，到期自动删除。提问的人只以无法还原的代号出现，不保存姓名和账号。',
    kept: (turns: number, judgements: number): string => `现在保存着您的 ${turns} 个问题、${judgements} 个评价。`,
    nothing: '现在没有关于您的记录。',
    forget: '全部删除',
    really: '删除以后，您问过的问题下面的按钮就不能用了。确定吗？',
    forgotten: (count: number): string => `已删除 ${count} 条记录。`,
  },
  help: {
    heading: '问报：向报纸提问',
    intro: '直接写出问题，就能得到报纸里的答案、证明它的那句原文和出处；报纸没有写到的，会如实说明。',
    commands: '命令',
    options: '选项',
  },
};

/** Everything we say, in one language. */
export type Wording = typeof zhCN;
