/**
 * Who wrote it?
 *
 * Reads the forms in which Chinese papers print their authors: `□滨海日报/观潮新闻记者 张三 李四`, `□ 记者 张三 报道`,
 * `记者张三、李四`, `通讯员 王五 文/图`, `文/张三 图/李四`, `【记者王小明／台北报导】`, `（张三 李四）`.
 * A text is read word by word; one that holds anything else is no byline.
 */
import type { Span } from '../text/span.ts';
import {
  BYLINE_MARKS,
  BYLINE_TAILS,
  NAMELESS_ROLES,
  OUTLET_ENDS,
  PICTURE_TAILS,
  ROLE_ADJECTIVES,
  ROLES,
} from './lexicon/bylines.ts';
import { isName, isNameLike } from './names.ts';

/** A byline as it was read. */
export interface Byline {
  /** The byline without its mark and brackets, offsets of the text that was read. */
  readonly span: Span;
  /** The persons in it, organisations left out. */
  readonly names: readonly string[];
  /** Whether □ or the like stands before it. */
  readonly marked: boolean;
  /** Whether it stands in brackets. */
  readonly bracketed: boolean;
  /** Whether it only says who took the picture. */
  readonly picture: boolean;
}

/** The longest bylines name a dozen people; in characters. */
const LONGEST = 120;

const any = (words: readonly string[]): string => words.toSorted((a, b) => b.length - a.length).join('|');
/** A box is often read as the character 口; before 记者 it can be nothing else. */
const MARKS = new RegExp(`^(?:[${BYLINE_MARKS}\\s]+|[口囗]\\s*(?=\\S{0,20}(?:记者|記者|通讯员|通訊員)))+`);
const BRACKETED = /^([（([【〔［])(.*)[）)\]】〕］]$/s;
const WORD = /[^\s、，,;；&]+/g;
const ROLE = new RegExp(
  `^(?<outlet>[\\p{L}\\p{N}/／·•.｜|+-]{0,24}?)(?<adjectives>(?:${any(ROLE_ADJECTIVES)}|驻\\p{Script=Han}{1,4})*)(?<role>${any(ROLES)})[:：/／｜|]?`,
  'u',
);
/** A photo or text credit before a name: `文/张三`. */
const CREDIT = /^(?<role>文|图|圖|摄|编辑|译|绘)[:：/／｜|]/u;
const OUTLET = new RegExp(`(?:${any(OUTLET_ENDS)})$`);
const TAIL = new RegExp(`(?<tail>${any(BYLINE_TAILS)})$`);
/** Only these close a name without a blank: other tails could be part of the name, as 文 in 张博文. */
const GLUED_TAIL = /(?:文[/／]图|图[/／]文|文并摄|摄影报道|攝影報導|综合报道|报道|報道|报导|報導|供图|供圖|摄|攝)$/;
/** A tail that is a line of its own below the names. */
const PURE_TAIL = /[/／]|^(?:文图|图文|文并图|文並圖|摄影报道|攝影報導)$/;
/** Where the author is: `／台北報導`, `发自北京`. */
const PLACE = /(?:[/／]\p{Script=Han}{2,6}(?:报道|報道|报导|報導|电|電)|发自\p{Script=Han}{2,6})$/u;

const REPORT = /^([\p{L}\p{N}·-]{2,16})(?:报道|報道|报导|報導)$/u;

/** What one word of a byline says; `undefined` where it does not belong to one. */
interface Word {
  readonly names: readonly string[];
  readonly role?: string;
  readonly outlet?: boolean;
  readonly tail?: string;
}

/** How sure a name must be: `surname` asks for a known one, `shape` for its length only. */
type Strictness = 'surname' | 'shape';

function readRole(word: string): { readonly found: Word; readonly rest: string } | undefined {
  const credit = CREDIT.exec(word);
  if (credit !== null)
    return { found: { names: [], role: credit.groups?.['role'] ?? '' }, rest: word.slice(credit[0].length) };
  const match = ROLE.exec(word);
  if (match === null) return undefined;
  const { outlet = '', role = '' } = match.groups ?? {};
  if (outlet !== '' && !OUTLET.test(outlet)) return undefined;
  return { found: { names: [], role, outlet: outlet !== '' }, rest: word.slice(match[0].length) };
}

/** 环球网报道, 菏泽报道: from where it is reported. */
function readReport(word: string): Word | undefined {
  const from = REPORT.exec(word)?.[1];
  if (from === undefined) return undefined;
  if (OUTLET.test(from)) return { names: [], outlet: true };
  return isName(from) ? undefined : { names: [], tail: '报道' };
}

function readName(word: string, strictness: Strictness): Word | undefined {
  const tail = PLACE.exec(word)?.[0] ?? GLUED_TAIL.exec(word)?.[0] ?? '';
  const name = word.slice(0, word.length - tail.length);
  const good = strictness === 'surname' ? isName(name) : isNameLike(name);
  return good ? { names: [name], ...(tail === '' ? {} : { tail }) } : undefined;
}

function readWord(word: string, strictness: Strictness): Word | undefined {
  const tail = TAIL.exec(word)?.groups?.['tail'];
  if (tail === word) return { names: [], tail };
  const role = readRole(word);
  if (role === undefined) return readReport(word) ?? readName(word, strictness);
  if (role.rest === '') return role.found;
  const rest = readWord(role.rest, strictness);
  return rest === undefined ? undefined : { ...role.found, ...rest, outlet: role.found.outlet === true };
}

