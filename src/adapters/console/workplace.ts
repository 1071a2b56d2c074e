/** What the terminal works with; everything comes in from outside, so that tests hand in their own. */
import type { EventEmitter } from 'node:events';
import type { Registry } from '../../app/command.ts';
import type { Locale } from '../../app/locale.ts';
import type { Library } from '../../app/model.ts';
import type { InspectedPage, PageView } from '../../app/page-view.ts';
import type { CallShelf } from '../../app/shelf.ts';
import type { TakenIn, TakingProgress } from '../../app/taken-in.ts';
import type { Output } from './output.ts';
import type { Palette } from './palette.ts';
import type { TerminalWording } from './wording-zh-cn.ts';

/** How to take in. */
export interface TakeInOptions {
  /** Also what has not changed. */
  readonly rebuild: boolean;
  /** Whether a file that is named itself has its warnings told again though it has not changed; `false` by default. */
  readonly knownWarnings?: boolean;
  onProgress(progress: TakingProgress): void;
}

/** An open data folder. */
export interface Workplace {
  readonly library: Library;
  readonly registry: Registry;
  /** Whether it can only be asked: nothing can be taken in. */
  readonly readonly: boolean;
  /** Takes in files and folders; what cannot be read is refused by name, the rest goes on. */
  takeIn(paths: readonly string[], options: TakeInOptions): Promise<TakenIn>;
  /** The pages, by their ids, whose text may be mixed up, so that nobody should be shown it as an example. */
  doubtfulPages(): Promise<ReadonlySet<string>>;
  /** Loads what the first question would load: dictionary, model, index. Not needed, but whoever asks does not wait for it. */
  warm(): Promise<void>;
  /**
   * Looks after what is handed in from now on: a `worker` does it, an `asker` does unless others are there for that, a
   * `bystander` never does. Nothing happens where the library can only be read.
   */
  startKeeping(role: 'worker' | 'asker' | 'bystander'): Promise<void>;
  /** Where calls lie that are too long for the buttons that make them. */
  readonly shelf: CallShelf;
  /** A secret of this library, made once, by which people are given names that cannot be turned back. */
  secret(): Promise<string>;
  close(): Promise<void>;
}

/** How a page is looked at without any library. */
export interface PageDesk {
  /** Reads the page of a file. Rejects with errors that have a remark where the file cannot be read or is no page. */
  inspect(path: string): Promise<InspectedPage>;
  /** Writes a page as a web page over what is at the path, whole or not at all. Rejects likewise. */
  save(view: PageView, path: string): Promise<void>;
}

/** Standard input as the terminal needs it. */
export type Input = NodeJS.ReadableStream & AsyncIterable<Uint8Array | string> & { readonly isTTY?: boolean };

/** The streams of the process and what they can do. */
export interface Streams {
  readonly input: Input;
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  readonly messages: NodeJS.WritableStream & { readonly isTTY?: boolean };
}

/** What the program is told once, from outside. */
export interface ConsoleParts {
  readonly streams: Streams;
  readonly locale: Locale;
  /** Where no `--data` is given. */
  readonly dataDir: string;
  /** What `start` takes in, or `null` where there is no such folder. */
  readonly corpusDir: string | null;
  /** `auto`: where the stream is a terminal. */
  readonly colours: 'auto' | 'always' | 'never';
  readonly version: string;
  /** Says `SIGINT` when somebody presses Ctrl-C; without it nothing heeds that. */
  readonly signals?: Pick<EventEmitter, 'on' | 'off'>;
  /** Whether another process has taken in the corpus already; `false` by default. */
  readonly isShard?: boolean;
  /** Milliseconds from any fixed point. */
  clock(): number;
  open(dataDir: string): Promise<Workplace>;
  readonly pages: PageDesk;
  /**
   * Answers on a chat platform until it is told to stop, and gives the exit status; absent where nothing says which
   * platform. With it, `start` does this instead of chatting.
   */
  connect?(workplace: Workplace, at: { readonly dataDir: string }): Promise<number>;
  /** Does jobs until it is told to stop, and gives the exit status; absent where there is no queue to take them from. */
  work?(workplace: Workplace, at: { readonly dataDir: string }): Promise<number>;
}

/** What every subcommand gets. */
export interface Terminal {
  readonly parts: ConsoleParts;
  readonly output: Output;
  readonly messages: Output;
  readonly palette: Palette;
  /** The palette of `messages`, which may be a terminal where the output is none, and the other way round. */
  readonly messagePalette: Palette;
  /** Columns of the output; `Infinity` where it is no terminal. */
  readonly width: number;
  readonly wording: TerminalWording;
  /** The open data folder. */
  readonly dataDir: string;
}
