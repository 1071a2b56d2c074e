/**
 * Reads `pages.json`, which lies beside pages and says which paper, day and page each of them is:
 * `{"FILE": {"publication": "晚报", "date": "2022-07-15", "page": "03"}}`, every member optional.
 */
import { join } from 'node:path';
import { isDay } from './days.ts';
import { FileError } from './file-error.ts';
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
  readonly problems: readonly FileError[];
  /** Members that nobody knows: perhaps misspelt, perhaps meant for another program. */
  readonly warnings: readonly string[];
}

type Members = Readonly<Record<string, unknown>>;

const MEMBERS: readonly string[] = ['publication', 'date', 'page'];

/** Reads the list of a folder; there need not be one. What is wrong with it is told, and the rest of it counts. */
export async function readPageList(folder: string, shownFolder: string): Promise<PageList> {
  const shown = join(shownFolder, PAGE_LIST);
  try {
    const bytes = await readPageBytes({ path: join(folder, PAGE_LIST), shown, packed: false });
    return parsePageList(new TextDecoder().decode(bytes), shown);
  } catch (fault) {
    if (!(fault instanceof FileError)) throw fault;
    return { entries: new Map(), problems: fault.code === 'missing' ? [] : [fault], warnings: [] };
  }
}

/** Reads the text of a list; `shown` is its name in what is said of it. */
export function parsePageList(text: string, shown: string): PageList {
  const entries = new Map<string, PageEntry>();
  const problems: FileError[] = [];
  const warnings: string[] = [];
  const refuse = (message: string) => problems.push(new FileError('page-list', shown, { message }));
  const list = parseJson(text);
  if (!isObject(list)) refuse('It must be a JSON object with a member for each page.');
  for (const [file, members] of Object.entries(isObject(list) ? list : {})) {
    if (!isObject(members)) refuse(`“${file}” must be an object.`);
    else {
      for (const what of wrongMembers(members)) refuse(`“${file}”: ${what}.`);
      for (const name of unknownMembers(members)) warnings.push(`“${file}”: “${name}” means nothing here.`);
      entries.set(file.normalize('NFC'), entryOf(members));
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

function wrongMembers({ publication, date, page }: Members): string[] {
  const wrong: string[] = [];
  if (isGiven(publication) && textOf(publication) === null) wrong.push('“publication” must be a text');
  if (isGiven(page) && labelOf(page) === null) wrong.push('“page” must be a text or a whole number');
  if (isGiven(date) && dateOf(date) === null) {
    wrong.push(`“date” must be like 2022-07-15, 2022-07 or 2022, not ${JSON.stringify(date)}`);
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
