/** A library with its keeper: the real store, ledger and intake; the queue is a list, and files are opened as they are. */
import { registry } from '../../commands/registry.ts';
import { dispatch } from '../../src/app/dispatch.ts';
import type { KeeperLimits, PageFacts, Submitter } from '../../src/app/keeper.ts';
import { type KeeperParts, PageKeeper, type PlacedFile, type Unpacked } from '../../src/app/keeping.ts';
import { PageLibrary } from '../../src/app/library.ts';
import type { Locale } from '../../src/app/locale.ts';
import { performOwed } from '../../src/app/performing.ts';
import { RemarkError } from '../../src/app/remarks.ts';
import type { Reply } from '../../src/app/reply.ts';
import type { Call, IncomingFile } from '../../src/app/request.ts';
import type { Store } from '../../src/store/contract.ts';
import { openSqliteStore } from '../../src/store/sqlite/store.ts';
import { intakeFor } from './intake.ts';
import { inFolder } from './library.ts';

/** Half past midnight of some day, in milliseconds since 1970. */
export const NOW = 1_800_000_000_000;
export const BY: Submitter = { asker: '甲', place: 'g1', at: NOW };
export const NO_FACTS: PageFacts = { publication: null, date: null, label: null };
export const LIMITS: KeeperLimits = {
  fileBytes: 1024 * 1024,
  files: 20,
  unpackedBytes: 4 * 1024 * 1024,
  unpackRatio: 100,
  pagesPerHour: 30,
};

/** A file of this text. */
export function textFile(name: string, text: string): IncomingFile {
  const bytes = new TextEncoder().encode(text);
  return { name, size: bytes.length, read: async () => bytes };
}

/** Opens a text as one page, `a.zip` as a page for each of its lines, and refuses everything else. */
async function unpack(file: IncomingFile, { fileBytes, files }: KeeperLimits): Promise<Unpacked> {
  const bytes = await file.read(fileBytes);
  if (file.name.endsWith('.zip')) {
    const lines = new TextDecoder().decode(bytes).split('\n');
    if (lines.length > files) throw new RemarkError({ code: 'upload-too-many', details: { limit: files } }, 'many');
    const page = (line: string, at: number) => {
      const name = `${at + 1}.txt`;
      return { name, kind: 'page' as const, bytes: new TextEncoder().encode(line) };
    };
    return { pages: lines.map(page), refused: [] };
  }
  if (!/\.(?:txt|jsonl)$/u.test(file.name)) {
    throw new RemarkError({ code: 'upload-type-unknown', details: { known: '.txt' } }, 'unknown');
  }
  return { pages: [{ name: file.name, kind: file.name.endsWith('.jsonl') ? 'jsonl' : 'page', bytes }], refused: [] };
}

/** The queue as a list that can be out of reach. */
export class ListedQueue {
  readonly carried: string[] = [];
  readonly told: string[] = [];
  away = false;
  paused = false;

  #reach(): void {
    if (this.away) throw new Error('away');
  }

  async setPaused(paused: boolean): Promise<void> {
    this.#reach();
    this.paused = paused;
  }

  async isPaused(): Promise<boolean> {
    this.#reach();
    return this.paused;
  }

  async cancel(subject: string): Promise<boolean> {
    this.#reach();
    this.told.push(`cancel ${subject}`);
    return true;
  }

  async retry(subject: string): Promise<boolean> {
    this.#reach();
    this.told.push(`retry ${subject}`);
    return false;
  }
}

/** Everything that a test of the keeper works with. */
export interface KeeperHouse {
  readonly store: Store;
  readonly queue: ListedQueue;
  readonly keeper: PageKeeper;
  readonly library: PageLibrary;
  readonly folders: Record<string, PlacedFile[]>;
  /** Does everything that was carried, as workers would. */
  work(): Promise<void>;
  /** Dispatches a call of an admin. */
  say(call: Call, locale?: Locale, files?: ReadonlyMap<string, IncomingFile>): Promise<Reply>;
}

/** Runs `test` in a house of its own. */
export function inHouse(test: (house: KeeperHouse) => Promise<void>, parts: Partial<KeeperParts> = {}): Promise<void> {
  return inFolder(async (folder) => {
    const store = await openSqliteStore(folder);
    try {
      await test(houseOf(store, parts));
    } finally {
      await store.close();
    }
  });
}

function houseOf(store: Store, parts: Partial<KeeperParts>): KeeperHouse {
  const queue = new ListedQueue();
  const folders: Record<string, PlacedFile[]> = {};
  let ids = 0;
  const keeper = new PageKeeper({
    ...{ ledger: store, target: store, source: store, asked: store, limits: LIMITS, queue, unpack },
    async carry(subjects) {
      if (!queue.away) queue.carried.push(...subjects);
      return !queue.away;
    },
    folder: async (name) => ({ files: folders[name] ?? [], refused: [] }),
    folders: async () => Object.keys(folders),
    copy: async () => ({ path: '/data/backup 1.db', bytes: 3, read: async () => new Uint8Array([1, 2, 3]) }),
    newId() {
      ids += 1;
      return `id${ids}`;
    },
    now: () => NOW,
    ...parts,
  });
  const library = new PageLibrary(store, { turns: store, keeper });
  return { store, queue, folders, keeper, library, work: () => workThrough(store, queue), say: sayTo(library) };
}

async function workThrough(store: Store, queue: ListedQueue): Promise<void> {
  const fail = (fault: unknown): never => {
    throw fault;
  };
  const parts = { ledger: store, intake: intakeFor(store), target: store, clock: () => NOW, onFault: fail };
  for (const subject of queue.carried.splice(0)) await performOwed(subject, parts);
}

function sayTo(library: PageLibrary): KeeperHouse['say'] {
  return (call, locale = 'zh-CN', files = new Map()) =>
    dispatch(
      { ...call, files, at: NOW, asker: { id: '甲', locale, admin: true } },
      {
        library,
        registry,
        onFault(fault) {
          throw fault;
        },
      },
    );
}
