/** Which numbers of a sentence measure what a question wants of the things that it puts side by side. */
import { findDates } from '../text/dates.ts';
import { findQuantities, type Measure, type Quantity } from '../text/numbers.ts';
import type { Span } from '../text/span.ts';
import { analyseQuestion } from './question.ts';

/** What is wanted of each thing. */
export interface Wanted {
  readonly names: readonly string[];
  /** What is measured (总投资), '' where the question does not say. */
  readonly attribute: string;
  readonly unit: string;
  readonly measure: Measure | null;
  /** Whether pieces and people may be compared whatever they are counted in: 300 个 are more than 200 户. */
  readonly counts?: boolean;
}

const COUNTS: ReadonlySet<Measure> = new Set(['count', 'people']);

/** Whether numbers may be put side by side: all in one unit, or, where that is enough, all of them counts. */
export function comparable({ counts }: Wanted, numbers: readonly Quantity[]): boolean {
  const single = new Set(numbers.map(({ unit }) => unit)).size === 1;
  return single || (counts === true && numbers.every(({ measure }) => COUNTS.has(measure)));
}

/** Characters before and behind a number in which what is measured is looked for. */
const AROUND = Object.freeze({ before: 14, behind: 6 });
const ORDER_MEASURES: Readonly<Record<string, Measure>> = Object.freeze({
  快: 'percent',
  慢: 'percent',
  长: 'length',
  短: 'length',
});

/** A number right behind one of these says by how much something differs, and not how much it is. */
const CHANGE =
  /(?:多|少|高|低|增|涨|增加|增长|减少|下降|提高|提升|相差|超出|高出|多出|缩短|延长|节约|节省)(?:了|出)?[约近超]?$/u;
const ASKS_CHANGE = /增|涨|降|减|升|提高|节/u;

/** What is told in per cent. */
const SHARES = /占比|比例|比重|增速|增幅|降幅|率$/u;

/** What a comparison asks to be measured: by its attribute, its unit, else by its order (更长, 涨得更快). */
export function measureOf(attribute: string, unit: string, order = ''): Pick<Wanted, 'unit' | 'measure'> {
  const named = unit === '' ? unitIn(attribute) : unit;
  if (named !== '') {
    const [quantity] = findQuantities(`3${named}`);
    if (quantity !== undefined && quantity.unit !== '') return { unit: quantity.unit, measure: quantity.measure };
  }
  if (SHARES.test(attribute)) return { unit: '%', measure: 'percent' };
  const asked = analyseQuestion(`${attribute}是多少?`);
  if (attribute !== '' && (asked.unit !== '' || asked.measure !== null))
    return { unit: asked.unit, measure: asked.kind === 'money' ? 'money' : asked.measure };
  return { unit: '', measure: ORDER_MEASURES[order] ?? null };
}

/** 标箱 of 货物标箱数, 个 of 项目个数, 分 itself. */
function unitIn(attribute: string): string {
  const bare = attribute.replace(/数$/u, '');
  if (bare === attribute && attribute.length > 2) return '';
  for (const length of [3, 2, 1]) {
    const tail = bare.slice(-length);
    const [quantity] = tail.length < length ? [] : findQuantities(`3${tail}`);
    if (quantity?.unit === tail) return tail;
  }
  return '';
}

/**
 * The numbers of a sentence that measure what is wanted; none inside of a day or of the things' own names,
 * none that only says how much more or less something is or has become.
 */
export function fitting({ unit, measure, attribute }: Wanted, text: string, taken: readonly Span[]): Quantity[] {
  const closed = [...taken, ...findDates(text).map(({ span }) => span)];
  const changes = measure === 'percent' || ASKS_CHANGE.test(attribute);
  return findQuantities(text).filter((quantity) => {
    if (quantity.measure === 'ordinal' || quantity.unit === '') return false;
    if (closed.some(({ start, end }) => quantity.core.start < end && quantity.core.end > start)) return false;
    if (!changes && CHANGE.test(text.slice(Math.max(0, quantity.span.start - 4), quantity.span.start))) return false;
    if (unit !== '' && quantity.unit === unit) return true;
    const vague = measure === null || measure === 'count' || measure === 'other';
    return vague ? unit === '' : quantity.measure === measure;
  });
}

/** Whether the words around a number have two characters of the attribute in a row, or the whole of a short one. */
export function speaksOf(attribute: string, text: string, { start, end }: Span): boolean {
  if (attribute === '') return false;
  // What stands before another number speaks of that one.
  const before = text.slice(Math.max(0, start - AROUND.before), start).replace(/^.*\d/u, '');
  const behind = text.slice(end, end + AROUND.behind).replace(/[,，。;、].*$/su, '');
  const around = `${before}\n${behind}`;
  if (attribute.length < 2) return around.includes(attribute);
  return [...attribute].some((_, i) => i + 2 <= attribute.length && around.includes(attribute.slice(i, i + 2)));
}
