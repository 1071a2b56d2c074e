/**
 * Watches a folder of pages and tells which of its files are new, have changed or are gone.
 *
 * What the system tells is only taken as a hint: each file that is hinted at is looked at until it has stopped
 * changing, and counts by what it is then. A folder that is not there, or all of whose pages are gone at once, is a disk
 * that is missing rather than a library that is to be emptied: that is a fault, and nothing is told as gone until the
 * folder is back or has pages again.
 */
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import { type Look, type Settled, Settling } from './settling.ts';
import { isPageName, PAGE_LIST } from './walk.ts';

/** What a watched folder as a whole can have wrong with it. */
export type WatchFaultReason = 'folder-gone' | 'folder-empty';

/** Something is wrong with the folder; what was in it is not told as gone. */
export class WatchFault extends Error {
  override readonly name = 'WatchFault';
  readonly reason: WatchFaultReason;

  constructor(reason: WatchFaultReason, folder: string) {
    super(`${folder}: ${reason}`);
    this.reason = reason;
  }
}

/** Who is told, and how long files have to be quiet before. */
export interface WatchParts {
  /** New and changed files, absolute and with links resolved; also those whose `pages.json` has changed. */
  onChange(paths: readonly string[]): void;
  /** Files that are gone, likewise. */
  onGone(paths: readonly string[]): void;
  /** A {@link WatchFault}, or what the system says of a place that cannot be watched. Watching goes on. */
  onFault(fault: unknown): void;
  /** Milliseconds; 2000 by default. */
  readonly settleMs?: number;
}

/** A folder that is being watched. */
export interface FolderWatch {
  /** Resolves when what lies in the folder is known: every change from then on is told. At once where there is no folder. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}

const SETTLE_MS = 2000;
/** Hidden files, and those that editors keep beside one that is open, such as `~$page.md`. */
function isIgnoredName(name: string): boolean {
  return /^[.~]/.test(name);
}

/** What a file looks like from outside; any write changes it. */
function lookOf({ size, mtimeMs, ctimeMs, ino }: Awaited<ReturnType<typeof stat>>): string {
  return [size, mtimeMs, ctimeMs, ino].join(' ');
}

/** The value, or `null` where the file system refuses. */
async function orNull<Value>(looking: Promise<Value>): Promise<Value | null> {
  try {
    return await looking;
  } catch {
    return null;
  }
}

/** Watches a folder, also one that is not there yet. What lies in it at first is not told. */
export function watchFolder(root: string, parts: WatchParts): FolderWatch {
  return new Watch(resolve(root), parts);
}

class Watch implements FolderWatch {
  readonly ready: Promise<void>;
  readonly #named: string;
  readonly #parts: WatchParts;
  readonly #settling: Settling;
  /** What files looked like when they were last told of, or at first. */
  readonly #known = new Map<string, string>();
  readonly #timer: NodeJS.Timeout;
  /** Gone while no other page was left. */
  #held = new Set<string>();
  #root = '';
  /** Folders that are new, and since when. */
  readonly #folders = new Map<string, number>();
  #identity: string | null = null;
  #watcher: FSWatcher | null = null;
  #working: Promise<void>;
  #isBusy = true;
  #isClosed = false;

  constructor(root: string, parts: WatchParts) {
    this.#named = root;
    this.#parts = parts;
    const settleMs = parts.settleMs ?? SETTLE_MS;
    this.#settling = new Settling(settleMs);
    this.ready = this.#begin();
    this.#working = this.ready;
    this.#timer = setInterval(() => this.#tick(), Math.max(10, settleMs / 2));
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#timer);
    await this.#working;
    await this.#watcher?.close();
  }

  async #begin(): Promise<void> {
    await this.#open(await this.#lookAtRoot(), (path, look) => this.#known.set(path, look));
    this.#isBusy = false;
  }

