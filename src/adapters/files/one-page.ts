/** Reads one page as it would be taken in, and takes nothing in. */
import { basename, dirname, join } from 'node:path';
import { type InspectedPage, inspectPage } from '../../app/page-view.ts';
import { FileError, type FileRemark } from './file-error.ts';
import { factsOf, readPageList } from './page-list.ts';
import { readPageBytes } from './read.ts';
import { type FoundFile, findFiles, PAGE_LIST } from './walk.ts';

/** The file that a path names; a folder names several pages, and lines of JSON are no page. */
async function pageAt(path: string): Promise<FoundFile> {
  const { files, folders, problems } = await findFiles([path]);
  if (folders.length > 0) throw new FileError(path, { code: 'page-is-folder', details: {} });
  const [file] = files;
  if (file === undefined) throw problems[0] ?? new FileError(path, { code: 'file-missing', details: {} });
  if (file.kind === 'jsonl') throw new FileError(path, { code: 'page-is-lines', details: {} });
  return file;
}

/** What a list says of other pages is not to be told here. */
function concerns({ details }: FileRemark, name: string): boolean {
  if (!('entry' in details)) return true;
  return details.entry === name || details.entry === name.replace(/\.gz$/i, '');
}

/**
 * Reads the page of a file, with what `pages.json` beside it says of it. Rejects with a FileError where the file cannot be
 * read or is no page, and with a PageError where its bytes are no text.
 */
export async function inspectFile(path: string): Promise<InspectedPage> {
  const file = await pageAt(path);
  const name = basename(file.name);
  const [bytes, list] = await Promise.all([readPageBytes(file), readPageList(dirname(file.path), dirname(path))]);
  const told = (remarks: readonly FileRemark[]) => remarks.filter((remark) => concerns(remark, name));
  return {
    view: inspectPage({ ...factsOf(name, list), id: file.name }, bytes),
    list: { file: join(dirname(path), PAGE_LIST), problems: told(list.problems), warnings: told(list.warnings) },
  };
}
