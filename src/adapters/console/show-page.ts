/** The subcommand `page`: a page beside its articles, in the terminal, for programs, or as a web page. */
import type { InspectedPage } from '../../app/page-view.ts';
import { type Remark, remarkOf, tellRemark } from '../../app/remarks.ts';
import { wordingFor } from '../../app/wording.ts';
import type { PageTask } from './arguments.ts';
import { cleanLine, jsonLine } from './clean.ts';
import { describe } from './faults.ts';
import { pageLines } from './page-lines.ts';
import type { Terminal } from './workplace.ts';

async function tell(sentence: string, { messages, messagePalette }: Terminal): Promise<void> {
  await messages.write(`${messagePalette.warning(cleanLine(sentence))}\n`);
}

/** What `attempt` gives, or `undefined` after it was told what is wrong with a file. */
async function attempted<Result>(
  attempt: () => Promise<Result>,
  say: (why: string) => string,
  terminal: Terminal,
): Promise<Result | undefined> {
  try {
    return await attempt();
  } catch (fault) {
    if (remarkOf(fault) === undefined) throw fault;
    await tell(say(describe(fault, terminal.parts.locale)), terminal);
    return undefined;
  }
}

function inWords(remark: Remark, { parts }: Terminal): string {
  return tellRemark(remark, wordingFor(parts.locale).remarks);
}

async function tellList({ file, problems, warnings }: InspectedPage['list'], terminal: Terminal): Promise<void> {
  const { wording, messages, messagePalette } = terminal;
  for (const remark of warnings) {
    await messages.write(`${messagePalette.faint(cleanLine(wording.warned(file, inWords(remark, terminal))))}\n`);
  }
  for (const remark of problems) await tell(wording.refused(file, inWords(remark, terminal)), terminal);
}

/** Columns of the screen, `Infinity` where the output is none; text in two columns may use all of them. */
function screenWidth({ parts }: Terminal): number {
  const { isTTY, columns } = parts.streams.output;
  return isTTY === true ? (columns ?? 0) : Infinity;
}

async function writePage({ view }: InspectedPage, json: boolean, terminal: Terminal): Promise<void> {
  const { output, palette, width, parts } = terminal;
  if (json) {
    const warnings = view.warnings.map((remark) => ({ ...remark, message: inWords(remark, terminal) }));
    await output.write(jsonLine({ ...view, warnings }));
    return;
  }
  const sheet = { palette, width, screen: screenWidth(terminal), wording: wordingFor(parts.locale) };
  await output.write(`${pageLines(view, sheet).join('\n')}\n`);
}

/**
 * Shows a page and takes nothing in: 1 where it cannot be read or written, or where the list beside it is wrong about it, as
 * when it is taken in. With `html` the web page stands in the place of the text.
 */
export async function showPage({ file, json, html }: PageTask, terminal: Terminal): Promise<number> {
  const { parts, wording, messages, output } = terminal;
  const inspected = await attempted(
    () => parts.pages.inspect(file),
    (why) => wording.unreadablePage(file, why),
    terminal,
  );
  if (inspected === undefined) return 1;
  await tellList(inspected.list, terminal);
  if (html !== null) {
    const save = async () => {
      await parts.pages.save(inspected.view, html);
      return true;
    };
    const saved = await attempted(save, (why) => wording.notExported(html, why), terminal);
    if (saved === undefined) return 1;
    await (json ? messages : output).write(`${cleanLine(wording.exported(html))}\n`);
  }
  if (json || html === null) await writePage(inspected, json, terminal);
  return inspected.list.problems.length > 0 ? 1 : 0;
}
