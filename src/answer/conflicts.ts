/**
 * Where a statement speaks of another one than the question does.
 *
 * A sentence can share nearly every word with a question and still be about the round after, the section
 * next door or the deputy. What tells is not a word that is missing but another one of the same kind in its place.
 */
import type { Question } from './question.ts';
import type { Statement } from './statement.ts';

/** What stands in the place of what the question names; each 1 where it does, else 0. */
export interface Conflicts {
  /** Another round, term, section or rank: 第四轮 for 第五轮, 二处 for 一处. */
  readonly ordinal: number;
  /** The deputy of the one asked for. */
  readonly deputy: number;
  /** Another year, in the statement or by the day of its article. */
  readonly year: number;
  /** Another part of a year: 下半年 for 上半年, 一季度 for 二季度, 6月 for 7月. */
  readonly period: number;
}

const ORDINAL =
  /(?:第([一二三四五六七八九十]+|\d{1,3})(届|期|轮|次|季|批|季度|中学|小学|医院|标段)|([一二三四五六七八九十])(处|科|组)(?!级))/gu;
const PERIODS = Object.freeze([/[上下]半年/gu, /[一二三四]季度/gu, /(?<!\d)1?\d月(?!\d)/gu, /\d+月\d+日/gu]);
const YEAR = /(?:19|20)\d{2}(?=年)/gu;

/** Looks for conflicts between a question and the statement that would answer it. */
export function conflictsOf({ text }: Question, { text: said, material, around }: Statement): Conflicts {
  return {
    ordinal: Number(otherOrdinal(text, said)),
    deputy: Number(onlyDeputy(text, said)),
    year: Number(otherYear(text, `${around}\n${material.date ?? ''}`)),
    period: Number(otherPeriod(text, said, around)),
  };
}

function otherOrdinal(question: string, said: string): boolean {
  const mentioned = ordinalsOf(said);
  return ordinalsOf(question).some(({ number, unit }) => {
    const same = mentioned.filter((other) => other.unit === unit);
    return same.length > 0 && same.every((other) => other.number !== number);
  });
}

function ordinalsOf(text: string): { number: string; unit: string }[] {
  return [...text.matchAll(ORDINAL)].map(([, number, unit, plain = '', section = '']) => ({
    number: number ?? plain,
    unit: unit ?? section,
  }));
}

/** Wherever the statement has the office that the question names, it is the deputy's. */
function onlyDeputy(question: string, said: string): boolean {
  return [
    ...question.matchAll(
      /(?<!副)(?:总)?(?:经理|书记|部长|局长|处长|主任|主席|会长|校长|院长|市长|区长|县长|省长|总裁|行长|社长|台长)/gu,
    ),
  ].some(([office]) => {
    const places = [...said.matchAll(new RegExp(office, 'gu'))];
    return places.length > 0 && places.every(({ index }) => said.slice(Math.max(0, index - 1), index) === '副');
  });
}

function otherYear(question: string, said: string): boolean {
  const years = question.match(YEAR) ?? [];
  return years.length > 0 && !years.some((year) => said.includes(year));
}

/** The question names a part of a year, which nothing around has, and the statement names another one of its kind. */
/** Whether a heading names another year, half, quarter or month than the question does. */
export function isOfOtherTime(question: string, heading: string): boolean {
  return otherYear(question, heading) ? YEAR_NAMED.test(heading) : otherPeriod(question, heading, heading);
}

const YEAR_NAMED = /(?:19|20)\d{2}(?=年)/u;

function otherPeriod(question: string, said: string, around: string): boolean {
  return PERIODS.some((period) => {
    const asked = question.match(period) ?? [];
    const told = said.match(period) ?? [];
    return asked.length > 0 && told.length > 0 && asked.every((each) => !around.includes(each));
  });
}
