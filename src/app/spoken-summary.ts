/** Wishes for a summary in plain words. */
import {
  DOINGS,
  HALF_NOUNS,
  MEASURE_WORDS,
  NO_ORDER,
  SUMMARISE,
  SUMMARY_NOUNS,
  TELL,
  TIMELINES,
} from './lexicon/spoken.ts';
import { callOf } from './paging.ts';
import type { Call } from './request.ts';
import { measured } from './spoken-length.ts';
import { isDefinite, type SpokenSubject, subjectOf } from './spoken-subject.ts';
import type { Extent } from './summary-extent.ts';

const MEASURE = `(?:${MEASURE_WORDS.map(([, words]) => words).join('|')})?`;
const ONCE = '(?:一下子?|一下|下|一遍)?';
/** 概括一下养老院那篇. */
const VERB_FIRST = new RegExp(`^(${SUMMARISE})(?!${NO_ORDER})(${ONCE})(.+)$`, 'u');
const HALF_NOUN = new RegExp(`^${HALF_NOUNS}$`, 'u');
/** 把养老院那篇概括成 … */
const OBJECT_FIRST = new RegExp(
  `^(?:把|将|对|就)(.+?)(?:都|全部|全都|全)?(?:做一?个|进行|来一?个)?${SUMMARISE}${ONCE}(?:成|到|为|在)?$`,
  'u',
);
/** 养老院那篇，概括一下. */
const TOPICALISED = new RegExp(`^(.+?)([,:])?(?:做一?个|来一?个|都|全部)?${SUMMARISE}(${ONCE})(?:成|到|为|在)?$`, 'u');
/** 写一份养老院那篇的摘要. */
const AS_NOUN = new RegExp(
  `^(写|做|出|生成|整理|弄)?(一?[份个段篇则])?(.+?)的?${MEASURE}(?:的)?(?:一?[份个段篇])?${SUMMARY_NOUNS}$`,
  'u',
);
const ENGLISH = /^(?:summari[sz]e|sum up|(?:a )?summary of|tl;?dr:?)\s+(.+?)(?:\s+in english)?$/u;
/** 三句话讲清养老院那篇, where the number was taken out. */
const TOLD = new RegExp(`^${TELL}${ONCE}(.+)$`, 'u');
/** 把某篇做成一个表格. */
const TABLE =
  /^(?:把|将)(.+?)(?:里?的?数字|里?的?数据)?(?:做|列|整理|汇总|排|转)(?:成|为|出)?(?:一?[个张份])?(?:数据)?表格?$/u;

const MAKE = '(?:列|做|整理|画|给|梳理|排|生成|拉|写)(?:出|成|一下|来)*(?:一?[个条份张])?';
/** 某人最近都参加了什么活动？列个时间线. */
const LIFE_FIRST = new RegExp(`^(.+?)[,?。;: ]*(?:按时间)?${MAKE}(?:的)?${TIMELINES}$`, 'u');
const LINE_FIRST = new RegExp(`^${MAKE}(.+?)的?${TIMELINES}$`, 'u');
const BY_TIME = /^按(?:照)?时间(?:的)?(?:顺序|先后)?(?:顺序)?(?:列出|列|梳理|整理|排列|排)(?:一下)?(.+)$/u;
const OWN_LINE = new RegExp(`^(.+?)的?${TIMELINES}$`, 'u');
const DONE = new RegExp(`(?:${DOINGS}).*$`, 'u');

function callFor(subject: SpokenSubject, extent: Extent): Call {
  const values = { ...extent };
  switch (subject.kind) {
    case 'article':
      return callOf('summary article', { ...(subject.name === '' ? {} : { article: subject.name }), ...values });
    case 'page':
      return callOf('summary page', { page: subject.name, ...values });
    case 'day':
      return callOf('summary day', { day: subject.text, ...values });
    case 'everything':
      return callOf('summary range', values);
    case 'topic':
      return callOf('summary topic', { words: subject.words, from: subject.from, to: subject.to, ...values });
  }
}

interface Wished {
  readonly object: string;
  /** Whether the words around it leave no doubt that it is to be summarised, even if it is only a topic. */
  readonly certain: boolean;
}

/** What is to be summarised; `counted` where somebody has said in how many words. */
function wished(text: string, counted: boolean): Wished | undefined {
  const plain = OBJECT_FIRST.exec(text)?.[1] ?? ENGLISH.exec(text)?.[1];
  if (plain !== undefined) return { object: plain, certain: true };
  const [, verb, once, object] = VERB_FIRST.exec(text) ?? [];
  if (object !== undefined) return { object, certain: once !== '' || !HALF_NOUN.test(verb ?? '') };
  const [, made, some, named] = AS_NOUN.exec(text) ?? [];
  if (named !== undefined) return { object: named, certain: made !== undefined || some !== undefined };
  const [, first, sign, again] = TOPICALISED.exec(text) ?? [];
  if (first !== undefined) return { object: first, certain: sign !== undefined || again !== '' };
  const told = counted ? TOLD.exec(text)?.[1] : undefined;
  return told === undefined ? undefined : { object: told, certain: false };
}

/** Somebody's doings in order of time. */
function timeline(text: string): Call | undefined {
  const said = (BY_TIME.exec(text) ?? LINE_FIRST.exec(text) ?? LIFE_FIRST.exec(text) ?? OWN_LINE.exec(text))?.[1];
  const subject = said === undefined ? undefined : subjectOf(said.replace(DONE, ''));
  if (subject === undefined) return undefined;
  return callFor(subject, { length: 'long' });
}

/** The call that a folded text without politeness asks for, if it is a wish for a time line. */
export function spokenTimeline(text: string): Call | undefined {
  return timeline(text);
}

/** The call that a folded text without politeness asks for, if it is a wish for a summary. */
export function spokenSummary(text: string): Call | undefined {
  const table = TABLE.exec(text)?.[1];
  if (table !== undefined) {
    const subject = subjectOf(table);
    return subject?.kind === 'article' ? callOf('summary article', { article: subject.name, table: true }) : undefined;
  }
  const { rest, extent } = measured(text);
  const wish = wished(rest.trim(), Object.keys(extent).length > 0);
  if (wish === undefined) return undefined;
  const subject = subjectOf(wish.object);
  if (subject === undefined || !(wish.certain || isDefinite(subject))) return undefined;
  return callFor(subject, extent);
}
