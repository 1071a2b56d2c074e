/** Finds the sentences for starting, stopping and registering in the language of whoever runs the program. */
import type { Locale } from '../../app/locale.ts';
import { startEn } from './wording-start-en.ts';
import { type StartWording, startZhCN } from './wording-start-zh-cn.ts';
import { startZhTW } from './wording-start-zh-tw.ts';

const WORDINGS: Readonly<Record<Locale, StartWording>> = { 'zh-CN': startZhCN, 'zh-TW': startZhTW, en: startEn };

/** Everything that starting, stopping and registering say, in `locale`. */
export function startWording(locale: Locale): StartWording {
  return WORDINGS[locale];
}
