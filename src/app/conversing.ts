/** Keeps conversations: which turn a question follows, and what is kept of the new one. */
import { given } from './given.ts';
import type { AskOptions, Library, Outcome } from './model.ts';
import type { Caller } from './request.ts';
import { asPrevious, type KeptTurn } from './turns.ts';

/** Whether a request has all that a kept turn needs, in a library that keeps turns. */
export function isKept({ request, at }: Caller, { turns }: Library): boolean {
  return turns.keepsTurns && request !== undefined && at !== undefined;
}

/** The last turn of the caller's conversation, or `null`. */
export async function lastTurn({ session, since = 0 }: Caller, { turns }: Library): Promise<KeptTurn | null> {
  return session === undefined ? null : turns.lastTurn(session, since);
}

/** What `Library.ask` has to know of the conversation; `after` names the turn that is followed up. */
export async function conversationOf(
  caller: Caller,
  library: Library,
  after: string | undefined,
): Promise<Pick<AskOptions, 'session' | 'previous'>> {
  const named = after === undefined ? null : await library.turns.turn(after);
  if (named !== null) return { previous: asPrevious(named) };
  // Where turns are not kept the library itself remembers the last one of a session, as long as it runs.
  if (!isKept(caller, library)) return given({ session: caller.session });
  const last = await lastTurn(caller, library);
  return last === null ? {} : { previous: asPrevious(last) };
}

/** Keeps a turn; returns its id, or `null` where nothing is kept. */
export async function keepTurn(
  question: string,
  outcome: Outcome,
  { caller, library }: { readonly caller: Caller; readonly library: Library },
): Promise<string | null> {
  const { request, at, session = null, id: asker } = caller;
  if (!library.turns.keepsTurns || request === undefined || at === undefined) return null;
  await library.turns.addTurn({
    ...{ id: request, session, asker, at },
    ...{ question, whole: outcome.whole ?? question, outcome },
  });
  return request;
}
