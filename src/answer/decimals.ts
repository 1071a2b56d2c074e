/**
 * Exact arithmetic with the numbers of a newspaper: 13.58亿元 and 3000万元 are added as they are written, without the
 * slips of binary fractions.
 *
 * Two amounts are only ever put together when they have the same unit.
 */
import { type Quantity, readNumber } from '../text/numbers.ts';

/** `units` times ten to the power of minus `places`. */
export interface Decimal {
  readonly units: bigint;
  readonly places: number;
}

/** A quantity that can be reckoned with, in its unit, with the scale that it was written in. */
export interface Amount {
  readonly value: Decimal;
  readonly unit: string;
  /** The power of ten of 万 or 亿, 0 for none. */
  readonly scale: number;
  readonly approximate: boolean;
  /** As it is written. */
  readonly text: string;
}

const PLAIN = /^-?\d+(?:\.\d+)?$/u;
const SCALES: readonly (readonly [string, number])[] = Object.freeze([
  ['万亿', 12],
  ['亿', 8],
  ['万', 4],
] as const);
/** Below a tenth of the larger scale a result is told in the smaller one. */
const TENTH = Object.freeze({ units: 1n, places: 1 });

/** Reads 13.58 or 1,200; `undefined` for anything else. */
export function readDecimal(text: string): Decimal | undefined {
  const plain = text.replace(/,(?=\d{3})/gu, '');
  if (!PLAIN.test(plain)) return undefined;
  const [whole = '', fraction = ''] = plain.split('.');
  return { units: BigInt(whole + fraction), places: fraction.length };
}

/** The sum, exact. */
export function add(a: Decimal, b: Decimal): Decimal {
  const places = Math.max(a.places, b.places);
  return { units: unitsAt(a, places) + unitsAt(b, places), places };
}

/** The difference, exact. */
export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, { ...b, units: -b.units });
}

/** How many times `b` goes into `a`, rounded to one place where it has more than two; `b` is above 0. */
export function divide(a: Decimal, b: Decimal): { readonly value: Decimal; readonly exact: boolean } {
  const places = Math.max(a.places, b.places);
  const [dividend, divisor] = [unitsAt(a, places), unitsAt(b, places)];
  if ((dividend * 100n) % divisor === 0n)
    return { value: { units: (dividend * 100n) / divisor, places: 2 }, exact: true };
  return { value: { units: (dividend * 20n + divisor) / (divisor * 2n), places: 1 }, exact: false };
}

/** Below 0 where `a` is less than `b`, 0 where they are equal. */
export function compare(a: Decimal, b: Decimal): number {
  const { units } = subtract(a, b);
  if (units === 0n) return 0;
  return units < 0n ? -1 : 1;
}

/** A decimal as people write it, without zeros at its end. */
export function formatDecimal({ units, places }: Decimal): string {
  const sign = units < 0n ? '-' : '';
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places).replace(/0+$/u, '');
  return sign + whole + (fraction === '' ? '' : `.${fraction}`);
}

function unitsAt({ units, places }: Decimal, wanted: number): bigint {
  return units * 10n ** BigInt(wanted - places);
}

/** `value` times ten to the power of `exponent`. */
function shifted({ units, places }: Decimal, exponent: number): Decimal {
  return places >= exponent
    ? { units, places: places - exponent }
    : { units: units * 10n ** BigInt(exponent - places), places: 0 };
}

/** A quantity to reckon with; `undefined` for ranges and for numbers that cannot be told exactly from their writing. */
export function amountOf(quantity: Quantity, text: string): Amount | undefined {
  const { low, high, unit, scaledUnit, core, span, approximate } = quantity;
  if (low !== high) return undefined;
  const written = text.slice(core.start, core.end);
  const [, exponent = 0] = SCALES.find(([name]) => scaledUnit.startsWith(name)) ?? [];
  const digits = /^[-\d.,]+/u.exec(written)?.[0];
  const known = digits === undefined ? undefined : readDecimal(digits);
  const value = known === undefined ? whole(written, low) : shifted(known, exponent);
  if (value === undefined || Number(formatDecimal(value)) !== Number(low.toPrecision(15))) return undefined;
  return { value, unit, scale: exponent, approximate, text: text.slice(span.start, span.end) };
}

/** A number in words, where it is a whole one. */
function whole(written: string, low: number): Decimal | undefined {
  const exact = Number.isSafeInteger(low) && (readNumber(written) !== undefined || low > 0);
  return exact ? { units: BigInt(low), places: 0 } : undefined;
}

/** Whether all amounts have one unit. */
export function sameUnit(amounts: readonly Amount[]): boolean {
  return amounts.every(({ unit }) => unit === amounts[0]?.unit);
}

/** Words that make a number a lower bound, which a sum then is as well. */
const AT_LEAST = /^(?:不少于|不低于|至少|超过?|逾)|(?:以上|余|多)[\p{Script=Han}]{0,3}$/u;

/** How exact a sum is: 至少 where only lower bounds went into it, 约 where anything else inexact did, '' for an exact one. */
export function qualifierOf(amounts: readonly Amount[]): string {
  const inexact = amounts.filter(({ approximate }) => approximate);
  if (inexact.length === 0) return '';
  return inexact.every(({ text }) => AT_LEAST.test(text)) ? '至少' : '约';
}

/** A result in the scale of the amounts that it was made of, with their unit. */
export function formatResult(value: Decimal, amounts: readonly Amount[]): string {
  const scales = amounts.map(({ scale }) => scale);
  const [most, least] = [Math.max(...scales), Math.min(...scales)];
  const large = shifted(value, -most);
  const small = { ...large, units: large.units < 0n ? -large.units : large.units };
  const scale = compare(small, TENTH) < 0 ? least : most;
  const name = SCALES.find(([, exponent]) => exponent === scale)?.[0] ?? '';
  return `${formatDecimal(shifted(value, -scale))}${name}${amounts[0]?.unit ?? ''}`;
}
