/** Finds our sentences in the language of the person who asks. */
import type { Locale } from './locale.ts';
import { en } from './wording-en.ts';
import { type Wording, zhCN } from './wording-zh-cn.ts';
import { zhTW } from './wording-zh-tw.ts';

const WORDINGS: Readonly<Record<Locale, Wording>> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en };

/** Everything we say in `locale`. */
export function wordingFor(locale: Locale): Wording {
  return WORDINGS[locale];
}
