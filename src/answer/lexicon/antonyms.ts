/** Pairs of words that say the opposite of each other, as newspapers use them of the same thing. */
export const ANTONYMS: readonly (readonly [RegExp, RegExp])[] = Object.freeze([
  [/增长|上升|上涨|增加|提高|扩大|回升/u, /下降|下滑|下跌|减少|降低|缩小|回落/u],
  [/盈利/u, /亏损/u],
  [/进口/u, /出口/u],
  [/流入|迁入/u, /流出|迁出/u],
  [/收入/u, /支出/u],
  [/当选|任命|就任/u, /落选|免去|卸任/u],
  [/开工/u, /停工/u],
  [/开放|开业|开馆/u, /关闭|停业|闭馆/u],
  [/批准|同意|通过/u, /否决|驳回|拒绝/u],
  [/保留|修缮/u, /拆除|拆掉/u],
  [/最高|最多|最大|最快/u, /最低|最少|最小|最慢/u],
  [/去程/u, /回程/u],
] as const);
