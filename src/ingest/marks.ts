/**
 * What is this line, as far as it says so itself?
 *
 * Everything here looks at one line alone. Whether a short line is a headline or a crosshead only its surroundings
 * tell: that is decided later.
 */
import type { Byline } from './byline.ts';
import { parseByline } from './byline.ts';
import type { Opening } from './dateline.ts';
import { parseOpening } from './dateline.ts';
import { COLUMN_LABELS, HOUSE_PHRASES, MASTHEADS, PAGE_CREDITS } from './lexicon/house.ts';
import { widthOf } from './line-ends.ts';
import type { Line } from './lines.ts';

/** What a line is by itself; `head` may become a headline, a crosshead or a short paragraph. */
export type LineKind = 'head' | 'text' | 'byline' | 'list' | 'caption' | 'house' | 'date';

/** A line with what was read in it. */
export interface MarkedLine {
  readonly kind: LineKind;
  readonly line: Line;
  readonly byline?: Byline;
  readonly opening?: Opening;
}

/** Widths in full-width characters. A headline set in one line has at most 30, a deck with figures 60. */
const WIDEST = {
  head: 60,
  markedHead: 90,
  kicker: 100,
  question: 30,
  caption: 150,
  house: 70,
  masthead: 12,
  credit: 60,
} as const;

const CLOSING = '["”’」』）)】》\\]〉]*';
/** An end mark, seen through closing quotes and a note in brackets such as （记者 张三）. */
const SENTENCE_END = new RegExp(`[。！？!?…｡]${CLOSING}(?:\\s*[（(][^（()）]{1,60}[）)])?$`);
const INNER_END = /[。｡；;]/;
const OPEN_END = /[，,、：:；;]$/;
const KICKER_END = /(?:——|—|──)$/;
/** Ends of official papers, and their addresses: short, but no headings. */
const FORMULA =
  /^(?:特此(?:公告|通知|声明|函告|通告|公示|说明)|此致|敬礼|未完待续|全文完)[！!]?$|(?:电话|热线|邮箱|地址|时间|地点|联系人|传真|网址|邮编)[：:]/;
const CAPTION_MARK = /^[■▲▼△◆▶◀►◄→←↑↓]\s*/;
const PICTURE = /^(?:图为|图片|图[①-⑳\d一二三四五六七八九十]|[上下左右]图|題圖|题图|圖為|資料圖|资料图|图[:：/／])/;
const CREDIT_END = /(?:\s|。|[（(])[^\s。]{0,20}(?:摄|攝|供图|供圖|制图|製圖|摄影|\/图|／图)[）)]?$/;
const AGENCY_PICTURE = /(?:新华社发|资料图片|资料照片|受访者供图|视觉中国)[）)]?$/;
const LIST_MARK = /^(?:[●•◦‣▪▫⊙]\s*|·\s+)/;
const NUMBERED =
  /^(?:[（(]?[一二三四五六七八九十百]{1,3}[）)、．.]|[（(]?\d{1,2}[）)、．]|\d{1,2}\.(?!\d)|[①-⑳❶-❿]|第[一二三四五六七八九十百\d]{1,3}[章节条部篇、：:\s]|[\p{Script=Han}]{1,4}之[一二三四五六七八九十]{1,2}(?:$|[\s：:]))/u;
/** 亮点四, 案例1: a label with its number and nothing else. */
const LABEL = /^[\p{Script=Han}]{1,4}(?<!第)[一二三四五六七八九十\d]{1,2}[：:]?$/u;
const DATE =
  /^(?:公元)?[\d〇○零一二三四五六七八九]{4}\s?年\s?[\d一二三四五六七八九十]{1,3}\s?月(?:\s?[\d一二三四五六七八九十]{1,3}\s?日)?/;
