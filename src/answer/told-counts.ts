/** Several numbers at once, each of what stands behind it: 多少个国家的多少个城市 from 20个国家、49个城市. */
import { findQuantities, type Quantity } from '../text/numbers.ts';
import type { Reckoned } from './reckonings.ts';

/** The things that are counted, with their measure words. */
export interface AskedCounts {
  readonly kind: 'counts';
  readonly things: readonly { readonly unit: string; readonly noun: string }[];
}

const COUNTED = /(?:多少|几)(?<unit>\p{Script=Han})(?<noun>\p{Script=Han}{2,6}?)(?=[的和与及、,?]|$)/gu;

/** Reads 多少个国家的多少个城市; `undefined` where fewer than two things are counted. */
export function askedCounts(question: string): AskedCounts | undefined {
  const things = [...question.matchAll(COUNTED)].flatMap(({ groups }) => {
    const unit = groups?.['unit'] ?? '';
    const [quantity] = findQuantities(`3${unit}`);
    return quantity === undefined || quantity.unit === ''
      ? []
      : [{ unit: quantity.unit, noun: groups?.['noun'] ?? '' }];
  });
  return things.length < 2 ? undefined : { kind: 'counts', things };
}

/** The numbers of a folded sentence, each with what it counts; `undefined` unless it has exactly one for every thing. */
export function toldCounts({ things }: AskedCounts, text: string): Reckoned | undefined {
  const quantities = findQuantities(text);
  const told = things.flatMap(({ unit, noun }) => {
    const isCounted = ({ span, unit: own }: Quantity): boolean => own === unit && text.startsWith(noun, span.end);
    const [first, ...others] = quantities.filter(isCounted);
    return first === undefined || others.length > 0
      ? []
      : [{ said: text.slice(first.span.start, first.span.end) + noun, span: first.span }];
  });
  if (told.length < things.length) return undefined;
  return { text: told.map(({ said }) => said).join('、'), spans: told.map(({ span }) => span) };
}
