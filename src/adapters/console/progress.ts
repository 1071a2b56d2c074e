/** Shows how far a long taking-in has come, where somebody watches. */
import { SingleBar } from 'cli-progress';
import type { TakingProgress } from '../../app/taken-in.ts';
import { cleanLine } from './clean.ts';
import { shorten } from './width.ts';
import type { Terminal } from './workplace.ts';

/** Work that is done sooner needs no bar. Milliseconds. */
const PATIENCE = 400;

/** Columns for the file's name, so that all of the bar fits on a line of 80. */
const NAME_WIDTH = 24;

/** A bar on the message stream; does nothing where that is no terminal. */
export interface Progress {
  show(progress: TakingProgress): void;
  /** Takes the bar away. */
  end(): void;
}

function createBar({ parts, wording }: Terminal): SingleBar {
  return new SingleBar({
    stream: parts.streams.messages,
    format: `${wording.taking} {bar} {value}/{total} {file}`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 30,
    clearOnComplete: true,
    hideCursor: null,
    // Left as it is: a program that is interrupted could not switch line breaks on again.
    linewrap: true,
    fps: 8,
  });
}

/** A progress bar that appears once the work has lasted a moment. */
export function createProgress(terminal: Terminal): Progress {
  if (terminal.parts.streams.messages.isTTY !== true) return { show: () => {}, end: () => {} };
  const { clock } = terminal.parts;
  const started = clock();
  let bar: SingleBar | null = null;
  return {
    show({ done, total, file }) {
      if (bar === null && clock() - started < PATIENCE) return;
      const payload = { file: shorten(cleanLine(file), NAME_WIDTH) };
      if (bar === null) {
        bar = createBar(terminal);
        bar.start(total, done, payload);
        return;
      }
      bar.setTotal(total);
      bar.update(done, payload);
    },
    end: () => bar?.stop(),
  };
}
