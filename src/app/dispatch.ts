/**
 * The one door: a request goes in, a reply comes out, whatever happens.
 *
 * Slips of the asker become replies that say what to do, and so does, for those who run the program, what they can mend
 * (a library that is locked, an index of another version). Faults are handed to `onFault`, which records them and gives
 * the reference that the apology quotes.
 */
import type { Registry } from './command.ts';
import { UserError } from './errors.ts';
import type { Library } from './model.ts';
import { plainLine } from './plain-text.ts';
import { remarkOf, tellRemark } from './remarks.ts';
import { type Content, content, inline, type Reply } from './reply.ts';
import type { Caller, Request } from './request.ts';
import { readValues } from './values.ts';
import { wordingFor } from './wording.ts';

/** What requests are answered with. */
export interface Desk {
  readonly library: Library;
  readonly registry: Registry;
  /** Records a fault and returns the reference that people may quote. Must not throw. */
  onFault(fault: unknown, request: Request): string;
}

/** Who asks and in which conversation. */
function callerOf({ asker, session }: Request): Caller {
  return session === undefined ? asker : { ...asker, session };
}

function failure(failed: unknown, request: Request, desk: Desk): Content {
  const wording = wordingFor(request.asker.locale);
  if (failed instanceof UserError) {
    return content([{ kind: 'text', text: inline(failed.tell(wording.errors)) }], { tone: 'error' });
  }
  const remark = remarkOf(failed);
  if (remark !== undefined && request.asker.admin) {
    return content([{ kind: 'text', text: inline(tellRemark(remark, wording.remarks)) }], { tone: 'error' });
  }
  const reference = desk.onFault(failed, request);
  return content([{ kind: 'text', text: inline(wording.fault(reference)) }], { tone: 'fault' });
}

function unknownCommand(name: string, registry: Registry): UserError {
  return new UserError('unknown-command', { command: plainLine(name), nearest: registry.nearest(name) });
}

/** Answers a request. Never rejects: slips and faults are replies too, and only the asker sees them. */
export async function dispatch(request: Request, desk: Desk): Promise<Reply> {
  const { locale } = request.asker;
  const command = desk.registry.find(request.command);
  try {
    if (command === undefined) throw unknownCommand(request.command, desk.registry);
    const values = readValues(command.options, request.values, locale);
    const said = await command.run(values, desk.library, callerOf(request));
    return { ...said, command: command.name, locale, audience: command.audience };
  } catch (failed) {
    const said = failure(failed, request, desk);
    return { ...said, command: command?.name ?? request.command, locale, audience: 'asker' };
  }
}
