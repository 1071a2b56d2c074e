/** The day on which something happened, as the sentence that tells of it says. */
import { daysFrom } from '../text/calendar.ts';
import { type DateMention, findDates } from '../text/dates.ts';
import { tagWords } from '../text/words.ts';
import type { Statement, Weigh } from './statement.ts';

/** A thing that happened with its day and the sentence that says so. */
export interface Dated {
  readonly name: string;
  readonly statement: Statement;
  readonly date: DateMention;
}

/** Share of the words of a name that the sentence must hold. */
const NAMED = 0.6;
const LOOKED_AT = 8;
const CONTENT = /^(?:n|v|s|t|j|l|i|x|eng|m|b|a|f)/u;

/** The day of what is named, or `undefined` where no sentence that names it says when. */
export function dayOf(name: string, statements: readonly Statement[], weigh: Weigh): Dated | undefined {
  const words = tagWords(name).flatMap(({ word, tag }) => (word.length > 1 && CONTENT.test(tag) ? [word] : []));
  const total = words.reduce((sum, word) => sum + Math.max(0.1, weigh(word)), 1e-9);
  const share = (text: string): number =>
    words.reduce((sum, word) => sum + (text.includes(word) ? Math.max(0.1, weigh(word)) : 0), 0) / total;
  const [best] = statements
    .slice(0, LOOKED_AT)
    .flatMap((statement) => {
      const date = dateIn(statement, words);
      const named = share(statement.text);
      return date === undefined || named < NAMED ? [] : [{ name, statement, date, named }];
    })
    .sort((a, b) => b.named - a.named);
  return best === undefined ? undefined : { name, statement: best.statement, date: best.date };
}

/** The date nearest before the first word of the name, else the first one; never the day of the dispatch itself. */
function dateIn({ text, material }: Statement, words: readonly string[]): DateMention | undefined {
  const all = findDates(text, material.date ?? undefined).filter(
    ({ span, from, to }) => from !== '' && to !== '' && !/^[讯电]/u.test(text.slice(span.end)),
  );
  const days = all.filter(({ from, to }) => from === to);
  const dates = days.length > 0 ? days : all;
  const places = words.map((word) => text.indexOf(word)).filter((at) => at >= 0);
  const at = Math.max(0, ...places);
  return dates.findLast(({ span }) => span.end <= at) ?? dates[0];
}

/** Whether one day is surely before the other. */
export function isBefore(a: Dated, b: Dated): boolean {
  return a.date.to < b.date.from;
}

/** Days from one to the other, or `undefined` where one of them is not a single day. */
export function daysBetween(a: Dated, b: Dated): number | undefined {
  if (a.date.from !== a.date.to || b.date.from !== b.date.to) return undefined;
  return Math.abs(daysFrom(a.date.from, b.date.from));
}
