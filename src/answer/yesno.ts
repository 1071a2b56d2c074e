/**
 * Answers yes or no from the sentence that decides it.
 *
 * A sentence that says what the question says is a yes. It is a no when exactly one of the two is negated, when
 * the question says "only" and the sentence names more, when the question asks whether it had been before and the
 * sentence says it is the first time, when it asks for a year and the sentence tells another one, or when the question
 * compares a number with a limit and the sentence's number lies on the other side of it.
 */
import { findQuantities, type Quantity } from '../text/numbers.ts';
import type { Question } from './question.ts';
import type { Statement } from './statement.ts';

/** A verdict and the sentence behind it. */
export interface Verdict {
  readonly yes: boolean;
  readonly statement: Statement;
  /** Which rule decided, for `--explain`. */
  readonly rule: 'agrees' | 'negated' | 'not-only' | 'first-time' | 'other-year' | 'limit';
}

const ABOVE = /超过|多于|高于|大于|突破|不止|不低于|至少|达到/u;
const BELOW = /不到|少于|低于|小于|不足|未满|不超过/u;
const NEGATION = /(?:不|没|未|无|非|否)(?!仅|但|只|断|少|同|久|止|论|管|得不|过)/gu;
const YESNO_WORDS = /是不是|是否|有没有|能不能|能否|会不会|要不要|可不可以|对不对|不是(?=.*[吗?])/gu;
const ONLY = /只有|仅有|仅仅|只是|只能|才有|唯一/u;
const MORE = /不仅|不只|不但|还|也|以及|同时|此外/u;

/** Decides from the most promising statement; `undefined` where there is none. */
export function judge(question: Question, statements: readonly Statement[]): Verdict | undefined {
  const statement = statements[0];
  if (statement === undefined) return undefined;
  const limit = judgeLimit(question.text, statement);
  if (limit !== undefined) return { yes: limit, statement, rule: 'limit' };
  if (ONLY.test(question.text) && !ONLY.test(statement.text) && MORE.test(statement.text)) {
    return { yes: false, statement, rule: 'not-only' };
  }
  if (HAD_BEEN.test(question.text) && FIRST_TIME.test(statement.text)) {
    return { yes: false, statement, rule: 'first-time' };
  }
  if (tellsOtherYear(question.text, statement.text)) return { yes: false, statement, rule: 'other-year' };
  const asked = countNegations(question.text.replace(YESNO_WORDS, ''));
  const said = countNegations(matchedPart(statement));
  return (asked + said) % 2 === 1
    ? { yes: false, statement, rule: 'negated' }
    : { yes: true, statement, rule: 'agrees' };
}

/** 之前做过, 此前有没有办过. */
const HAD_BEEN = /(?:之前|以前|此前|过去|先前|早先).*(?:过|有没有|是否|曾)/u;
const FIRST_TIME = /首次|首度|首个|首家|首例|第一次|头一[次回]|史无前例|填补/u;
/** A year that is what is asked: 是不是2024年才开始. */
const YEAR_ASKED = /(?:是不是|是否)(?:在|于|从|自)?(?<asked>(?:19|20)\d{2})年|(?<late>(?:19|20)\d{2})年(?:才|就|便)/u;

/** Whether the year itself is asked for, and the sentence has no such year but another one. */
function tellsOtherYear(question: string, said: string): boolean {
  const { asked, late } = YEAR_ASKED.exec(question)?.groups ?? {};
  const year = asked ?? late;
  return year !== undefined && !said.includes(year) && /(?:19|20)\d{2}年/u.test(said);
}

function countNegations(text: string): number {
  return text.match(NEGATION)?.length ?? 0;
}

/** The clause-like stretch of the statement that holds the question's words. */
function matchedPart({ hits, text }: Statement): string {
  const places = hits.flatMap((hit) => (hit.weight > 2 ? hit.places : []));
  if (places.length === 0) return '';
  return text.slice(Math.min(...places.map((place) => place.start)), Math.max(...places.map((place) => place.end)));
}

/** Compares the number of the sentence with the limit that the question names. */
function judgeLimit(question: string, statement: Statement): boolean | undefined {
  const limit = findQuantities(question.replace(/(?:一|过)半/gu, '50%')).find(({ span }) => {
    const before = question.slice(Math.max(0, span.start - 6), span.end);
    return ABOVE.test(before) || BELOW.test(before);
  });
  if (limit === undefined) return undefined;
  const value = findQuantities(statement.text).find((quantity) => comparable(quantity, limit));
  if (value === undefined) return undefined;
  const before = question.slice(Math.max(0, limit.span.start - 6), limit.span.end);
  const bound = statement.text.slice(Math.max(0, value.span.start - 4), value.span.end + 2);
  if (value.low === limit.low && ABOVE.test(bound) && ABOVE.test(before)) return true;
  return BELOW.test(before)
    ? value.low < limit.low
    : value.high > limit.low || (/至少|达到|不低于/u.test(before) && value.high >= limit.low);
}

function comparable(a: Quantity, b: Quantity): boolean {
  return a.unit === b.unit || (a.measure === b.measure && a.measure !== 'other' && a.measure !== 'count');
}
