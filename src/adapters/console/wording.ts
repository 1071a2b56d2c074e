/** Finds the terminal's own sentences in the language of its user. */
import type { Locale } from '../../app/locale.ts';
import { terminalEn } from './wording-en.ts';
import { type TerminalWording, terminalZhCN } from './wording-zh-cn.ts';
import { terminalZhTW } from './wording-zh-tw.ts';

const WORDINGS: Readonly<Record<Locale, TerminalWording>> = {
  'zh-CN': terminalZhCN,
  'zh-TW': terminalZhTW,
  en: terminalEn,
};

/** Everything that only the terminal says, in `locale`. */
export function terminalWording(locale: Locale): TerminalWording {
  return WORDINGS[locale];
}
