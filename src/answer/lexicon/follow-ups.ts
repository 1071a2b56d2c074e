/** How Chinese goes on in a conversation: words that lean on what was said before. Data only, folded. */

/** What opens a follow-up without adding to it. */
export const CONNECTIVES = /^(?:(?:那么|那(?![里儿个家项位座条边些篇次场种件本部款支处趟])|还有(?=.{2})|另外|然后|接着问|再问一下|顺便问一下|换成|要是|如果是)[,，]?)+/u;

/** 那江南呢, 全长呢, 2025年的呢: one word of the question before is another now. */
export const ELLIPSIS = /^(.{1,20}?)(?:又|的话)?(?:呢|怎么样|如何|怎样)[?!。\s]*$/u;

/** 江南？ with nothing asked of it. */
export const BARE_NAME = /^([^?!。,]{2,12})\?$/u;

/** 为什么？ and nothing else. */
export const WHY_ALONE = /^(?:这|那|它)?(?:是|又)?(?:为什么|为何|为啥|什么原因|啥原因|怎么回事|咋回事|原因呢|原因是什么)[呢啊呀?!。\s]*$/u;

/** 第二个呢, 第三家在哪里: one element of the list that was the answer. */
export const ELEMENT = /第([一二三四五六七八九十]|\d{1,2})(?:个|家|项|位|名|种|条|座|场|件|处|所|篇)(?![届期])/u;

/** A person who was spoken of. */
export const PERSON_PRONOUN = /[他她](?![们乡国方律山日因处人])(?:本人)?/u;

/** Persons or things that were spoken of, more than one: left as they are, since what they were is said in many words. */
export const PLURAL_PRONOUN = /[他她它]们|两者|二者|两地|双方|其中/u;

/** A thing or a body that was spoken of. */
export const THING_PRONOUN = /它(?!们)/u;

/** A place that was spoken of. */
export const PLACE_PRONOUN = /(?:那里|这里|那儿|这儿|此地|那边|这边)/u;

/** 这方面, 这件事: all that was asked. */
export const MATTER_PRONOUN = /[这那](?:个|些)?(?:方面|件事情?|事情|事儿?)/u;

/** 这个项目, 该公司, 这座桥: the noun behind it says what it was. */
export const POINTED =
  /(?:[这那]一?(?:个|家|项|位|条|篇|次|座|场|种|件|届|款|支|所|处|起|批|名|趟|部|本|块|只|台|辆|艘|栋|幢|间)|(?<!应)该(?![不怎如是去有由让把谁当来走做]))(?=[\p{Script=Han}]{1,6})/u;

/** Nouns that mean the printed article, which has a way of its own. */
export const PRINTED_NOUN = /^(?:消息|文章|报道|新闻|稿子|稿件|篇|则|条消息)/u;

/** Words that end the part of a question before its question phrase without naming anything. */
export const TRAILING: ReadonlySet<string> = new Set(
  '一共 总共 共计 共有 共 都 又 就 也 才 还 已经 已 曾 曾经 将要 将会 将 会 要 能够 能 可以 大概 大约 是 为 有 在 位于 坐落 达到 达 得到 得 拿到 拿 了 过 的 于 由 被 给 把 从 到 向 对 叫 叫做 主要 分别 , 、 :'.split(
    ' ',
  ),
);

/** What of a question phrase asks, before the noun that is asked for: 哪三大 in 哪三大中心. */
export const ASKING_PART =
  /^(?:(?:位于|坐落于?|在|去|到)?(?=哪|什么|何|几|多少))?(?:第?(?:几|多少)|哪里|哪儿|哪|什么|何时|何|谁|怎么|如何|多[大长高远重深宽久]+)(?:[一两二三四五六七八九十]{0,2}(?:个|家|位|项|条|种|座|场|些|大|类|年|天|月|日|号|名|支|篇|亿元|万元|元|亿|万|分|列|标箱|次|趟|件|款|届|本|部|所|处|块|张|套|户|人|亩|公里|米|吨|平方米|时候)?)?/u;

/** Nouns that name what is measured of a thing, not the thing. */
export const MEASURED =
  /(?:的)?(?:综合|平均|累计)?(?:总)?(?:面积|长度|高度|宽度|投资额?|造价|金额|价格|产量|产值|收入|人数|人口|数量|规模|得分|分数|成绩|排名|名次|比例|增速)$/u;

/** How another matter of the same thing is asked for, by the noun that names it: 地点呢, 负责人呢. */
export const ATTRIBUTE_ASKS: readonly (readonly [RegExp, string])[] = Object.freeze([
  [/(?:地点|地址|位置|地方|场地)$/u, '在哪里?'],
  [/(?:时间|日期|日子)$/u, '是什么时候?'],
  [/(?:负责人|主持人|作者|记者|嘉宾|主任|书记|局长|市长|县长|区长|校长|院长|馆长|经理|董事长|总裁|会长)$/u, '是谁?'],
  [/(?:面积|长度|全长|高度|宽度|投资额?|造价|金额|价格|产量|产值|收入|人数|人口|数量|规模|得分|比例|增速|增幅)$/u, '是多少?'],
] as const);

/** 还有呢: more of what was asked for. */
export const MORE = /^(?:还有|另外)(?:别的|其他的?|哪些|什么|谁)?(?:呢|吗|没有|么)?[?!。\s]*$/u;

/** 那北京呢, 第二个呢: nothing that could be asked without what was asked before. */
export const ALONE = /^(?:那么?|那个)?[^?!。,]{2,8}呢[?!。\s]*$/u;
