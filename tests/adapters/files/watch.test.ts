import { appendFile, mkdir, mkdtemp, realpath, rename, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FolderWatch, WatchFault, watchFolder } from '../../../src/adapters/files/watch.ts';

const SETTLE_MS = 60;
/** Longer than a busy machine holds anybody up. */
const SLOW_MS = 1000;
/** Long enough for anything that is going to be told. */
const QUIET_MS = 500;

/** What was told, a call each: `+a.txt b.txt`, `-a.txt` or `!folder-gone`. */
let told: string[] = [];
let base = '';
let root = '';
let watching: FolderWatch | null = null;

beforeEach(async () => {
  told = [];
  base = await realpath(await mkdtemp(join(tmpdir(), 'wenbao-watch-')));
  root = join(base, 'pages');
  await mkdir(root);
});
afterEach(async () => {
  await watching?.close();
  await rm(base, { recursive: true });
});

function names(paths: readonly string[]): string {
  return paths.map((path) => (path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path)).join(' ');
}

async function start(folder = root, settleMs = SETTLE_MS): Promise<void> {
  watching = watchFolder(folder, {
    onChange: (paths) => told.push(`+${names(paths)}`),
    onGone: (paths) => told.push(`-${names(paths)}`),
    onFault: (fault) => told.push(`!${fault instanceof WatchFault ? fault.reason : String(fault)}`),
    settleMs,
  });
  await watching.ready;
}

async function put(name: string, content: string | Uint8Array = '一页报纸。'): Promise<void> {
  await writeFile(join(root, name), content);
}

/** Resolves when this was told, all of it and in this order. */
async function toldToBe(expected: readonly string[]): Promise<void> {
  await vi.waitFor(() => expect(told).toEqual(expected), { timeout: 20_000, interval: 20 });
}

