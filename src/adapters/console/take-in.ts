/** Takes pages into the library and says what came of it. */
import { tellRemark } from '../../app/remarks.ts';
import type { TakenIn, Told } from '../../app/taken-in.ts';
import { wordingFor } from '../../app/wording.ts';
import { cleanLine, jsonLine } from './clean.ts';
import { createProgress } from './progress.ts';
import type { TakeInOptions, Terminal, Workplace } from './workplace.ts';

/** Takes in the paths with a bar. */
export async function takeIn(
  paths: readonly string[],
  options: Omit<TakeInOptions, 'onProgress'>,
  { terminal, workplace }: { readonly terminal: Terminal; readonly workplace: Workplace },
): Promise<TakenIn> {
  const progress = createProgress(terminal);
  return workplace.takeIn(paths, { ...options, onProgress: progress.show }).finally(progress.end);
}

function inWords({ remark }: Told, { parts }: Terminal): string {
  return tellRemark(remark, wordingFor(parts.locale).remarks);
}

/** Tells what looked strange. */
export async function tellWarnings({ warnings, warningsMore }: TakenIn, terminal: Terminal): Promise<void> {
  const { wording, messages, messagePalette } = terminal;
  for (const told of warnings) {
    await messages.write(`${messagePalette.faint(cleanLine(wording.warned(told.file, inWords(told, terminal))))}\n`);
  }
  if (warningsMore > 0) await messages.write(`${messagePalette.faint(wording.warnedMore(warningsMore))}\n`);
}

/** Tells what was refused. */
export async function tellRefused({ refused, refusedMore }: TakenIn, terminal: Terminal): Promise<void> {
  const { wording, messages, messagePalette } = terminal;
  for (const told of refused) {
    await messages.write(`${messagePalette.warning(cleanLine(wording.refused(told.file, inWords(told, terminal))))}\n`);
  }
  if (refusedMore > 0) await messages.write(`${messagePalette.warning(wording.refusedMore(refusedMore))}\n`);
}

/** A remark for programs: code and details, and the same in words. */
function fieldsOf(told: Told, terminal: Terminal): Readonly<Record<string, unknown>> {
  return { file: told.file, ...told.remark, message: inWords(told, terminal) };
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
  const taken = await takeIn(paths, { rebuild, knownWarnings: json }, { terminal, workplace });
  await tellWarnings(taken, terminal);
  await tellRefused(taken, terminal);
  const { articles, passages } = await workplace.library.counts();
  const ms = Math.round(terminal.parts.clock() - started);
  const { wording } = terminal;
  const sentences = [changeSentence(taken, terminal), wording.taken(taken.pages, articles, passages)];
  const summary = `${sentences.join(wording.sentenceSeparator)}\n`;
  const refused = taken.refused.map((told) => fieldsOf(told, terminal));
  const warnings = taken.warnings.map((told) => fieldsOf(told, terminal));
  await terminal.output.write(json ? jsonLine({ ...taken, refused, warnings, articles, passages, ms }) : summary);
  return taken.refused.length > 0 ? 1 : 0;
}
