/** Does a text begin where a sentence begins, in the middle of one, or where another one ends? */
import { Language } from './order-language.ts';

/** Characters on each side of a border that are looked at. */
const REACH = 4;
/**
 * By how much, as a natural logarithm, a beginning may be less likely behind a full stop than anywhere: 1 of 40
 * paragraphs is below this, and 1 of 5 texts that begin at a place drawn by chance.
 */
const LEAST_GAIN = -2.5;
/** Signs that no sentence begins with. */
const NEVER_FIRST = /^[，。、；：？！”’）》」』】…,.;:?!)%]/;

let language: Language | undefined;

/** By how much, as a natural logarithm, the beginning of a text is likelier behind the end of another one than anywhere. */
export function likelihood(before: string, after: string): number {
  language ??= new Language();
  return language.gain(language.signsOf(before.slice(-REACH)), language.signsOf(after.slice(0, REACH)));
}

/** Whether a text most likely begins in the middle of a sentence. */
export function beginsInside(text: string): boolean {
  return NEVER_FIRST.test(text) || likelihood('说。', text) < LEAST_GAIN;
}
