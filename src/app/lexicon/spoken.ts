/** How people ask for something else than an answer: words of Chinese in general, folded, as parts of patterns. */

/** Verbs that ask for a summary. */
export const SUMMARISE =
  '(?:概括总结|总结概括|归纳总结|总结归纳|概括|总结|概述|归纳|浓缩|提炼|梳理|摘要|简述|综述|缩写|精简|小结|汇总)';

/** Those of them that are nouns or attributes as often: 浓缩铀, 摘要作者. */
export const HALF_NOUNS = '(?:浓缩|摘要|综述|缩写|精简|小结|汇总)';

/** Verbs of telling, which ask for a summary where they say in how many words. */
export const TELL = '(?:讲清楚?|说清楚?|讲明白|说明白|讲讲|说说|讲述|介绍|讲|说)';

/** What comes out of it, as a noun. */
export const SUMMARY_NOUNS = '(?:内容摘要|内容概要|内容提要|主要内容|摘要|概要|梗概|提要|总结|概括|小结|综述|简报|要点)';

/**
 * What shows behind such a verb that it tells of somebody's summing up, or is a part of a longer noun: 总结会议, 总结了,
 * 概括地说, 归纳法.
 */
export const NO_ORDER =
  '(?:了|过|着|后|前|地|得|为|是|的|时|出|起来|会|大会|报告|表彰|讲话|发言|性|法|能力|人|部分|阶段|与|和|以及|及其)';

/** Words that make a sentence a question. */
export const ASKING =
  '(?:什么|哪|谁|几[个篇条项家名次年月日天点]|多少|多大|多长|多久|多高|怎么|怎样|如何|为何|为啥|是否|有没有|是不是|何时|何地|何人|吗|呢|么$)';

/** Politeness and what else may stand before a request. */
export const POLITE_STARTS =
  '(?:请问|请你|请您|请|麻烦你|麻烦您|麻烦|劳驾|拜托|你好|您好|帮忙|帮我们|帮我|帮|替我|给我们|给我|为我|我想要|我想|我要|我需要|想要|需要|能不能|能否|可不可以|可否|可以|能|你|您|快速|快|再|来|please|can you|could you|give me|[,:!])';

/** The same behind it. */
export const POLITE_ENDS =
  '(?:好吗|好不好|行吗|行不行|可以吗|可不可以|谢谢你|谢谢|多谢|吧|呗|啊|呀|哈|给我看看|给我看|给我|please|thanks|thank you|[,!?。.~;])';

/** How a short or a long summary is asked for, right before the verb or behind it. */
export const MEASURE_WORDS: readonly (readonly ['short' | 'long', string])[] = Object.freeze([
  ['short', '(?:尽量)?(?:简短|简单|简要|简略|简洁|精炼|扼要|短一?[点些])(?:一?[点些])?[地的]?'],
  ['long', '(?:尽量)?(?:详细|详尽|细致|具体|全面|展开|长一?[点些])(?:一?[点些])?[地的]?'],
] as const);

/** What an article is called. */
export const ARTICLE_NOUNS = '(?:文章|报道|报导|新闻稿|新闻|消息|稿子|稿件|通讯|侧记|特写|article|story|report)';

/** What points to one article: 那篇, 这则新闻, 一文. */
export const ARTICLE_POINTERS = `(?:[那这该此][一]?[篇则条个份]?${ARTICLE_NOUNS}|[那这该此]一?[篇则]|一文|的文章|文章|article|story)`;

/** What a day or a topic is reported in. */
export const NEWS_NOUNS = '(?:新闻|报道|报导|文章|消息|报纸|要闻|大事|内容|资料|news|articles)';

/** What may follow the words of a topic without being a part of it. */
export const TOPIC_ENDS =
  '(?:方面|领域|相关|有关|新闻|报道|报导|文章|消息|情况|进展|动态|信息|内容|资料|活动|行程|经历|事件|事情|news|articles)';

/** What may stand before them. */
export const TOPIC_STARTS = '(?:关于|有关|涉及|围绕|所有|全部|一下|下|about|on|of|the|出|报纸上|报纸里|报上|库里)';

/** All that there is. */
export const EVERYTHING =
  '(?:(?:全部|所有|整个|全体|一切)(?:的)?(?:资料库|资料|文章|新闻|报纸|报道|内容|材料|文件|版面|语料|库)|(?:整个|全)库|资料库|全部|everything|all articles|all the articles)';

/** What a page of a newspaper is called behind its number or name. */
export const PAGE_NOUNS = '(?:号?文件|号?版面|版|页|号页面|页面)';

/** What points to something that was said before instead of naming it. */
export const POINTERS =
  '(?:这个|那个|这些|那些|这|那|它|它们|以上|上面|上述|刚才|前面|以下|下面|对话|内容|全文|本文|的|篇|这篇|那篇|一下|下|this|that|it)';

/** A time line, by whatever name. */
export const TIMELINES = '(?:时间线|时间轴|时间表|大事记|年表|timeline)';

/** What somebody did, in the words of whoever asks for a time line: the topic stands before it. */
export const DOINGS =
  '(?:最近|近来|近期|近日|近年来?|这段时间|这些年|今年|都|曾经?|先后|分别|一共|做了|做过|干了|参加|出席|去了|去过|有什么|有哪些|的活动|的行程|的动态|的经历|发生)';

/** What whoever asks for the printed text says. */
export const WHOLE = '(?:全文|原文|正文|全部内容|完整内容|完整的?文章)';

/** How something is to be shown as it was printed. */
export const AS_PRINTED = '(?:原样|原封不动|一字不[改差漏]|一字不动|完整|全文|逐字)';

/** Verbs of showing. */
export const SHOW = '(?:看一?下|看看|看|读一?下|读|显示|打开|发|贴|展示|调出|查看|列|打印|放|念|show)';

/** The library, as people speak of it. */
export const LIBRARY = '(?:资料库|数据库|文章库|报纸库|语料库|知识库|库|系统)';

/** Who wrote something, as printed. */
export const BYLINES = '(?:署名记者|记者署名|作者署名|记者姓名|作者姓名|署名|记者|作者)';
