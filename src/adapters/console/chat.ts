/** The conversation in the terminal: with somebody at the keyboard, or with lines from a pipe. */
import { createInterface, type Interface } from 'node:readline';
import type { Registry } from '../../app/command.ts';
import { callOfLine, isSlashLine, typedNames } from '../../app/slash-line.ts';
import { cleanLine } from './clean.ts';
import { HISTORY_LENGTH, type History, historyIn } from './history.ts';
import { readLines } from './lines.ts';
import { request } from './people.ts';
import { showSamples } from './samples.ts';
import { type Showing, show } from './watch.ts';
import type { Terminal, Workplace } from './workplace.ts';

/** Words after a slash that end the chat. */
const QUIT: readonly string[] = ['quit', 'exit', 'q', '退出', '离开', '離開'];

/** All lines of a chat are one conversation. */
const SESSION = 'terminal';

/** Where the chat takes place. */
export interface ChatPlace {
  readonly terminal: Terminal;
  readonly workplace: Workplace;
  readonly dataDir: string;
}

function isQuit(line: string): boolean {
  return isSlashLine(line) && QUIT.includes(line.slice(1).trim().toLowerCase());
}

async function answer(
  line: string,
  { terminal, workplace }: ChatPlace,
  interrupts: Showing['interrupts'],
): Promise<void> {
  const place = { terminal, workplace, session: SESSION };
  const reply = await request(callOfLine(line, workplace.registry), place);
  await show(reply, { ...place, isChat: true, interrupts });
  if (reply.command === 'help') await terminal.output.write(`\n${terminal.wording.chatHelp}`);
}

/** Completes the names of commands after a slash. */
export function completeCommand(line: string, registry: Registry): [string[], string] {
  if (!isSlashLine(line)) return [[], line];
  const names = [...typedNames(registry).map((name) => `/${name} `), '/quit'];
  return [names.filter((name) => name.startsWith(line)), line];
}

function openKeyboard({ terminal, workplace }: ChatPlace, lines: string[]): Interface {
  const { input, output } = terminal.parts.streams;
  return createInterface({
    input,
    output,
    terminal: true,
    prompt: terminal.palette.strong(terminal.wording.prompt),
    history: lines,
    historySize: HISTORY_LENGTH,
    removeHistoryDuplicates: true,
    completer: (line: string) => completeCommand(line, workplace.registry),
  });
}

function rememberIn(history: History, keyboard: Interface): void {
  keyboard.on('history', (lines: string[]) => {
    void history.save(lines);
  });
}

/** Talks with somebody at the keyboard until /quit, Ctrl-C or Ctrl-D. */
async function talk(place: ChatPlace): Promise<void> {
  const { terminal, dataDir } = place;
  const history = historyIn(dataDir);
  const keyboard = openKeyboard(place, await history.load());
  rememberIn(history, keyboard);
  // Whoever watches a reply listens, too, and is meant then.
  keyboard.on('SIGINT', () => {
    if (keyboard.listenerCount('SIGINT') === 1) keyboard.close();
  });
  try {
    keyboard.prompt();
    for await (const line of keyboard) {
      const text = cleanLine(line);
      if (isQuit(text)) break;
      if (text !== '') {
        await answer(text, place, keyboard);
        await terminal.output.write('\n');
      }
      keyboard.prompt();
    }
  } finally {
    keyboard.close();
  }
  await terminal.output.write(`\n${terminal.wording.goodbye}\n`);
}

/** Answers each line that comes through a pipe; shows samples where none comes. */
async function listen(place: ChatPlace): Promise<void> {
  const { terminal } = place;
  let heard = 0;
  for await (const line of readLines(terminal.parts.streams.input)) {
    const text = cleanLine(line);
    if (text === '') continue;
    if (isQuit(text)) return;
    const before = heard === 0 ? '' : '\n';
    heard += 1;
    await terminal.output.write(`${before}${terminal.palette.faint(terminal.wording.question(text))}\n`);
    await answer(text, place, terminal.parts.signals);
  }
  if (heard === 0) await showSamples(terminal, place.workplace);
}

/** Chats until there is nothing more to read. */
export async function chat(place: ChatPlace): Promise<number> {
  const { input, output } = place.terminal.parts.streams;
  if (input.isTTY !== true || output.isTTY !== true) {
    await listen(place);
    return 0;
  }
  const { pages, articles } = await place.workplace.library.counts();
  await place.terminal.output.write(`${place.terminal.wording.greeting(pages, articles)}\n`);
  await place.workplace.warm();
  await talk(place);
  return 0;
}
