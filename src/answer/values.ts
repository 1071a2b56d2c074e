/**
 * The values that the library gives to things that a question puts side by side.
 *
 * Either one sentence speaks of all of them, and each has its number right behind it, right before it, or in the same
 * order behind 分别; or each has a sentence of its own. A value counts only when nothing else that was asked for stands
 * between it and its thing, so that no number is ever given to the wrong one.
 */
import { findDates } from '../text/dates.ts';
import { findQuantities, type Quantity } from '../text/numbers.ts';
import { placesOf, type Span } from '../text/span.ts';
import { tagWords } from '../text/words.ts';
import { comparable, fitting, speaksOf, type Wanted } from './measures.ts';
import type { Statement, Weigh } from './statement.ts';

/** A thing with its value and the sentence that gives it. */
export interface Valued {
  readonly name: string;
  readonly statement: Statement;
  readonly quantity: Quantity;
}

/** Characters between a thing and its value, at most. */
const REACH = 28;
/** Share of a thing's words that its own sentence, and the sentence with its surroundings, must hold. */
const NAMED = Object.freeze({ sentence: 0.5, context: 0.7, heading: 0.6 });
const LOOKED_AT = 10;
/** Ways to find a thing in a sentence. */
const MOST_ANCHORS = 3;
const CONTENT = /^(?:n|v|s|t|j|l|i|x|eng|m|b|a|f)/u;
/** The values of all things from one sentence, the first that gives them all. */
export function valuesTogether(wanted: Wanted, statements: readonly Statement[]): readonly Valued[] | undefined {
  for (const statement of statements.slice(0, LOOKED_AT)) {
    const found = scenesOf(wanted, statement)
      .map((scene) => respectively(scene) ?? placed(scene, 'behind') ?? placed(scene, 'before'))
      .find((each) => each !== undefined && comparable(wanted, each));
    if (found === undefined) continue;
    return wanted.names.flatMap((name, i) => {
      const quantity = found[i];
      return quantity === undefined ? [] : [{ name, statement, quantity }];
    });
  }
  return undefined;
}

/** What says that one number is of all things together, or sets them against each other. */
const STATED = Object.freeze({ sum: /共|合计|总计|累计|总/u, difference: /比|相差|差距/u });

/** Whether a sentence itself tells the sum or the difference, so that nothing has to be reckoned. */
export function isStated(kind: keyof typeof STATED, wanted: Wanted, statements: readonly Statement[]): boolean {
  return statements.slice(0, LOOKED_AT).some((statement) =>
    scenesOf(wanted, statement).some(({ places, text }) => {
      const spans = places.flatMap(([first]) => first ?? []);
      const [from, to] = [Math.min(...spans.map(({ start }) => start)), Math.max(...spans.map(({ end }) => end))];
      const numbers = findQuantities(text).filter(({ span, unit }) => span.start >= from && unit !== '');
      const [first] = numbers.filter(({ unit }) => wanted.unit === '' || unit === wanted.unit);
      if (first === undefined || first.span.start < to || first.span.start - to > REACH) return false;
      return (
        STATED[kind].test(text.slice(from, first.span.start)) && !/[。;!?]/u.test(text.slice(from, first.span.start))
      );
    }),
  );
}

/** A sentence with the places of all things in it and the numbers that may be theirs. */
interface Scene {
  readonly wanted: Wanted;
  readonly text: string;
  readonly places: readonly (readonly Span[])[];
  readonly quantities: readonly Quantity[];
}

/** The ways to read a sentence: a thing may be spoken of by the end of its name or by any word that is its own. */
function scenesOf(wanted: Wanted, { text }: Statement): Scene[] {
  const ways = wanted.names.map((name) => anchorsOf(name, wanted.names, text));
  const most = Math.max(...ways.map((each) => each.length));
  if (ways.some((each) => each.length === 0)) return [];
  const scenes: Scene[] = [];
  for (let i = 0; i < most; i++) {
    const places = ways.map((each) => placesOf(each[Math.min(i, each.length - 1)] ?? '\n', text));
    scenes.push({ wanted, text, places, quantities: fitting(wanted, text, places.flat()) });
  }
  return scenes;
}

/**
 * The words that a sentence may speak of a thing by, the best first: the longest end of its name that no other thing
 * shares, then its own words from the last one on. None where the sentence lacks the noun that ends the name.
 */
function anchorsOf(name: string, names: readonly string[], text: string): string[] {
  if (!isSamePart(name, text)) return [];
  const others = names.filter((other) => other !== name);
  const words = contentWords(name);
  const isOwn = (part: string): boolean => text.includes(part) && !others.some((other) => other.includes(part));
  const ends = [...name].map((_, start) => name.slice(start)).filter((end) => /[\p{L}\p{N}]{2}/u.test(end));
  const end = ends.find(isOwn);
  if (!text.includes(words.at(-1) ?? '\n') && end === undefined) return [];
  const anchors = [...(end === undefined ? [] : [end]), ...words.filter(isOwn).reverse()];
  return [...new Set(anchors)].slice(0, MOST_ANCHORS);
}

/** What tells the parts of one thing apart: 三期, 第二批, 5号. */
const PART = /第?[一二三四五六七八九十\d]{1,3}(?:期|届|号|批|轮|标段)/gu;

