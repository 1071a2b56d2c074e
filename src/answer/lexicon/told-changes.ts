/** How a change is asked for and told: data only, folded. */

/** 增加了多少个, 比当初多了几种; not 增长了多少倍 or 百分之多少, which is no difference of two numbers. */
export const ASKS_CHANGE =
  /(?<verb>增加|新增|提高|提升|扩大|上升|增长|延长|扩容|多|增|加|涨|减少|下降|降低|缩短|压减|压缩|精简|少|减|降)(?:了|出)?(?:多少|几)(?!倍|成|%|个?百分)(?<unit>\p{Script=Han}{0,4})[?。]?$/u;

/** Verbs of getting less. */
export const LESS = /减|降|缩|精简|少/u;

/** What stands before the first number: 由, 从原来的. */
export const FROM_WHAT = /[由从](?:原来的?|原先的?|原有的?|当初的?|最初的?|此前的?|过去的?|\d{4}年的?|去年的?|上年的?)?\s*$/u;

/** What stands between the two: 增至, 逐步扩大到. */
export const TO_WHAT =
  /^\s*(?:[,，]?\s*)?(?:大幅|逐步|调整|直接|一举)?(?:增加|增长|增|提高|提升|扩大|扩展|扩|上升|升|延长|拓展|发展|涨|减少|减|下降|降低|降|缩短|缩减|压减|压缩|精简|调整|变)(?:至|到|为|成)了?\s*$/u;
