/**
 * What is left of a whole where a sentence tells the whole and a part: 发布项目80个,已签约30个 leaves 50个 that are not signed,
 * 全长90公里,其中省内60公里 leaves 30公里 outside.
 *
 * Nothing is reckoned with two units, nor where more than one number could be the whole or the part.
 */
import { findQuantities, type Quantity } from '../text/numbers.ts';
import type { RankedCandidate } from './answer.ts';
import type { Candidate } from './candidates.ts';
import { amountOf, compare, formatResult, subtract } from './decimals.ts';
import { NOT, NOT_YET, OUTSIDE } from './lexicon/reckonings.ts';
import type { Reckoned } from './reckonings.ts';

/** What a question asks to be left. */
export interface AskedRest {
  readonly kind: 'rest';
  /** What is done with the part that does not count: 签约, or where it is. */
  readonly part: string;
  /** Whether the part is a place, of whose name the end is enough. */
  readonly place: boolean;
  readonly unit: string;
  /** What the question says before, which may tell the whole. */
  readonly of: string;
}

/** Reads 还没签约的有几个, 省外的部分有多少公里. */
export function askedRest(question: string): AskedRest | undefined {
  for (const [i, pattern] of [...NOT_YET, OUTSIDE].entries()) {
    const found = pattern.exec(question);
    const { verb, place, unit = '' } = found?.groups ?? {};
    const part = verb ?? place ?? '';
    const [quantity] = part === '' ? [] : findQuantities(`3${unit}`);
    if (quantity === undefined || quantity.unit === '') continue;
    return { kind: 'rest', part, place: i >= NOT_YET.length, unit: quantity.unit, of: question.slice(0, found?.index) };
  }
  return undefined;
}

/** What is left by a folded sentence; `undefined` where it does not tell exactly one whole and one part. */
export function toldRest(asked: AskedRest, text: string): Reckoned | undefined {
  const all = findQuantities(text);
  const counted = all.filter(({ unit, measure }) => unit === asked.unit && measure !== 'ordinal');
  const parts = counted.filter((each) => speaksOf(asked, leadOf(each, all, text)));
  const [part] = parts;
  if (part === undefined || parts.length > 1 || isLeft(asked, leadOf(part, all, text))) return undefined;
  const wholes = counted.filter((each) => each.span.end <= part.span.start && each.low > part.low);
  const whole = asked.place ? wholes.at(-1) : wholeOf(asked, wholes, (each) => leadOf(each, all, text));
  if (whole === undefined) return undefined;
  if (asked.place && !text.slice(whole.span.end, part.span.start).includes('其中')) return undefined;
  const [more, less] = [amountOf(whole, text), amountOf(part, text)];
  if (more === undefined || less === undefined || compare(more.value, less.value) <= 0) return undefined;
  const about = more.approximate || less.approximate ? '约' : '';
  const told = about + formatResult(subtract(more.value, less.value), [more, less]);
  return { text: told, calculation: `${more.text} − ${less.text} = ${told}`, spans: [whole.span, part.span] };
}

/** The only one, or the one whose words are most like those of the question. */
function wholeOf(
  { of }: AskedRest,
  wholes: readonly Quantity[],
  lead: (quantity: Quantity) => string,
): Quantity | undefined {
  if (wholes.length < 2) return wholes[0];
  const likeness = wholes.map((each) => pairsIn(lead(each)).filter((pair) => of.includes(pair)).length);
  const most = Math.max(...likeness);
  const [first, ...others] = wholes.filter((_, i) => likeness[i] === most);
  return most === 0 || others.length > 0 ? undefined : first;
}

function pairsIn(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
}

/** What stands before a number and behind the one before it, in its own clause. */
function leadOf({ span }: Quantity, all: readonly Quantity[], text: string): string {
  const from = all.findLast((other) => other.span.end <= span.start)?.span.end ?? 0;
  return text.slice(from, span.start).replace(/^.*[,，;；。!?]/su, '');
}

function speaksOf({ part, place }: AskedRest, lead: string): boolean {
  if (!place) return lead.includes(part);
  return [...part].some((_, at) => part.length - at >= 2 && lead.includes(part.slice(at)));
}

/** Whether the number itself counts what is left. */
function isLeft({ part, place }: AskedRest, lead: string): boolean {
  return !place && NOT.test(lead.slice(0, lead.indexOf(part)));
}

/** 没有获奖的有几人, whatever stands between. */
const NOT_DONE = /(?:没有?|未)(?:被|能)?[^,;?]{2,40}的(?:[还仍])?(?:有|是|剩下?)(?:几|多少)/u;

/** Whether a question asks for what is left, or what something was not done with. */
export function asksRest(question: string): boolean {
  return askedRest(question) !== undefined || NOT_DONE.test(question);
}

/** Whether the clauses of a candidate tell of what is left. */
export function tellsRest({ ground, span }: Candidate): boolean {
  const { clauseFrom, clauseTo } = ground.terrain;
  const from = clauseFrom[span.start] ?? 0;
  const to = clauseTo[Math.max(span.start, span.end - 1)];
  return /[没未不剩余外]/u.test(ground.statement.text.slice(from, to));
}

/** The candidates with the one first that tells of what is left, where that is asked for. */
export function restFirst(question: string, ranked: readonly RankedCandidate[]): readonly RankedCandidate[] {
  if (!asksRest(question)) return ranked;
  const meant = ranked.find(({ candidate }) => candidate.quantity !== undefined && tellsRest(candidate));
  return meant === undefined ? ranked : [meant, ...ranked.filter((one) => one !== meant)];
}