  #tick(): void {
    if (this.#isBusy || this.#isClosed) return;
    this.#isBusy = true;
    this.#working = this.#work()
      .catch((fault: unknown) => this.#parts.onFault(fault))
      .finally(() => {
        this.#isBusy = false;
      });
  }

  async #work(): Promise<void> {
    const identity = await this.#lookAtRoot();
    if (identity !== this.#identity) await this.#reopen(identity);
    if (identity !== null) await this.#lookThroughFolders(performance.now());
    if (identity === null || this.#settling.isIdle) return;
    const settled = await this.#settling.settle((path) => this.#lookAt(path), performance.now());
    // A folder that has just gone takes its files with it: they are held until it is back.
    if (settled.length > 0 && (await this.#lookAtRoot()) === this.#identity) await this.#tell(settled);
    else for (const [path] of settled) this.#notice(path);
  }

  /** Says which folder it is that lies there, or `null` for none. */
  async #lookAtRoot(): Promise<string | null> {
    const found = await orNull(stat(this.#named));
    return found?.isDirectory() === true ? `${found.dev} ${found.ino}` : null;
  }

  /** The folder has gone, has come back or is another one: then everything that was or is in it is looked at. */
  async #reopen(identity: string | null): Promise<void> {
    await this.#watcher?.close();
    this.#watcher = null;
    for (const path of this.#known.keys()) this.#notice(path);
    await this.#open(identity, (path) => this.#notice(path));
  }

  async #open(identity: string | null, onFound: (path: string, look: string) => void): Promise<void> {
    this.#identity = identity;
    if (identity === null) {
      this.#parts.onFault(new WatchFault('folder-gone', this.#named));
      return;
    }
    this.#root = (await orNull(realpath(this.#named))) ?? this.#named;
    await this.#watchRoot(onFound);
  }

  /** Resolves when chokidar knows the folder; until then each file is given to `onFound`, and later ones are noticed. */
  async #watchRoot(onFound: (path: string, look: string) => void): Promise<void> {
    let isKnown = false;
    const watcher = watch(this.#root, {
      followSymlinks: false,
      alwaysStat: true,
      ignored: (path, stats) => this.#isIgnored(path, stats?.isDirectory()),
    });
    this.#watcher = watcher;
    watcher.on('add', (path, stats) => {
      if (isKnown || stats === undefined || stats.isSymbolicLink()) this.#notice(path);
      else onFound(path, lookOf(stats));
    });
    watcher.on('change', (path) => this.#notice(path)).on('unlink', (path) => this.#notice(path));
    watcher.on('addDir', (path) => isKnown && this.#folders.set(path, performance.now()));
    watcher.on('unlinkDir', (path) => this.#noticeBelow(path));
    watcher.on('error', (fault) => this.#parts.onFault(fault));
    await new Promise<void>((known) => watcher.once('ready', known));
    isKnown = true;
  }

  /**
   * Looks through folders that have been there for a while: what was put into one before the system was asked to tell of it is
   * told by nobody.
   */
  async #lookThroughFolders(now: number): Promise<void> {
    const due = [...this.#folders].filter(([, since]) => now - since >= (this.#parts.settleMs ?? SETTLE_MS));
    for (const [folder] of due) {
      this.#folders.delete(folder);
      const names = (await orNull(readdir(folder, { recursive: true }))) ?? [];
      const paths = names.map((name) => join(folder, name));
      for (const path of paths) if (!this.#known.has(path) && !this.#isIgnored(path, false)) this.#notice(path);
    }
  }

  /** What was in a folder that is gone is looked at, whether or not the system tells of each file. */
  #noticeBelow(folder: string): void {
    for (const path of this.#known.keys()) if (path.startsWith(folder + sep)) this.#notice(path);
  }

  #isIgnored(path: string, isFolder: boolean | undefined): boolean {
    const below = relative(this.#root, path);
    if (below.split(sep).some(isIgnoredName)) return true;
    return isFolder === false && !isPageName(path) && basename(path) !== PAGE_LIST;
  }

  #notice(path: string): void {
    this.#settling.notice(path, performance.now());
  }

  /** What a file looks like; a link counts as long as it stays within the folder. */
  async #lookAt(path: string): Promise<Look> {
    const real = await orNull(realpath(path));
    if (real === null || !real.startsWith(this.#root + sep)) return null;
    const found = await orNull(stat(real));
    return found?.isFile() === true ? lookOf(found) : null;
  }

  async #tell(settled: readonly Settled[]): Promise<void> {
    const news = settled.filter(([path, look]) => look !== (this.#known.get(path) ?? null));
    const changed = await this.#changedIn(news);
    const missing = new Set(this.#held);
    for (const [path, look] of settled) {
      if (look === null && this.#known.has(path)) missing.add(path);
      else missing.delete(path);
      if (look !== null) this.#known.set(path, look);
    }
    const gone = this.#let(missing);
    if (this.#isClosed) return;
    if (gone.length > 0) this.#parts.onGone(gone);
    if (changed.length > 0) this.#parts.onChange(changed);
  }

  /** The pages that are there and read otherwise than before. */
  async #changedIn(news: readonly Settled[]): Promise<readonly string[]> {
    const changed = new Set<string>();
    for (const [path, look] of news) {
      const pages = basename(path) === PAGE_LIST ? await this.#pagesBeside(path) : [path].filter(() => look !== null);
      for (const page of pages) changed.add(page);
    }
    return [...changed].sort();
  }

  /** The pages that are to be told as gone; none where no page would be left. */
  #let(missing: Set<string>): readonly string[] {
    const isPage = (path: string): boolean => basename(path) !== PAGE_LIST;
    const pages = [...missing].filter(isPage).sort();
    const isEmptied = pages.length > 0 && ![...this.#known.keys()].some((path) => isPage(path) && !missing.has(path));
    if (isEmptied) {
      const isNews = pages.some((path) => !this.#held.has(path));
      this.#held = missing;
      if (isNews) this.#parts.onFault(new WatchFault('folder-empty', this.#named));
      return [];
    }
    this.#held = new Set();
    for (const path of missing) this.#known.delete(path);
    return pages;
  }

  async #pagesBeside(list: string): Promise<string[]> {
    const folder = dirname(list);
    const names = (await orNull(readdir(folder))) ?? [];
    const pages = names.filter((name) => isPageName(name) && !isIgnoredName(name)).map((name) => join(folder, name));
    const files = await Promise.all(pages.map(async (page) => (await orNull(lstat(page)))?.isFile() === true));
    return pages.filter((_, index) => files[index] === true);
  }
}
