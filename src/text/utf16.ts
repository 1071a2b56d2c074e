/** UTF-16 units in typed arrays. */

/** Units made text of at a time; more would overflow the stack of a call. */
const CHUNK = 8192;

/** The text of the units from one place to another. */
export function textOfUnits(units: Uint16Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at += CHUNK) {
    text += Reflect.apply(String.fromCharCode, null, units.subarray(at, Math.min(at + CHUNK, end)));
  }
  return text;
}
