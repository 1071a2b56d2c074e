/**
 * How dates are written: one rule a form, tried in this order where a date may begin.
 *
 * A rule is a sticky pattern with named groups and a reader that places what it matched in the calendar; a reader
 * refuses (`undefined`) what is no date after all, such as the 13th month.
 */
import {
  type Anchor,
  monthsPeriod,
  type Period,
  shiftDay,
  shiftMonth,
  unplaced,
  weekday,
  yearsPeriod,
} from './calendar.ts';
import {
  CLOCK,
  CLOCKS,
  D,
  DAY_PART,
  DAYS,
  dayOf,
  daysPeriod,
  type Groups,
  LASTING,
  MONTH_PART,
  MONTH_WORDS,
  monthOf,
  monthsOf,
  N,
  NO_DAY,
  numberOf,
  OF_YEAR,
  OLD_MONTH,
  PLANS,
  partOfMonth,
  readDays,
  S,
  TIME,
  TO,
  YEAR,
  YEAR_DIGITS,
  yearOf,
} from './date-parts.ts';
import {
  FIVE_YEAR_PLANS,
  RELATIVE_DAYS,
  RELATIVE_MONTHS,
  RELATIVE_WEEKS,
  RELATIVE_YEARS,
  YEAR_PARTS,
} from './lexicon/periods.ts';

/** A form of writing dates. */
export interface DateRule {
  readonly pattern: RegExp;
  /** Places it; `anchor` is what is known of the page's day. */
  readonly read: (groups: Groups, anchor: Anchor | undefined) => Period | undefined;
}

function rule(pattern: string, read: DateRule['read']): DateRule {
  return { pattern: new RegExp(pattern, 'y'), read };
}

const wholeDate = rule(`${OF_YEAR}(?<month>${N})${S}月${S}${DAYS}${TIME}`, (groups, anchor) => {
  const [year, month] = [yearOf(groups, anchor), numberOf(groups['month'])];
  if (month === undefined || month < 1 || month > 12) return undefined;
  return readDays(groups['days'] ?? '', year === undefined ? undefined : { year, month });
});

const figures = rule(
  `(?<year>(?:19|20)${D}{2})(?<sign>[-/.．])(?<month>${D}{1,2})\\k<sign>(?<day>${D}{1,2})(?!${D})${TIME}`,
  ({ year, month, day }) => {
    const date = { year: numberOf(year) ?? 0, month: numberOf(month) ?? 0 };
    return daysPeriod(date, numberOf(day) ?? 0, numberOf(day) ?? 0);
  },
);

const monthRange = rule(
  `${OF_YEAR}(?<first>${N})${S}(?:月份?)?(?:${TO}|、)(?:(?<lastYear>${YEAR_DIGITS})${S}年${S})?(?<last>${N})${S}月份?(?!${S}${N}[日号])`,
  (groups, anchor) => {
    const [first, last] = [numberOf(groups['first']) ?? 0, numberOf(groups['last']) ?? 0];
    const [year, lastYear] = [yearOf(groups, anchor), numberOf(groups['lastYear'])];
    if (year === undefined || lastYear === undefined) return monthsOf(groups, anchor, [first, last]);
    return monthsPeriod({ year, month: first }, { year: lastYear, month: last }, 'months');
  },
);

const firstMonths = rule(
  `${OF_YEAR}[前头]${S}(?<count>${N})${S}(?<quarters>个?季度)?(?:个月)?(?<=月|度)`,
  (groups, anchor) =>
    monthsOf(groups, anchor, [1, (numberOf(groups['count']) ?? 0) * (groups['quarters'] === undefined ? 1 : 3)]),
);

const quarter = rule(
  `${OF_YEAR}(?:第?(?<first>[1-4１-４一二三四首])(?:季度?)?(?:${TO}|、))?第?(?<last>[1-4１-４一二三四首])季度`,
  (groups, anchor) => {
    const [first, last] = [groups['first'] ?? groups['last'], groups['last']].map((text) =>
      numberOf(text?.replace('首', '1')),
    );
    return first === undefined || last === undefined ? undefined : monthsOf(groups, anchor, [first * 3 - 2, last * 3]);
  },
);

const half = rule(`${OF_YEAR}(?<part>上半年|下半年)`, (groups, anchor) =>
  monthsOf(groups, anchor, YEAR_PARTS[groups['part'] ?? ''] ?? [0, 0]),
);

const edgeOfYear = rule(
  `(?:${YEAR}${S}年?(?<part>[初底末]|中(?![国央小心共考外学山年期]))|(?<!大)年(?<edge>[初底末]))(?![中级一二三四五六七])`,
  (groups, anchor) => monthsOf(groups, anchor, YEAR_PARTS[groups['part'] ?? groups['edge'] ?? ''] ?? [0, 0]),
);

const month = rule(
  `${OF_YEAR}(?<month>${N})${S}月份?(?<part>${MONTH_PART})?(?![薪饼球嫂租均]|${S}${N}${S}[日号])`,
  (groups, anchor) => {
    const [year, number] = [yearOf(groups, anchor), numberOf(groups['month'])];
    if (number === undefined || number < 1 || number > 12) return undefined;
    return partOfMonth(year === undefined ? undefined : { year, month: number }, groups['part']);
  },
);

const monthWord = rule(
  `(?<word>${MONTH_WORDS})(?!${S}${N}${S}日)(?<part>${MONTH_PART})?|月(?<edge>[初底末])`,
  ({ word, part, edge }, anchor) => {
    if (RELATIVE_MONTHS[word ?? ''] === null) return undefined;
    return partOfMonth(monthOf(word, anchor), part ?? edge);
  },
);

