/**
 * Lengths of passages in one byte: exact up to 64, then five bits of precision, up to 4,095.
 *
 * A length only divides a term's count, where one part in thirty is nothing; a byte instead of four makes the
 * table that every posting looks into fit the processor's cache.
 */

/** Lengths below this are their own code. */
const EXACT = 64;
/** Steps between a power of two and the next. */
const STEPS = 32;
const LONGEST = 4095;

/** The code of a length in terms, 0 to 255; lengths between two codes take the lower one. */
export function encodeLength(length: number): number {
  if (length < EXACT) return length;
  const kept = Math.min(length, LONGEST);
  const exponent = 25 - Math.clz32(kept);
  return EXACT + exponent * STEPS + (kept >> (exponent + 1)) - STEPS;
}

/** The length that a code stands for. */
export function decodeLength(code: number): number {
  if (code < EXACT) return code;
  const exponent = (code - EXACT) >> 5;
  return (STEPS + ((code - EXACT) & (STEPS - 1))) << (exponent + 1);
}
