/**
 * Understands what is no question but a wish: a summary, an article as it was printed, a list, how much there is.
 *
 * Only what is said in the form of an order is taken for one. Whatever may be a question stays a question, since a wish
 * that is answered as a question costs a try, and a question that is swallowed costs the answer.
 */
import { recogniseTalk } from '../answer/talk.ts';
import { foldText } from '../text/normalize.ts';
import {
  ARTICLE_NOUNS,
  AS_PRINTED,
  ASKING,
  BYLINES,
  LIBRARY,
  POLITE_ENDS,
  POLITE_STARTS,
  SHOW,
  SUMMARY_NOUNS,
  WHOLE,
} from './lexicon/spoken.ts';
import { callOf } from './paging.ts';
import type { Call } from './request.ts';
import { articleName } from './spoken-subject.ts';
import { spokenSummary, spokenTimeline } from './spoken-summary.ts';

/** Characters of a wish at most; whatever is longer is a text. */
const LONGEST = 120;

const STARTS = new RegExp(`^(?:${POLITE_STARTS}\\s*)+`, 'u');
const ENDS = new RegExp(`(?:\\s*${POLITE_ENDS})+$`, 'u');
const ASKS = new RegExp(ASKING, 'u');
const QUOTED = /《[^》]*》|“[^”]*”|"[^"]*"|「[^」]*」/gu;

/** 给我看某篇全文, 某篇的原文. */
const SHOW_WHOLE = new RegExp(`^${SHOW}?(?:一下|出)?(.+?)(?:的)?${WHOLE}$`, 'u');
/** 把某篇原样贴出来. */
const SHOW_AS_PRINTED = new RegExp(
  `^(?:把|将)(.+?)(?:的)?(?:表格?|数据)?(?:${AS_PRINTED}|的?${WHOLE})+(?:地)?${SHOW}(?:出来|上来|一下|给我|到这里|在这里)?$`,
  'u',
);
/** Texts that are no articles: whoever asks to have these printed means us, not the newspapers. */
const NOT_PRINTED = /上面|以上|下面|以下|上述|前面|这段|提示|指令|设定|系统|对话|规则/u;

const WRITE_SUMMARY = new RegExp(`^(?:写|做|生成)(?=.+${SUMMARY_NOUNS}$)`, 'u');

const WHICH = '(?:请|列出|列一?下|找出|查一?下|看看|有|哪些|哪几篇|所有|全部|都|库里|资料库里|报纸里|的)*';
const LACK = '(?:没有?|未|无|缺少?|不带)(?:写|标|标明|注明)?';
const UNSIGNED = [
  new RegExp(`^${WHICH}${ARTICLE_NOUNS}(?:都)?(?:是)?${LACK}${BYLINES}(?:记者|作者)?(?:的)?$`, 'u'),
  new RegExp(
    `^${WHICH}${LACK}${BYLINES}(?:记者|作者)?的${ARTICLE_NOUNS}(?:有哪些|有哪几篇|列出来|列一下|有多少篇?|有几篇)?$`,
    'u',
  ),
];
const ALL_ARTICLES = new RegExp(
  `^(?:列出|列一?下|列举|显示|看看|看一?下)(?:库里|资料库里)?(?:的)?(?:所有|全部)(?:的)?${ARTICLE_NOUNS}(?:标题|列表|题目|目录)?$|^${ARTICLE_NOUNS}(?:列表|目录)$|^(?:库里|资料库里|你这里)(?:都)?有(?:哪些|什么)${ARTICLE_NOUNS}$`,
  'u',
);
const BY_REPORTER = new RegExp(
  `^(?:列出|列一?下|找出|显示|看看)(?:记者)?([\\p{Script=Han}]{2,4}?)(?:写|采写|撰写|报道|署名)的(?:所有|全部)?(?:的)?${ARTICLE_NOUNS}$`,
  'u',
);

const WHERE = `(?:${LIBRARY}(?:里面|里|中|内)?|你(?:这里|这儿|们)?)`;
const SIZE = new RegExp(
  `^(?:现在|目前|到现在)?(?:这个|你的|你们的|整个)?${WHERE}(?:现在|目前)?(?:一共|总共|共|到底)?(?:都)?(?:有|收录了?|收了|收入了?|存了|装了)?(?:一共|总共)?(?:多少|几)(?:篇|个|份|张)?(?:文章|报道|新闻|资料|文件|页面|版面|版|报纸|内容|东西|字)?(?:[、,和]?(?:一共|总共|共)?(?:多少|几)(?:篇|个|份|张)?(?:文章|页面|版面|文件|段落|字))*(?:数)?$`,
  'u',
);

/** 你刚才那句话出自哪里, 出处呢, 依据是什么. */
const SAID =
  '(?:你|您)?(?:的|这|那)?(?:刚才|刚刚|上面|上一?[句条个]|前面)?(?:说|讲|回答|答)?(?:的|那|这)*(?:一?[句个段条])?(?:话|回答|答案|说法|结论)?(?:的)?';
const SOURCE = new RegExp(
  `^${SAID}(?:是)?(?:出自|来自|引自|见于)(?:哪里|哪儿|哪篇(?:文章|报道)?|哪一篇|什么地方|何处)$|^${SAID}(?:出处|来源|原文)(?:是)?(?:什么|在哪里?|在哪儿|哪里|呢)?$|^(?=.*(?:你|您|刚|话|回答|说法|结论))${SAID}(?:依据|根据)(?:是)?(?:什么|在哪里?|在哪儿|哪里)?$|^(?=.*(?:你|您|刚|话|回答|说法|结论))${SAID}(?:有|是)(?:什么|何)(?:依据|根据|出处|来源)$`,
  'u',
);
const STOP = /^(?:取消|停|停止|停下|停一下|中止|终止|算了|不用了|别弄了|cancel|stop|abort)(?:吧|了|任务|操作)*$/u;

function withoutPoliteness(text: string): string {
  return text.replace(STARTS, '').replace(ENDS, '').trim();
}

/** The article that is to be shown as it was printed. */
function printed(text: string): Call | undefined {
  const named = (SHOW_AS_PRINTED.exec(text) ?? SHOW_WHOLE.exec(text))?.[1];
  if (named === undefined || NOT_PRINTED.test(named)) return undefined;
  const name = articleName(named);
  return name === undefined ? undefined : callOf('article', name === '' ? {} : { article: name });
}

/** Wishes that are said in the words of a question. */
function askedFor(text: string): Call | undefined {
  if (UNSIGNED.some((form) => form.test(text))) return callOf('articles', { unsigned: true });
  if (ALL_ARTICLES.test(text)) return callOf('articles', {});
  if (SIZE.test(text)) return callOf('status', {});
  if (SOURCE.test(text)) return callOf('evidence', {});
  return STOP.test(text) ? callOf('idle', {}) : spokenTimeline(text);
}

/** The call that a text in plain words asks for, or `undefined` where it is a question. */
export function spokenCall(raw: string): Call | undefined {
  const folded = foldText(raw).trim();
  if (folded === '' || folded.length > LONGEST) return undefined;
  const text = withoutPoliteness(folded);
  // 写一份摘要 is an order to us as well, but one that can be carried out.
  if (recogniseTalk(text.replace(WRITE_SUMMARY, '')) === 'instruction') return undefined;
  const asked = askedFor(text);
  if (asked !== undefined) return asked;
  if (ASKS.test(text.replace(QUOTED, ''))) return undefined;
  const reporter = BY_REPORTER.exec(text)?.[1];
  if (reporter !== undefined) return callOf('articles', { reporter });
  return printed(text) ?? spokenSummary(text);
}
