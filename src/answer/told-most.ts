/**
 * Which of several is most or least, where a sentence tells them with their numbers one behind the other:
 * 工业用地48亩、林地74亩、耕地430亩.
 *
 * Every item has exactly one number, all have one unit, and the question does not name the things itself.
 */
import { findQuantities, type Measure, type Quantity } from '../text/numbers.ts';
import type { Span } from '../text/span.ts';
import { tagWords } from '../text/words.ts';
import { LEAST, MOST_OF } from './lexicon/compound.ts';
import { measureOf } from './measures.ts';
import type { Reckoned } from './reckonings.ts';

/** What the most of is asked for. */
export interface AskedMost {
  readonly kind: 'most';
  readonly least: boolean;
  /** What is measured, where the question says so. */
  readonly measure: Measure | null;
}

interface Item {
  readonly name: string;
  readonly span: Span;
  readonly quantity: Quantity;
}

/** Reads 这几类里面积最大的是哪一类, not where the things are named: A、B、C 中最大的是哪个. */
export function askedMost(question: string): AskedMost | undefined {
  const { things = '', attribute = '', order = '' } = MOST_OF.exec(question)?.groups ?? {};
  if (things === '' || things.includes('、')) return undefined;
  return { kind: 'most', least: LEAST.has(order), measure: measureOf(attribute, '', order).measure };
}

/** The name of the item with the most, or least, in the longest row of a folded sentence; `undefined` where two are equal. */
export function toldMost({ least, measure }: AskedMost, text: string): Reckoned | undefined {
  const rows = rowsOf(text).filter(({ length, 0: first }) => length > 1 && fits(first, measure));
  const [row, other] = rows.sort((a, b) => b.length - a.length);
  if (row === undefined || row.length === other?.length) return undefined;
  const sorted = [...row].sort((a, b) => (least ? a.quantity.low - b.quantity.low : b.quantity.low - a.quantity.low));
  const [first, second] = sorted;
  if (first === undefined || first.quantity.low === second?.quantity.low) return undefined;
  const told = sorted.map(({ name, quantity: { span } }) => `${name} ${text.slice(span.start, span.end)}`);
  return { text: first.name, calculation: told.join(least ? ' < ' : ' > '), spans: [first.span] };
}

function fits(item: Item | undefined, measure: Measure | null): boolean {
  const vague = measure === null || measure === 'count' || measure === 'other';
  return (
    item !== undefined &&
    (vague ? !MEASURED.has(item.quantity.measure) || measure === null : item.quantity.measure === measure)
  );
}

/** Measures that no count can be. */
const MEASURED: ReadonlySet<Measure> = new Set(['money', 'percent', 'area', 'length', 'weight', 'duration']);

/** Items that follow each other and have one unit. */
function rowsOf(text: string): Item[][] {
  const rows: Item[][] = [];
  let end = -1;
  for (const piece of piecesOf(text)) {
    const item = itemIn(piece, text);
    const row = rows.at(-1);
    const unit = row?.at(-1)?.quantity.unit;
    if (item !== undefined && row !== undefined && piece.start === end + 1 && unit === item.quantity.unit)
      row.push(item);
    else if (item !== undefined) rows.push([item]);
    end = item === undefined ? -1 : piece.end;
  }
  return rows;
}

function piecesOf(text: string): Span[] {
  return [...text.matchAll(/[^、,;，；。:：]+/gu)].map(({ index, 0: piece }) => ({
    start: index,
    end: index + piece.length,
  }));
}

/** The name before the only number of a piece, or behind it where the piece begins with it; a verb does not belong to it. */
function itemIn(piece: Span, text: string): Item | undefined {
  const inside = text.slice(piece.start, piece.end);
  const [quantity, ...others] = findQuantities(inside);
  if (quantity === undefined || quantity.unit === '' || others.length > 0 || quantity.measure === 'ordinal')
    return undefined;
  const before = tagWords(inside.slice(0, quantity.span.start));
  const words = before.some(({ tag }) => tag.startsWith('n')) ? before : tagWords(inside.slice(quantity.span.end));
  const offset = words === before ? 0 : quantity.span.end;
  const noun = words.findLast(({ tag }) => /^(?:n|vn|x|l|j|i|eng)/u.test(tag));
  const verb = words.findLastIndex(({ word, tag }) => word.length > 1 && tag.startsWith('v') && tag !== 'vn');
  const start = words.slice(verb + 1).find(({ word, tag }) => !isAhead(word, tag))?.start;
  if (start === undefined || noun === undefined || noun.end <= start) return undefined;
  const name = inside.slice(offset + start, offset + noun.end);
  const at = piece.start + offset;
  return { name, span: { start: at + start, end: at + noun.end }, quantity: movedBy(quantity, piece.start) };
}

/** What stands behind a verb and is no part of a name. */
function isAhead(word: string, tag: string): boolean {
  return /^(?:p|u|c)/u.test(tag) || /^[的了着“”"]$/u.test(word);
}

function movedBy(quantity: Quantity, by: number): Quantity {
  const moved = ({ start, end }: Span): Span => ({ start: start + by, end: end + by });
  return { ...quantity, span: moved(quantity.span), core: moved(quantity.core) };
}
