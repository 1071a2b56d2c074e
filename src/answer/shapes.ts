/** What the form of a text alone tells of it. */

/** Characters of the longest end that is looked for. */
const LONGEST_SUFFIX = 4;

/** Whether a date is as fine as the question asks: 哪年 wants a year, 几月几日 a day; 0.5 where the question leaves it open. */
export function dateShape(ask: string, date: string): number {
  if (/[日号天]/u.test(ask)) return Number(/[日号]/u.test(date));
  if (/月/u.test(ask)) return Number(/月/u.test(date));
  if (/年/u.test(ask)) return Number(/年/u.test(date));
  return 0.5;
}

/** Whether a text ends as one of the given ends, and has more than that. */
export function endsIn(suffixes: ReadonlySet<string>, text: string): boolean {
  for (let length = 1; length <= Math.min(LONGEST_SUFFIX, text.length - 1); length++) {
    if (suffixes.has(text.slice(-length))) return true;
  }
  return false;
}
