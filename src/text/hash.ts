/** Names for contents: the same text has the same name on every machine and in every version. */

/** Seeds and multipliers of the two lanes, from the well-mixed odd constants of xxHash and MurmurHash. */
const LANES = { first: 0xdeadbeef, second: 0x41c6ce57, multiplyFirst: 0x9e3779b1, multiplySecond: 0x5f356495 } as const;

/** Spreads the bits of a finished lane, so that a change anywhere shows everywhere. */
function finish(lane: number, other: number): number {
  const mixed = Math.imul(lane ^ (lane >>> 16), 0x85ebca6b) ^ Math.imul(other ^ (other >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/**
 * A 64-bit fingerprint of a text as 16 hexadecimal digits, lower case.
 *
 * Tells contents apart, a million of them with a chance of a mix-up below 10⁻⁷; it is no defence against
 * somebody who builds two texts with the same fingerprint on purpose.
 */
export function hash(text: string): string {
  let first = LANES.first ^ text.length;
  let second = LANES.second ^ text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    first = Math.imul(first ^ unit, LANES.multiplyFirst);
    second = Math.imul(second ^ unit, LANES.multiplySecond);
    first ^= first >>> 15;
    second ^= second >>> 13;
  }
  return [finish(first, second), finish(second, first)].map((part) => part.toString(16).padStart(8, '0')).join('');
}
