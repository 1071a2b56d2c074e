/** The command line: from arguments to an exit status. */
import { callOfLine } from '../../app/slash-line.ts';
import { readArguments, type Task, UsageError } from './arguments.ts';
import { chat } from './chat.ts';
import { clean, jsonLine } from './clean.ts';
import { describe } from './faults.ts';
import { answerLines, askLine, searchLine } from './json-lines.ts';
import { listAsJson, listForPeople } from './list-articles.ts';
import { messagesTo, outputTo, PipeClosed } from './output.ts';
import { COLOURS, type Palette, PLAIN } from './palette.ts';
import { showPage } from './show-page.ts';
import { summaryAsJson } from './summary-json.ts';
import { changeSentence, hasChanged, indexPaths, takeIn, tellRefused, tellWarnings } from './take-in.ts';
import { answerOnce } from './watch.ts';
import { terminalWording } from './wording.ts';
import type { ConsoleParts, Terminal, Workplace } from './workplace.ts';

/** Text is easier to read in lines of at most so many columns. */
const WIDEST = 100;

function paletteFor(stream: { readonly isTTY?: boolean }, { colours }: ConsoleParts): Palette {
  if (colours === 'auto') return stream.isTTY === true ? COLOURS : PLAIN;
  return colours === 'always' ? COLOURS : PLAIN;
}

function terminalOf(parts: ConsoleParts): Terminal {
  const { output, messages } = parts.streams;
  return {
    parts,
    output: outputTo(output),
    messages: messagesTo(messages),
    palette: paletteFor(output, parts),
    messagePalette: paletteFor(messages, parts),
    width: output.isTTY === true ? Math.min(WIDEST, output.columns || WIDEST) : Infinity,
    wording: terminalWording(parts.locale),
    dataDir: parts.dataDir,
  };
}

async function showStats(json: boolean, terminal: Terminal, workplace: Workplace): Promise<number> {
  if (!json) return answerOnce({ command: 'status', values: {} }, terminal, workplace);
  await terminal.output.write(jsonLine(await workplace.library.counts()));
  return 0;
}

async function ask(
  { question, explain }: { readonly question: string | null; readonly explain: boolean },
  terminal: Terminal,
  workplace: Workplace,
): Promise<number> {
  if (question !== null) {
    const values = { question, ...(explain ? { explain: 'true' } : {}) };
    return answerOnce({ command: 'ask', values }, terminal, workplace);
  }
  await workplace.warm();
  const desk = { library: workplace.library, clock: terminal.parts.clock };
  return answerLines(terminal, (request) => askLine(request, desk, explain));
}

async function search(question: string | null, terminal: Terminal, workplace: Workplace): Promise<number> {
  if (question !== null) {
    return answerOnce({ command: 'search', values: { words: question } }, terminal, workplace);
  }
  await workplace.warm();
  const desk = { library: workplace.library, clock: terminal.parts.clock };
  return answerLines(terminal, (request) => searchLine(request, desk));
}

/**
 * Takes in what has changed in the corpus, then answers: on the platform that it can connect to, else in the terminal. A
 * page that is refused does not keep anybody from asking.
 */
async function start(dataDir: string, terminal: Terminal, workplace: Workplace): Promise<number> {
  await takeInCorpus(dataDir, terminal, workplace);
  if (terminal.parts.connect !== undefined) return terminal.parts.connect(workplace, { dataDir });
  await workplace.startKeeping('asker');
  return chat({ terminal, workplace, dataDir });
}

/** Does jobs from the queue that several processes share; without one there is nothing that it could be told of. */
async function work(dataDir: string, terminal: Terminal, workplace: Workplace): Promise<number> {
  const { parts, wording, messages } = terminal;
  if (parts.work === undefined) throw new UsageError(wording.workerWithoutQueue);
  if (workplace.readonly) {
    await messages.write(`${wording.readonly(dataDir)}\n`);
    return 1;
  }
  return parts.work(workplace, { dataDir });
}

async function takeInCorpus(dataDir: string, terminal: Terminal, workplace: Workplace): Promise<void> {
  const { parts, wording, messages } = terminal;
  if (parts.isShard === true) return;
  if (parts.corpusDir === null) await messages.write(`${wording.noCorpus('corpus')}\n`);
  else if (workplace.readonly) await messages.write(`${wording.readonly(dataDir)}\n`);
  else {
    const taken = await takeIn([parts.corpusDir], { rebuild: false }, { terminal, workplace });
    await tellRefused(taken, terminal);
    await tellWarnings(taken, terminal);
    if (hasChanged(taken)) await messages.write(`${changeSentence(taken, terminal)}\n`);
  }
}

/** Does what was asked for in an open data folder. */
async function perform(
  task: Task,
  { dataDir, terminal, workplace }: { dataDir: string; terminal: Terminal; workplace: Workplace },
): Promise<number> {
  switch (task.kind) {
    case 'index':
      return indexPaths(task, terminal, workplace);
    case 'ask':
      return ask(task, terminal, workplace);
    case 'search':
      return search(task.question, terminal, workplace);
    case 'articles':
      return (task.json ? listAsJson : listForPeople)(terminal, workplace.library);
    case 'summary':
      return task.json ? summaryAsJson(task.call, terminal, workplace) : answerOnce(task.call, terminal, workplace);
    case 'stats':
      return showStats(task.json, terminal, workplace);
    case 'chat':
      await workplace.startKeeping('asker');
      return chat({ terminal, workplace, dataDir });
    case 'admin':
      await workplace.startKeeping('asker');
      return answerOnce(callOfLine(task.line, workplace.registry), terminal, workplace);
    case 'worker':
      return work(dataDir, terminal, workplace);
    case 'start':
      return start(dataDir, terminal, workplace);
  }
}

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { parts, output, wording } = terminal;
  const invocation = readArguments(args, wording);
  if (invocation.kind === 'help' || invocation.kind === 'version') {
    await output.write(invocation.kind === 'help' ? wording.usage : `${parts.version}\n`);
    return 0;
  }
  if (invocation.kind === 'page') return showPage(invocation, terminal);
  const dataDir = invocation.data ?? parts.dataDir;
  const workplace = await parts.open(dataDir);
  try {
    return await perform(invocation, { dataDir, terminal: { ...terminal, dataDir }, workplace });
  } finally {
    await workplace.close();
  }
}

/**
 * Runs the command line and gives its exit status: 0, 1 for failure, 2 for wrong usage. Never rejects and never ends the
 * process, so that everything written arrives; a reader who has closed the pipe has seen enough, which is no failure.
 */
export async function runConsole(args: readonly string[], parts: ConsoleParts): Promise<number> {
  const terminal = terminalOf(parts);
  const { messages, messagePalette, wording } = terminal;
  try {
    return await run(args, terminal);
  } catch (failed) {
    if (failed instanceof PipeClosed) return 0;
    if (failed instanceof UsageError) {
      await messages.write(`${messagePalette.warning(clean(failed.message))}\n${wording.usageHint}\n`);
      return 2;
    }
    await messages.write(`${messagePalette.warning(wording.failed(describe(failed, parts.locale)))}\n`);
    return 1;
  }
}
