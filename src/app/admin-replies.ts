/** What all commands of those who keep the library have in common. */

import type { TextOption } from './command.ts';
import { UserError } from './errors.ts';
import type { Keeper, PageFacts, Submitter } from './keeper.ts';
import type { FoundPage } from './kept-pages.ts';
import { NAME_LIMIT } from './limits.ts';
import type { Locale } from './locale.ts';
import type { Library } from './model.ts';
import { type Content, content, inline, type ListItem } from './reply.ts';
import type { Call, Caller } from './request.ts';
import { partialDay } from './values.ts';
import { wordingFor } from './wording.ts';
import type { Wording } from './wording-zh-cn.ts';

/** What a command of the keepers works with. */
export interface KeeperDesk {
  readonly keeper: Keeper;
  readonly wording: Wording;
  readonly by: Submitter;
}

/** A plain "no" with its reason. */
export function refusal(text: string, items: readonly ListItem[] = []): Content {
  const list = items.length === 0 ? [] : [{ kind: 'list', start: 1, items } as const];
  return content([{ kind: 'text', text: inline(text) }, ...list], { tone: 'refusal' });
}

/** Does `work` with the keeper of the library, or says that the library can only be read. */
export async function withKeeper(
  { keeper }: Library,
  { id, place, at = 0, locale }: Caller,
  work: (desk: KeeperDesk) => Promise<Content>,
): Promise<Content> {
  const wording = wordingFor(locale);
  if (keeper === null) return refusal(wording.admin.readOnly);
  return work({ keeper, wording, by: { asker: id, place: place?.id ?? null, at } });
}

/** The paper that pages are of. */
export const paperOption = {
  type: 'text',
  maxLength: NAME_LIMIT,
  names: { 'zh-CN': '报纸', 'zh-TW': '報紙', en: 'paper' },
  description: {
    'zh-CN': '哪份报纸，如 江城晚报',
    'zh-TW': '哪份報紙，如 江城晚報',
    en: 'which newspaper they are of',
  },
} as const satisfies TextOption;

/** The day, month or year that pages are of. */
export const paperDateOption = {
  type: 'text',
  maxLength: NAME_LIMIT,
  names: { 'zh-CN': '日期', 'zh-TW': '日期', en: 'date' },
  description: {
    'zh-CN': '报纸的日期，如 2022-07-15；不写就看文件名',
    'zh-TW': '報紙的日期，如 2022-07-15；不寫就看檔名',
    en: 'the day of the paper, such as 2022-07-15; else the name of the file tells',
  },
} as const satisfies TextOption;

/** What is said of pages. Throws a UserError for what is no date. */
export function factsOf(
  { paper, date }: { readonly paper?: string | undefined; readonly date?: string | undefined },
  locale: Locale,
): PageFacts {
  const day = date === undefined ? null : partialDay(date);
  if (day === undefined)
    throw new UserError('option-not-date', { option: paperDateOption.names[locale], value: date ?? '' });
  return { publication: paper ?? null, date: day, label: null };
}

/** How long ago something was, in whole minutes, hours or days. */
export function agoText(then: number, now: number, { admin: { ago } }: Wording): string {
  const minutes = Math.floor((now - then) / 60_000);
  if (minutes < 1) return ago.now;
  if (minutes < 60) return ago.minutes(minutes);
  return minutes < 48 * 60 ? ago.hours(Math.floor(minutes / 60)) : ago.days(Math.floor(minutes / (24 * 60)));
}

/** Which page is meant: an entry of a list for each, `callOf` says what it opens. */
export function pageItems(
  pages: readonly FoundPage[],
  callOf: (subject: string) => Call,
  wording: Wording,
): ListItem[] {
  return pages.map(({ subject, file, publication, date, label }) => {
    const paper = [publication, label].filter((part) => part !== null).join(' ');
    const known = [paper, date === null ? '' : wording.date(date), subject === file ? '' : subject];
    const details = known.filter((part) => part !== '').map((part) => wording.separator + part);
    return {
      text: [
        { text: file, style: 'strong' },
        { text: details.join(''), style: 'faint' },
      ],
      call: callOf(subject),
    };
  });
}
