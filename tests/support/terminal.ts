/** A terminal without a screen: what is typed is given, what is shown is kept. */
import { PassThrough, Readable } from 'node:stream';
import { registry as usual } from '../../commands/registry.ts';
import { runConsole } from '../../src/adapters/console/program.ts';
import type { ConsoleParts, PageDesk, Workplace } from '../../src/adapters/console/workplace.ts';
import { inspectFile } from '../../src/adapters/files/one-page.ts';
import { writeWhole } from '../../src/adapters/files/whole.ts';
import { drawPage } from '../../src/adapters/page-html/draw.ts';
import type { Registry } from '../../src/app/command.ts';
import type { Library } from '../../src/app/model.ts';
import type { TakenIn } from '../../src/app/taken-in.ts';
import { memoryLibrary } from './memory-library.ts';

/** What came of a run. */
export interface Ran {
  readonly status: number;
  readonly output: string;
  readonly messages: string;
}

/** What a run gets. */
export interface RunParts extends Partial<Omit<ConsoleParts, 'streams' | 'clock'>> {
  readonly library?: Library;
  readonly registry?: Registry;
  readonly input?: string;
  readonly taken?: Partial<TakenIn>;
  /** Whether nothing can be taken in. */
  readonly readonly?: boolean;
  /** Told the paths that are taken in. */
  onTakeIn?(paths: readonly string[], rebuild: boolean): void;
  /** Told the data folder that is opened, and again when it is closed. */
  onOpen?(dataDir: string): void;
  onClose?(): void;
}

async function textOf(stream: PassThrough): Promise<string> {
  let text = '';
  for await (const chunk of stream) text += String(chunk);
  return text;
}

/** Looks at pages as the program does. */
export const pageDesk: PageDesk = {
  inspect: inspectFile,
  save: (view, path) => writeWhole(path, drawPage(view, 'zh-CN')),
};

/** An open data folder that holds what is given. */
export function workplaceOf({
  library = memoryLibrary(),
  registry = usual,
  taken = {},
  readonly = false,
  onTakeIn,
  onClose,
}: RunParts): Workplace {
  return {
    library,
    registry,
    readonly,
    doubtfulPages: async () => new Set(),
    async takeIn(paths, { rebuild }) {
      onTakeIn?.(paths, rebuild);
      const none = { refused: [], warnings: [], refusedMore: 0, warningsMore: 0 };
      return { pages: 0, added: 0, replaced: 0, removed: 0, ...none, ...taken };
    },
    shelf: { keepCall: async () => {}, keptCall: async () => null },
    secret: async () => 'secret',
    warm: async () => {},
    startKeeping: async () => {},
    async close() {
      onClose?.();
    },
  };
}

/** Runs the command line as a child of a pipe would: no terminal on either side, a clock that ticks a millisecond a look. */
export async function runWith(args: readonly string[], given: RunParts = {}): Promise<Ran> {
  const {
    library: _library,
    registry: _registry,
    input = '',
    taken: _taken,
    readonly: _readonly,
    onTakeIn: _onTakeIn,
    onOpen,
    onClose: _onClose,
    ...parts
  } = given;
  const [output, messages] = [new PassThrough(), new PassThrough()];
  const texts = Promise.all([textOf(output), textOf(messages)]);
  let now = 0;
  const status = await runConsole(args, {
    streams: { input: Readable.from([new TextEncoder().encode(input)]), output, messages },
    locale: 'zh-CN',
    dataDir: '/nowhere',
    corpusDir: null,
    colours: 'never',
    version: '1.2.3',
    clock: () => now++,
    open: async (dataDir) => {
      onOpen?.(dataDir);
      return workplaceOf(given);
    },
    pages: pageDesk,
    ...parts,
  });
  output.end();
  messages.end();
  const [said, told] = await texts;
  return { status, output: said, messages: told };
}
