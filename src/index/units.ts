/** What a folded text consists of for the index: runs of Chinese characters, and numbers and words of other scripts. */
import { LONGEST_TERM } from './dictionary.ts';

/** Classes of UTF-16 units. Everything else separates. */
const CLASS = { other: 0, chinese: 1, letter: 2, lowSurrogate: 3 } as const;

/** Units of Chinese text: iteration marks, kana, Han, Hangul, and the high surrogates of the rarer Han characters. */
const CHINESE: readonly (readonly [number, number])[] = [
  [0x3005, 0x3007],
  [0x3041, 0x30ff],
  [0x3400, 0x9fff],
  [0xac00, 0xd7a3],
  [0xd840, 0xd888],
  [0xf900, 0xfaff],
];
const LOW_SURROGATES = [0xdc00, 0xdfff] as const;
const LETTER = /[\p{L}\p{N}]/u;
const POINT = 0x2e;

function buildClasses(): Uint8Array {
  const classes = new Uint8Array(0x10000);
  for (let unit = 0; unit < 0xd800; unit++) {
    if (LETTER.test(String.fromCharCode(unit))) classes[unit] = CLASS.letter;
  }
  for (const [from, to] of CHINESE) classes.fill(CLASS.chinese, from, to + 1);
  classes.fill(CLASS.lowSurrogate, LOW_SURROGATES[0], LOW_SURROGATES[1] + 1);
  return classes;
}

const CLASSES = buildClasses();

/** Whether a UTF-16 unit belongs to a Chinese character (the first half of a rare one does, its second half does not). */
export function isChinese(unit: number): boolean {
  return CLASSES[unit] === CLASS.chinese;
}

/** Whether a UTF-16 unit belongs to a number or a word of another script. */
export function isLetter(unit: number): boolean {
  return CLASSES[unit] === CLASS.letter;
}

/** Whether a word says anything: its first unit is no sign and no blank. */
export function isTerm(word: string): boolean {
  const found = CLASSES[word.charCodeAt(0)];
  return found === CLASS.chinese || found === CLASS.letter;
}

/** Whether the unit at `at` carries on a Chinese run that reaches up to it. */
function carriesOn(text: string, at: number): boolean {
  const found = CLASSES[text.charCodeAt(at)];
  if (found !== CLASS.lowSurrogate) return found === CLASS.chinese;
  const before = text.charCodeAt(at - 1);
  return before >= 0xd840 && before <= 0xd888;
}

/** Takes what {@link scanUnits} finds, in the order of the text. */
export interface UnitSink {
  /** Two neighbouring units of a Chinese run. */
  pair(first: number, second: number): void;
  /** A number, a word of another script, or a Chinese character that stands alone. */
  token(text: string): void;
}

/** Hands the Chinese run at `start` on, pair by pair; returns where it ends. */
function scanChinese(text: string, start: number, sink: UnitSink): number {
  let at = start + 1;
  let before = text.charCodeAt(start);
  for (; at < text.length && carriesOn(text, at); at++) {
    const unit = text.charCodeAt(at);
    sink.pair(before, unit);
    before = unit;
  }
  if (at === start + 1) sink.token(text.charAt(start));
  return at;
}

/** The end of the number or word at `start`; a point between two digits belongs to it. */
function endOfToken(text: string, start: number): number {
  let at = start + 1;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (CLASSES[unit] === CLASS.letter) continue;
    if (unit !== POINT || !isDigit(text.charCodeAt(at - 1)) || !isDigit(text.charCodeAt(at + 1))) break;
  }
  return at;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** Walks over a folded text. */
export function scanUnits(text: string, sink: UnitSink): void {
  let at = 0;
  while (at < text.length) {
    const found = CLASSES[text.charCodeAt(at)];
    if (found === CLASS.chinese) at = scanChinese(text, at, sink);
    else if (found === CLASS.letter) {
      const end = endOfToken(text, at);
      sink.token(text.slice(at, Math.min(end, at + LONGEST_TERM)));
      at = end;
    } else at++;
  }
}
