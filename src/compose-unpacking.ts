/**
 * Opens what is handed in. Archives and documents are opened by a process of their own: they come from people, and one
 * that takes for ever or swells beyond measure costs that process and nothing else.
 */
import Tinypool from 'tinypool';
import type { Unpacked } from './adapters/files/uploads/archive.ts';
import { readWhole, unpackUpload } from './adapters/files/uploads/unpack.ts';
import type { KeeperLimits, PageFacts } from './app/keeper.ts';
import type { Remark } from './app/remarks.ts';
import type { IncomingFile } from './app/request.ts';

/** What a process is asked to open. */
export interface UnpackTask {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly limits: KeeperLimits;
}

/** A file, with what a list beside it in its folder says of it. */
export type ListedFile = IncomingFile & { readonly facts?: PageFacts };

/** Milliseconds that one file may take. */
const PATIENCE = 60_000;
/** Milliseconds without work after which the process leaves, and that it gets to leave. */
const IDLE = 60_000;
const LEAVING = 2000;
/** Mebibytes of JavaScript objects; the bytes that the limits count lie beside them. */
const HEAP = 512;
const PLAIN = /\.(?:txt|md|jsonl)$/iu;

/** What a list beside a file says counts for each of its pages that says nothing itself. */
function withFacts(unpacked: Unpacked, beside: PageFacts | undefined): Unpacked {
  if (beside === undefined) return unpacked;
  const factsOf = (facts: PageFacts): PageFacts => ({
    publication: facts.publication ?? beside.publication,
    date: facts.date ?? beside.date,
    label: facts.label ?? beside.label,
  });
  return { ...unpacked, pages: unpacked.pages.map((page) => ({ ...page, facts: factsOf(page.facts) })) };
}

/** Opens files, those that may be dangerous in a process of their own. */
export class Unpacking {
  readonly #program: string;
  readonly #onFault: (fault: unknown) => void;
  #pool: Tinypool | undefined;

  /** `program` is that of the process, absolute; `onFault` is told when one died. */
  constructor(program: string, onFault: (fault: unknown) => void) {
    this.#program = program;
    this.#onFault = onFault;
  }

  /** The pages of a file. Rejects with a RemarkError where it cannot be had or is too large. */
  async open(file: ListedFile, limits: KeeperLimits): Promise<Unpacked> {
    const bytes = await readWhole(file, limits.fileBytes);
    const { name, facts } = file;
    const task = { name, bytes, limits };
    return withFacts(PLAIN.test(name) ? await unpackBytes(task) : await this.#openElsewhere(task), facts);
  }

  async close(): Promise<void> {
    await this.#pool?.destroy();
  }

  async #openElsewhere(task: UnpackTask): Promise<Unpacked> {
    this.#pool ??= new Tinypool({
      filename: this.#program,
      runtime: 'child_process',
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${HEAP}`],
      ...{ minThreads: 0, maxThreads: 1, idleTimeout: IDLE, terminateTimeout: LEAVING },
    });
    try {
      return await this.#pool.run(task, { name: 'unpack', signal: AbortSignal.timeout(PATIENCE) });
    } catch (fault) {
      this.#onFault(fault);
      const remark: Remark = { code: 'upload-document-swells', details: { limit: HEAP * 2 ** 20 } };
      return { pages: [], refused: [{ file: task.name, remark }], warnings: [] };
    }
  }
}

/** Opens bytes here and now. */
export function unpackBytes({ name, bytes, limits }: UnpackTask): Promise<Unpacked> {
  return unpackUpload({ name, size: bytes.length, read: async () => bytes }, limits);
}
