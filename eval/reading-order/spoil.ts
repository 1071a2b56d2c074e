/** What goes wrong besides the order: paragraphs printed twice, captions inside sentences, lost headlines, misread letters. */
import type { Dice } from './dice.ts';
import { breakLines, type SetLine, setParagraph, type Unit } from './typeset.ts';

/** A caption's lines are shorter than the column by so many characters. */
const CAPTION_INSET = 4;
/** A copy stands at most so many paragraphs further down. */
const MOST_AWAY = 2;
/** Words of a caption that are taken from a text, in characters. */
const CAPTION_WORDS = { least: 8, most: 20 } as const;
const PHOTOGRAPHERS = ['王勇森', '李文静', '张伟', '刘栋'] as const;

/** Signs that scanners take for one another. */
const LOOK_ALIKES = [
  '一-',
  '人入',
  '已己',
  '日曰',
  '末未',
  '土士',
  '千干',
  '天夫',
  '大太',
  '田由',
  '问间',
  '、,',
  '。,',
  '鸟乌',
];
const MISREAD: ReadonlyMap<string, string> = new Map(
  LOOK_ALIKES.flatMap(([a = '', b = '']) => [
    [a, b],
    [b, a],
  ]),
);
/** A letter that nothing looks like is taken for any other of the page; figures and marks are read as they are. */
const HAN = /\p{Script=Han}/u;

const lineOf = (unit: Unit): SetLine | undefined => (unit[0]?.role === 'text' ? unit[0] : undefined);

/** Up to `count` of the places that `test` accepts, last first, so that putting something in moves none of the others. */
function drawPlaces(units: readonly Unit[], test: (line: SetLine) => boolean, wish: { count: number; dice: Dice }) {
  const places = units.flatMap((unit, at) => {
    const line = lineOf(unit);
    return line !== undefined && test(line) ? [at] : [];
  });
  return wish.dice
    .shuffle(places)
    .slice(0, wish.count)
    .sort((a, b) => b - a);
}

function copyLines(opening: SetLine): SetLine[] {
  const copies: SetLine[] = [];
  for (let line: SetLine | undefined = opening; line !== undefined; line = line.closes ? undefined : line.next) {
    copies.push({ ...line, next: undefined, copyOf: line });
  }
  for (const [at, copy] of copies.entries()) copy.next = copies[at + 1];
  return copies;
}

/** The place behind the paragraph at `at`, or behind one of the next. */
function placeBelow(units: readonly Unit[], at: number, dice: Dice): number {
  let left = dice.between(0, MOST_AWAY);
  let place = at;
  while (place < units.length - 1) {
    const line = lineOf(units[place] ?? []);
    const next = lineOf(units[place + 1] ?? []);
    if (line?.closes === true && (left === 0 || next === undefined)) break;
    if (line?.closes === true) left--;
    place++;
  }
  return place + 1;
}

/** Prints `count` paragraphs twice. */
export function double(units: readonly Unit[], count: number, dice: Dice): Unit[] {
  const printed = [...units];
  for (const at of drawPlaces(units, ({ opens }) => opens, { count, dice })) {
    const opening = lineOf(units[at] ?? []);
    if (opening === undefined) continue;
    const copies = copyLines(opening).map((line) => [line]);
    printed.splice(placeBelow(printed, at, dice), 0, ...copies);
  }
  return printed;
}

function captionOf(words: string, width: number, dice: Dice): Unit[] {
  const [photographer = ''] = dice.shuffle(PHOTOGRAPHERS);
  const said = words
    .replace(/[^\p{Script=Han}\p{N}]/gu, '')
    .slice(0, dice.between(CAPTION_WORDS.least, CAPTION_WORDS.most));
  const lines = breakLines(`图为${said}。本报记者${photographer}摄`, width - CAPTION_INSET);
  return setParagraph(lines, 'caption').map((line) => [line]);
}

/** Puts `count` captions inside paragraphs; `words` gives each something to show. */
export function caption(
  units: readonly Unit[],
  { count, width, words }: { count: number; width: number; words: readonly string[] },
  dice: Dice,
): Unit[] {
  const printed = [...units];
  for (const [number, at] of drawPlaces(units, ({ closes }) => !closes, { count, dice }).entries()) {
    printed.splice(at + 1, 0, ...captionOf(words[number % words.length] ?? '', width, dice));
  }
  return printed;
}

/** Loses `share` of the headlines. */
export function behead(units: readonly Unit[], share: number, dice: Dice): Unit[] {
  return units.filter((unit) => unit[0]?.role !== 'head' || !dice.chance(share));
}

function misreadSign(sign: string, others: readonly string[], dice: Dice): string {
  const alike = MISREAD.get(sign);
  if (alike !== undefined || !HAN.test(sign)) return alike ?? sign;
  return others[dice.between(0, others.length - 1)] ?? sign;
}

/** Replaces `share` of the letters of the text by others; no line gets longer or shorter. */
export function misread(units: readonly Unit[], share: number, dice: Dice): void {
  const lines = units.flat().filter(({ role }) => role === 'text');
  const others = lines.flatMap(({ text }) => text.match(/[\u4e00-\u9fff]/g) ?? []);
  for (const line of lines) {
    const signs = line.text.split('').map((sign) => (dice.chance(share) ? misreadSign(sign, others, dice) : sign));
    line.text = signs.join('');
  }
}