describe('a watched folder', () => {
  it('tells of new, changed and deleted pages, and not of what lies in it at first', async () => {
    await put('old.txt');
    await put('other.txt');
    await start();
    await put('new.md');
    await toldToBe(['+new.md']);
    await put('old.txt', '改过的一页。');
    await toldToBe(['+new.md', '+old.txt']);
    await unlink(join(root, 'other.txt'));
    await toldToBe(['+new.md', '+old.txt', '-other.txt']);
    await wait(QUIET_MS);
    expect(told.length).toBe(3);
  });

  it.each(['page.txt', 'page.md', 'page.jsonl', 'page.txt.gz', 'PAGE.JSONL.GZ'])('tells of %s', async (name) => {
    await start();
    await put(name, name.toLowerCase().endsWith('gz') ? gzipSync('一页') : '一页');
    await toldToBe([`+${name}`]);
  });

  it('does not tell of hidden, temporary and other files', async () => {
    await start();
    await mkdir(join(root, '.git'));
    for (const name of ['.page.txt', '.git/a.txt', '~$page.md', 'page.txt~', 'page.txt.part', 'page.html', 'x.tmp']) {
      await put(name);
    }
    await put('page.txt');
    await toldToBe(['+page.txt']);
    await wait(QUIET_MS);
    expect(told).toEqual(['+page.txt']);
  });

  it('waits until a page has stopped growing, and then tells of it once', async () => {
    await start(root, SLOW_MS);
    await put('page.txt', '');
    for (let round = 0; round < 30; round += 1) {
      await appendFile(join(root, 'page.txt'), '又一行。\n');
      expect(told).toEqual([]);
      await wait(SLOW_MS / 20);
    }
    await toldToBe(['+page.txt']);
  });

  it('gathers a burst into one call', async () => {
    await start(root, SLOW_MS);
    const pages = Array.from({ length: 50 }, (_, index) => `page-${String(index).padStart(2, '0')}.txt`);
    await Promise.all(pages.map((page) => put(page)));
    await toldToBe([`+${pages.join(' ')}`]);
  });

  it('tells of pages in new folders, and of a folder that is moved as gone and new', async () => {
    await put('stays.txt');
    await start();
    await mkdir(join(root, 'may', 'first'), { recursive: true });
    await put('may/first/page.txt');
    await toldToBe(['+may/first/page.txt']);
    await rename(join(root, 'may'), join(root, 'june'));
    await vi.waitFor(() => expect(told.length).toBe(3), { timeout: 20_000 });
    expect(told.toSorted()).toEqual(['+june/first/page.txt', '+may/first/page.txt', '-may/first/page.txt']);
  });

  it('tells of a page that another one was moved over, as of a changed one', async () => {
    await put('page.txt');
    await put('draft.tmp', '新的一页。');
    await start();
    await rename(join(root, 'draft.tmp'), join(root, 'page.txt'));
    await toldToBe(['+page.txt']);
  });

  it('says nothing of a page that has come and gone before it was quiet', async () => {
    await start();
    await put('short.txt');
    await unlink(join(root, 'short.txt'));
    await put('page.txt');
    await toldToBe(['+page.txt']);
  });

  it('tells of all pages beside a list of pages that has changed or gone', async () => {
    await mkdir(join(root, 'may', 'deeper'), { recursive: true });
    for (const name of ['may/a.txt', 'may/b.md', 'may/deeper/c.txt', 'd.txt', 'may/notes.html']) await put(name);
    await start();
    await put('may/pages.json', '{"a.txt": {"publication": "晚报"}}');
    await toldToBe(['+may/a.txt may/b.md']);
    await unlink(join(root, 'may', 'pages.json'));
    await toldToBe(['+may/a.txt may/b.md', '+may/a.txt may/b.md']);
  });

  it('follows no link out of the folder', async () => {
    await mkdir(join(base, 'outside'));
    await writeFile(join(base, 'outside', 'secret.txt'), '外面');
    await start();
    await symlink(join(base, 'outside', 'secret.txt'), join(root, 'link.txt'));
    await symlink(join(base, 'outside'), join(root, 'folder'));
    await put('page.txt');
    await toldToBe(['+page.txt']);
    await writeFile(join(base, 'outside', 'secret.txt'), '外面变了');
    await writeFile(join(base, 'outside', 'more.txt'), '外面');
    await wait(QUIET_MS);
    expect(told).toEqual(['+page.txt']);
  });

  it('may be a link itself, and tells of pages where they really lie', async () => {
    await symlink(root, join(base, 'link'));
    await start(join(base, 'link'));
    await put('page.txt');
    await toldToBe(['+page.txt']);
  });

  it('that vanishes takes no page with it, and tells what has changed when it is back', async () => {
    for (const name of ['a.txt', 'b.txt', 'c.txt']) await put(name);
    await start();
    await rename(root, join(base, 'away'));
    await toldToBe(['!folder-gone']);
    await unlink(join(base, 'away', 'b.txt'));
    await writeFile(join(base, 'away', 'c.txt'), '改过的一页。');
    await writeFile(join(base, 'away', 'd.txt'), '新的一页。');
    await wait(QUIET_MS);
    expect(told).toEqual(['!folder-gone']);
    await rename(join(base, 'away'), root);
    await toldToBe(['!folder-gone', '-b.txt', '+c.txt d.txt']);
    await put('e.txt');
    await toldToBe(['!folder-gone', '-b.txt', '+c.txt d.txt', '+e.txt']);
  });

  it('that is deleted and made anew is watched on', async () => {
    await put('a.txt');
    await start();
    await rm(root, { recursive: true });
    await toldToBe(['!folder-gone']);
    await mkdir(root);
    await put('b.txt');
    await toldToBe(['!folder-gone', '-a.txt', '+b.txt']);
    await put('b.txt', '改过的一页。');
    await toldToBe(['!folder-gone', '-a.txt', '+b.txt', '+b.txt']);
  });

  it('all of whose pages are gone at once is a fault, until there are pages again', async () => {
    await put('a.txt');
    await put('b.txt');
    await start();
    await Promise.all([unlink(join(root, 'a.txt')), unlink(join(root, 'b.txt'))]);
    await toldToBe(['!folder-empty']);
    await put('b.txt');
    await toldToBe(['!folder-empty', '-a.txt', '+b.txt']);
  });

  it('need not be there at first', async () => {
    await rm(root, { recursive: true });
    await start();
    expect(told).toEqual(['!folder-gone']);
    await mkdir(root);
    await put('page.txt');
    await toldToBe(['!folder-gone', '+page.txt']);
  });

  it('tells nothing more once it is closed', async () => {
    await start();
    await put('page.txt');
    await watching?.close();
    await wait(QUIET_MS);
    expect(told).toEqual([]);
  });
});
