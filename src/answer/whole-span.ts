/**
 * Completes a chosen span to the whole of what it names: 黄海 before 饭店 where a hotel is asked for, 第二 before 总部,
 * 3号 behind 馆陶路, 税务局 behind 市. What is added stands right beside the span, so the answer stays verbatim.
 */
import type { Span } from '../text/span.ts';
import type { RankedCandidate } from './answer.ts';
import type { QuestionKind } from './forms.ts';
import type { Question } from './question.ts';

/** Kinds whose answers are names, to which the noun that is asked for belongs. */
const NAMED: ReadonlySet<QuestionKind> = new Set(['place', 'organisation', 'name']);
const HOUSE_NUMBER = /^\d{1,4}(?:-\d+)?号/u;
const ROAD_BEFORE = /[\p{Script=Han}]{1,4}(?:路|街|大道|大街|巷|弄|胡同|里)$/u;
/** What a road's name does not reach over. */
const NOT_OF_ROAD = /^.*(?:位于|坐落于|坐落在|地处|来到|步入|走进|前往|[在到于至从和与及、的是为省市区县镇乡])/u;
const SEAT_BEFORE = /[省市区县]$/u;
const AUTHORITY = /(?:局|厅|委|委员会|署|院|部|办公室|政府|中心|总队|支队)$/u;

/** The span as it is said; in the folded sentence. */
export function wholeSpan(question: Question, { candidate }: RankedCandidate): Span {
  const { text } = candidate.ground.statement;
  const { start, end } = candidate.span;
  return { start: wholeStart(question.kind, text, { start, end }), end: wholeEnd(question, candidate.span, text) };
}

function wholeEnd({ kind, measure, focus }: Question, { start, end }: Span, text: string): number {
  if (focus.length < 2 || !(NAMED.has(kind) || measure === 'ordinal')) return end;
  const already = text.slice(start, end).endsWith(focus);
  return !already && text.startsWith(focus, end) ? end + focus.length : end;
}

function wholeStart(kind: QuestionKind, text: string, { start, end }: Span): number {
  const before = text.slice(Math.max(0, start - 12), start);
  const inside = text.slice(start, end);
  if (kind === 'place' && HOUSE_NUMBER.test(inside)) {
    const road = ROAD_BEFORE.exec(before.replace(NOT_OF_ROAD, ''))?.[0] ?? '';
    return start - road.length;
  }
  if (kind === 'organisation' && SEAT_BEFORE.test(before) && AUTHORITY.test(inside)) return start - 1;
  return start;
}
