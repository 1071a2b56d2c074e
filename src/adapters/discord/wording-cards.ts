/** What only cards say, in every language. */
import type { Locale } from '../../app/locale.ts';

/** Where a screen stands. */
export interface Position {
  /** From 1. */
  readonly screen: number;
  readonly screens: number;
}

const zhCN = {
  position: ({ screen, screens }: Position): string => `第 ${screen} / ${screens} 页`,
  /** Of one page of a longer list, which itself needs several screens. */
  inner: (page: string, { screen, screens }: Position): string => `${page}（${screen} / ${screens}）`,
  pick: '选一篇看原文',
  nothing: '（没有内容）',
  /** `limit` in MiB. */
  fileTooLarge: (name: string, limit: number): string =>
    `文件 ${name} 超过 Discord 的上限 ${limit} MiB，没有发出来。请缩小范围再试。`,
};

/** Everything that only cards say, in one language. */
export type CardWording = typeof zhCN;

const WORDINGS: Readonly<Record<Locale, CardWording>> = {
  'zh-CN': zhCN,
  'zh-TW': {
    position: ({ screen, screens }) => `第 ${screen} / ${screens} 頁`,
    inner: (page, { screen, screens }) => `${page}（${screen} / ${screens}）`,
    pick: '選一篇看原文',
    nothing: '（沒有內容）',
    fileTooLarge: (name, limit) => `檔案 ${name} 超過 Discord 的上限 ${limit} MiB，沒有送出。請縮小範圍再試。`,
  },
  en: {
    position: ({ screen, screens }) => `Page ${screen} of ${screens}`,
    inner: (page, { screen, screens }) => `${page} (${screen} of ${screens})`,
    pick: 'Choose one to read',
    nothing: '(nothing here)',
    fileTooLarge: (name, limit) =>
      `The file ${name} was not sent: it is larger than Discord’s limit of ${limit} MiB. Please ask for less.`,
  },
};

/** Everything that only cards say, in `locale`. */
export function cardWording(locale: Locale): CardWording {
  return WORDINGS[locale];
}
