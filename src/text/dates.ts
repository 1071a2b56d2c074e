/**
 * Dates in raw text, placed in the calendar with the help of the page's own date.
 *
 * Newspapers rarely say the year, often not even the month: 26日下午, 上半年, 去年同期. All of it is read against the day
 * the page was printed, as far as that is known. What cannot be placed keeps its span and has no days.
 */
import { monthsPeriod, type Period, type Precision, readAnchor, yearsPeriod } from './calendar.ts';
import type { Groups } from './date-parts.ts';
import { DATE_RULES } from './date-rules.ts';
import type { Span } from './span.ts';

/** A date or period of time in a text. */
export interface DateMention {
  /** All of it, with the time of day: 26日下午, 7月15日上午9时30分. */
  readonly span: Span;
  /** First and last day, inclusive, `YYYY-MM-DD`; '' when they cannot be told. */
  readonly from: string;
  readonly to: string;
  readonly precision: Precision;
  /** Whether the page's date was needed to place it (or would be): 今年, 7月14日, 26日, but not 2022年7月. */
  readonly relative: boolean;
}

/** Where a date may begin: cheap to test, so that the rules run only where it pays. */
const CANDIDATE =
  /[0-9０-９]{1,4}(?=[ \u3000]{0,2}(?:[年月日号號时時点點:：/.．、至到和及与世季\-－‐–—~～]|个月))|[零〇○一二三四五六七八九十首]{1,4}(?=年|[ \u3000]?[月日号时時季点、至到\-—]|世纪|个月|五?["”」]|五?(?:时期|期间|规划|以来|末))|[今昨明][天日年早晚晨夜]|前[天日年]|[去后来本上同当每往历次翌]一?[年月]|上半|下半|年[初底末]|月[初底末]|[前头][ ]?[0-9０-９一二三四五六七八九十]|[上下本这]个?[上周星礼月世]|过去|最近|未来|今后|近的?[0-9０-９一二三四五六七八九十]|大前天|第[1-4一二三四]季|["“「][七八九十]|凌晨|清晨|早晨|早上|上午|中午|正午|午间|午后|下午|傍晚|晚上|晚间|夜间|夜里|深夜|午夜|当晚|早间|[早晚][0-9０-９]/g;

/** Whether a rule's match needs the page's date: it names no year of its own. */
function isRelative({ year, first, lastYear, century, tens, plan, quoted }: Groups, period: Period): boolean {
  if (period.precision === 'years' && first !== undefined) return false;
  return [year, lastYear, century, tens, plan, quoted].every((part) => part === undefined);
}

function mentionAt(text: string, at: number, anchor: ReturnType<typeof readAnchor>): DateMention | undefined {
  for (const { pattern, read } of DATE_RULES) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found === null) continue;
    const period = read(found.groups ?? {}, anchor);
    if (period === undefined) continue;
    const end = at + found[0].trimEnd().length;
    return { span: { start: at, end }, ...period, relative: isRelative(found.groups ?? {}, period) };
  }
  return undefined;
}

/**
 * All dates of a text, in order, not overlapping.
 *
 * `anchor` is the page's date as far as it is known: `2022-07-15`, `2020-05` or `2022`. A month without a year is the
 * page's year, a day without a month the page's month.
 */
export function findDates(text: string, anchor?: string): DateMention[] {
  const page = anchor === undefined ? undefined : readAnchor(anchor);
  const found: DateMention[] = [];
  CANDIDATE.lastIndex = 0;
  for (let next = CANDIDATE.exec(text); next !== null; next = CANDIDATE.exec(text)) {
    const mention = mentionAt(text, next.index, page);
    if (mention !== undefined) found.push(mention);
    CANDIDATE.lastIndex = mention?.span.end ?? next.index + Math.max(1, /^[0-9０-９]+/.exec(next[0])?.[0].length ?? 1);
  }
  return found;
}

/** The first and last day of `2022`, `2020-05` or `2022-07-15`; `undefined` for anything else. */
export function dateRange(day: string): { from: string; to: string } | undefined {
  const found = readAnchor(day);
  if (found === undefined) return undefined;
  if (found.day !== undefined) return { from: day, to: day };
  const { from, to } =
    found.month === undefined
      ? yearsPeriod(found.year, found.year)
      : monthsPeriod({ year: found.year, month: found.month }, { year: found.year, month: found.month }, 'month');
  return { from, to };
}
