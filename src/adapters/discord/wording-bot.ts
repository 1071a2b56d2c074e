/** What only the bot says in Discord, in each language. */
import type { Locale } from '../../app/locale.ts';

const zhCN = {
  /** `at` in seconds since 1970; Discord shows it as 3 秒后 in the reader's own clock. */
  tooFast: (at: number): string => `问得有点快，<t:${at}:R>再试。`,
  stopping: '正在重新启动，请过一分钟再试。',
  expired: '这个按钮已经过期，请再问一次。',
  privateOnly: '这里的回答只给提问的人看，请直接用命令，例如 /ask。',
  thread: '接着讨论',
  threadOpened: (thread: string): string => `已经开好：<#${thread}>`,
  threadFailed: '开不了讨论串：可能已经开过，或者机器人没有“创建公共子区”的权限。请联系管理员。',
  threadHello: '在这里接着问就行。',
  threadHelloMention: '在这里接着问：@我，或者回复我的消息。',
  presence: (articles: number): string => `${articles} 篇文章，/ask 提问`,
};

/** Everything that only the bot says, in one language. */
export type BotWording = typeof zhCN;

const zhTW: BotWording = {
  tooFast: (at) => `問得有點快，<t:${at}:R>再試。`,
  stopping: '正在重新啟動，請過一分鐘再試。',
  expired: '這個按鈕已經過期，請再問一次。',
  privateOnly: '這裡的回答只給提問的人看，請直接用命令，例如 /ask。',
  thread: '接著討論',
  threadOpened: (thread) => `已經開好：<#${thread}>`,
  threadFailed: '開不了討論串：可能已經開過，或者機器人沒有「建立公開討論串」的權限。請聯絡管理員。',
  threadHello: '在這裡接著問就行。',
  threadHelloMention: '在這裡接著問：@我，或者回覆我的訊息。',
  presence: (articles) => `${articles} 篇文章，/ask 提問`,
};

const en: BotWording = {
  tooFast: (at) => `That was rather fast; try again <t:${at}:R>.`,
  stopping: 'Restarting. Please try again in a minute.',
  expired: 'This button is too old. Please ask again.',
  privateOnly: 'The answer would be for you alone: please use a command, such as /ask.',
  thread: 'Discuss',
  threadOpened: (thread) => `Here it is: <#${thread}>`,
  threadFailed:
    'No thread could be made: there may be one already, or the permission “Create Public Threads” is missing.',
  threadHello: 'Just go on asking here.',
  threadHelloMention: 'Go on asking here: mention me, or reply to what I say.',
  presence: (articles) => `${articles} articles, /ask a question`,
};

const WORDINGS: Readonly<Record<Locale, BotWording>> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en };

/** What the bot says in `locale`. */
export function botWording(locale: Locale): BotWording {
  return WORDINGS[locale];
}