/** Whether a folded text has every part that a name has: nothing of 二期 is told of 三期. */
export function isSamePart(name: string, text: string): boolean {
  return (name.match(PART) ?? []).every((part) => text.includes(part));
}

/** A name without the days in it, which an article seldom repeats. */
function withoutDays(name: string): string {
  return findDates(name).reduceRight((text, { span }) => text.slice(0, span.start) + text.slice(span.end), name);
}

function contentWords(text: string): string[] {
  return tagWords(text).flatMap(({ word, tag }) => (word.length > 1 && CONTENT.test(tag) ? [word] : []));
}

/** 甲、乙、丙分别为 77 个、29 个、31 个. */
function respectively({ text, places, quantities }: Scene): Quantity[] | undefined {
  const at = text.indexOf('分别');
  const firsts = places.map((each) => each.findLast(({ end }) => end <= at)?.start ?? -1);
  const behind = quantities.filter(({ span }) => span.start > at);
  if (at < 0 || firsts.includes(-1) || behind.length < places.length) return undefined;
  const order = firsts.map((start, i) => ({ start, i })).sort((a, b) => a.start - b.start);
  const found: Quantity[] = [];
  order.forEach(({ i }, rank) => {
    const quantity = behind[rank];
    if (quantity !== undefined) found[i] = quantity;
  });
  return found;
}

/** Each thing with the nearest number on one side of it, nothing else that is asked for between them. */
function placed(scene: Scene, side: 'behind' | 'before'): Quantity[] | undefined {
  const found = scene.places.map((own, i) => {
    const others = scene.places.flatMap((each, k) => (k === i ? [] : each));
    return own
      .flatMap((place) => nearestOf(scene, { place, others, side }))
      .sort((a, b) => Number(b.measured) - Number(a.measured) || a.gap - b.gap)[0]?.quantity;
  });
  const all = found.flatMap((quantity) => quantity ?? []);
  return all.length === found.length && new Set(all).size === all.length ? all : undefined;
}

interface Near {
  readonly quantity: Quantity;
  readonly gap: number;
  /** Whether the words around it say what is measured. */
  readonly measured: boolean;
}

function nearestOf(
  { text, quantities, wanted }: Scene,
  {
    place,
    others,
    side,
  }: { readonly place: Span; readonly others: readonly Span[]; readonly side: 'behind' | 'before' },
): Near[] {
  return quantities.flatMap((quantity) => {
    const { span } = quantity;
    const [from, to] = side === 'behind' ? [place.end, span.start] : [span.end, place.start];
    if (to < from || to - from > REACH || others.some(({ start, end }) => start < to && end > from)) return [];
    if (/[。;!?]/u.test(text.slice(from, to))) return [];
    return [{ quantity, gap: to - from, measured: speaksOf(wanted.attribute, text, span) }];
  });
}

/** The value of one thing from a sentence of its own, or of an article about it; `undefined` where none is sure. */
export function valueAlone(
  name: string,
  wanted: Wanted,
  { statements, weigh }: { readonly statements: readonly Statement[]; readonly weigh: Weigh },
): Valued | undefined {
  const [best] = statements
    .slice(0, LOOKED_AT)
    .flatMap((statement) => {
      const share = sharesOf(name, statement, weigh);
      const named = share.sentence >= NAMED.sentence || share.heading >= NAMED.heading;
      const about = named && isSamePart(name, statement.around);
      const quantity = about && share.context >= NAMED.context ? onlyValue(name, wanted, statement) : undefined;
      return quantity === undefined
        ? []
        : [{ name, statement, quantity, rank: share.sentence + share.heading + share.context }];
    })
    .sort((a, b) => b.rank - a.rank);
  return best === undefined ? undefined : { name, statement: best.statement, quantity: best.quantity };
}

/** Weighted shares of the words of a name that stand in the sentence, in its heading, in its passage with the heading. */
function sharesOf(
  name: string,
  { text, material }: Statement,
  weigh: Weigh,
): { sentence: number; heading: number; context: number } {
  const words = contentWords(withoutDays(name)).map((word) => ({ word, weight: Math.max(0.1, weigh(word)) }));
  const total = words.reduce((sum, { weight }) => sum + weight, 1e-9);
  const { heading, text: passage } = material.passage;
  const share = (place: string): number =>
    words.reduce((sum, { word, weight }) => sum + (place.includes(word) ? weight : 0), 0) / total;
  return { sentence: share(text), heading: share(heading), context: share(`${heading}\n${passage}\n${text}`) };
}

/** The number of a sentence that measures what is wanted, where there is exactly one value for it. */
function onlyValue(name: string, wanted: Wanted, { text }: Statement): Quantity | undefined {
  const others = wanted.names.filter((other) => other !== name);
  const barriers = others.flatMap((other) => placesOf(other, text));
  const own = placesOf(name, text)[0]?.end ?? 0;
  const next = barriers.find(({ start }) => start >= own)?.start ?? text.length;
  const numbers = fitting(wanted, text, []).filter(({ span }) => span.start >= own && span.end <= next);
  const measured = numbers.filter(({ span }) => speaksOf(wanted.attribute, text, span));
  const [first, ...more] = wanted.attribute === '' ? numbers : measured;
  return first !== undefined && more.every(({ low, unit }) => low === first.low && unit === first.unit)
    ? first
    : undefined;
}
