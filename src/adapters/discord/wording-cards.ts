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
  },
  en: {
    position: ({ screen, screens }) => `Page ${screen} of ${screens}`,
    inner: (page, { screen, screens }) => `${page} (${screen} of ${screens})`,
    pick: 'Choose one to read',
    nothing: '(nothing here)',
  },
};

/** Everything that only cards say, in `locale`. */
export function cardWording(locale: Locale): CardWording {
  return WORDINGS[locale];
}
