/**
 * Cards that go on changing by themselves: what a reply will say a while later is asked for and shown in its place.
 *
 * Whoever sees a card keeps seeing it, and nobody else does. It stands still when the reply has no more to say, shortly
 * before Discord takes no more changes of it, when it is gone, or when the bot leaves.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { DiscordAPIError } from 'discord.js';
import { prepare } from '../../app/dispatch.ts';
import type { Refresh, Reply } from '../../app/reply.ts';
import type { Request } from '../../app/request.ts';
import { isRefusal } from './faults.ts';
import { TIME } from './limits.ts';
import type { Work } from './loops.ts';
import { type Office, recordFault } from './office.ts';
import { type Drawn, drawReply, fingerprint, keepCalls, type Payload, type Stage } from './payload.ts';

/** Milliseconds between two changes of a card at least: soon enough for people, and far from Discord's rate limits. */
const PAUSE = 1200;
/** Milliseconds from a request to the last change of its card. */
const LIFE = TIME.token - 60_000;

/** A card that was sent. */
export interface LiveCard {
  /** What it answers. */
  readonly request: Request;
  readonly stage: Stage;
  /** Whether only the asker sees it. */
  readonly isPrivate: boolean;
  /** What it shows now. */
  readonly reply: Reply;
  readonly drawn: Drawn;
  readonly office: Office;
  /** Shows something else in its place. */
  edit(payload: Payload): Promise<unknown>;
}

/** Why a card stands still although it had more to say. */
type Ending = 'old' | 'failed' | 'private' | 'gone';

/** The state of a card: what it shows, and what comes next; or why nothing does. */
interface State {
  readonly print: string;
  readonly refresh: Refresh | undefined;
  readonly ending?: Ending;
}

/** The same asker at the same place; what is shown again is no new turn of a conversation. */
function requestFor({ call }: Refresh, { request, office }: LiveCard): Request {
  const { request: _request, files: _files, ...same } = request;
  return { ...same, ...call, at: office.parts.clock() };
}

function endingOf({ tone, audience }: Reply, { isPrivate }: LiveCard): Ending | null {
  if (tone === 'error' || tone === 'fault') return 'failed';
  return audience === 'asker' && !isPrivate ? 'private' : null;
}

/** Asks once more, and shows what is said where it is something else. */
async function step(refresh: Refresh, print: string, { card, signal }: { card: LiveCard; signal: AbortSignal }) {
  const { office, stage } = card;
  await office.turnstile.pass();
  const reply = await prepare(requestFor(refresh, card), office.desk).run();
  const ending = endingOf(reply, card);
  if (ending !== null) return { print, refresh: undefined, ending } satisfies State;
  const drawn = drawReply(reply, reply.again ?? refresh.call, stage);
  const next: State = { print: fingerprint(drawn.payload), refresh: reply.refresh };
  if (next.print === print || signal.aborted) return next;
  await keepCalls(drawn, office);
  await card.edit(drawn.payload);
  return next;
}

async function run(card: LiveCard, signal: AbortSignal): Promise<void> {
  const { clock, log } = card.office.parts;
  const until = (card.request.at ?? clock()) + LIFE;
  let state: State = { print: fingerprint(card.drawn.payload), refresh: card.reply.refresh };
  while (state.refresh !== undefined) {
    const wait = Math.min(LIFE, Math.max(PAUSE, state.refresh.afterMs));
    await pause(wait, undefined, { signal, ref: false });
    const { refresh, print } = state;
    state =
      clock() < until ? await step(refresh, print, { card, signal }) : { ...state, refresh: undefined, ending: 'old' };
    signal.throwIfAborted();
  }
  if (state.ending === undefined) return;
  const details = { reason: state.ending, command: card.reply.command };
  log({ level: state.ending === 'old' ? 'info' : 'warning', event: 'live-ended', details });
}

/** What ends a card is no fault where it, its channel or the right to speak there is gone. */
function tellEnd(fault: unknown, { office, reply }: LiveCard): void {
  const gone = isRefusal(
    fault,
    ...(['unknownMessage', 'unknownChannel', 'unknownWebhook', 'tokenExpired'] as const),
    ...(['missingAccess', 'missingPermission'] as const),
  );
  if (!gone && !(fault instanceof DiscordAPIError)) recordFault(fault, office.parts, reply);
  const details = {
    reason: gone ? 'gone' : 'failed',
    command: reply.command,
    ...(fault instanceof DiscordAPIError ? { code: fault.code } : {}),
  };
  office.parts.log({ level: gone ? 'info' : 'warning', event: 'live-ended', details });
}

/** Keeps a card changing; `null` for one that does not. The work never rejects. */
export function liveWork(card: LiveCard): Work | null {
  if (card.reply.refresh === undefined) return null;
  return async (signal) => {
    try {
      await run(card, signal);
    } catch (fault) {
      if (!signal.aborted) tellEnd(fault, card);
    }
  };
}
