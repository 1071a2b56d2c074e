/**
 * Reads questions that are made of several: a comparison, a difference, a sum, an order in time, two questions in one, a
 * thing that is only described.
 *
 * A plan says which parts have to be proved and what is made of them. Whatever has no plan is a single question.
 */
import { foldText } from '../text/normalize.ts';
import {
  ANY_AT_ALL,
  APART,
  ASKS,
  BEFORE_THAN,
  DAYS_BETWEEN,
  DESCRIBED,
  HAPPENINGS,
  LATER,
  LEAST,
  MORE_OR,
  MORE_THAN,
  MOST_OF,
  SAYS_WHERE,
  SEATED,
  TAKEN_OFF,
  THAN_BEFORE,
  TIMES_AS_MUCH,
  TOGETHER,
  WHICH_FIRST,
  WHICH_MORE,
} from './lexicon/compound.ts';
import { type Things, thingsIn } from './plan-items.ts';
import { analyseQuestion } from './question.ts';
import { type AskedReckoning, askedReckoning } from './reckonings.ts';

/** What is to be found out and put together. */
export type Plan =
  /** Which of the things has most, or least, of something. */
  | { readonly kind: 'which'; readonly things: Things; readonly order: string; readonly least: boolean }
  /** How much more, or less, the first has than the second; `null` where the question does not say which has more. */
  | { readonly kind: 'difference'; readonly things: Things; readonly unit: string; readonly less: boolean | null }
  /** How much all have together, once for each that is asked for. */
  | { readonly kind: 'sum'; readonly things: Things; readonly asked: readonly string[] }
  | { readonly kind: 'first'; readonly things: Things; readonly later: boolean }
  | { readonly kind: 'days'; readonly things: Things }
  /** How many times the first is as much as the second. */
  | { readonly kind: 'ratio'; readonly things: Things }
  /** What follows from one sentence. */
  | { readonly kind: 'reckoning'; readonly asked: AskedReckoning }
  /** Questions that are answered one after the other. */
  | { readonly kind: 'parts'; readonly questions: readonly string[] }
  /** A question whose answer is the subject of the next one. */
  | { readonly kind: 'chain'; readonly inner: string; readonly noun: string; readonly rest: string }
  /** Several things that happened; `expects` is 0 where their number is open. */
  | { readonly kind: 'happenings'; readonly expects: number; readonly noun: string };

const COUNTS: Readonly<Record<string, number>> = Object.freeze({ 两: 2, 二: 2, 三: 3, 四: 4, 五: 5 });

/** The plan of a question, or `undefined` for a single one. */
export function planOf(raw: string): Plan | undefined {
  const text = foldText(raw).trim();
  return chainOf(text) ?? compared(text) ?? summed(text) ?? happened(text) ?? inParts(text) ?? reckoned(text);
}

function compared(text: string): Plan | undefined {
  const first = WHICH_FIRST.exec(text)?.groups;
  if (first !== undefined) {
    const things = thingsIn(first['things'] ?? '');
    return things === undefined ? undefined : { kind: 'first', things, later: LATER.has(first['order'] ?? '') };
  }
  const between = DAYS_BETWEEN.exec(text)?.groups;
  if (between !== undefined) {
    const things = thingsIn(between['things'] ?? '');
    return things === undefined ? undefined : { kind: 'days', things };
  }
  return multiple(text) ?? differing(text) ?? which(text);
}

/** A 是 B 的几倍. */
function multiple(text: string): Plan | undefined {
  const { left = '', right = '' } = TIMES_AS_MUCH.exec(text)?.groups ?? {};
  const names = [left, right].map((name) => name.replace(/[\s,，]+$/u, '').replace(/^其/u, ''));
  if (names.some((name) => name.length < 2)) return undefined;
  return { kind: 'ratio', things: { frame: '', names, attribute: '' } };
}

function which(text: string): Plan | undefined {
  const either = MORE_OR.exec(text)?.groups;
  const {
    things: named = '',
    attribute = '',
    order = '',
  } = either ?? WHICH_MORE.exec(text)?.groups ?? MOST_OF.exec(text)?.groups ?? {};
  const things = thingsIn(either === undefined ? named : `${either['left']}和${either['right']}`);
  if (things === undefined) return undefined;
  const measured = attribute.replace(/^的|得$/gu, '');
  return {
    kind: 'which',
    things: measured === '' ? things : { ...things, attribute: measured },
    order,
    least: LEAST.has(order),
  };
}

function differing(text: string): Plan | undefined {
  const apart = (APART.exec(text) ?? TAKEN_OFF.exec(text))?.groups;
  const things = apart === undefined ? undefined : thingsIn(apart['things'] ?? '');
  if (things !== undefined) return { kind: 'difference', things, unit: apart?.['unit'] ?? '', less: null };
  const { left, right, order = '', attribute = '', unit = '' } = MORE_THAN.exec(text)?.groups ?? {};
  if (left === undefined || right === undefined || THAN_BEFORE.test(right)) return undefined;
  const pair = thingsIn(`${left.replace(BEFORE_THAN, '')}和${right}`);
  if (pair === undefined || pair.names.length !== 2) return undefined;
  return { kind: 'difference', things: attribute === '' ? pair : { ...pair, attribute }, unit, less: LEAST.has(order) };
}

function summed(text: string): Plan | undefined {
  const { things: named = '', asked = '' } = TOGETHER.exec(text)?.groups ?? {};
  const things = named === '' ? undefined : thingsIn(named);
  if (things === undefined) return undefined;
  const questions = asked.split(/[、,，和]/u).filter((part) => ASKS.test(part));
  if (/第(?:几|多少)/u.test(asked)) return undefined;
  return questions.length === 0 ? undefined : { kind: 'sum', things, asked: questions };
}

function chainOf(text: string): Plan | undefined {
  for (const pattern of [DESCRIBED, SEATED]) {
    const { inner, noun, rest } = pattern.exec(text)?.groups ?? {};
    if (inner === undefined || noun === undefined || rest === undefined || !ASKS.test(rest) || ASKS.test(inner))
      continue;
    const asked = pattern === SEATED ? `${inner}位于哪个${noun}?` : `${inner}的是哪个${noun}?`;
    return { kind: 'chain', inner: asked, noun, rest };
  }
  return undefined;
}

function reckoned(text: string): Plan | undefined {
  const asked = askedReckoning(text);
  return asked === undefined ? undefined : { kind: 'reckoning', asked };
}

function happened(text: string): Plan | undefined {
  const { count = '', noun = '' } = HAPPENINGS.exec(text)?.groups ?? {};
  return noun === '' ? undefined : { kind: 'happenings', expects: COUNTS[count] ?? 0, noun };
}

/** Clauses that each ask something; a clause that asks nothing belongs to the next one. */
function inParts(text: string): Plan | undefined {
  const clauses = text.match(/[^,，;；?。]+[,，;；?。]?|、/gu) ?? [];
  const questions: string[] = [];
  let open = '';
  for (const clause of clauses) {
    open += clause;
    if (SAYS_WHERE.test(clause) || ANY_AT_ALL.test(clause) || !ASKS.test(clause.replace(/[《“"].*?[》”"]/gu, '')))
      continue;
    questions.push(open.replace(/[,，;；?。\s]+$/u, ''));
    open = '';
  }
  if (questions.length < 2 || questions.some((question) => analyseQuestion(question).terms.length === 0))
    return undefined;
  return { kind: 'parts', questions };
}
