/** Short names for articles. */
import { hash } from '../text/hash.ts';

/** Characters of an id: 36¹⁰, 51 bits, so that a million articles have one chance in four thousand to share one. */
const LENGTH = 10;

/** Ten lower-case letters and digits that stand for a text; the same on every machine. */
export function shortId(text: string): string {
  return BigInt(`0x${hash(text)}`)
    .toString(36)
    .padStart(LENGTH, '0')
    .slice(-LENGTH);
}
