/** How long something lasts by its first and last day, and how many rounds there were before one that has a number. */
import { daysFrom } from '../text/calendar.ts';
import { findDates } from '../text/dates.ts';
import { findQuantities, readNumber } from '../text/numbers.ts';
import { DAYS_LONG, LASTS, ROUNDS_BEFORE } from './lexicon/reckonings.ts';
import type { Reckoned, Told } from './reckonings.ts';

/** Days from the first to the last one. */
export interface AskedDays {
  readonly kind: 'days-long';
}

/** Rounds (届, 期) before the one that is spoken of. */
export interface AskedRounds {
  readonly kind: 'rounds-before';
  readonly round: string;
}

/** Longer than this is no event. */
const LONGEST = 100;

/** Reads 一共开几天. */
export function askedDays(question: string): AskedDays | undefined {
  return DAYS_LONG.test(question) ? { kind: 'days-long' } : undefined;
}

/** Reads 这一届之前办过几届. */
export function askedRounds(question: string): AskedRounds | undefined {
  const round = ROUNDS_BEFORE.exec(question)?.groups?.['round'];
  return round === undefined ? undefined : { kind: 'rounds-before', round };
}

/** The days of the one stretch of days that a sentence tells, both ends counted; `undefined` where it says itself how many. */
export function toldDays({ text, day }: Told): Reckoned | undefined {
  if (!LASTS.test(text) || findQuantities(text).some(({ unit }) => unit === '天' || unit === '日')) return undefined;
  const stretches = findDates(text, day ?? undefined).filter(
    ({ from, to, precision }) => from !== '' && to > from && precision === 'days',
  );
  const [stretch, ...others] = stretches;
  if (stretch === undefined || others.length > 0) return undefined;
  const days = daysFrom(stretch.from, stretch.to) + 1;
  if (days > LONGEST) return undefined;
  const { span } = stretch;
  return { text: `${days}天`, calculation: `${text.slice(span.start, span.end)}：${days}天`, spans: [span] };
}

/** One less than the number of the only round of this kind that a sentence names. */
export function toldRounds({ round }: AskedRounds, { text }: Told): Reckoned | undefined {
  const named = [...text.matchAll(new RegExp(`第([一二三四五六七八九十百\\d]{1,4})${round}`, 'gu'))];
  const [first, ...others] = named;
  const number = readNumber(first?.[1] ?? '') ?? 0;
  if (first === undefined || others.some(([other]) => other !== first[0]) || number < 2) return undefined;
  const told = `${number - 1}${round}`;
  const span = { start: first.index, end: first.index + first[0].length };
  return { text: told, calculation: `${first[0]} → ${told}`, spans: [span] };
}
