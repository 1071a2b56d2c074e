/** Long lists by screenfuls, without remembering anything: the calls that turn the page hold all of the request. */
import type { Paging } from './reply.ts';
import type { Call } from './request.ts';

/** The call of `command` with these values as text; what is not given is left out. */
export function callOf(command: string, values: Readonly<Record<string, string | number | boolean | undefined>>): Call {
  const texts: Record<string, string> = {};
  for (const [key, value] of Object.entries(values)) if (value !== undefined) texts[key] = String(value);
  return { command, values: texts };
}

/** The paging of the screenful `part` (from 1) of the list that `call` asks for, or `null` where it is the only one. */
export function pagingOf(call: Call, part: number, more: boolean): Paging | null {
  if (part === 1 && !more) return null;
  const turn = (to: number): Call => ({ ...call, values: { ...call.values, part: String(to) } });
  return { number: part, previous: part > 1 ? turn(part - 1) : null, next: more ? turn(part + 1) : null };
}
