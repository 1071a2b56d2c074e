/** What every handler of the bot works with. */
import { randomUUID } from 'node:crypto';
import type { Client } from 'discord.js';
import type { Desk } from '../../app/dispatch.ts';
import type { Call } from '../../app/request.ts';
import { Loops } from './loops.ts';
import type { BotParts } from './parts.ts';
import { Brakes } from './rates.ts';
import { SettingsCache } from './settings-cache.ts';
import { Turnstile } from './turnstile.ts';

/** The bot at work. */
export interface Office {
  readonly parts: BotParts;
  readonly client: Client<true>;
  readonly settings: SettingsCache;
  readonly brakes: Brakes;
  readonly desk: Desk;
  /** What every search and answer passes before it begins. */
  readonly turnstile: Turnstile;
  /** Cards that go on changing, by the ids of their messages. */
  readonly loops: Loops;
  /** Aborted when the bot leaves, whatever is under way then. */
  readonly leaving: AbortController;
  /** Whether the bot is about to leave and takes nothing new. */
  isClosing(): boolean;
}

/** Details of a fault for the log; nothing that people wrote. */
function detailsOf(fault: unknown): Readonly<Record<string, unknown>> {
  if (!(fault instanceof Error)) return { message: String(fault) };
  const cause = fault.cause instanceof Error ? { cause: fault.cause.message } : {};
  return { name: fault.name, message: fault.message, stack: fault.stack ?? '', ...cause };
}

/** Writes a fault into the log; returns the reference that people are given. */
export function recordFault(fault: unknown, { log }: BotParts, about: Partial<Call> = {}): string {
  const reference = randomUUID().slice(0, 8);
  log({ level: 'error', event: 'fault', details: { reference, command: about.command ?? null, ...detailsOf(fault) } });
  return reference;
}

/** An office for a client. */
export function openOffice(parts: BotParts, client: Client<true>, isClosing: () => boolean): Office {
  const { library, registry, rates, clock } = parts;
  return {
    parts,
    client,
    isClosing,
    settings: new SettingsCache(library.places, clock),
    brakes: new Brakes(rates),
    turnstile: new Turnstile(),
    loops: new Loops(),
    leaving: new AbortController(),
    desk: { library, registry, onFault: (fault, request) => recordFault(fault, parts, request) },
  };
}