const DAY_INSIDE = /\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日/;
const PAGE_NUMBER = /^(?:第\s?)?[A-Z]?\d{1,3}\s?版(?:$|[\s：:|·])|^[A-Z]\d{1,2}$/;
const JUMP =
  /[（(【▲▼▶►◆]*\s*(?<way>[上下紧转接]{1,2}[接转轉]?)\s?(?:第\s?)?[\dA-Z一二三四五六七八九十]{1,3}\s?版[^。]{0,10}$/;
const CREDIT = new RegExp(`^[（(]?(?:${PAGE_CREDITS.join('|')})(?:$|[\\s:：/／|｜])`);
const PHRASE = new RegExp(HOUSE_PHRASES.join('|'));
const WEEKDAY = /星期[一二三四五六日天]|农历|今日\d+版/;

/** Whether a text ends like a sentence, closing quotes and brackets seen through. */
export function endsSentence(text: string): boolean {
  return SENTENCE_END.test(text);
}

/** Whether a heading carries a number or is a numbered label: 一、… （二）… 亮点四. Such headings part one article. */
export function isNumbered(text: string): boolean {
  return NUMBERED.test(text) || LABEL.test(text);
}

/** Whether a heading is a numbered label alone. */
export function isLabel(text: string): boolean {
  return LABEL.test(text);
}

/** Whether a line is the label of a column: 短评, 【新闻链接】, ·时评·. */
export function isColumnLabel(text: string): boolean {
  const bare = text.replace(/^[【［[〔·•▍|｜\s]+|[】］\]〕·•|｜：:\s]+$/g, '');
  return COLUMN_LABELS.includes(bare) || (/^[【［〔·•].*[】］〕·•]$/.test(text) && widthOf(bare) <= 10);
}

/** Whether a text ends with a note that it goes on on another page: （下转第三版）. */
export function isSentOn(text: string): boolean {
  return /^[下转轉]/.test(JUMP.exec(text)?.groups?.['way'] ?? '');
}

/** Whether a line says that what stands below it begins on another page: （上接第一版）. */
export function isSentHere(text: string): boolean {
  return /^上/.test(JUMP.exec(text)?.groups?.['way'] ?? '');
}

function isHouse(text: string): boolean {
  const width = widthOf(text);
  if (width > WIDEST.house) return false;
  if (JUMP.exec(text)?.index === 0 || PAGE_NUMBER.test(text)) return true;
  if (WEEKDAY.test(text) && DAY_INSIDE.test(text)) return true;
  if (width <= WIDEST.masthead && !/\s/.test(text) && MASTHEADS.some((end) => text.endsWith(end))) return true;
  if (width <= WIDEST.credit && CREDIT.test(text)) return true;
  // Running text may tell readers to scan a code as well; a line of the house says nothing before it.
  const phrase = PHRASE.exec(text);
  return phrase !== null && !text.slice(0, phrase.index).includes('。');
}

function isCaption(text: string): boolean {
  if (widthOf(text) > WIDEST.caption) return false;
  if (PICTURE.test(text)) return true;
  if (CREDIT_END.test(text) || AGENCY_PICTURE.test(text)) return true;
  const mark = CAPTION_MARK.exec(text);
  return mark !== null && endsSentence(text) && !LIST_MARK.test(text);
}

/** Whether the line is short enough for a head and does not end or hold a sentence. */
function isHeadLike(line: Line): boolean {
  const { text } = line;
  const width = widthOf(text);
  if (!/\p{Script=Han}.*\p{Script=Han}|[A-Za-z]{4}/u.test(text)) return false;
  if (line.level > 0) return width <= WIDEST.markedHead && !INNER_END.test(text.replace(/[。｡]$/, ''));
  const widest = KICKER_END.test(text) ? WIDEST.kicker : WIDEST.head;
  if (width > widest || /[。｡…]/.test(text) || OPEN_END.test(text) || FORMULA.test(text)) return false;
  if (/^[，。、；：！？,.;:!?”’）)】》]/.test(text)) return false;
  return !endsSentence(text) || width <= WIDEST.question;
}

function isDate(text: string): boolean {
  return (DATE.exec(text)?.[0].length ?? 0) === text.replace(/[（(）)]/g, '').length && text.length > 4;
}

/** Says what a line is. */
export function markLine(line: Line): MarkedLine {
  const { text } = line;
  if (isDate(text)) return { kind: 'date', line };
  if (isHouse(text)) return { kind: 'house', line };
  const byline = parseByline(text);
  if (byline !== undefined)
    return byline.picture ? { kind: 'caption', line, byline } : { kind: 'byline', line, byline };
  if (isCaption(text)) return { kind: 'caption', line };
  if (line.listed || LIST_MARK.test(text)) return { kind: 'list', line };
  const opening = parseOpening(text);
  if (opening !== undefined) return { kind: 'text', line, opening };
  return { kind: line.astray !== true && isHeadLike(line) ? 'head' : 'text', line };
}