const yearRange = rule(
  `(?<first>${YEAR_DIGITS})${S}年?度?${TO}(?<last>${YEAR_DIGITS})${S}学?年(?![多余代])度?`,
  ({ first, last }) => {
    const [from, to] = [numberOf(first) ?? 0, numberOf(last) ?? 0];
    return from < to ? yearsPeriod(from, to) : undefined;
  },
);

const recent = rule(
  `(?<way>近|过去|最近|未来|今后)的?(?<count>${N})${S}(?<unit>年|个月)(?![多级])`,
  (groups, anchor) => {
    const count = numberOf(groups['count']) ?? 0;
    const [before, after] = /[未后]/.test(groups['way'] ?? '') ? [0, count] : [count, 0];
    const inYears = groups['unit'] === '年';
    if (anchor === undefined || (!inYears && anchor.month === undefined)) return unplaced(inYears ? 'years' : 'months');
    if (inYears) return { ...yearsPeriod(anchor.year - before, anchor.year + after), precision: 'years' };
    const now = { year: anchor.year, month: anchor.month ?? 1 };
    return monthsPeriod(shiftMonth(now, -before), shiftMonth(now, after), 'months');
  },
);

const year = rule(`${YEAR}(?!代)(?:同期)?`, (groups, anchor) => {
  if (RELATIVE_YEARS[groups['yearWord'] ?? ''] === null) return undefined;
  const found = yearOf(groups, anchor);
  return found === undefined ? unplaced('year') : yearsPeriod(found, found);
});

const decade = rule(
  `(?:(?<century>${N})世纪|(?<word>上|本)世纪|(?<prefix>19|20))?(?<tens>${D}0|[一二三四五六七八九]十)年代(?:[初末]|中期|后期|中后期)?`,
  ({ century, word, prefix, tens }) => {
    const number = numberOf(century) ?? (prefix !== undefined ? Number(prefix) + 1 : word === '本' ? 21 : 20);
    const from = (number - 1) * 100 + (numberOf(tens) ?? 0);
    return yearsPeriod(from, from + 9);
  },
);

const century = rule(`(?<century>${N})世纪`, ({ century: number }) => {
  const last = (numberOf(number) ?? 0) * 100;
  return last > 0 && last <= 9900 ? yearsPeriod(last - 99, last) : undefined;
});

const plan = rule(
  `(?<plan>${PLANS})(?=时期|期间|规划|开局|以来|末)(?:时期|期间)?|[“"「](?<quoted>${PLANS})[”"」](?!普法)(?:时期|期间)?`,
  ({ plan: bare, quoted }) => {
    const first = FIVE_YEAR_PLANS[bare ?? quoted ?? ''];
    return first === undefined ? undefined : yearsPeriod(first, first + 4);
  },
);

const day = rule(`(?<![第每]|${LASTING})(?:(?<word>${MONTH_WORDS})${S})?${DAYS}${NO_DAY}${TIME}`, (groups, anchor) => {
  const days = groups['days'] ?? '';
  if (!groups['word'] && /^[一二三四五六七八九十]日$|[号號]$/.test(days)) return undefined;
  const old =
    anchor?.day !== undefined &&
    anchor.day <= OLD_MONTH.pageDay &&
    (numberOf(days.match(/^\d+/)?.[0]) ?? 0) >= OLD_MONTH.day;
  return readDays(days, monthOf(groups['word'] ?? (old ? '上月' : undefined), anchor));
});

const dayWord = rule(`(?<word>${Object.keys(RELATIVE_DAYS).join('|')})${TIME}`, ({ word }, anchor) => {
  const found = dayOf(anchor, RELATIVE_DAYS[word ?? '']);
  return found === undefined ? unplaced('day') : { from: found, to: found, precision: 'day' };
});

const week = rule(
  `(?<word>${Object.keys(RELATIVE_WEEKS).join('|')})(?:周|星期|礼拜)(?:(?<weekday>[一二三四五六天]|日(?!本))|(?<end>末))?${TIME}`,
  ({ word, weekday: name, end }, anchor) => {
    const today = dayOf(anchor, 0);
    if (today === undefined) return unplaced(name === undefined ? 'days' : 'day');
    const monday = shiftDay(today, (RELATIVE_WEEKS[word ?? ''] ?? 0) * 7 - weekday(today));
    const first = name === undefined ? (end === undefined ? 0 : 5) : '一二三四五六日'.indexOf(name.replace('天', '日'));
    const last = name === undefined ? 6 : first;
    return {
      from: shiftDay(monday, first),
      to: shiftDay(monday, last),
      precision: name === undefined ? 'days' : 'day',
    };
  },
);

const clock = rule(
  `(?:${DAY_PART})${S}${CLOCKS}|(?!一[时時])${N}[时時](?![间間期代段速光])(?:${N}分|许|整)?(?:${TO}${CLOCK})?|${N}点(?:钟|整|${N}分)`,
  () => unplaced('day'),
);

/** All forms; where two fit, the one that says more comes first. */
export const DATE_RULES: readonly DateRule[] = [
  wholeDate,
  figures,
  monthRange,
  firstMonths,
  quarter,
  half,
  edgeOfYear,
  month,
  monthWord,
  yearRange,
  recent,
  decade,
  century,
  year,
  plan,
  day,
  dayWord,
  week,
  clock,
];
