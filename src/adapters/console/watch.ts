/** Shows replies, and what they go on to say by themselves, until they have said it or somebody presses Ctrl-C. */
import type { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Reply } from '../../app/reply.ts';
import type { Call } from '../../app/request.ts';
import { cleanLine } from './clean.ts';
import { saveExport } from './exports.ts';
import { describe } from './faults.ts';
import { lookOf, type Place, request } from './people.ts';
import { renderReply } from './render.ts';
import type { Terminal, Workplace } from './workplace.ts';

/** Milliseconds between two looks at least. */
const PAUSE = 100;
/** Milliseconds between two looks at most; longer ones would overflow the timer. */
const LONGEST = 60 * 60_000;

/** Shows a reply where it belongs. */
export interface Showing extends Place {
  /** Whether what can be done next is shown as lines to type. */
  readonly isChat: boolean;
  /** Says `SIGINT` when somebody presses Ctrl-C, which ends the waiting. */
  readonly interrupts?: Pick<EventEmitter, 'on' | 'off'> | undefined;
}

function hasFailed({ tone }: Reply): boolean {
  return tone === 'error' || tone === 'fault';
}

/** The reply as text; slips of a single command are drawn for the messages. */
function textOf(reply: Reply, { terminal, workplace, isChat }: Showing): string {
  const look = lookOf(terminal, isChat ? workplace : null);
  const palette = hasFailed(reply) && !isChat ? terminal.messagePalette : look.palette;
  return renderReply(reply, { ...look, palette });
}

async function write(reply: Reply, text: string, { terminal, isChat }: Showing): Promise<void> {
  await (hasFailed(reply) && !isChat ? terminal.messages : terminal.output).write(text);
}

/** Writes the file of a reply down, and says where; what went wrong is told on the message stream. */
async function keepFile({ file }: Reply, { terminal }: Showing): Promise<boolean> {
  if (file === undefined) return true;
  const { output, messages, wording, parts, dataDir } = terminal;
  try {
    await output.write(`${wording.exported(cleanLine(await saveExport(dataDir, file)))}\n`);
    return true;
  } catch (fault) {
    const why = describe(fault, parts.locale);
    await messages.write(`${wording.notExported(cleanLine(file.name), why)}\n`);
    return false;
  }
}

/** The lines that were not there before, in one. */
function changed(text: string, before: string): string {
  const known = new Set(before.split('\n'));
  const fresh = text.split('\n').filter((line) => line.trim() !== '' && !known.has(line));
  return fresh.map((line) => line.trim()).join(' · ');
}

/** Waits; returns whether nobody has ended the waiting. */
async function waited(afterMs: number, signal: AbortSignal): Promise<boolean> {
  const milliseconds = Math.min(LONGEST, Math.max(PAUSE, afterMs));
  await pause(milliseconds, undefined, { signal }).catch(() => {});
  return !signal.aborted;
}

/** Asks again as long as there is more to come; gives the last reply. */
async function follow(first: Reply, showing: Showing, signal: AbortSignal): Promise<Reply> {
  let reply = first;
  let shown = textOf(first, showing);
  while (reply.refresh !== undefined && (await waited(reply.refresh.afterMs, signal))) {
    reply = await request(reply.refresh.call, showing);
    const text = textOf(reply, showing);
    if (reply.refresh === undefined) {
      if (text !== shown) await write(reply, `\n${text}`, showing);
      await keepFile(reply, showing);
    } else {
      const news = changed(text, shown);
      if (news !== '') await showing.terminal.output.write(`${news}\n`);
    }
    shown = text;
  }
  return reply;
}

/** Follows a reply until Ctrl-C. */
async function followUntilInterrupted(first: Reply, showing: Showing): Promise<Reply> {
  if (first.refresh === undefined) return first;
  const end = new AbortController();
  const heed = (): void => end.abort();
  showing.interrupts?.on('SIGINT', heed);
  try {
    return await follow(first, showing, end.signal);
  } finally {
    showing.interrupts?.off('SIGINT', heed);
  }
}

/** Shows a reply and all that follows; gives the exit status that it stands for: 0, or 1 for what has failed. */
export async function show(reply: Reply, showing: Showing): Promise<number> {
  await write(reply, textOf(reply, showing), showing);
  const isKept = await keepFile(reply, showing);
  const last = await followUntilInterrupted(reply, showing);
  return isKept && !hasFailed(last) ? 0 : 1;
}

/** Answers one call and ends: the reply goes to the output, a slip or a fault to the messages with status 1. */
export async function answerOnce(call: Call, terminal: Terminal, workplace: Workplace): Promise<number> {
  const reply = await request(call, { terminal, workplace });
  return show(reply, { terminal, workplace, isChat: false, interrupts: terminal.parts.signals });
}
