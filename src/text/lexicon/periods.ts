/** Words of time that are read against the day of the page. */

/** Years by their distance from the page's year; `null` for those that only their own text can tell. */
export const RELATIVE_YEARS: Readonly<Record<string, number | null>> = Object.freeze({
  今年: 0, 本年度: 0, 本年: 0, 去年: -1, 上年: -1, 上一年: -1, 前年: -2, 明年: 1, 来年: 1, 下一年: 1, 后年: 2,
  当年: null, 同年: null, 次年: null, 翌年: null, 往年: null, 每年: null, 历年: null,
});

/** Months by their distance from the page's month. */
export const RELATIVE_MONTHS: Readonly<Record<string, number | null>> = Object.freeze({
  本月: 0, 这个月: 0, 上月: -1, 上个月: -1, 下月: 1, 下个月: 1, 当月: null, 次月: null, 每月: null,
});

/** Days by their distance from the page's day. */
export const RELATIVE_DAYS: Readonly<Record<string, number>> = Object.freeze({
  今天: 0, 今日: 0, 今早: 0, 今晨: 0, 今晚: 0, 今夜: 0, 昨天: -1, 昨日: -1, 昨晚: -1, 昨夜: -1, 昨晨: -1, 前天: -2, 前日: -2, 大前天: -3,
  明天: 1, 明日: 1, 明早: 1, 明晚: 1, 后天: 2,
});

/** Weeks by their distance from the page's week, which begins on Monday. */
export const RELATIVE_WEEKS: Readonly<Record<string, number>> = Object.freeze({
  上上: -2, 上: -1, 上个: -1, 本: 0, 这: 0, 这个: 0, 下: 1, 下个: 1,
});

/** Parts of a month as its first and last day; 31 stands for the last one. */
export const MONTH_PARTS: Readonly<Record<string, readonly [number, number]>> = Object.freeze({
  上旬: [1, 10], 初: [1, 10], 中旬: [11, 20], 中: [11, 20], 下旬: [21, 31], 底: [21, 31], 末: [21, 31], 上半月: [1, 15], 下半月: [16, 31],
});

/** Parts of a year as its first and last month. */
export const YEAR_PARTS: Readonly<Record<string, readonly [number, number]>> = Object.freeze({
  初: [1, 1], 中: [6, 7], 底: [12, 12], 末: [12, 12], 上半年: [1, 6], 下半年: [7, 12],
});

/** The first years of the five-year plans, by their short names. */
export const FIVE_YEAR_PLANS: Readonly<Record<string, number>> = Object.freeze({
  七五: 1986, 八五: 1991, 九五: 1996, 十五: 2001, 十一五: 2006, 十二五: 2011, 十三五: 2016, 十四五: 2021, 十五五: 2026,
});

/** Parts of the day. */
export const DAY_PARTS: readonly string[] = Object.freeze(
  '凌晨 清晨 早晨 早上 上午 中午 正午 午间 午后 下午 傍晚 晚上 晚间 夜间 夜里 深夜 午夜 当晚 早间 晚 早'.split(' '),
);
