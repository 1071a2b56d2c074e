/**
 * The one door: a request goes in, a reply comes out, whatever happens.
 *
 * Slips of the asker become replies that say what to do, and so does, for those who run the program, what they can mend
 * (a library that is locked, an index of another version). Faults are handed to `onFault`, which records them and gives
 * the reference that the apology quotes.
 */
import { type Command, keyOf, type Options, type Registry, type ValuesOf } from './command.ts';
import { UserError } from './errors.ts';
import type { Library } from './model.ts';
import { plainLine } from './plain-text.ts';
import { remarkOf, tellRemark } from './remarks.ts';
import { type Audience, type Content, content, inline, type Reply } from './reply.ts';
import type { Asker, Caller, Place, Request } from './request.ts';
import { readValues } from './values.ts';
import { wordingFor } from './wording.ts';

/** What requests are answered with. */
export interface Desk {
  readonly library: Library;
  readonly registry: Registry;
  /** Records a fault and returns the reference that people may quote. Must not throw. */
  onFault(fault: unknown, request: Request): string;
}

/** Who asks, where and in which conversation. */
function callerOf({ asker, command: _command, values: _values, ...circumstances }: Request): Caller {
  return { ...circumstances, ...asker };
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

function checkPermission({ permission = 'anyone' }: Command, { admin, manager = false }: Asker): void {
  const allowed = permission === 'anyone' || (permission === 'manager' ? manager || admin : admin);
  if (!allowed) throw new UserError('not-allowed', { permission });
}

/** A request that was understood: who may see the reply is known before anything slow begins. */
export interface Prepared {
  readonly audience: Audience;
  /** `slow` ones are acknowledged before they run. */
  readonly pace: Command['pace'];
  /** Never rejects. What went wrong is for the asker alone, whatever the audience was to be. */
  run(): Promise<Reply>;
}

/** Who sees the reply: as it was asked for, else as the place wants it, else as the command says. */
function audienceOf({ audience }: Command, values: ValuesOf<Options>, place: Place | undefined): Audience {
  const asked = values['private'];
  if (audience === 'asker' || asked === true) return 'asker';
  return place?.settings.private === true && asked !== false ? 'asker' : 'everyone';
}

function failed(fault: unknown, request: Request, desk: Desk): Reply {
  const said = failure(fault, request, desk);
  return { ...said, command: request.command, locale: request.asker.locale, audience: 'asker' };
}

/** Whoever wanted the answer for themselves wants for themselves what it turns out to be. */
function forAsker(prepared: Prepared): Prepared {
  return { ...prepared, audience: 'asker', run: async () => ({ ...(await prepared.run()), audience: 'asker' }) };
}

function understood(request: Request, desk: Desk): Prepared {
  const command = desk.registry.find(request.command);
  if (command === undefined) throw unknownCommand(request.command, desk.registry);
  checkPermission(command, request.asker);
  const { locale } = request.asker;
  const values = readValues(command.options, request.values, locale);
  const other = command.divert?.(values);
  const audience = audienceOf(command, values, request.place);
  if (other !== undefined) {
    const meant = understood({ ...request, ...other }, desk);
    return audience === 'asker' ? forAsker(meant) : meant;
  }
  const named = { ...request, command: keyOf(command) };
  return {
    audience,
    pace: command.pace,
    async run() {
      try {
        const said = await command.run(values, desk.library, callerOf(request));
        return { ...said, command: named.command, locale, audience };
      } catch (fault) {
        return failed(fault, named, desk);
      }
    },
  };
}

/** Understands a request, at once and without looking anything up. Never throws: slips and faults are replies too. */
export function prepare(request: Request, desk: Desk): Prepared {
  try {
    return understood(request, desk);
  } catch (fault) {
    const reply = failed(fault, request, desk);
    return { audience: 'asker', pace: 'instant', run: async () => reply };
  }
}

/** Answers a request. Never rejects: slips and faults are replies too, and only the asker sees them. */
export function dispatch(request: Request, desk: Desk): Promise<Reply> {
  return prepare(request, desk).run();
}
