/** Runs the bot from login to leave, and says so to whoever started it. */
import type { EventEmitter } from 'node:events';
import { type Bot, startBot } from './bot.ts';
import { explainLogin } from './login-faults.ts';
import type { BotParts } from './parts.ts';
import { startWording } from './wording-start.ts';

/** Where the words go, and where the signals to leave come from. */
export interface RunParts {
  say(line: string): void;
  readonly signals: Pick<EventEmitter, 'on' | 'off'>;
  /** Given the bot once it is logged in. */
  onStarted?(bot: Bot): void;
}

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

/** Resolves when one of the signals comes; `quit` stops waiting for them. */
function leaving(signals: RunParts['signals']): { readonly told: Promise<void>; quit(): void } {
  let heed = (): void => {};
  const told = new Promise<void>((resolve) => {
    heed = resolve;
    for (const name of SIGNALS) signals.on(name, heed);
  });
  return {
    told,
    quit() {
      for (const name of SIGNALS) signals.off(name, heed);
    },
  };
}

/** What kept or cut the bot off from Discord, in words; anything else is a fault of ours and rejected. */
function tellFault(fault: unknown, parts: BotParts, say: RunParts['say']): number {
  const explained = explainLogin(fault);
  if (explained === null) throw fault;
  say(startWording(parts.locale).login[explained.code](explained.detail));
  return 1;
}

async function serve(bot: Bot, told: Promise<void>, { parts, say }: { parts: BotParts; say: RunParts['say'] }) {
  const wording = startWording(parts.locale);
  say(wording.connected(bot.name, bot.guilds));
  try {
    await Promise.race([told, bot.lost]);
    say(wording.stopping);
    return 0;
  } catch (fault) {
    return tellFault(fault, parts, say);
  } finally {
    await bot.stop();
    say(wording.stopped);
  }
}

/** Answers in Discord until a signal comes; gives the exit status. Rejects with faults of the program. */
export async function runBot(parts: BotParts, { say, signals, onStarted }: RunParts): Promise<number> {
  const { told, quit } = leaving(signals);
  const knocking = new AbortController();
  void told.then(() => knocking.abort());
  try {
    say(startWording(parts.locale).connecting);
    const bot = await startBot(parts, knocking.signal);
    onStarted?.(bot);
    return await serve(bot, told, { parts, say });
  } catch (fault) {
    // Whoever is told to leave while it still knocks leaves at once.
    return fault === knocking.signal.reason ? 0 : tellFault(fault, parts, say);
  } finally {
    quit();
  }
}
