/**
 * Reads `pages.json`, which lies beside pages and says which paper, day and page each of them is:
 * `{"FILE": {"publication": "晚报", "date": "2022-07-15", "page": "03"}}`, every member optional.
 */
import { join } from 'node:path';
import { dayInName, isDay } from '../../app/days.ts';
import type { PageInfo } from '../../ingest/model.ts';
import { FileError, type FileRemark } from './file-error.ts';
import { readPageBytes } from './read.ts';
import { PAGE_LIST } from './walk.ts';

/** What the list says of a page. */
export interface PageEntry {
  readonly publication: string | null;
  readonly date: string | null;
  readonly label: string | null;
}

/** A list with what is wrong with it. */
export interface PageList {
  readonly entries: ReadonlyMap<string, PageEntry>;
  readonly problems: readonly FileRemark[];
  /** Members that nobody knows: perhaps misspelt, perhaps meant for another program. */
  readonly warnings: readonly FileRemark[];
}

type Members = Readonly<Record<string, unknown>>;

const MEMBERS: readonly string[] = ['publication', 'date', 'page'];

/** Reads the list of a folder; there need not be one. What is wrong with it is told, and the rest of it counts. */
export async function readPageList(folder: string, shownFolder: string): Promise<PageList> {
  const shown = join(shownFolder, PAGE_LIST);
  try {
    const bytes = await readPageBytes({ path: join(folder, PAGE_LIST), shown, packed: false });
    return parsePageList(new TextDecoder().decode(bytes));
  } catch (fault) {
    if (!(fault instanceof FileError)) throw fault;
    const { remark } = fault;
    return { entries: new Map(), problems: remark.code === 'file-missing' ? [] : [remark], warnings: [] };
  }
}

/** What is known of a file by its list and its name: a day in the name counts where the list has none. */
export function factsOf(name: string, { entries }: PageList): Omit<PageInfo, 'id'> {
  const entry: Partial<PageEntry> = entries.get(name) ?? entries.get(name.replace(/\.gz$/i, '')) ?? {};
  return {
    file: name,
    publication: entry.publication ?? null,
    date: entry.date ?? dayInName(name),
    label: entry.label ?? null,
  };
}

/** Reads the text of a list. */
export function parsePageList(text: string): PageList {
  const entries = new Map<string, PageEntry>();
  const problems: FileRemark[] = [];
  const warnings: FileRemark[] = [];
  const list = parseJson(text);
  if (!isObject(list)) problems.push({ code: 'list-no-object', details: {} });
  for (const [entry, members] of Object.entries(isObject(list) ? list : {})) {
    if (!isObject(members)) problems.push({ code: 'list-entry-no-object', details: { entry } });
    else {
      problems.push(...wrongMembers(entry, members));
      for (const member of unknownMembers(members)) {
        warnings.push({ code: 'list-member-unknown', details: { entry, member } });
      }
      entries.set(entry.normalize('NFC'), entryOf(members));
    }
  }
  return { entries, problems, warnings };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function unknownMembers(members: Members): string[] {
  return Object.keys(members).filter((name) => !MEMBERS.includes(name));
}

function wrongMembers(entry: string, { publication, date, page }: Members): FileRemark[] {
  const wrong: FileRemark[] = [];
  const noText = (member: string) => wrong.push({ code: 'list-member-no-text', details: { entry, member } });
  if (isGiven(publication) && textOf(publication) === null) noText('publication');
  if (isGiven(page) && labelOf(page) === null) noText('page');
  if (isGiven(date) && dateOf(date) === null) {
    wrong.push({ code: 'list-date-unknown', details: { entry, found: JSON.stringify(date) } });
  }
  return wrong;
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

function entryOf({ publication, date, page }: Members): PageEntry {
  return { publication: textOf(publication), date: dateOf(date), label: labelOf(page) };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function labelOf(value: unknown): string | null {
  return Number.isInteger(value) ? String(value) : textOf(value);
}

function dateOf(value: unknown): string | null {
  return typeof value === 'string' && isDay(value) ? value : null;
}
