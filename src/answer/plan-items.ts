/** Takes the things apart that a question puts side by side: A 和 B, A、B、C. */
import { tagWords } from '../text/words.ts';
import { JOINERS, JOINING_SIGN, MEASURED_TAIL, TOGETHER_TAIL } from './lexicon/compound.ts';

/** The things of a comparison, with what is said of all of them before and what is measured. */
export interface Things {
  /** What stands before the things and holds for each: 二季度综合成绩，. */
  readonly frame: string;
  readonly names: readonly string[];
  /** 总投资 in A 和 B 的总投资, '' where it is not said here. */
  readonly attribute: string;
}

const QUOTED = /[《“"「][^《》“”"「」]*[》”"」]/gu;
/** Shorter texts name nothing. */
const SHORTEST = 2;
const JOINER = /[,，](?=(?:和|与|跟|以及))/gu;

/** Splits, or gives `undefined` where there are not at least two things. */
export function thingsIn(text: string): Things | undefined {
  const masked = text.replace(QUOTED, (quote) => '〇'.repeat(quote.length)).replace(JOINER, '〇');
  const comma = Math.max(masked.lastIndexOf(','), masked.lastIndexOf('，'));
  for (const start of [comma + 1, 0]) {
    const cuts = cutsIn(text, masked, start);
    const names = namesBetween(text, cuts, start);
    if (names.length < 2) continue;
    return { frame: text.slice(0, start), ...peeled(names) };
  }
  return undefined;
}

interface Cut {
  readonly from: number;
  readonly to: number;
}

/** Where the things are joined: at every 、 and at one 和, the one that parts them most evenly. */
function cutsIn(text: string, masked: string, start: number): Cut[] {
  const marks = [...masked.matchAll(/、/gu)]
    .filter(({ index }) => index >= start)
    .map(({ index }) => ({ from: index, to: index + 1 }));
  const words = tagWords(text)
    .filter((word) => JOINERS.has(word.word) && word.start > start && masked[word.start] !== '〇')
    .map((word) => ({ from: word.start, to: word.end }));
  const signs = [...masked.matchAll(JOINING_SIGN)].map(({ index }) => ({ from: index, to: index + 1 }));
  const joins = words.length > 0 ? words : signs.filter(({ from }) => from > start);
  const last = marks.at(-1);
  if (last !== undefined) return [...marks, ...joins.filter(({ from }) => from > last.to).slice(-1)];
  const middle = (start + text.length) / 2;
  return joins.sort((a, b) => Math.abs(a.from - middle) - Math.abs(b.from - middle)).slice(0, 1);
}

function namesBetween(text: string, cuts: readonly Cut[], start: number): string[] {
  const sorted = [...cuts].sort((a, b) => a.from - b.from);
  const edges = [start, ...sorted.map(({ to }) => to)];
  const ends = [...sorted.map(({ from }) => from), text.length];
  const names = edges.map((from, i) =>
    text
      .slice(from, ends[i])
      .replace(TOGETHER_TAIL, '')
      .replace(/^[\s,，在]+|[\s,，的]+$/gu, ''),
  );
  return names.every((name) => name.length >= SHORTEST) ? names : [];
}

/** The names without what is measured of them, which the last one says, or each. */
function peeled(names: readonly string[]): { names: readonly string[]; attribute: string } {
  const [first = '', last = ''] = names;
  const attribute = [last, first].flatMap((name) => MEASURED_TAIL.exec(name)?.groups?.['attribute'] ?? [])[0] ?? '';
  if (attribute === '' || names.length !== 2) return { names, attribute: '' };
  const bare = names.map((name) => (name.endsWith(attribute) ? name.replace(MEASURED_TAIL, '') : name));
  return bare.every((name) => name.length >= SHORTEST) ? { names: bare, attribute } : { names, attribute: '' };
}
