/**
 * By how much something changed, where a sentence only says from what to what: 由12个增加到20个 makes 8个.
 *
 * Nothing is reckoned with two units, nor against the direction that is asked for.
 */
import { findQuantities, type Quantity } from '../text/numbers.ts';
import { amountOf, compare, formatResult, subtract } from './decimals.ts';
import { ASKS_CHANGE, FROM_WHAT, LESS, TO_WHAT } from './lexicon/told-changes.ts';
import type { Reckoned } from './reckonings.ts';

/** What a question asks to have changed, and in which direction. */
export interface AskedChange {
  readonly kind: 'change';
  readonly less: boolean;
  /** The unit that stands behind the question word, '' where none does. */
  readonly unit: string;
}

/** Reads 增加了多少个, 比当初少了几种. */
export function askedChange(question: string): AskedChange | undefined {
  const { verb = '', unit = '' } = ASKS_CHANGE.exec(question)?.groups ?? {};
  if (verb === '') return undefined;
  const [quantity] = findQuantities(`3${unit}`);
  return { kind: 'change', less: LESS.test(verb), unit: quantity?.unit ?? '' };
}

/** The change that a folded sentence tells; `undefined` where it tells none, or several. */
export function toldChange({ less, unit }: AskedChange, text: string): Reckoned | undefined {
  const quantities = findQuantities(text);
  const found = quantities.flatMap((from, i) => {
    const to = quantities[i + 1];
    const change = to === undefined ? undefined : changeBetween(from, to, text);
    return change === undefined || change.fell !== less || (unit !== '' && from.unit !== unit) ? [] : [change];
  });
  const [change, ...others] = found;
  return others.length === 0 ? change : undefined;
}

function changeBetween(from: Quantity, to: Quantity, text: string): (Reckoned & { fell: boolean }) | undefined {
  if (from.unit === '' || from.unit !== to.unit || from.measure === 'ordinal') return undefined;
  if (!FROM_WHAT.test(text.slice(0, from.span.start)) || !TO_WHAT.test(text.slice(from.span.end, to.span.start)))
    return undefined;
  const [before, after] = [amountOf(from, text), amountOf(to, text)];
  if (before === undefined || after === undefined || compare(before.value, after.value) === 0) return undefined;
  const fell = compare(after.value, before.value) < 0;
  const [more, less] = fell ? [before, after] : [after, before];
  const about = before.approximate || after.approximate ? '约' : '';
  const told = about + formatResult(subtract(more.value, less.value), [more, less]);
  return { text: told, calculation: `${more.text} − ${less.text} = ${told}`, spans: [from.span, to.span], fell };
}
