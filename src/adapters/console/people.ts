/** Requests of people at the terminal: through the one door, drawn for reading. */
import { dispatch } from '../../app/dispatch.ts';
import { given } from '../../app/given.ts';
import type { Reply } from '../../app/reply.ts';
import type { Call } from '../../app/request.ts';
import { describe, referenceOf } from './faults.ts';
import { filesOf } from './incoming.ts';
import type { Look } from './render.ts';
import type { Terminal, Workplace } from './workplace.ts';

/** Where a call is made. */
export interface Place {
  readonly terminal: Terminal;
  readonly workplace: Workplace;
  /** Calls of the same session are one conversation; without one each stands alone. */
  readonly session?: string;
}

/** Dispatches a call as the person at the terminal; faults are told on the message stream. */
export async function request(call: Call, { terminal, workplace, session }: Place): Promise<Reply> {
  const { locale } = terminal.parts;
  const told: Promise<void>[] = [];
  const reply = await dispatch(
    {
      ...call,
      ...given({ session, files: filesOf(call, workplace.registry) }),
      asker: { id: 'terminal', locale, admin: true },
    },
    {
      library: workplace.library,
      registry: workplace.registry,
      onFault: (fault) => {
        const reference = referenceOf(fault);
        told.push(terminal.messages.write(`${terminal.wording.fault(reference, describe(fault, locale))}\n`));
        return reference;
      },
    },
  );
  await Promise.all(told);
  return reply;
}

/** How replies look here; in a chat what can be done next is shown as lines to type. */
export function lookOf({ palette, width }: Terminal, chat: Workplace | null): Look {
  return { palette, width, registry: chat?.registry ?? null };
}
