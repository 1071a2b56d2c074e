/** The options that several commands share, and what has to hold between them. */
import type { DateOption, FlagOption, IntegerOption, TextOption } from './command.ts';
import { UserError } from './errors.ts';
import { NAME_LIMIT } from './limits.ts';

/** Narrows to articles of a reporter. */
export const reporterOption = {
  type: 'text',
  maxLength: NAME_LIMIT,
  names: { 'zh-CN': '记者', 'zh-TW': '記者', en: 'reporter' },
  description: { 'zh-CN': '只看这位记者的文章', 'zh-TW': '只看這位記者的文章', en: 'only articles by this reporter' },
} as const satisfies TextOption;

/** The first day. */
export const fromOption = {
  type: 'date',
  edge: 'from',
  names: { 'zh-CN': '开始', 'zh-TW': '開始', en: 'from' },
  description: {
    'zh-CN': '从这一天起，如 2022-07-01 或 2022-07',
    'zh-TW': '從這一天起，如 2022-07-01 或 2022-07',
    en: 'from this day on, such as 2022-07-01 or 2022-07',
  },
} as const satisfies DateOption;

/** The last day. */
export const toOption = {
  type: 'date',
  edge: 'to',
  names: { 'zh-CN': '结束', 'zh-TW': '結束', en: 'to' },
  description: {
    'zh-CN': '到这一天为止，如 2022-07-31 或 2022-07',
    'zh-TW': '到這一天為止，如 2022-07-31 或 2022-07',
    en: 'up to this day, such as 2022-07-31 or 2022-07',
  },
} as const satisfies DateOption;

/** Narrows to a newspaper page. */
export const pageOption = {
  type: 'text',
  maxLength: NAME_LIMIT,
  names: { 'zh-CN': '版面', 'zh-TW': '版面', en: 'page' },
  description: {
    'zh-CN': '只看这个版面，写文件名',
    'zh-TW': '只看這個版面，寫檔名',
    en: 'only this newspaper page, by the name of its file',
  },
} as const satisfies TextOption;

/** Narrows to articles without a byline. */
export const unsignedOption = {
  type: 'flag',
  names: { 'zh-CN': '未署名', 'zh-TW': '未署名', en: 'unsigned' },
  description: { 'zh-CN': '只看没有署名的文章', 'zh-TW': '只看沒有署名的文章', en: 'only articles without a byline' },
} as const satisfies FlagOption;

/** Which screenful of a long list, from 1 to `max`. */
export function partOption(max: number) {
  return {
    type: 'integer',
    min: 1,
    max,
    names: { 'zh-CN': '页码', 'zh-TW': '頁碼', en: 'part' },
    description: { 'zh-CN': '结果的第几页', 'zh-TW': '結果的第幾頁', en: 'which page of the results' },
  } as const satisfies IntegerOption;
}

/** Refuses a range of days that ends before it begins. */
export function checkDays(from: string | undefined, to: string | undefined): void {
  if (from !== undefined && to !== undefined && from > to) throw new UserError('dates-reversed', { from, to });
}
