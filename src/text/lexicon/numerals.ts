/** Signs and words of Chinese and Arabic numbers. */

/** What a sign of a number is written as for reading: ASCII digits, simplified everyday characters. */
export const NUMERAL_SIGNS: Readonly<Record<string, string>> = Object.freeze(
  Object.fromEntries(
    `
      ０0 １1 ２2 ３3 ４4 ５5 ６6 ７7 ８8 ９9 ．. ○零 〇零 Ｏ零 兩二 两二 萬万 億亿 點点 貳二 贰二 壹一
      叁三 參三 肆四 伍五 陆六 陸六 柒七 捌八 玖九 拾十 佰百 仟千 餘余 來来 幾几 數数 負负
    `
      .trim()
      .split(/\s+/)
      .map((entry) => [entry.charAt(0), entry.slice(1)]),
  ),
);

/** Chinese digits in the everyday form. */
export const DIGITS: Readonly<Record<string, number>> = Object.freeze({
  零: 0, 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
});

/** Multipliers within a group of four digits. */
export const SMALL_UNITS: Readonly<Record<string, number>> = Object.freeze({ 十: 10, 百: 100, 千: 1000 });

/** Multipliers of everything before them. */
export const LARGE_UNITS: Readonly<Record<string, number>> = Object.freeze({ 万: 1e4, 亿: 1e8 });

/** All characters a Chinese number may consist of, in both scripts. */
export const CHINESE_NUMERALS = '零〇○一二两兩三四五六七八九十百千万萬亿億壹贰貳叁參肆伍陆陸柒捌玖拾佰仟';

/** Words before a number that say it is not exact, or a bound. */
export const QUALIFIERS: readonly string[] = Object.freeze(
  `
    不低于 不少于 不高于 不超过 不小于 不大于 不多于 超过 超出 突破 大约 大概 约合 约为 将近 接近 不足 不到 高于 低于 多于 少于 至少
    最少 至多 最多 起码 近 约 超 逾 零下
  `
    .trim()
    .split(/\s+/),
);

/** Characters before which 近, 约, 超 … are part of another word: 附近3家, 节约5万元. */
export const QUALIFIER_BLOCKS = '附最邻靠相临节預预签条违公契大赶反高贴亲新远';

/** Words after a unit that say the number is not exact, or a bound. */
export const TRAILERS: readonly string[] = Object.freeze(
  '及以上 及以下 或以上 以上 以下 以内 之内 之多 左右 上下 开外 不等 有余'.split(' '),
);

/** Words that begin like a number and are none, longest first where one begins the other. */
export const NOT_NUMBERS: readonly string[] = Object.freeze(
  `
    第三方 第三者 第一时间 第一手 第一线 第一现场 一带一路 一家人 一家亲 一家独大 一条龙 一条心 一条街 一次性 一时间 一时 一度 一点点 一点 一些 一起 一口气 一口价 一个劲 一手 一面 一方面 一方
    一块儿 一道 一把手 一年一度 一年到头 一天到晚 一天天 一元复始 一元化 一位数 一成不变 一分为二 一分耕耘 一本正经 一代代 一代人 一户一 一人一 一企一
    一事一 一村一 一案一 一日三餐 一日游 一网 一次次 一个个 一件件 一项项 一条条 一句句 一户户 一步步 一步 一年年 一家家 一座座 一张张 一位位 一名名
    两口子 两面性 两手 两岸 两会 两新 两侧 两地 三国 三元桥 三元区 三角 三位一体 三天两头 三年五载 三级跳 三方 四面八方 四方 四项基本原则 五角 五环
    五四 五一 五星 五洲 六神 六一 七一 七星 七彩 七夕 八一 八方 八卦 十六大 十七大 十八大 十九大 二十大 九州 九天 九江 十分 十足 十字 十全 十堰 十里 百度 百家姓 百家争鸣 百家 百年
    百日 百姓 百万富翁 百位 百分点 百强 百团 百花 百科 千万不 千万别 千万要 千方百计 千家万户 千家 千年 千里 千古 千人千面 千头万绪 千户 万一 万户 万年 万里
    万家 万众 万分 万元户 万人空巷 万人迷 万亩方 万象 万物 亿万 半岛 半导体 半径 半决赛 半程 半信半疑 半途 半路 半边天 半场 半空 半山 半成品 半月刊 半价 半票
    半夜 半工 半封 半自动 半球
  `
    .trim()
    .split(/\s+/),
);

/** After 一 these say "a kind of", "a batch of" rather than count. */
export const VAGUE_AFTER_ONE = '片股批面手方行块道把番度时点层代路线体边种类样份些丝阵声大群';

/** Before 一 these make it a pronoun or part of a word: 统一个, 某一天, 这一次, 第一. */
export const VAGUE_BEFORE_ONE = '统唯惟某每这那哪另同之其专任逐万归均划如进又';

/** Words before a bare 百, 千, 万, 亿 that make it a number: 上百, 过万. */
export const BARE_QUALIFIERS: readonly string[] = Object.freeze(['超过', '上', '过', '過', '成', '近', '约', '超', '逾']);
