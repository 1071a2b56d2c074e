/**
 * What forbids an answer, however well a candidate fits: its sentence is about something else (`strangers.ts`), or it is not
 * of the kind that is asked for, such as metres for money, one thing for several, an amount for how many times as much.
 */
import type { Measure } from '../text/numbers.ts';
import { isOtherEnd } from './alignment.ts';
import type { Consideration } from './answer.ts';
import type { Candidate } from './candidates.ts';
import { DIFFERS, MORE_THAN, THAN_BEFORE } from './lexicon/compound.ts';
import { enumerates } from './phrases.ts';
import { NUMERIC, type Question } from './question.ts';
import { strangerOf, type Veto } from './strangers.ts';
import { asksRest, tellsRest } from './told-rests.ts';

/** Measures that cannot stand for each other. */
const MEASURED: ReadonlySet<Measure> = new Set(['money', 'percent', 'area', 'length', 'weight', 'duration']);
const AGE_ASKED = /多大年[纪龄]|多大岁数|几岁|多少岁|年龄/u;
/** 另外6个城市是哪些: the number stands before the question word. */
const SEVERAL = /(?:[2-9两三四五六七八九十]|1\d)[个家位名条种类项座所][^,]{0,12}(?:是|有|为|包括|分别是)?哪/u;
/** What forbids the best candidate, or `undefined`. */
export function vetoOf(consideration: Consideration): Veto | undefined {
  const { question, ranked } = consideration;
  const best = ranked[0]?.candidate;
  return best === undefined ? undefined : (strangerOf(consideration) ?? misfit(question, best));
}

/** That the candidate is not of the kind that is asked for. */
function misfit(question: Question, best: Candidate): Veto | undefined {
  const { text } = best.ground.statement;
  const ageless = AGE_ASKED.test(question.text) && !/岁/u.test(text);
  const unlike =
    isUnfit(question, best) ||
    isSingle(question, best) ||
    isOtherEnd(best) ||
    ageless ||
    isUncompared(question.text, text) ||
    (asksRest(question.text) && !tellsRest(best));
  return unlike ? { by: 'subject', word: '' } : undefined;
}

/** A number is asked for and there is none, or one that measures something else: metres for money, yuan for 倍. */
function isUnfit({ kind, measure, unit, assumed }: Question, { ground, span }: Candidate): boolean {
  if (!NUMERIC.has(kind)) return false;
  const held = ground.quantities.filter((each) => each.span.start < span.end && each.span.end > span.start);
  if (unit === '倍') return held.every((each) => each.unit !== unit);
  if (measure === null || assumed || !MEASURED.has(measure)) return held.length === 0;
  return held.every((each) => each.measure !== measure && each.unit !== '');
}

/** How much more one thing has than another is asked for, and the sentence only says how much something has. */
function isUncompared(question: string, said: string): boolean {
  const { right } = MORE_THAN.exec(question)?.groups ?? {};
  return right !== undefined && !THAN_BEFORE.test(right) && !DIFFERS.test(said);
}

/** Several things are asked for, by their number, and one is offered. */
function isSingle({ text, kind, expects }: Question, { ground, span }: Candidate): boolean {
  if (kind !== 'list' || (expects === 0 && !SEVERAL.test(text))) return false;
  const said = ground.statement.text.slice(span.start, span.end);
  return !(enumerates(said) || /[,;和与及]|["”》]["“《]/u.test(said));
}