/** Puts names of two characters together that are printed with a blank inside: 王 涛. */
function joinSpaced(words: readonly RegExpExecArray[], text: string): Span[] {
  const spans: Span[] = [];
  for (const word of words) {
    const last = spans.at(-1);
    const single = word[0].length === 1 && /\p{Script=Han}/u.test(word[0]);
    const blank = last !== undefined && /^[ \u3000]+$/.test(text.slice(last.end, word.index));
    if (single && blank && last.end - last.start === 1 && isName(text.charAt(last.start) + word[0])) {
      spans[spans.length - 1] = { start: last.start, end: word.index + 1 };
    } else spans.push({ start: word.index, end: word.index + word[0].length });
  }
  return spans;
}

interface Reading {
  readonly names: string[];
  readonly roles: string[];
  readonly tails: string[];
  outlet: boolean;
  /** Where the last word ends that belongs to the byline. */
  end: number;
}

/** Reads words from `start` for as long as they belong to a byline. */
function readWords(text: string, start: number, strictness: Strictness): Reading {
  const reading: Reading = { names: [], roles: [], tails: [], outlet: false, end: start };
  const words = [...text.slice(start, start + LONGEST).matchAll(WORD)];
  for (const span of joinSpaced(words, text.slice(start))) {
    const word = readWord(text.slice(start + span.start, start + span.end).replace(/\s+/g, ''), strictness);
    if (word === undefined) break;
    reading.names.push(...word.names);
    if (word.role !== undefined) reading.roles.push(word.role);
    if (word.tail !== undefined) reading.tails.push(word.tail);
    reading.outlet ||= word.outlet === true;
    reading.end = start + span.end;
  }
  return reading;
}

/** Whether the words make a byline and not a stray name: somebody with a role, or names that are marked as authors. */
function isSound(reading: Reading, signed: boolean): boolean {
  if (reading.names.length > 0) return signed || reading.roles.length > 0 || reading.tails.length > 0;
  if (reading.roles.length === 0 && !reading.outlet) return reading.tails.some((tail) => PURE_TAIL.test(tail));
  return (signed || reading.outlet) && reading.roles.some((role) => NAMELESS_ROLES.includes(role) || reading.outlet);
}

function toByline(reading: Reading, at: { start: number; marked: boolean; bracketed: boolean }): Byline {
  const tail = reading.tails.at(-1) ?? '';
  const drawn = reading.roles.length > 0 && reading.roles.every((role) => PICTURE_TAILS.includes(role));
  const picture = drawn || PICTURE_TAILS.includes(tail);
  const { start, ...signs } = at;
  return { ...signs, picture, names: reading.names, span: { start, end: reading.end } };
}

/** Takes marks and brackets off the outside of a byline. */
function open(text: string): { start: number; end: number; marked: boolean; bracketed: boolean } {
  const lead = MARKS.exec(text)?.[0] ?? '';
  const marked = lead.trim() !== '';
  const end = text.trimEnd().length;
  const inner = BRACKETED.exec(text.slice(lead.length, end));
  if (inner === null) return { start: lead.length, end, marked, bracketed: false };
  return { start: lead.length + 1, end: end - 1, marked, bracketed: true };
}

/** Reads a text that is a byline and nothing else, or `undefined`. */
export function parseByline(text: string): Byline | undefined {
  if (text.length > LONGEST) return undefined;
  const { start, end, marked, bracketed } = open(text);
  const inner = text.slice(0, end);
  for (const strictness of ['surname', 'shape'] as const) {
    const reading = readWords(inner, start, strictness);
    const whole = inner.slice(reading.end).trim() === '';
    // A rare surname is believed only of somebody whose paper stands before the name, or whose role is set apart.
    const trusted = strictness === 'surname' || reading.outlet || ((marked || bracketed) && reading.roles.length > 0);
    if (whole && trusted && isSound(reading, marked || bracketed))
      return toByline(reading, { start, marked, bracketed });
  }
  return undefined;
}

/** Reads a line of names and nothing else, which is a byline only below another one; each needs a known surname. */
export function parseNames(text: string): Byline | undefined {
  const reading = readWords(text, 0, 'surname');
  const whole = text.slice(reading.end).trim() === '';
  return whole && reading.names.length > 0
    ? toByline(reading, { start: 0, marked: false, bracketed: false })
    : undefined;
}

/** Reads the byline that a longer text begins with; `span.end` is where the rest begins. Names need a known surname. */
export function parseLeadingByline(text: string): Byline | undefined {
  const { start, marked } = open(text);
  const reading = readWords(text, start, 'surname');
  const sound = reading.roles.length > 0 && isSound(reading, marked);
  return sound ? toByline(reading, { start, marked, bracketed: false }) : undefined;
}

/** Reads the byline in brackets that a text ends with, such as `…。（记者 张三）`; offsets of the whole text. */
export function parseTrailingByline(text: string): Byline | undefined {
  const match = /[（(【[]([^（()）【】[\]]{2,100})[)）】\]]\s*$/.exec(text);
  if (match === null) return undefined;
  const byline = parseByline(match[0].trimEnd());
  // Without a role the brackets may hold anything of two characters: they must stand after the last sentence.
  const signed =
    /(?:记者|記者|通讯员|通訊員|作者|撰稿)/.test(match[0]) || /[。！？”」]\s*$/.test(text.slice(0, match.index));
  if (byline === undefined || byline.picture || !signed) return undefined;
  return { ...byline, span: { start: byline.span.start + match.index, end: byline.span.end + match.index } };
}
