/** Takes pages into the library and says what came of it. */
import { cleanLine, jsonLine } from './clean.ts';
import { createProgress } from './progress.ts';
import type { TakenIn, Terminal, Workplace } from './workplace.ts';

/** Takes in the paths with a bar. */
export async function takeIn(
  paths: readonly string[],
  rebuild: boolean,
  { terminal, workplace }: { readonly terminal: Terminal; readonly workplace: Workplace },
): Promise<TakenIn> {
  const progress = createProgress(terminal);
  return workplace.takeIn(paths, { rebuild, onProgress: progress.show }).finally(progress.end);
}

/** Tells what looked strange. */
export async function tellWarnings({ warnings }: TakenIn, terminal: Terminal): Promise<void> {
  const { wording, messages, messagePalette } = terminal;
  for (const { file, message } of warnings) {
    await messages.write(`${messagePalette.faint(cleanLine(wording.warned(file, message)))}\n`);
  }
}

/** Tells what was refused. */
export async function tellRefused({ refused }: TakenIn, terminal: Terminal): Promise<void> {
  const { wording, messages, messagePalette } = terminal;
  for (const { file, message } of refused) {
    await messages.write(`${messagePalette.warning(cleanLine(wording.refused(file, message)))}\n`);
  }
}

/** Whether anything has changed. */
export function hasChanged({ added, replaced, removed }: TakenIn): boolean {
  return added + replaced + removed > 0;
}

/** What has changed, in a sentence. */
export function changeSentence(taken: TakenIn, { wording }: Terminal): string {
  return hasChanged(taken) ? wording.changed(taken.added, taken.replaced, taken.removed) : wording.unchanged;
}

/** The subcommand `index`: 1 where something was refused. */
export async function indexPaths(
  { paths, json, rebuild }: { readonly paths: readonly string[]; readonly json: boolean; readonly rebuild: boolean },
  terminal: Terminal,
  workplace: Workplace,
): Promise<number> {
  const started = terminal.parts.clock();
  const taken = await takeIn(paths, rebuild, { terminal, workplace });
  await tellWarnings(taken, terminal);
  await tellRefused(taken, terminal);
  const { articles, passages } = await workplace.library.counts();
  const ms = Math.round(terminal.parts.clock() - started);
  const summary = `${changeSentence(taken, terminal)}${terminal.wording.taken(taken.pages, articles, passages)}\n`;
  await terminal.output.write(json ? jsonLine({ ...taken, articles, passages, ms }) : summary);
  return taken.refused.length > 0 ? 1 : 0;
}
